// Whether a change leaves a Markdown file's other nodes be: the lines round it are read before and after, and the two compared.
//
// No list of dangers could be complete: a line taken out may make a heading of the one below, a list of a paragraph, code of a
// list. So the parser itself is asked, with the template syntax hidden and once more with it as it stands, since other
// programs read it so; and, where GitHub's additions to Markdown could matter, as a program reads it that knows none of them.
import type { Nodes, Root } from 'mdast';
import { applyEdits, type TextEdit } from '../../text/edit';
import { firstWhere, type Span } from '../../text/span';
import type { Judge, MarkupNode } from '../markup';
import { languageOf } from './front-matter';
import { HIDDEN } from './hidden';
import { type Fragment, isWhole } from './markdown-html';
import { outlineOf } from './markdown-outline';
import { isReadApart, plainTreeOf, treeOf } from './markdown-tree';
import { judgeOf as judgeOfTags } from './tags/judge';
import { treeOf as tagsOf } from './tags/tree-of';

/** Units read for one answer, for each unit of the file, and at the least. A file needs a fraction of it. */
const MOST_READ = 6;
const LEAST_READ = 100_000;
/** Longer passages are not read for one change: a list of a thousand points is one. */
const LONGEST = 40_000;

/**
 * @param hidden the file as the parser saw it. @param root the file's node, its children in order. @param labels of definitions.
 * @param fragments its pieces of HTML. @param pictures that have words.
 */
export function judgeOf(
  file: string,
  hidden: string,
  root: MarkupNode,
  labels: readonly string[],
  fragments: readonly Fragment[],
  pictures: readonly Span[],
): Judge {
  const pieces = new Set([...fragments, ...pictures].map(({ start, end }) => `${start}-${end}`));
  let left = LEAST_READ + MOST_READ * file.length;
  let tired = false;
  const targets = new Set(labels.map(asTarget));
  const known = new Map<string, boolean>();
  const isWords = wordsToAll(hidden, root.start, pieces);
  const holdsTags = judgesOf(fragments);
  const [readsHidden, readsWritten] = [readingOf(labels), readingOf(labels)];
  return {
    get isTired() {
      return tired;
    },
    holds(all) {
      // front matter is no Markdown
      const edits = all.filter((edit) => edit.start >= root.start);
      if (!edits.length) return true;
      if (edits.some((edit) => isReadAnew(hidden, edit) || cutsRun(hidden, edit) || isInTarget(hidden, edit, targets)))
        return false;
      if (edits.some((edit) => unmarksTarget(hidden, edit) || takesUnsureTag(hidden, edit))) return false;
      if (!holdsTags(edits)) return false;
      if (opensMatter(file, root.start, edits)) return false;
      if (edits.every((edit) => isHarmless(hidden, edit) && isWords(edit))) return true;
      const key = JSON.stringify(edits);
      const before = known.get(key);
      if (before !== undefined) return before;
      const { from, to } = region(file, root, edits);
      if (to - from > left || to - from > LONGEST) {
        tired = true;
        return false;
      }
      left -= to - from;
      const local = edits.map(shiftedBy(-from));
      const [asHidden, asWritten] = [hidden.slice(from, to), file.slice(from, to)];
      const holds = readsHidden(asHidden, local) && (asHidden === asWritten || readsWritten(asWritten, local));
      known.set(key, holds);
      return holds;
    },
  };
}

/** Whether edits inside pieces of HTML leave the other elements be; one that takes a piece whole does, if nothing of it stands elsewhere. */
function judgesOf(fragments: readonly Fragment[]): (edits: readonly TextEdit[]) => boolean {
  const judges = new Map<Fragment, Judge>();
  return (edits) => {
    const inside = new Map<Fragment, TextEdit[]>();
    for (const edit of edits) {
      for (let i = firstWhere(fragments, ({ end }) => end > edit.start); i < fragments.length; i++) {
        const one = fragments[i] as Fragment;
        if (one.start >= Math.max(edit.end, edit.start + 1)) break;
        if (edit.text === '' && edit.start <= one.start && one.end <= edit.end) {
          if (!isWhole(one)) return false;
          continue;
        }
        if (edit.start < one.start || edit.end > one.end) return false;
        inside.set(one, [...(inside.get(one) ?? []), edit]);
      }
    }
    for (const [one, own] of inside) {
      let judge = judges.get(one);
      if (!judge) judges.set(one, (judge = judgeOfTags(one.text, one.tree, (part) => tagsOf(part, 'html'))));
      if (!judge.holds(own.map(shiftedBy(-one.start)))) return false;
    }
    return true;
  };
}

