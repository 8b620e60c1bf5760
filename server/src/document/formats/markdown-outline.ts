// The nodes of a text of Markdown in one line, so that two readings of it can be compared.
import type { Nodes, Root } from 'mdast';
import type { TextEdit } from '../../text/edit';
import { altIn, asSaid } from './markdown-pictures';

/** Between the parts of an outline: no character of a file. */
const MARK = '\0';

/**
 * Nodes that no change may take. A reference elsewhere may need a definition; a rule or code is one to the reading that has it, though
 * the marks underline a heading to another.
 */
const NEVER_TAKEN: ReadonlySet<Nodes['type']> = new Set(['definition', 'footnoteDefinition', 'thematicBreak', 'code']);

/**
 * The nodes of a text in one line, words as they stand in the text with the edits made, without what an edit takes whole.
 * White space beside a node's end does not count.
 */
export function outlineOf(text: string, edits: readonly TextEdit[], read: (text: string) => Root): string {
  const out: string[] = [];
  /** @returns whether anything of the node is left that a reader sees. */
  const visit = (node: Nodes): boolean => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (start >= text.length && node.type !== 'root') return false;
    if (edits.some((edit) => edit.text === '' && edit.start <= start && end <= edit.end && end > start)) {
      if (NEVER_TAKEN.has(node.type)) out.push(MARK, nameOf(node), MARK);
      else if ('children' in node) for (const child of node.children) if (child.type !== 'text') visit(child);
      return false;
    }
    if (node.type === 'text') {
      const words = written(text, start, end, edits);
      out.push(words);
      return words.trim() !== '';
    }
    // what it says beside its name is told as it is written, changes and all
    out.push(MARK, nameOf(node), MARK);
    if (IN_ONE_PIECE.has(node.type)) {
      const inside = edits.filter((edit) => edit.start < end && start < edit.end);
      out.push(written(text, start, end, inside));
      out.push(saidIn(node, text, inside, read));
    }
    if ('children' in node) {
      const left = node.children.map(visit);
      // nothing is to be left empty
      const empty = left.length > 0 && !left.includes(true) && node.type !== 'root';
      if (empty && edits.some((edit) => edit.start < end && start < edit.end)) out.push(MARK, 'emptied', MARK);
    }
    out.push(MARK, '/', MARK);
    return node.type !== 'definition';
  };
  visit(read(text));
  return out
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\0 ?/g, MARK);
}

/** The nodes of what a picture says, which the library reads as one: with a mark taken from its partner they would be others. */
function saidIn(node: Nodes, text: string, edits: readonly TextEdit[], read: (text: string) => Root): string {
  const { start, end } = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const said = 'alt' in node && node.alt ? altIn(text, start, end, node.alt) : undefined;
  if (!said) return '';
  const base = said.start - 1;
  const inside = edits.map((edit) => ({ start: edit.start - base, end: edit.end - base, text: edit.text }));
  return outlineOf(asSaid(text, said), inside, read);
}

/** Nodes with copy in them that are one piece to the library: HTML, and a picture with what it says. */
const IN_ONE_PIECE: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['html', 'image', 'imageReference']);

/** What makes a node what it is, its children and its place left out. */
function nameOf(node: Nodes): string {
  const { children: _, position: __, data: ___, ...rest } = node as Nodes & { children?: unknown; data?: unknown };
  if (IN_ONE_PIECE.has(node.type)) return JSON.stringify({ ...rest, value: '', alt: '', title: '' });
  // whether a list is set loosely is a matter of the lines between its items
  const { spread: ____, ...own } = rest as { spread?: unknown };
  return JSON.stringify(own);
}

function written(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  let out = '';
  let at = start;
  for (const edit of edits) {
    if (edit.end < start || edit.start > end) continue;
    if (edit.start > at) out += text.slice(at, edit.start);
    if (edit.start >= start) out += edit.text;
    at = Math.max(at, edit.end);
  }
  return out + (at < end ? text.slice(at, end) : '');
}
