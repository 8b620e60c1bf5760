// Whether a change leaves the other elements of a file with tags be: what holds it is read before and after, and the two compared.
import { applyEdits, type TextEdit } from '../../../text/edit';
import { firstWhere, type Span } from '../../../text/span';
import type { Judge } from '../../markup';
import { isBlock, leavesOpen } from './html-rules';
import { type Attribute, type Dialect, type Element, type Piece, readPieces, type TagNode, type Tree } from './tree';

/** Units read for one answer, for each unit of the file, and at the least. A file needs a fraction of it. */
const MOST_READ = 6;
const LEAST_READ = 100_000;

/** Reads a file, or a part of one, as the story's own parser does. */
export type ReadTree = (text: string, dialect: Dialect) => Tree;

export function judgeOf(file: string, { root, fault }: Tree, read: ReadTree): Judge {
  let left = LEAST_READ + MOST_READ * file.length;
  let tired = false;
  const known = new Map<string, boolean>();
  return {
    get isTired() {
      return tired;
    },
    holds(edits) {
      // nobody knows what a change does to a file that is not whole
      if (fault) return false;
      const doubtful = edits.filter((edit) => !isHarmless(file, edit));
      if (!doubtful.length) return true;
      const key = JSON.stringify(edits);
      const before = known.get(key);
      if (before !== undefined) return before;
      const { start, end, dialect } = holding(root, doubtful);
      if (end - start > left) {
        tired = true;
        return false;
      }
      left -= end - start;
      const part = file.slice(start, end);
      const local = edits
        .filter((edit) => edit.start >= start && edit.end <= end)
        .map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
      const holds = isSame(part, local, (text) => read(text, dialect));
      known.set(key, holds);
      return holds;
    },
  };
}

/** Words for words with nothing near that is a mark: no parser could tell the two apart. */
function isHarmless(file: string, { start, end, text }: TextEdit): boolean {
  if (!text || MARKS.test(text) || MARKS.test(file.slice(start, end))) return false;
  const before = file.slice(Math.max(0, start - LONGEST_CODE), start);
  const code = before.lastIndexOf('&');
  return !/[<\]]$/.test(before) && (code < 0 || /[;\s<>]/.test(before.slice(code))) && file.charAt(end) !== ']';
}

const MARKS = /[<>&\]]/;
/** Units of the longest code for a character: "&CounterClockwiseContourIntegral;". */
const LONGEST_CODE = 34;

/** The innermost element with tags of its own that holds all of the edits, and more than them. */
function holding(root: Element, edits: readonly TextEdit[]): Span & { readonly dialect: Dialect } {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  let found = root;
  for (let at: Element | undefined = root; at; ) {
    const next: TagNode | undefined = at.children[firstReaching(at.children, end)];
    if (next?.type !== 'element' || next.opened > start || next.inner < end) break;
    if (next.closed) found = next;
    at = next;
  }
  return amongWhole(found, start, end);
}

/** In a long element, what stands between the two nearest elements with tags of their own: these keep apart what is outside. */
function amongWhole(holder: Element, start: number, end: number): Span & { readonly dialect: Dialect } {
  const { children, dialect } = holder;
  const isWhole = (node: TagNode | undefined): boolean => node?.type === 'element' && node.closed && isBlock(node.name);
  let first = firstReaching(children, start) - 1;
  let last = firstReaching(children, end) + 1;
  while (first >= 0 && !(isWhole(children[first]) && (children[first] as TagNode).end <= start)) first--;
  while (last < children.length && !(isWhole(children[last]) && (children[last] as TagNode).start >= end)) last++;
  const [before, behind] = [children[first], children[last]];
  return before && behind ? { start: before.start, end: behind.end, dialect } : holder;
}

/** Index of the first that ends at or behind the offset. */
const firstReaching = (nodes: readonly TagNode[], offset: number): number =>
  firstWhere(nodes, ({ end }) => end >= offset);

function isSame(text: string, edits: readonly TextEdit[], read: (text: string) => Tree): boolean {
  const after = applyEdits(text, edits);
  const [was, is] = [read(text), read(after)];
  if (is.fault) return false;
  const expected = outlineOf(text, was.root, edits, (words) => {
    const { root } = read(words);
    // codes in what is written; what is no text at all is no words
    return root.children.map((one) => (one.type === 'text' ? readPieces(words, one.pieces) : MARK)).join('');
  });
  return expected !== undefined && expected === outlineOf(after, is.root, [], (words) => words);
}

