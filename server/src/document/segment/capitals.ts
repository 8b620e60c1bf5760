// Capitals: whether a paragraph is written in capitals throughout, so that they say nothing about names.
import { Unit, unitKind } from '../../text/characters';
import type { Tokens } from '../token';

/** Nearly every letter is upper case, and there are enough of them to tell: at least two words. */
export function isAllCaps(text: string, tokens: Tokens): boolean {
  let upper = 0;
  let lower = 0;
  let words = 0;
  for (let i = 0; i < tokens.length; i++) {
    const length = (tokens.end[i] as number) - (tokens.start[i] as number);
    if (length < 2) continue;
    words++;
    for (let at = tokens.start[i] as number; at < (tokens.end[i] as number); at++) {
      const kind = unitKind(text.charCodeAt(at));
      if (kind === Unit.upper) upper++;
      else if (kind === Unit.lower) lower++;
    }
    // ordinary copy is told after a few words
    if (words === 12 && lower > upper) return false;
  }
  return upper > 6 && words > 1 && upper >= 12 * lower;
}