const shiftedBy =
  (by: number) =>
  ({ start, end, text }: TextEdit): TextEdit => ({ start: start + by, end: end + by, text });

/** Whether a text has the same nodes before and after, to GitHub and to a program that knows none of its additions. */
function readingOf(labels: readonly string[]): (before: string, edits: readonly TextEdit[]) => boolean {
  const byGitHub = comparing(treeOf, stubsFor(labels));
  // a note is none to a program that knows of no notes
  const plainly = comparing(plainTreeOf, stubsFor(labels.filter((label) => !label.startsWith('^'))));
  return (before, edits) => byGitHub(before, edits) && (!isReadApart(before) || plainly(before, edits));
}

/** @param stubs definitions that references of the text need. */
function comparing(
  read: (text: string) => Root,
  stubs: string,
): (before: string, edits: readonly TextEdit[]) => boolean {
  // several ways to make one change are tried on the same lines
  const asItIs = lastOf(read);
  return (before, edits) => {
    const after = applyEdits(before, edits);
    return (
      outlineOf(before, edits, (text) => asItIs(text + stubs)) === outlineOf(after, [], (text) => read(text + stubs))
    );
  };
}

/**
 * Whether an edit stands among words to a program that knows nothing of GitHub's additions too: behind an address that runs into a
 * bracket a link begins to it, and what is struck, a cell or a note may hold code to one and words to the other.
 */
function wordsToAll(text: string, base: number, pieces: ReadonlySet<string>): (edit: TextEdit) => boolean {
  let places: readonly Span[] | undefined;
  return ({ start, end }) => {
    places ??= isReadApart(text) ? textsOf(plainTreeOf(text.slice(base)), base, pieces) : [];
    if (!places.length) return true;
    const at = places[firstWhere(places, (one) => one.end >= end - base)];
    return at !== undefined && at.start <= start - base;
  };
}

/** Texts, and what holds words in one piece to both readings. */
function textsOf(root: Root, base: number, pieces: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  const visit = (node: Nodes): void => {
    const at = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'text' || pieces.has(`${at.start + base}-${at.end + base}`)) found.push(at);
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The same, and what it gave last is given again for the same text. */
function lastOf<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => (last?.text === text ? last : (last = { text, value: read(text) })).value;
}

/** True where a line that comes to be the file's first would open front matter, and all behind it be no copy. */
function opensMatter(file: string, start: number, edits: readonly TextEdit[]): boolean {
  const [first, last] = [edits[0], edits.at(-1)];
  // a file that has some has no other
  if (!first || !last || start > BYTE_ORDER_MARK || first.start - start > FIRST_LINE) return false;
  // some programs pass over blank lines before it
  const opens = (text: string): boolean => languageOf(text.trimStart()) !== undefined;
  const head = file.slice(start, last.end + FIRST_LINE);
  return !opens(head) && opens(applyEdits(head, edits.map(shiftedBy(-start))));
}

const FIRST_LINE = 80;
const BYTE_ORDER_MARK = 1;

