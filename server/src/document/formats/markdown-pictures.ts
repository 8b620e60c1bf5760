// The words of a picture in Markdown, what it says instead of itself and its title: captions, each a part of the story by itself.
//
// A picture inside a sentence is a thing in it, and its words are left: they would stand in the middle of what is said.
import type { Image, ImageReference, Nodes, Parents } from 'mdast';
import type { Span } from '../../text/span';
import { grow } from '../markup';
import { readComments } from './comments';
import { readPhrase, readText } from './markdown-phrase';
import type { ParserState } from './markdown-reading';
import { treeOf } from './markdown-tree';

export type Picture = Image | ImageReference;

/** The pictures before the first words of a paragraph and those behind its last; all of them where it has no words. */
export function picturesBeside(
  { children }: Parents,
  holdsProse: (node: Nodes) => boolean,
): { readonly before: readonly Picture[]; readonly behind: readonly Picture[] } {
  const first = children.findIndex(holdsProse);
  if (first < 0) return { before: picturesIn(children), behind: [] };
  const last = children.findLastIndex(holdsProse);
  return { before: picturesIn(children.slice(0, first)), behind: picturesIn(children.slice(last + 1)) };
}

const picturesIn = (nodes: readonly Nodes[]): Picture[] =>
  nodes.flatMap((node) =>
    node.type === 'image' || node.type === 'imageReference'
      ? [node]
      : 'children' in node
        ? picturesIn(node.children)
        : [],
  );

/** Words of a picture where they stand in the file. */
export interface Words extends Span {
  readonly value: string;
  readonly isTitle: boolean;
  /** They are the target of a reference too. */
  readonly isLabel: boolean;
}

/** @param seen the file as the parser saw it. @param base units before what the parser sees. */
export function wordsOf(seen: string, base: number, picture: Picture): Words[] {
  const start = (picture.position?.start.offset ?? 0) + base;
  const end = (picture.position?.end.offset ?? 0) + base;
  const found: Words[] = [];
  const alt = picture.alt && altIn(seen, start, end, picture.alt);
  const isLabel = picture.type === 'imageReference' && picture.referenceType !== 'full';
  if (alt) found.push({ ...alt, value: picture.alt ?? '', isTitle: false, isLabel });
  const title = picture.type === 'image' && picture.title ? titleIn(seen, start, end, picture.title) : undefined;
  if (title && picture.type === 'image')
    found.push({ ...title, value: picture.title ?? '', isTitle: true, isLabel: false });
  return found.filter(({ value }) => isCaption(value));
}

/** No name of a file, no "image": more than a word that a program put there. */
export function isCaption(said: string): boolean {
  const words = said.trim();
  const isName = !/\s/.test(words) && /[_\d]|\.[a-z\d]{2,5}$/i.test(words);
  return /\p{L}/u.test(words) && !isName && !STAND_INS.has(words.toLowerCase());
}

const STAND_INS: ReadonlySet<string> = new Set([
  'image',
  'img',
  'photo',
  'alt',
  'alt text',
  'picture',
  'logo',
  'icon',
  'screenshot',
]);

/** Between `![` and the bracket that closes it. */
export function altIn(seen: string, start: number, end: number, alt: string): Span | undefined {
  const from = start + 2;
  if (seen.startsWith(alt, from) && seen[from + alt.length] === ']') return { start: from, end: from + alt.length };
  let depth = 0;
  for (let at = from; at < end; at++) {
    const unit = seen.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '[') depth++;
    else if (unit === ']' && depth-- === 0) return { start: from, end: at };
  }
  return undefined;
}

/** Between the marks before the bracket that closes a picture. */
function titleIn(seen: string, start: number, end: number, title: string): Span | undefined {
  let close = end - 1;
  while (close > start && /\s/.test(seen.charAt(close - 1))) close--;
  close--;
  const mark = seen.charAt(close);
  const opening = mark === ')' ? '(' : mark;
  const exact = close - title.length;
  if (exact > start && seen.startsWith(title, exact) && seen[exact - 1] === opening)
    return { start: exact, end: close };
  for (let at = close - 1; at > start; at--)
    if (seen[at] === opening && /\s/.test(seen.charAt(at - 1))) return { start: at + 1, end: close };
  return undefined;
}

/** Writes the words to the prose. They go with their picture or stay: what holds them is no part of the line. */
export function readWords(reading: ParserState, words: Words): void {
  const { start, end, value, isTitle, isLabel } = words;
  const { text, prose, texts, within } = reading;
  const own = grow(undefined, 'fixed', { start, end }, prose.length, isLabel ? 'label' : undefined);
  own.parent = within;
  const first = texts.length;
  const isPlain = text.slice(start, end) === value && !value.includes('<');
  if (isTitle || isPlain) readText({ ...reading, within: own }, words, value);
  // a comment in them speaks to nobody
  else readPhrase({ ...reading, within: own, base: start - 1, comments: readComments() }, marked(asSaid(text, words)));
  for (const one of texts.slice(first))
    one.write = (by) => ((isTitle ? MORE_IN_TITLE : MORE_THAN_WORDS).test(by) ? undefined : by);
  own.prose = { start: own.prose.start, end: prose.length };
}

const MORE_THAN_WORDS = /[*_`[\]{}\\|$~<>&!\r\n]/;
const MORE_IN_TITLE = /["'()*_`[\]{}\\|$~<>&!\r\n]/;

/**
 * What a picture says instead of itself, to be read as a text of its own: behind the bracket that opens it, where no line begins a block;
 * what stands before its other lines, marks of quotes, is white space. @param seen the file as the parser saw it.
 */
export const asSaid = (seen: string, { start, end }: Span): string =>
  seen
    .slice(start - 1, end)
    .replace(/([\r\n])([ \t>]+)/g, (_, line: string, marks: string) => line + ' '.repeat(marks.length));

/** The words of one text and markup round them, which the library leaves out of a picture. Offsets from the bracket. */
function marked(said: string): Parents {
  const lines = treeOf(said).children.filter((one) => one.type === 'paragraph' || one.type === 'heading');
  const [bracket, ...children] = lines.flatMap((one) => one.children);
  if (bracket?.type !== 'text' || !bracket.position) return { type: 'paragraph', children: [] };
  const { start, end } = bracket.position;
  const words = { ...bracket, value: bracket.value.slice(1), position: { start: { ...start, offset: 1 }, end } };
  return { type: 'paragraph', children: [words, ...children] };
}
