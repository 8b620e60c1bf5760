// Words taken out of a sentence: with the space and the commas that were theirs.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/**
 * The edit that leaves a sentence without those words; nothing at a sentence's start, where the next word would need its capital, and
 * where a comma would be left that may be meant. Offsets into the prose.
 */
export function takenOut(prose: string, { start, end }: Span, isInitial: boolean): TextEdit | undefined {
  if (isInitial) return undefined;
  const before = prose.slice(Math.max(0, start - 2), start);
  const after = prose.slice(end, end + 2);
  // "was, in a sense, over" and "was over, in a sense."
  if (before === ', ') {
    if (after === ', ') return { start: start - 2, end: end + 1, text: '' };
    return /^[.!?;:]/.test(after) ? { start: start - 2, end, text: '' } : undefined;
  }
  if (after.startsWith(',')) return undefined;
  if (before.endsWith(' ')) return { start: start - 1, end, text: '' };
  return after.startsWith(' ') ? { start, end: end + 1, text: '' } : undefined;
}
