// What the server needs of whoever holds the files. `file-host.ts` is it, over the disk, the client's files, or both.
import type { FieldMap } from '../document/draft';
import type { Genre, Problem } from '../document/story';
import type { Clearance, Reason } from '../engine/clearances';
import type { Settings } from '../engine/settings';
import type { ClearanceLine } from '../config/clearance-lines';
import type { SettingsFile } from '../config/file';
import type { InitializationOptions } from './protocol/options';

/** What holds for one draft. The same object as long as nothing changed: the engine keeps findings by `settings`. */
export interface Resolved {
  readonly settings: Settings;
  readonly date?: string | undefined;
  readonly genre?: Genre | undefined;
  readonly fields?: FieldMap | undefined;
  /** Named by the default ignore list or the house's own: a sentence that says so. */
  readonly ignored?: string | undefined;
  /** It is left alone for its kind, which somebody may ask for. */
  readonly unasked?: true;
  /** Its names are compared with those of the other drafts at its desk that say so. */
  readonly across?: boolean;
  /** What an editor has decided to be fine in this draft. */
  readonly cleared: readonly Clearance[];
  /** Where its clearances are written; nothing for a draft that lies nowhere. */
  readonly desk?: DeskFolder | undefined;
  /** URIs of the settings files that decide, outermost first. Where there is one, the person's own settings yield. */
  readonly files: readonly string[];
  /** Every settings file that was read for it, by URI, with what is not in order there. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** The folder whose settings and clearances a draft shares with its neighbours. */
export interface DeskFolder {
  /** URI of the settings file that decides last here, or that would. */
  readonly settingsFile: string;
  /** The draft's path from the root, as clearances name it. */
  readonly name: string;
  /** As reports show it: from the open folder that holds it, else in full. */
  readonly shown: string;
  readonly root: string;
}

export interface Host {
  /** One spelling for each URI, so that a client's and the host's own can be compared. */
  canonical(uri: string): string;
  /** Once, before all else. */
  begin(options: Pick<InitializationOptions, 'config' | 'last' | 'files'>): void;
  /** True for the files that settings are read from. */
  isSettingsFile(uri: string): boolean;
  /** What is wrong with a settings file that a draft was read under; nothing where none was. @param uri canonical. */
  settingsProblems(uri: string): readonly Problem[] | undefined;
  /** The folders that the client has open: the search for settings ends there. */
  setFolders(uris: readonly string[]): void;
  /** @param own what the person's editor says; it yields to the house's files. */
  settingsFor(uri: string, own: SettingsFile): Promise<Resolved>;
  /** Forgets what was read of settings: the next answer is fresh, except where a file is now broken. */
  settingsChanged(): void;
  /** URIs of the files below a folder that may be drafts by their names, in order. @param tell is told of folders that cannot be read. */
  drafts(folder: string, tell?: (sentence: string) => void): AsyncIterable<string>;
  /** The file's text; nothing where it is gone; a problem where it cannot be read. */
  read(uri: string): Promise<string | Problem | undefined>;
  /** Whether that text is what an editor finds that opens the file as UTF-8. */
  isUtf8(uri: string): Promise<boolean>;
  /** A settings file's text; nothing where there is none. */
  readSettings(uri: string): Promise<string | undefined>;
  /** Every clearance that stands in the desk's file of a folder. */
  clearances(folder: string): Promise<readonly ClearedAt[]>;
  /** Writes decisions down where everybody at this desk sees them. @throws an error with a sentence where it cannot. */
  clear(desk: DeskFolder, lines: readonly ClearanceDecision[]): Promise<void>;
  /** Changes a settings file, or starts one. @throws an error with a sentence where it cannot. */
  write(uri: string, text: string): Promise<void>;
  /** Takes a settings file away that was started by mistake. @throws an error with a sentence where it cannot. */
  remove(uri: string): Promise<void>;
}

/** A decision about a finding: why it is fine, or that it is to be asked again. */
export interface ClearanceDecision extends Clearance {
  readonly reason: Reason | 'revoked';
  /** Who decided. */
  readonly initials?: string;
}

/** A clearance with the draft that it is about. */
export interface ClearedAt extends ClearanceLine {
  readonly uri: string;
}
