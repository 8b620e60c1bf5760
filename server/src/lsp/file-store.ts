// A store of files in which drafts, settings and clearances lie: this machine's disk, or what the client can read. The host is the same
// over both.
import type { ClearanceLine, Clearances } from '../config/clearance-lines';
import type { Files } from '../config/files';
import type { Decoded } from '../document/decode';
import type { Problem } from '../document/story';

/** Paths are absolute, with forward slashes and nothing encoded in them. */
export interface FileStore extends Omit<Files, 'fallbackRoot'> {
  /** The path that a URI stands for; nothing where what it names lies elsewhere. */
  toPath(uri: string): string | undefined;
  /** The URI of a path, spelled as the client spells it. */
  toUri(path: string): string;
  /** Nothing outside the folders that the client has open is looked at. */
  readonly inFoldersOnly: boolean;
  /** Files below a folder that may be drafts by their names, in order. @param passesOver true for what is to be left out. @param tell is told of folders that cannot be read. */
  drafts(
    folder: string,
    passesOver: (path: string) => Promise<boolean>,
    tell?: (sentence: string) => void,
  ): AsyncIterable<string>;
  /** The file's text and encoding; nothing where it is gone; a problem where it cannot be read. */
  readDraft(path: string): Decoded | Problem | undefined | Promise<Decoded | Problem | undefined>;
  readClearances(root: string): Clearances | Promise<Clearances>;
  /** @returns what kept the decisions from being written. */
  appendClearances(root: string, lines: readonly ClearanceLine[]): Problem | undefined | Promise<Problem | undefined>;
  /** Never through a link that leads out of the root. @returns what kept the file from being written. */
  write(root: string, path: string, text: string): Problem | undefined | Promise<Problem | undefined>;
  /** @returns what kept the file from being taken away; where there is none, nothing did. */
  remove(path: string): Problem | undefined | Promise<Problem | undefined>;
}
