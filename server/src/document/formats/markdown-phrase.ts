// What stands within a line of Markdown: words, markup round them, tags, and what is neither. A paragraph's, a heading's, a cell's, a picture's.
import type { Html, Nodes, Parents } from 'mdast';
import type { Span } from '../../text/span';
import { grow } from '../markup';
import { commentsIn } from './comments';
import { OBJECT } from './hidden';
import { closingOfCode, isHalf, paired, tagAt } from './markdown-pairs';
import { inside, leaf, type Readers, type ParserState, spanOf } from './markdown-reading';
import { copyDecoded, type TextPiece } from './markdown-text';

/** Reads the children; then what stands between two tags, or the halves of a wiki link, is put into a node of its own. */
export function readPhrase(reading: ParserState, { children }: Parents): void {
  const { within, text } = reading;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as Nodes;
    const close = child.type === 'html' ? closingOfCode(children, i, child) : undefined;
    const last = close === undefined ? undefined : children[close];
    if (last) {
      addObject(reading, { start: spanOf(child, reading.base).start, end: spanOf(last, reading.base).end });
      i = close as number;
    } else {
      const reader = inlines[child.type];
      if (reader) reader(reading, child as never);
      else {
        const own = leaf(reading, child, 'object');
        if (child.type === 'footnoteReference') own.keeps = 'words';
      }
    }
  }
  within.children = paired(within, (object) => tagAt(text, object));
}

/** What is struck out is left out: the reader will not see it. */
const inlines: Readers<[]> = {
  text: (reading, node) => readText(reading, spanOf(node, reading.base), node.value),
  inlineCode: (reading, node) => addObject(reading, spanOf(node, reading.base)),
  break: (reading, node) => {
    leaf(reading, node, 'space');
    reading.prose.insert(' ');
  },
  html: (reading, node) => {
    readHtml(reading, node);
    const own = leaf(reading, node, /^<br\s*\/?>$/i.test(node.value) ? 'space' : 'object');
    // half of a pair that markup crosses; the others are put together
    if (isHalf(node.value)) own.keeps = 'words';
    if (/^<br\s*\/?>$/i.test(node.value)) reading.prose.insert(' ');
  },
  emphasis: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  strong: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  link: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  linkReference: (reading, node) =>
    inside(
      reading,
      node,
      'inline',
      () => readPhrase(reading, node),
      node.referenceType === 'full' ? undefined : 'label',
    ),
};

/** @param value what the parser made of the file at that place. */
export function readText(reading: ParserState, at: Span, value: string): void {
  for (const piece of copyDecoded(reading.prose, reading.text, at, value)) addPiece(reading, piece);
}

function addPiece(reading: ParserState, { kind, start, end, prose }: TextPiece): void {
  const node = grow(reading.within, kind === 'words' ? 'text' : 'object', { start, end }, prose.start);
  node.prose = prose;
  if (kind === 'words') reading.texts.push(node);
}

function addObject(reading: ParserState, at: Span): void {
  const node = grow(reading.within, 'object', at, reading.prose.length);
  reading.prose.insert(OBJECT);
  node.prose = { start: node.prose.start, end: reading.prose.length };
}

/** Comments that speak to Copydesk. */
export function readHtml({ prose, comments, baseLine }: ParserState, node: Html): void {
  const line = (node.position?.start.line ?? 1) + baseLine;
  for (const { start, end } of commentsIn(node.value)) comments.add(node.value.slice(start, end), prose.length, line);
}

/** What a text piece in Markdown's own tree holds that somebody reads. */
export const holdsProse = (node: Parents): boolean => node.children.some(isOfProse);

export const isOfProse = (node: Nodes): boolean =>
  node.type === 'text' ? PROSE.test(node.value) : node.type in inlines && 'children' in node && holdsProse(node);

/** Neither white space nor what is hidden. */
const PROSE = /[^\s\ue100-\ue102]/;
