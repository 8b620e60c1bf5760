// Where an edit of the prose stands in the file, or that it stands nowhere: a fix takes a whole node of the file or nothing.
//
// The one way from a fix to a file, for every rule, format and client. An edit lies wholly in one text of the file; or it takes
// words out, and with them all markup that would be left empty; or it is withheld, and the finding stays.
import type { Block, Story } from '../document/story';
import { OBJECT } from '../document/formats/hidden';
import type { Judge, Markup, MarkupNode } from '../document/markup';
import { collide, type TextEdit } from '../text/edit';
import { endInFile, isExact, type Run, toFile } from '../text/source-map';
import { byPosition, type Span, trim } from '../text/span';

export interface Placer {
  /** The edits of one fix in the file's offsets, or nothing where one of them cannot be made as it is. */
  place(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
  /** Whether edits in the file's own offsets stand among its words and leave its markup as it is. */
  keepsMarkup(edits: readonly TextEdit[]): boolean;
  /**
   * Whether a fix, placed, can be made unseen together with those taken before it. Each of two by itself may leave a word, a line
   * that keeps two blocks apart, where both leave none. One that cannot waits until the others are made.
   */
  takesWith(edits: readonly TextEdit[]): boolean;
  /** A fix was withheld because too much would have had to be read. */
  readonly isTired: boolean;
}

/** For one answer about a story. @param file the text it was read from. */
export function placerOf(story: Story, file: string): Placer {
  const judge = story.markup?.judge();
  return {
    place: (edits) =>
      edits.every((edit) => leavesObjects(story, edit)) ? placed(story, file, judge, edits) : undefined,
    keepsMarkup: (edits) =>
      !story.markup || edits.every((edit) => isAmong(story.markup?.texts ?? [], edit) && judge?.holds([edit])),
    takesWith: togetherIn(story.markup),
    get isTired() {
      return judge?.isTired ?? false;
    },
  };
}

/** How many of the fixes before are looked at. */
const MOST_TOGETHER = 6;

function togetherIn(markup: Markup | undefined): Placer['takesWith'] {
  if (!markup) return () => true;
  // what there is no time to find out is left to chance, as if there were no others
  const judge = markup.judge();
  let run: (readonly TextEdit[])[] = [];
  return (edits) => {
    if (!edits.every(({ text }) => text === '')) return true;
    const taken = run.flat();
    const last = taken.at(-1);
    const next = edits[0];
    if (!last || !next || next.start < last.end || wordsStay(markup.texts, last.end, next.start)) run = [];
    else if (!taken.some((one) => edits.some((edit) => collide(one, edit)))) {
      if (!judge.holds([...taken, ...edits].sort(byPosition)) && !judge.isTired) return false;
    }
    run = [...run, edits].slice(-MOST_TOGETHER);
    return true;
  };
}

/** True where a whole text stands between the two places. */
function wordsStay(texts: readonly MarkupNode[], from: number, to: number): boolean {
  const node = texts[firstWhere(texts, ({ start }) => start >= from)];
  return node !== undefined && node.end <= to;
}

function placed(
  story: Story,
  file: string,
  judge: Judge | undefined,
  edits: readonly TextEdit[],
): TextEdit[] | undefined {
  const { markup } = story;
  if (!markup || !judge) {
    const inFile = edits.map((edit) => inPlainFile(story, file, edit));
    return inFile.every((edit) => edit !== undefined) ? inFile : undefined;
  }
  const chosen: TextEdit[] = [];
  for (const edit of edits) {
    // the first way that holds beside those chosen before
    const way = waysOf(story, markup.texts, edit).find(
      (one) => !chosen.some((other) => collide(other, one)) && judge.holds([...chosen, one].sort(byPosition)),
    );
    if (!way) return undefined;
    chosen.push(way);
  }
  return chosen;
}

// ---- plain text ----------------------------------------------------------------------------------------------------------

/**
 * The edit in a file without markup. What lies there and is left out of the prose, rows that were pasted or a comment, stays: a
 * removal then takes its own words alone.
 */
function inPlainFile({ map, prose }: Copy, file: string, edit: TextEdit): TextEdit | undefined {
  const words = edit.text === '' ? [edit, { ...trim(prose, edit), text: '' }] : [edit];
  for (const one of words) {
    if (!isExact(map, one)) continue;
    const { start, end } = toFile(map, one);
    if (takesProseOnly(map, file, { start, end })) return { start, end, text: edit.text };
  }
  return undefined;
}

/** True where nothing but white space and what nobody sees stands in the file between what is mapped. */
function takesProseOnly({ runs }: Copy['map'], file: string, { start, end }: Span): boolean {
  let from = start;
  for (let i = firstWhere(runs, (run) => endInFile(run) > start); i < runs.length; i++) {
    const run = runs[i] as Run;
    if (run.file >= end) break;
    if (run.file > from && SEEN.test(file.slice(from, run.file))) return false;
    from = Math.max(from, endInFile(run));
  }
  return from >= end || !SEEN.test(file.slice(from, end));
}

const SEEN = /[^\s\p{Cf}]/u;

// ---- what is no prose ----------------------------------------------------------------------------------------------------

/** An address, or a template, code, a formula in a sentence, is never changed. An address may go with all that is taken out. */
function leavesObjects({ blocks, prose }: Story, edit: TextEdit): boolean {
  if (prose.slice(edit.start, edit.end).includes(OBJECT)) return false;
  for (let i = firstWhere(blocks, ({ end }) => end >= edit.start); i < blocks.length; i++) {
    const { start: base, facts } = blocks[i] as Block;
    if (base > edit.end) break;
    for (const { start, end } of facts.opaque) {
      const [from, to] = [base + start, base + end];
      const touches = edit.start < to && from < edit.end;
      const within = edit.start === edit.end && from < edit.start && edit.start < to;
      if (within || (touches && !(edit.text === '' && edit.start <= from && to <= edit.end))) return false;
    }
  }
  return true;
}

// ---- markup --------------------------------------------------------------------------------------------------------------

/** Prose and its way to the file. */
type Copy = Pick<Story, 'prose' | 'map'>;

/** The ways in which the edit could be made in the file, the best first; none where it reaches across markup. */
function waysOf(copy: Copy, texts: readonly MarkupNode[], edit: TextEdit): TextEdit[] {
  if (edit.start === edit.end) {
    const node = textAt(texts, edit.start);
    return node && isExactIn(copy, node, edit) ? asWritten(node, inText(copy, node, edit)) : [];
  }
  const touched = textsIn(texts, edit);
  if (!touched.every((node) => isExactIn(copy, node, edit))) return [];
  if (edit.text === '') return removals(copy, touched, edit);
  const [only] = touched;
  const inOne = only && touched.length === 1 && only.prose.start <= edit.start && edit.end <= only.prose.end;
  return inOne ? asWritten(only, inText(copy, only, edit)) : [];
}

/** What front matter can hold as it stands there; and the label of a reference, which is its target too, stays as it is. */
function asWritten(node: MarkupNode, edit: TextEdit): TextEdit[] {
  if (node.keeps === 'value') return /["'\\:#[\]{}&*!|>%@`\r\n]/.test(edit.text) ? [] : [edit];
  return isInLabel(node) ? [] : [edit];
}

/** What of the edit is in one text. At the text's own ends it takes in what was folded or decoded there. */
function inText({ map }: Copy, { prose, start, end }: MarkupNode, edit: TextEdit): TextEdit {
  const insertion = edit.start === edit.end;
  return {
    start: edit.start <= prose.start ? start : insertion && edit.start >= prose.end ? end : toFile(map, edit).start,
    end: edit.end >= prose.end ? end : insertion && edit.end <= prose.start ? start : toFile(map, edit).end,
    text: edit.text,
  };
}

/** True where both ends of the edit are the text's own, or stand beside characters that are the file's. */
function isExactIn({ map }: Copy, { prose }: MarkupNode, edit: TextEdit): boolean {
  const at = (offset: number): boolean => isExact(map, { start: offset, end: offset });
  const starts =
    edit.start <= prose.start || at(edit.start) || isExact(map, { start: edit.start, end: edit.start + 1 });
  return starts && (edit.end >= prose.end || at(edit.end));
}

/** Takes words out, and all markup that would be left empty. */
function removals(copy: Copy, touched: readonly MarkupNode[], edit: TextEdit): TextEdit[] {
  const taken = (node: MarkupNode): boolean => isTaken(copy, node, edit);
  const tops: MarkupNode[] = [];
  for (const node of touched) {
    const { start, end } = node.prose;
    if (copy.prose.slice(Math.max(start, edit.start), Math.min(end, edit.end)).trim() === '') continue;
    const top = topOf(node, taken);
    if (!top) return [];
    if (tops.at(-1) !== top) tops.push(top);
  }
  const [first] = tops;
  const last = tops.at(-1);
  if (!first || !last) return onlySpace(copy, touched, edit);
  const { parent } = first;
  if (!parent) return taken(first) ? [] : asWritten(first, inText(copy, first, edit));
  if (!tops.every((top) => top.parent === parent)) return [];
  if (parent.keeps === 'head' && first === parent.children[0]) return [];
  return first.kind === 'block'
    ? linesOut(parent.children, first, last)
    : inLine(copy, parent.children, first, last, edit);
}

const onlySpace = (copy: Copy, [only, ...more]: readonly MarkupNode[], edit: TextEdit): TextEdit[] =>
  only && !more.length ? asWritten(only, inText(copy, only, edit)) : [];

/** True where nothing would be left of the node but what nobody sees. */
function isTaken(copy: Copy, node: MarkupNode, edit: TextEdit): boolean {
  if (node.kind === 'text') {
    const { start, end } = trim(copy.prose, node.prose);
    return start >= end || (edit.start <= start && end <= edit.end);
  }
  if (node.kind === 'space') return true;
  if (node.kind === 'object' || !node.children.length) return false;
  return node.children.every((child) => isTaken(copy, child, edit));
}

/** The highest node that goes whole with this text; the text itself, where some of it or of what it stands in is left. */
function topOf(text: MarkupNode, taken: (node: MarkupNode) => boolean): MarkupNode | undefined {
  let top = text;
  /** What cannot go would be left empty, unless something goes that holds it. */
  let empty = false;
  if (taken(text)) {
    for (let node = text.parent; node?.parent && taken(node); node = node.parent) {
      if (node.kind === 'fixed') empty = true;
      else {
        top = node;
        empty = false;
      }
    }
  }
  return empty || isInLabel(top) ? undefined : top;
}

function isInLabel(node: MarkupNode): boolean {
  for (let above = node.parent; above; above = above.parent) if (above.keeps === 'label') return true;
  return false;
}

/**
 * Blocks from the first to the last, with the lines before them, or those behind, or none. A blank line between what stays is kept,
 * for programs that read fewer kinds of Markdown.
 */
function linesOut(siblings: readonly MarkupNode[], first: MarkupNode, last: MarkupNode): TextEdit[] {
  const before = siblings[placeIn(siblings, first) - 1];
  const next = siblings[placeIn(siblings, last) + 1];
  const out = (start: number, end: number): TextEdit => ({ start, end, text: '' });
  // where code is never closed, the library has the item before end behind the one that follows
  const withBefore = before ? [out(Math.min(before.end, first.start), last.end)] : [];
  const withNext = next ? [out(first.start, Math.max(next.start, last.end))] : [];
  const ways = next?.apart || !first.apart ? [...withBefore, ...withNext] : [...withNext, ...withBefore];
  return [...ways, out(first.start, last.end)];
}

/** Words of one line, from the first to the last: nothing that stays may stand between them. */
function inLine(
  copy: Copy,
  siblings: readonly MarkupNode[],
  first: MarkupNode,
  last: MarkupNode,
  edit: TextEdit,
): TextEdit[] {
  const [from, to] = [placeIn(siblings, first), placeIn(siblings, last)];
  for (let i = from + 1; i < to; i++) if (!isTaken(copy, siblings[i] as MarkupNode, edit)) return [];
  const own = (node: MarkupNode): TextEdit | MarkupNode => (node.kind === 'text' ? inText(copy, node, edit) : node);
  // the space that goes with the words may be another text's
  const before = spaceBeside(copy, siblings, from, -1, edit);
  const behind = spaceBeside(copy, siblings, to, 1, edit);
  return [{ start: (before ?? own(first)).start, end: (behind ?? own(last)).end, text: '' }];
}

/** What the edit takes of the text on that side, breaks between the two passed over. */
function spaceBeside(
  copy: Copy,
  siblings: readonly MarkupNode[],
  at: number,
  step: 1 | -1,
  edit: TextEdit,
): TextEdit | undefined {
  for (let i = at + step; i >= 0 && i < siblings.length; i += step) {
    const node = siblings[i] as MarkupNode;
    if (node.kind === 'space') continue;
    const touches = node.kind === 'text' && node.prose.start < edit.end && edit.start < node.prose.end;
    return touches ? inText(copy, node, edit) : undefined;
  }
  return undefined;
}

// ---- places among many, by halves ----------------------------------------------------------------------------------------

/** True where the edit, in file offsets, lies in one of the texts or at an end of it. */
function isAmong(texts: readonly MarkupNode[], { start, end }: TextEdit): boolean {
  const node = texts[firstWhere(texts, (one) => one.end >= start)];
  return (
    node !== undefined && node.start <= end && start >= node.start - (end - start) && end <= node.end + (end - start)
  );
}

/** Index of the first item for which it holds; of the items it holds for all from one on. */
function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const placeIn = (siblings: readonly MarkupNode[], node: MarkupNode): number =>
  firstWhere(siblings, ({ start }) => start >= node.start);

/** The texts that share a character with the edit. */
function textsIn(texts: readonly MarkupNode[], { start, end }: TextEdit): MarkupNode[] {
  const found: MarkupNode[] = [];
  for (let i = firstWhere(texts, ({ prose }) => prose.end > start); i < texts.length; i++) {
    const node = texts[i] as MarkupNode;
    if (node.prose.start >= end) break;
    found.push(node);
  }
  return found;
}

/** The text that ends at or holds the offset, else the one that begins there. */
function textAt(texts: readonly MarkupNode[], offset: number): MarkupNode | undefined {
  const node = texts[firstWhere(texts, ({ prose }) => prose.end >= offset)];
  return node && node.prose.start <= offset ? node : undefined;
}
