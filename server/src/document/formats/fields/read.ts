// The words of one field as chunks and markup, in offsets of its own value: a page as HTML has it, plain text in paragraphs, or one line.
import { identity, proseBuilder, type SourceMap, toFile } from '../../../text/source-map';
import type { Span } from '../../../text/span';
import type { Chunk } from '../../draft';
import { grow, type Judge, type MarkupNode } from '../../markup';
import type { Clearing } from '../../story';
import { htmlElements } from '../tags/html-elements';
import { judgeOf } from '../tags/judge';
import { pageOf } from '../tags/page';
import { partData } from '../tags/parts';
import { withoutPrograms } from '../tags/programs';
import { readTags } from '../tags/reader';
import { withoutDoctype } from '../tags/doctype';
import type { Element, Fault, Tree } from '../tags/tree';
import { treeOf } from '../tags/tree-of';
import { vocabularyOf, xmlElements } from '../tags/xml-elements';
import { withPages } from '../tags/xml-pages';
import { parsePlainText } from '../plain-text';
import { type Content, isPage } from './field';

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
export function readField(words: string, content: Content, lineOf: (offset: number) => number): ReadField {
  if (content === 'page') return readPage(words, lineOf);
  if (content === 'feed') return readFeed(words, lineOf);
  return content === 'copy' ? readCopy(words) : readLine(words);
}

function readPage(words: string, lineOf: (offset: number) => number): ReadField {
  const seen = withoutPrograms(words);
  const tree = treeOf(seen, 'html');
  const page = { ...pageOf(seen, tree.root), title: undefined };
  const read = readTags(seen, tree.root, htmlElements(seen, page, partData), lineOf);
  return {
    ...read,
    ...read.comments.finish(read.prose.length),
    doubtful: [],
    fault: tree.fault,
    judge: () => judgeOf(words, tree, (part) => treeOf(withoutPrograms(part), 'html')),
  };
}

function readFeed(words: string, lineOf: (offset: number) => number): ReadField {
  const { seen, declared } = withoutDoctype(words);
  const treeIn = (part: string, dialect: Element['dialect']): Tree => withPages(part, treeOf(part, dialect, declared));
  const tree = treeIn(seen, 'xml');
  const item = tree.root.children.find((child) => child.type === 'element');
  const known = item && vocabularyOf(item);
  const read = readTags(seen, { ...tree.root, children: known ? [item] : [] }, xmlElements(seen, tree.root), lineOf);
  return {
    ...read,
    ...read.comments.finish(read.prose.length),
    doubtful: [],
    fault: tree.fault,
    judge: () => judgeOf(words, tree, treeIn),
  };
}

function readCopy(words: string): ReadField {
  const { prose, map, chunks, cleared, doubtful } = parsePlainText({ text: words, format: 'text' });
  return { ...plain(words, prose, map, chunks), cleared, doubtful };
}

function readLine(words: string): ReadField {
  const prose = proseBuilder(words);
  for (const { 0: run, index } of words.matchAll(/\S+(?: \S+)*|\s+/g)) {
    if (/\S/.test(run)) prose.copy(index, index + run.length);
    else if (prose.length && index + run.length < words.length) prose.insert(' ');
  }
  const built = prose.build();
  const end = built.prose.length;
  const chunks = end ? [{ kind: 'paragraph', start: 0, end, indent: 0, blankBefore: 1 } as const] : [];
  return { ...plain(words, built.prose, built.map, chunks), cleared: [], doubtful: [] };
}

/** Each chunk a block that may go with the white space before it; the value itself stays. */
function plain(
  words: string,
  prose: string,
  map: SourceMap,
  chunks: readonly Chunk[],
): Omit<ReadField, 'cleared' | 'doubtful'> {
  const root = grow(undefined, 'fixed', { start: 0, end: words.length }, 0);
  root.prose = { start: 0, end: prose.length };
  const texts = chunks.map(({ start, end }) => {
    const at = toFile(map, { start, end });
    const block = grow(root, 'block', at, start);
    const text = grow(block, 'text', at, start);
    text.prose = block.prose = { start, end };
    return text;
  });
  const isTold = isPage(words);
  return {
    ...{ prose, map, chunks, root, texts, fault: undefined },
    judge: () => ({
      isTired: false,
      // what lies between the words of copy, a comment or rows of figures, stays; and text stays text
      holds: (edits) => edits.every((edit) => takesCopyOnly(words, texts, edit) && (isTold || !isPage(edit.text))),
    }),
  };
}

function takesCopyOnly(words: string, texts: readonly Span[], { start, end }: Span): boolean {
  let from = start;
  for (const text of texts) {
    if (text.end <= from) continue;
    if (text.start >= end) break;
    if (words.slice(from, Math.max(from, text.start)).trim()) return false;
    from = text.end;
  }
  return from >= end || !words.slice(from, end).trim();
}

/** Words that stand in the file as they are. */
export const asTheyStand = (at: Span): SourceMap => ({
  runs: identity(at.end - at.start).runs.map((run) => ({ ...run, file: at.start })),
});
