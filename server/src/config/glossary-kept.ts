// Whether a change of the glossary has lost anything: a comment, or an entry that a comment has swallowed. What a person wrote beside an
// entry may stand in ways that no rule foresees; then nothing is written, and the person is told what stands in the way.
import { parse, visit } from 'jsonc-parser';
import { glossaryOf, type GlossaryForm } from './glossary';

/** @param entries how many there are to be, or the very ones in any order. */
export function isKept(before: string, after: string, entries: number | readonly GlossaryForm[]): boolean {
  const left = commentsIn(after);
  for (const comment of commentsIn(before)) {
    const at = left.indexOf(comment);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  const now = glossaryThatCounts(after);
  if (typeof entries === 'number') return now.length === entries && glossaryOf(after).length <= entries;
  const sorted = (all: readonly unknown[]): string => JSON.stringify(all.map((one) => JSON.stringify(one)).sort());
  return sorted(now) === sorted(glossaryThatCounts(before));
}

/** Of two glossaries in one file the last counts, for everybody who reads settings. */
export function glossaryThatCounts(text: string): readonly unknown[] {
  const { glossary } = Object(parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true })) as {
    glossary?: unknown;
  };
  return Array.isArray(glossary) ? glossary : [];
}

function commentsIn(text: string): string[] {
  const found: string[] = [];
  const own = text.replace(/^\uFEFF/, ' ');
  visit(own, { onComment: (offset, length) => void found.push(own.slice(offset, offset + length).trim()) });
  return found;
}