/** Words for words inside a line, with the same kinds of characters at either end: no parser could tell the two apart. */
function isHarmless(text: string, { start, end, text: by }: TextEdit): boolean {
  const old = text.slice(start, end);
  const [left, right] = [text.charAt(start - 1), text.charAt(end)];
  // a space of another kind, or what nobody sees, between two letters
  if (/^[\p{Zs}\p{Cf}]+$/u.test(old) && /^ ?$/.test(by) && LETTER.test(left) && LETTER.test(right)) return true;
  if (!by || !old || !WORDS.test(old) || !WORDS.test(by)) return false;
  // "www", a line that begins with a figure, a character that is escaped: all could be more than words
  if (!/[\p{L}\p{N} ,;("'“”‘’]/u.test(left) || !/[\p{L}\p{N} .,;)?!"'“”‘’\n\r]/u.test(right)) return false;
  if (/^\d/.test(by) || /[./:@]/.test(by)) return false;
  return sameKind(old.charAt(0), by.charAt(0)) && sameKind(old.charAt(old.length - 1), by.charAt(by.length - 1));
}

/** True where it changes marks of a title, `(a.png "Port")`, in a piece that some programs read as words and others as HTML. */
function unmarksTarget(text: string, { start, end, text: by }: TextEdit): boolean {
  if (!/["“”]/.test(text.slice(start, end) + by)) return false;
  return /\]\([^()\r\n]*$/.test(text.slice(Math.max(0, start - LONGEST_TARGET), start));
}

/** True where it takes out a tag with an expression in it, `<Box at={place}>`: a tag to some programs, and words to others. */
const takesUnsureTag = (text: string, { start, end, text: by }: TextEdit): boolean =>
  by === '' && (text.slice(start, end).match(/<[^<>]{1,2000}>/g) ?? []).some((tag) => tag.includes(HIDDEN));

/** True where what stands before the edit would take what stands in it for an escape's or an entity's second half. */
function isReadAnew(text: string, { start, end, text: by }: TextEdit): boolean {
  const before = text.slice(Math.max(0, start - 34), start);
  const becomes = by + text.slice(end, end + 34);
  if (before.endsWith('\\') && becomes.charAt(0) !== text.charAt(start))
    return PUNCTUATION.test(becomes.charAt(0)) || PUNCTUATION.test(text.charAt(start)) || /^[\r\n]/.test(becomes);
  const opens = before.lastIndexOf('&');
  const opened = before.slice(opens);
  return (
    opens >= 0 &&
    /^&#?[\da-z]*$/i.test(opened) &&
    /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{0,31});/i.test(opened + becomes)
  );
}

/**
 * True where it takes a part of a run of marks and leaves the rest, "*Endi**". What the rest may open or close depends on how long the run
 * was: the rules of Markdown count it as it was written, the library as it is left.
 */
function cutsRun(text: string, { start, end }: TextEdit): boolean {
  const cuts = (inside: number, outside: number): boolean =>
    text.charAt(inside) === text.charAt(outside) && RUN.test(text.charAt(inside));
  return end > start && (cuts(end - 1, end) || cuts(start, start - 1));
}

const RUN = /[*_~]/;

/**
 * True where it changes words in brackets that are the target of a reference. The library does not see one before a bracket that
 * opens no label, `[Port][[x]`, where the rules of Markdown do.
 */
function isInTarget(text: string, { start, end }: TextEdit, targets: ReadonlySet<string>): boolean {
  if (!targets.size) return false;
  const opens = text.slice(Math.max(0, start - LONGEST_TARGET), start).search(/\[[^[\]]*$/);
  const closes = text.slice(end, end + LONGEST_TARGET).search(/\]/);
  if (opens < 0 || closes < 0) return false;
  const from = Math.max(0, start - LONGEST_TARGET) + opens + 1;
  if (!targets.has(asTarget(text.slice(from, end + closes)))) return false;
  const behind = text.slice(end + closes + 1, end + closes + 1 + LONGEST_TARGET);
  const other = /^\[([^[\]]+)\]/.exec(behind)?.[1];
  return !behind.startsWith('(') && !(other !== undefined && targets.has(asTarget(other)));
}

const LONGEST_TARGET = 200;
const asTarget = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const LETTER = /\p{L}/u;
const WORDS = /^[\p{L}\p{N}\p{M} ,'’‘“”"-]+$/u;
const characterKindOf = (character: string): number =>
  /[\p{L}\p{N}\p{M}]/u.test(character) ? 1 : character === ' ' ? 2 : 3;
const sameKind = (a: string, b: string): boolean => characterKindOf(a) === characterKindOf(b);

/** The lines of the blocks that the edits touch, and of one on either side. */
function region(file: string, { children, start, end }: MarkupNode, edits: readonly TextEdit[]) {
  const first = Math.min(...edits.map((edit) => edit.start));
  const last = Math.max(...edits.map((edit) => edit.end));
  const from = children[lastStarting(children, first) - 1];
  const to = children[lastStarting(children, last) + 2];
  const lineStart = (at: number): number => {
    let line = at;
    while (line > start && !'\n\r'.includes(file.charAt(line - 1))) line--;
    return line;
  };
  return { from: from ? lineStart(from.start) : start, to: to ? lineStart(to.start) : end };
}

/** Index of the last child that starts at or before `at`; -1 where none does. */
const lastStarting = (children: readonly MarkupNode[], at: number): number =>
  firstWhere(children, ({ start }) => start > at) - 1;

/** Definitions that references need wherever they stand: a passage is read with stand-ins for them. */
const stubsFor = (labels: readonly string[]): string =>
  labels.length
    ? `\n\n\n${labels
        .slice(0, MOST_STUBS)
        .map((label) => `[${label}]: x\n`)
        .join('\n')}`
    : '';

const MOST_STUBS = 300;
