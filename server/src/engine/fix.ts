// Fixes: which may stand, and how several become one text.
import type { Block, Story } from '../document/story';
import type { Finding } from '../rules/rule';
import { applyEdits, collide, type TextEdit } from '../text/edit';
import type { Diagnostic } from './diagnostic';

/**
 * The finding without any fix that would change a word inside quotation marks. Marks and invisible characters may change.
 * No rule can break this promise: it is kept here, for all of them.
 */
export function keepsQuotedWords(story: Story, finding: Finding): Finding {
  if (!finding.fixes?.length) return finding;
  const fixes = finding.fixes.filter((fix) => fix.edits.every((edit) => !changesQuotedWords(story, edit)));
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}

function changesQuotedWords({ blocks, prose }: Story, edit: TextEdit): boolean {
  const words = (s: string): string => s.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  for (let i = firstEndingAt(blocks, edit.start); i < blocks.length; i++) {
    const { start, facts } = blocks[i] as Block;
    if (start > edit.end) break;
    for (const { inner } of facts.quotations) {
      const from = Math.max(edit.start, start + inner.start);
      const to = Math.min(edit.end, start + inner.end);
      if (from > to || (from === to && edit.end > edit.start)) continue;
      const outside = edit.start < start + inner.start || edit.end > start + inner.end;
      // an edit that reaches across a mark may only take marks and spaces away
      if (words(prose.slice(edit.start, edit.end)) !== words(edit.text)) return true;
      if (outside && words(edit.text) && words(prose.slice(from, to))) return true;
    }
  }
  return false;
}

/** Index of the first block that ends at or behind `offset`. */
function firstEndingAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Fixed {
  readonly text: string;
  /** How many findings were put right. */
  readonly applied: number;
}

/** Rounds after which a text that still changes is left as it is: two rules disagree, and neither shall win for ever. */
const ROUNDS = 10;

/**
 * Applies every fix that may be applied unseen, lints again, and so on until nothing changes.
 * @param lint the diagnostics of a text, in its own offsets.
 */
export function fixUntilStable(text: string, lint: (text: string) => readonly Diagnostic[]): Fixed {
  let fixed = text;
  let applied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const taken = together(lint(fixed).flatMap(({ fixes }) => fixes.find(({ apply }) => apply === 'auto') ?? []));
    const next = applyEdits(
      fixed,
      taken.flatMap(({ edits }) => edits),
    );
    if (next === fixed) break;
    fixed = next;
    applied += taken.length;
  }
  return { text: fixed, applied };
}

/** The edits of all fixes that can be applied together. */
export const compatible = (fixes: readonly Edited[]): TextEdit[] => together(fixes).flatMap(({ edits }) => edits);

interface Edited {
  readonly edits: readonly TextEdit[];
}

/** The fixes that can be applied together: in the order given, each that collides with none taken before. */
function together(fixes: readonly Edited[]): Edited[] {
  const taken: Edited[] = [];
  // findings come in order of place, so most lie behind all that was taken: one look each
  let reach = -1;
  for (const fix of fixes) {
    const behind = fix.edits.every(({ start }) => start > reach);
    const apart = behind || fix.edits.every((edit) => taken.every((t) => t.edits.every((e) => !collide(edit, e))));
    if (!apart || !fix.edits.length) continue;
    taken.push(fix);
    for (const { end } of fix.edits) reach = Math.max(reach, end);
  }
  return taken;
}
