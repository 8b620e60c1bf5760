// How exactly a number is given: "2.16 million" to ten thousand, "about" to nothing at all. What arithmetic on it may be off by.
import type { Paragraph } from '../../document/paragraph';
import { wordAt } from '../../document/token';
import type { Quantity } from '../../language/quantities';

/** A round number, "12,000", may have been rounded by this share of itself at most. */
const ROUNDED_BY = 0.01;

/** The smallest step that the number as written can tell apart: 0.01 for "3.25", 10,000 for "2.16 million", 1 for "17". */
export function stepOf({ tokens }: Paragraph, { first, last, value }: Quantity): number {
  for (let i = first; i < last; i++) {
    const digits = /\d[\d,]*(?:\.(\d+))?/.exec(wordAt(tokens, i));
    if (!digits) continue;
    const written = Number(digits[0].replaceAll(',', ''));
    const scale = written > 0 ? value / written : 1;
    const decimals = digits[1]?.length ?? 0;
    if (decimals > 0 || scale > 1) return scale * 10 ** -decimals;
    return roundStep(value);
  }
  return roundStep(value);
}

function roundStep(value: number): number {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return Math.min(step, Math.max(1, value * ROUNDED_BY));
}
