// A Markdown file while it is read: what has been found so far, and how a chunk of it is put to the rest.
import type { Nodes } from 'mdast';
import type { ProseBuilder } from '../../text/source-map';
import type { Span } from '../../text/span';
import type { Chunk } from '../draft';
import { type Growing, grow, type MarkupNode } from '../markup';
import type { Problem } from '../story';
import type { Comments } from './comments';
import type { Fragment } from './markdown-html';

export interface ParserState {
  readonly file: string;
  /** The file, templates hidden. */
  readonly text: string;
  readonly headings: Growing[];
  /** Units before what the parser sees: a byte order mark, front matter. */
  readonly base: number;
  readonly baseLine: number;
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly comments: Comments;
  readonly texts: Growing[];
  /** What references name, as definitions have it. */
  readonly labels: string[];
  readonly fragments: Fragment[];
  /** Pictures whose words are read. */
  readonly pictures: Span[];
  readonly notes: Problem[];
  /** Elements of HTML that stand open round what is read next. */
  open: readonly string[];
  /** The block or markup that what is read next stands in. */
  within: Growing;
  /** Last line of the block before, from 1. */
  lastLine: number;
}

/** Where the node stands in the file. */
export function spanOf({ position }: Nodes, base: number): Span {
  return { start: (position?.start.offset ?? 0) + base, end: (position?.end.offset ?? 0) + base };
}

export const leaf = ({ within, base, prose }: ParserState, node: Nodes, kind: MarkupNode['kind']): Growing =>
  grow(within, kind, spanOf(node, base), prose.length);

export interface ChunkAt extends Pick<Chunk, 'kind' | 'part'> {
  /** Columns before it. */
  readonly indent: number;
  /** First and last line, from 1. */
  readonly line: number;
  readonly lastLine: number;
}

export const placeOf = ({ baseLine }: ParserState, { position }: Nodes, kind: Chunk['kind']): ChunkAt => ({
  kind,
  indent: (position?.start.column ?? 1) - 1,
  line: (position?.start.line ?? 1) + baseLine,
  lastLine: (position?.end.line ?? 1) + baseLine,
});

/** Appends a chunk of what `write` writes; nothing where it writes nothing but space. */
export function chunk(reading: ParserState, { kind, part, indent, line, lastLine }: ChunkAt, write: () => void): void {
  const { prose, chunks, comments } = reading;
  if (chunks.length) prose.insert('\n');
  const start = prose.length;
  write();
  const blankBefore = Math.max(0, line - reading.lastLine - 1);
  chunks.push({ kind, start, end: prose.length, indent, blankBefore, ...(part && { part }) });
  comments.paragraph(start, prose.length);
  reading.lastLine = lastLine;
}

/** What is done with each kind of node; a kind that is not named holds no prose. */
export type Readers<Rest extends readonly unknown[]> = {
  readonly [Type in Nodes['type']]?: (
    reading: ParserState,
    node: Extract<Nodes, { type: Type }>,
    ...rest: Rest
  ) => void;
};

/** Reads what stands in the node, as a part of it. */
export function inside(
  reading: ParserState,
  node: Nodes,
  kind: MarkupNode['kind'],
  readIt: () => void,
  keeps?: MarkupNode['keeps'],
) {
  const outer = reading.within;
  const own = grow(outer, kind, spanOf(node, reading.base), reading.prose.length, keeps);
  if (node.type === 'link' || node.type === 'linkReference') own.leads = true;
  reading.within = own;
  readIt();
  own.prose = { start: own.prose.start, end: reading.prose.length };
  reading.within = outer;
}
