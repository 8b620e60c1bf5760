// A field of a file that keeps a story in fields, JSON or ArchieML: where its words stand, what they are, how others are written there.
import type { TextEdit } from '../../../text/edit';
import type { SourceMap } from '../../../text/source-map';
import type { Span } from '../../../text/span';
import type { Chunk, Says } from '../../draft';
import type { Judge, MarkupNode } from '../../markup';
import type { Role } from '../../role';
import type { Clearing } from '../../story';
import type { Fault } from '../tags/tree';

/** A value: its words once all escapes are read. `start` and `end` are offsets into the file, the marks round it left out. */
export interface Value extends Span {
  readonly text: string;
  /** From those words to the file; every one of them is mapped. */
  readonly map: SourceMap;
  /** How the file has to write words for them to be read here; nothing where it cannot. */
  readonly write: (words: string) => string | undefined;
  /** What characters of the file are read as there; nothing where they would be more than a value, or none. */
  readonly read: (written: string) => string | undefined;
  /** Whether the file keeps its fields with such a change, in its own offsets; yes where nothing is said. */
  readonly keeps?: (edits: readonly TextEdit[]) => boolean;
}

/** `page`: HTML. `feed`: NITF or its like. `copy`: plain text in paragraphs. `line`: one paragraph, whatever its white space. */
export type Content = 'page' | 'feed' | 'copy' | 'line';

export interface Field {
  readonly value: Value;
  readonly content: Content;
  readonly part: FieldPart;
  /** A story of several in the file begins with it. */
  readonly opens?: true;
  /** What the story says of itself in which it stands. */
  readonly says?: Says;
}

/** What part of the story it is; `body` is read as copy is, and its parts are told by their shape. */
export type FieldPart =
  | Extract<Role, 'headline' | 'subhead' | 'byline' | 'dateline' | 'caption' | 'credit' | 'embargo' | 'restricted'>
  | 'body';

/** Offsets of markup and of `doubtful` are into the value's words. */
export interface ReadField {
  readonly prose: string;
  readonly map: SourceMap;
  readonly chunks: readonly Chunk[];
  readonly root: MarkupNode;
  readonly texts: readonly MarkupNode[];
  readonly cleared: readonly Clearing[];
  readonly doubtful: readonly Span[];
  readonly fault: Fault | undefined;
  judge(): Judge;
}

/** @param lineOf line of the file, from 1, that a place in the words stands on. */
export type ReadWords = (words: string, content: Content, lineOf: (offset: number) => number) => ReadField;

/** What a value holds by what it says; `plain` where it is neither page nor feed. */
export const contentOf = (words: string, plain: 'copy' | 'line'): Content =>
  FEED.test(words) ? 'feed' : isPage(words) ? 'page' : plain;

const FEED = /^\s*(?:<\?xml\s|<nitf[\s>])/;

/** Tags that copy is set with, or codes for characters. */
export const isPage = (words: string): boolean => TAG.test(words) || CODE.test(words);

const TAG =
  /<(?:p|div|br|h[1-6]|html|body|section|article|ul|ol|li|table|span|a|b|i|em|strong|figure|blockquote)(?:\s[^<>]{0,400})?\/?>/i;
const CODE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;