/** Between the parts of an outline: no character of a file with tags. */
const MARK = '\0';

/**
 * The elements of a text in one line, their words as they stand with the edits made, without what an edit takes whole. White space
 * beside a tag does not count. Nothing where an edit leaves an element empty, or cuts a tag.
 */
function outlineOf(
  text: string,
  root: Element,
  edits: readonly TextEdit[],
  decode: (words: string) => string,
): string | undefined {
  const out: string[] = [];
  let whole = true;
  const taken = ({ start, end }: Span): boolean =>
    edits.some((edit) => edit.text === '' && edit.start <= start && end <= edit.end && end > start);
  const touched = ({ start, end }: Span): boolean => edits.some((edit) => edit.start < end && start < edit.end);
  /** @returns whether anything is left of it that somebody reads. */
  const visit = (node: TagNode): boolean => {
    if (node.type === 'text') {
      const words = wordsOf(text, node.pieces, node, edits, node.isVerbatim ? (written) => written : decode);
      if (words === undefined) whole = false;
      out.push(...(node.isVerbatim ? [MARK, words ?? '', MARK] : [words ?? '']));
      return words?.trim() !== '';
    }
    if (taken(node)) {
      if (node.type === 'element' && leavesOpen(node)) whole = false;
      return false;
    }
    if (node.type !== 'element') {
      if (touched(node)) whole = false;
      out.push(MARK, text.slice(node.start, node.end), MARK);
      return false;
    }
    const tags = [
      { start: node.start, end: node.opened },
      { start: node.inner, end: node.end },
    ];
    if (
      node.parent &&
      tags.some(touched) &&
      !node.attributes.some(({ value }) => edits.some((edit) => isIn(value, edit)))
    )
      whole = false;
    out.push(
      MARK,
      node.name,
      ...node.attributes.flatMap((one) => [' ', one.name, '=', wordsOfValue(text, one, edits)]),
      MARK,
    );
    const left = node.children.map(visit);
    if (
      node.parent &&
      node.children.length > 0 &&
      !left.includes(true) &&
      touched({ start: node.opened, end: node.inner })
    )
      whole = false;
    out.push(MARK, '/', MARK);
    return left.includes(true) || node.children.length === 0;
  };
  visit(root);
  if (!whole) return undefined;
  return out
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\0 ?/g, MARK);
}

const isIn = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A value is changed by plain words alone, which nobody could take for anything else. */
const wordsOfValue = (text: string, { value, pieces }: Attribute, edits: readonly TextEdit[]): string =>
  wordsOf(text, pieces, value, edits, (words) => words) ?? '';

/** Characters with the edits made; nothing where an edit takes a part of a code. */
function wordsOf(
  text: string,
  pieces: readonly Piece[],
  { start, end }: Span,
  edits: readonly TextEdit[],
  decode: (words: string) => string,
): string | undefined {
  const own = edits.filter((edit) => edit.start <= end && edit.end >= start);
  if (!own.length) return readPieces(text, pieces);
  let out = '';
  let next = 0;
  const write = (upTo: number): void => {
    for (; next < own.length && (own[next] as TextEdit).start <= upTo; next++) {
      const edit = own[next] as TextEdit;
      if (edit.start >= start) out += decode(edit.text);
    }
  };
  for (const piece of pieces) {
    if (piece.text !== undefined) {
      write(piece.start);
      const taking = own.find((edit) => edit.start < piece.end && piece.start < edit.end);
      if (taking && (taking.start > piece.start || taking.end < piece.end)) return undefined;
      if (!taking) out += piece.text;
      continue;
    }
    for (let at = piece.start; at < piece.end; ) {
      write(at);
      const taking = own.find((edit) => edit.start <= at && at < edit.end);
      const to = Math.min(piece.end, taking?.end ?? own[next]?.start ?? piece.end);
      if (!taking) out += text.slice(at, to);
      at = to;
    }
  }
  write(end);
  return out;
}
