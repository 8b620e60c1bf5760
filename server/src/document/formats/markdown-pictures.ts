// The words of a picture in Markdown, what it says instead of itself and its title: captions, each a part of the story by itself.
//
// A picture inside a sentence is a thing in it, and its words are left: they would stand in the middle of what is said.
import type { Image, ImageReference, Nodes, Parents } from 'mdast';
import type { ProseBuilder } from '../../text/source-map';
import { shift, type Span } from '../../text/span';
import { type Growing, grow } from '../markup';
import { copyDecoded } from './markdown-text';
import { treeOf } from './markdown-tree';
import { OBJECT } from './hidden';

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
function altIn(seen: string, start: number, end: number, alt: string): Span | undefined {
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

/** Where the words go. */
export interface WordReading {
  readonly text: string;
  readonly prose: ProseBuilder;
  readonly texts: Growing[];
  readonly within: Growing;
}

/** Writes the words to the prose. They go with their picture or stay: what holds them is no part of the line. */
export function readWords({ text, prose, texts, within }: WordReading, words: Words): void {
  const { start, end, value, isTitle, isLabel } = words;
  const own = grow(undefined, 'fixed', { start, end }, prose.length, isLabel ? 'label' : undefined);
  own.parent = within;
  const raw = text.slice(start, end);
  const put = (at: Span, said: string): void => {
    for (const piece of copyDecoded(prose, text, at, said)) {
      const node = grow(own, piece.kind === 'words' ? 'text' : 'object', piece, piece.prose.start);
      node.prose = piece.prose;
      if (piece.kind !== 'words') continue;
      node.write = (by) => ((isTitle ? MORE_IN_TITLE : MORE_THAN_WORDS).test(by) ? undefined : by);
      texts.push(node);
    }
  };
  if (raw === value || isTitle) put({ start, end }, value);
  else readMarked(treeOf(raw), start, prose, put);
  own.prose = { start: own.prose.start, end: prose.length };
}

const MORE_THAN_WORDS = /[*_`[\]{}\\|$~<>&!\r\n]/;
const MORE_IN_TITLE = /["'()*_`[\]{}\\|$~<>&!\r\n]/;

/** Words with marks of their own among them, which a picture shows without these. */
function readMarked(
  { children }: Parents,
  base: number,
  prose: ProseBuilder,
  put: (at: Span, said: string) => void,
): void {
  for (const node of children) {
    const at = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'text') put(shift(at, base), node.value);
    else if (node.type === 'inlineCode') prose.insert(OBJECT);
    else if (node.type === 'break') prose.insert(' ');
    else if ('children' in node) readMarked(node, base, prose, put);
  }
}
