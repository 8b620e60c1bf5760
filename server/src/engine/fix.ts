// Fixes: which may stand, and how several become one text.
import type { Story } from '../document/story';
import type { Finding, Fix } from '../rules/rule';
import { collide, type TextEdit } from '../text/edit';

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
  for (const { start, end, facts } of blocks) {
    if (end < edit.start || start > edit.end) continue;
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

/** The fixes that can be applied together: in the order given, each that collides with none taken before. */
export function compatible(fixes: readonly Fix[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (edits.every((edit) => taken.every((other) => !collide(edit, other)))) taken.push(...edits);
  }
  return taken;
}
