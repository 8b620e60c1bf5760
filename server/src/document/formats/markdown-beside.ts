// What a Markdown file has beside its own text and is copy all the same: pieces of HTML, and the words of pictures.
import type { Html, Nodes, Parents } from 'mdast';
import type { Span } from '../../text/span';
import type { Chunk } from '../draft';
import { unclosedComment } from './comments';
import { fragmentOf, openBehind, readFragment } from './markdown-html';
import { type Picture, readWords, wordsOf } from './markdown-pictures';
import { readHtml } from './markdown-phrase';
import { readTagWords, type TagWords, tagWordsIn } from './markdown-tags';
import { chunk, leaf, placeOf, type ParserState, spanOf } from './markdown-reading';

export function readHtmlBlock(reading: ParserState, node: Html, kind: Chunk['kind']): void {
  const { value } = node;
  const isComment = value.startsWith('<!--');
  const { line } = placeOf(reading, node, kind);
  const close = value.indexOf('-->');
  if (isComment && close < 0) reading.notes.push(unclosedComment(line));
  // nothing behind the comment is to be read
  if (isComment && (close < 0 || value.slice(close + 3).trim() === '')) {
    readHtml(reading, node);
    leaf(reading, node, 'object');
  } else readPiece(reading, node, value, kind);
}

/** Reads a piece of HTML as a page's own. */
export function readPiece(reading: ParserState, node: Nodes, value: string, kind: Chunk['kind']): void {
  const fragment = fragmentOf(reading.text, spanOf(node, reading.base), value);
  if (!fragment) {
    if (node.type === 'html') readHtml(reading, node);
    leaf(reading, node, 'object');
    return;
  }
  const { line, lastLine } = placeOf(reading, node, kind);
  const read = readFragment(reading, fragment, {
    kind: heldIn(reading, kind).kind,
    blankBefore: Math.max(0, line - reading.lastLine - 1),
    line,
  });
  if (read.prose.end > read.prose.start) reading.lastLine = lastLine;
  reading.fragments.push(fragment);
  reading.open = openBehind(reading.open, fragment);
}

/** What HTML that stands open round a paragraph makes of it. */
export function heldIn({ open }: ParserState, kind: Chunk['kind']): Pick<Chunk, 'kind' | 'part'> {
  const holder = kind === 'paragraph' ? open.at(-1) : undefined;
  if (!holder) return { kind };
  return holder === 'blockquote' ? { kind: 'block-quote' } : { kind, part: CAPTION };
}

const CAPTION: Chunk['part'] = { role: 'caption', data: { kind: 'field' } };

/** What a picture says is a caption. */
export function readPictures(reading: ParserState, pictures: readonly Picture[]): void {
  for (const picture of pictures) {
    const all = wordsOf(reading.text, reading.base, picture);
    if (all.length) reading.pictures.push(spanOf(picture, reading.base));
    for (const words of all)
      chunk(reading, { ...placeOf(reading, picture, 'paragraph'), part: CAPTION }, () => readWords(reading, words));
  }
}

/** The words of templates before the first words of a paragraph, and of those behind its last. */
export function tagsBeside(
  { file, text, base }: ParserState,
  node: Parents,
  isOfProse: (node: Nodes) => boolean,
): { readonly before: readonly TagWords[]; readonly behind: readonly TagWords[] } {
  const all = tagWordsIn(file, text, spanOf(node, base));
  if (!all.length) return { before: [], behind: [] };
  const words = proseIn(node, isOfProse).map((one) => wordsIn(text, spanOf(one, base)));
  const [first, last] = [words[0]?.start, words.at(-1)?.end];
  if (first === undefined || last === undefined) return { before: all, behind: [] };
  return { before: all.filter(({ end }) => end <= first), behind: all.filter(({ start }) => start >= last) };
}

/** The texts with words in them. */
const proseIn = (node: Nodes, isOfProse: (node: Nodes) => boolean): readonly Nodes[] =>
  node.type === 'text'
    ? [node]
    : 'children' in node
      ? node.children.filter(isOfProse).flatMap((one) => proseIn(one, isOfProse))
      : [node];

/** From the first character that is neither white space nor hidden to behind the last. */
function wordsIn(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && UNSEEN.test(text.charAt(from))) from++;
  while (to > from && UNSEEN.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

const UNSEEN = /[\s\ue100-\ue102]/;

export function readTags(reading: ParserState, node: Nodes, all: readonly TagWords[]): void {
  for (const words of all)
    chunk(reading, { ...placeOf(reading, node, 'paragraph'), part: CAPTION }, () =>
      readTagWords(reading.file, words, reading),
    );
}
