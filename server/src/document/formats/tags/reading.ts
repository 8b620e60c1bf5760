// What is made of each element of a file with tags, and the story so far while one is read.
import type { ProseBuilder } from '../../../text/source-map';
import type { Chunk, Says } from '../../draft';
import type { Growing, MarkupNode } from '../../markup';
import type { PartData, Role } from '../../role';
import type { Comments } from '../comments';
import type { Element } from './tree';
import type { Holds } from './write';

/** What is made of an element. */
export type Treatment =
  /** It stands in a line, round words. */
  | { readonly as: 'inline'; readonly leads?: true }
  /** It stands on lines of its own; what it says of its copy holds for all in it that says nothing else. Words behind `upTo` are none of it. */
  | {
      readonly as: 'block';
      readonly kind?: Chunk['kind'];
      readonly part?: NamedPart;
      readonly fixed?: true;
      readonly upTo?: number;
      /** Attributes whose values are captions. */
      readonly words?: readonly string[];
      /** A story of several in the file, and what it says of itself. */
      readonly opens?: Says;
    }
  /** A row of a table, and a cell of one. */
  | { readonly as: 'row' | 'cell' }
  /** A line of text ends there. */
  | { readonly as: 'break' }
  /** What somebody said, without marks in the file. */
  | { readonly as: 'quotation' }
  /** Something that is no prose, inside a sentence. */
  | { readonly as: 'object' }
  /** Nothing of it is read: in a line, and between lines. */
  | { readonly as: 'nothing' | 'apart' }
  /** A picture: what it says instead of itself is a caption, unless it stands in a sentence. */
  | { readonly as: 'picture'; readonly words: string }
  /** A value that it has instead of words. */
  | { readonly as: 'value'; readonly attribute: string; readonly part: NamedPart }
  /** Plain text: its paragraphs stand apart by lines. */
  | { readonly as: 'plain' };

export interface NamedPart {
  readonly role: Role;
  /** @param words of the part. */
  readonly data?: (words: string) => PartData | undefined;
}

export type Treat = (element: Element) => Treatment;

export interface ReadTags {
  readonly prose: string;
  readonly map: ReturnType<ProseBuilder['build']>['map'];
  readonly chunks: readonly Chunk[];
  readonly texts: readonly MarkupNode[];
  readonly root: MarkupNode;
  readonly comments: Comments;
}

/** How a file with tags is read that is a part of another. */
export interface Host {
  readonly comments: Comments;
  /** What its paragraphs are in the file that it is a part of. */
  readonly kind: Chunk['kind'];
  /** Its language has characters of its own that are more than words: what holds one is not written. */
  readonly unsafe: RegExp;
}

export interface ParserState {
  readonly file: string;
  readonly host: Host | undefined;
  readonly treat: Treat;
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly texts: Growing[];
  readonly comments: Comments;
  readonly holds: Holds;
  readonly curly: boolean;
  within: Growing;
  kind: Chunk['kind'];
  part: NamedPart | undefined;
  /** Offset into the file behind which nothing is read. */
  upTo: number;
  /** A table's row is being read: nothing in it ends its line. */
  inRow: boolean;
  /** BCP 47, by the nearest element that says it. */
  language: string | undefined;
  open:
    | (Pick<Chunk, 'start' | 'kind'> & { readonly part: NamedPart | undefined; readonly language: string | undefined })
    | undefined;
  /** The next chunk is the first of a story, which says so of itself. */
  opens: Says | undefined;
  /** The prose ends with a space, or nothing stands before it in its chunk. */
  spaced: boolean;
  /** What the chunk says so far, where its part wants to know. */
  words: string;
  readonly lineOf: (offset: number) => number;
  /** By element, for each of its children the index of the next one that is more than white space. */
  readonly nexts: Map<Element, readonly number[]>;
}

export function openChunk(reading: ParserState): void {
  if (reading.open) return;
  if (reading.chunks.length) reading.prose.insert('\n');
  const { kind, part, language } = reading;
  reading.open = { start: reading.prose.length, kind, part, language };
  reading.spaced = true;
  reading.words = '';
}

export function endChunk(reading: ParserState): void {
  const { open, prose, chunks, comments } = reading;
  if (!open) return;
  reading.open = undefined;
  const { start, kind, part, language } = open;
  const end = prose.length;
  const data = part?.data?.(reading.words.trim());
  const own = part && { role: part.role, data: { kind: 'field', ...data } };
  const says = reading.opens;
  reading.opens = undefined;
  chunks.push({
    ...{ kind, start, end, indent: 0, blankBefore: 1 },
    ...(own && { part: own }),
    ...(says && { says, ...(chunks.length > 0 && { opens: true }) }),
    ...(language !== undefined && { language }),
  });
  comments.paragraph(start, end);
}

export function put(reading: ParserState, text: string): void {
  reading.prose.insert(text);
  reading.words += text;
  reading.spaced = text === ' ';
}
