// Which edits of a file with markup make an edit of its prose: in one text of the file, or words out with all markup left empty.
import { anchorOf } from '../document/formats/anchors';
import type { MarkupNode } from '../document/markup';
import type { Story } from '../document/story';
import type { TextEdit } from '../text/edit';
import { isExact, toFile } from '../text/source-map';
import { firstWhere, type Span, trim } from '../text/span';

/** Prose and its way to the file. */
export type Copy = Pick<Story, 'prose' | 'map'>;

/** The ways in which the edit could be made in the file, the best first; none where it reaches across markup. */
export function waysOf(copy: Copy, texts: readonly MarkupNode[], edit: TextEdit): TextEdit[] {
  if (edit.start === edit.end) {
    // words of ours are none of a link's
    const mayLead = !/\p{L}/u.test(edit.text);
    const node = textsAt(texts, edit.start).find((one) => mayLead || !isInLink(one));
    return node && keepsAnchor(copy, node, edit) && isExactIn(copy, node, edit)
      ? asWritten(node, inText(copy, node, edit))
      : [];
  }
  const touched = textsIn(texts, edit);
  if (!touched.every((node) => isExactIn(copy, node, edit) && keepsAnchor(copy, node, edit))) return [];
  if (edit.text === '') return removals(copy, touched, edit);
  const [only] = touched;
  const inOne = only && touched.length === 1 && only.prose.start <= edit.start && edit.end <= only.prose.end;
  return inOne ? asWritten(only, inText(copy, only, edit)) : [];
}

/** A heading that a link leads to keeps its letters; its marks may change. */
function keepsAnchor({ prose }: Copy, text: MarkupNode, { start, end, text: by }: TextEdit): boolean {
  for (let node = text.parent; node; node = node.parent)
    if (node.keeps === 'anchor') return anchorOf(prose.slice(start, end)) === anchorOf(by);
  return true;
}

/** As its own text has to write it; what front matter can hold as it stands there; and the label of a reference, which is its target too, stays as it is. */
function asWritten(node: MarkupNode, edit: TextEdit): TextEdit[] {
  if (node.write) {
    const text = node.write(edit.text);
    return text === undefined ? [] : [{ ...edit, text }];
  }
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
  if (touched.slice(1).some((node) => isInWord(copy, node))) return [];
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
  if (leavesCallout(copy, first, edit)) return [];
  if (first.kind !== 'block' && leavesCrumbs(copy, first, edit)) return [];
  return first.kind === 'block'
    ? linesOut(parent.children, first, last)
    : inLine(copy, parent.children, first, last, edit);
}

/** True where a word goes on into the node: `*Endi*t` is no mark that an agency wrote, and the letter behind may be copy. */
const isInWord = ({ prose }: Copy, { prose: { start } }: MarkupNode): boolean =>
  /^[\p{L}\p{N}]{2}/u.test(prose.slice(start - 1, start + 1));

/** Nothing but marks, or the mark of a note, would be left of a block. */
function leavesCrumbs(copy: Copy, node: MarkupNode, edit: Span): boolean {
  let block = node.parent;
  while (block && block.kind === 'inline') block = block.parent;
  if (!block) return false;
  const left = leftOf(copy, block, edit);
  return left.trim() === '' ? hasNote(block) : !/[\p{L}\p{N}\ufffc]/u.test(left);
}

/** `> [!NOTE]` alone: a box with nothing in it. */
function leavesCallout(copy: Copy, node: MarkupNode, edit: Span): boolean {
  for (let block: MarkupNode | undefined = node; block?.parent; block = block.parent)
    if (CALLOUT.test(leftOf(copy, block, edit))) return true;
  return false;
}

const CALLOUT = /^\s*\[![\p{L}-]{1,30}\][+-]?\s*$/u;

/** The prose of a node without what an edit takes. */
const leftOf = ({ prose }: Copy, node: MarkupNode, { start, end }: Span): string =>
  prose.slice(node.prose.start, Math.max(start, node.prose.start)) + prose.slice(end, Math.max(end, node.prose.end));

const hasNote = ({ keeps, children }: MarkupNode): boolean => keeps === 'words' || children.some(hasNote);

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

/** Whether edits, in file offsets, take a link out whole: what it leads to would go with its words. */
export function takesLink(texts: readonly MarkupNode[], file: string, edits: readonly TextEdit[]): boolean {
  for (const { start, end, text: by } of edits) {
    if (by !== '') continue;
    for (let i = firstWhere(texts, (one) => one.end > start); i < texts.length; i++) {
      const text = texts[i] as MarkupNode;
      if (text.start >= end) break;
      const words = file.slice(Math.max(text.start, start), Math.min(text.end, end));
      if (words.trim() && linkIn(text, { start, end })) return true;
    }
  }
  return false;
}

/** The link within the span that the text stands in. An address that is its own words says all that it leads to. */
function linkIn(text: MarkupNode, { start, end }: Span): MarkupNode | undefined {
  for (let node = text.parent; node && start <= node.start && node.end <= end; node = node.parent)
    if (node.leads) return node.start < text.start ? node : undefined;
  return undefined;
}

// ---- places among many ---------------------------------------------------------------------------------------------------

/** True where the edit, in file offsets, lies in one of the texts or at an end of it. */
export function isAmong(texts: readonly MarkupNode[], { start, end }: TextEdit): boolean {
  const node = texts[firstWhere(texts, (one) => one.end >= start)];
  return (
    node !== undefined && node.start <= end && start >= node.start - (end - start) && end <= node.end + (end - start)
  );
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

/** The texts that end at, hold or begin at the offset, those first that stand in less markup: `**Friday**.` goes on outside. */
function textsAt(texts: readonly MarkupNode[], offset: number): MarkupNode[] {
  const first = firstWhere(texts, ({ prose }) => prose.end >= offset);
  const found: MarkupNode[] = [];
  for (let i = first; i < texts.length; i++) {
    const node = texts[i] as MarkupNode;
    if (node.prose.start > offset) break;
    found.push(node);
  }
  return found.sort((a, b) => depthOf(a) - depthOf(b));
}

const depthOf = ({ parent }: MarkupNode): number => (parent ? 1 + depthOf(parent) : 0);

function isInLink(node: MarkupNode): boolean {
  for (let above = node.parent; above; above = above.parent) if (above.leads) return true;
  return false;
}
