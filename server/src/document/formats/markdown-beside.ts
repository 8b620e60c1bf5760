// What a Markdown file has beside its own text and is copy all the same: pieces of HTML, and the words of pictures.
import type { Html, Nodes } from 'mdast';
import type { Chunk } from '../draft';
import { commentsIn, unclosedComment } from './comments';
import { fragmentOf, openBehind, readFragment } from './markdown-html';
import { type Picture, readWords, wordsOf } from './markdown-pictures';
import { chunk, leaf, placeOf, type Reading, spanOf } from './markdown-reading';

export function readHtmlBlock(reading: Reading, node: Html, kind: Chunk['kind']): void {
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
export function readPiece(reading: Reading, node: Nodes, value: string, kind: Chunk['kind']): void {
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

/** Comments that speak to Copydesk. */
export function readHtml({ prose, comments, baseLine }: Reading, node: Html): void {
  const line = (node.position?.start.line ?? 1) + baseLine;
  for (const { start, end } of commentsIn(node.value)) comments.add(node.value.slice(start, end), prose.length, line);
}

/** What HTML that stands open round a paragraph makes of it. */
export function heldIn({ open }: Reading, kind: Chunk['kind']): Pick<Chunk, 'kind' | 'part'> {
  const holder = kind === 'paragraph' ? open.at(-1) : undefined;
  if (!holder) return { kind };
  return holder === 'blockquote' ? { kind: 'block-quote' } : { kind, part: CAPTION };
}

const CAPTION: Chunk['part'] = { role: 'caption', data: { kind: 'field' } };

/** What a picture says is a caption. */
export function readPictures(reading: Reading, pictures: readonly Picture[]): void {
  for (const picture of pictures) {
    const all = wordsOf(reading.text, reading.base, picture);
    if (all.length) reading.pictures.push(spanOf(picture, reading.base));
    for (const words of all)
      chunk(reading, { ...placeOf(reading, picture, 'paragraph'), part: CAPTION }, () => readWords(reading, words));
  }
}
