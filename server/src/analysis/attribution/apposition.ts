// Appositions between a name and its verb, and the token before them: "X, the chairman of Y, said".
import { Class } from '../../language/word-classes';
import { recordAt, Shape } from '../../document/token';
import { isPluralNoun } from '../../language/noun-phrases';
import { isPlace } from '../names/lists';
import { is, isCapital, isComma, isJoint, isMark, isQuoted, type Scope, shape, word } from './scope';

const LONGEST_APPOSITION = 30;

/** What opens the bracket that this closes. A ticker stands in angles: "Texaco <TX> said". */
export const openers: ReadonlyMap<string, string> = new Map([
  [')', '('],
  ['>', '<'],
]);

/** The token before the apposition that closes at `close`, or -1. */
export function beforeApposition(s: Scope, close: number): number {
  const open = openers.get(word(s, close)) ?? ',';
  const floor = Math.max(s.first, close - LONGEST_APPOSITION);
  let i = close - 1;
  while (i >= floor && word(s, i) !== open && !isQuoted(s, i)) i--;
  if (i <= s.first || isQuoted(s, i) || word(s, i) !== open) return -1;
  if (openers.has(word(s, i - 1)) && open === ',') return beforeApposition(s, i - 1);
  if (open === ',' && isClause(s, i + 1, close)) return -1;
  // "Moll, 34, a nurse, said": an age tells who she is as well
  if (open === ',' && shape(s, i - 1, Shape.number) && isComma(s, i - 2)) return i - 3;
  return isMark(s, i - 1) ? -1 : i - 1;
}

/**
 * "Sen. Ida Moll, D-Okla., chairman of …, said", "Jan Bero, a tourist from Rochester, New York, said": what stands before one apposition may
 * be another, or where somebody is from. The token before them all.
 */
export function beforeFurther(s: Scope, last: number): number {
  let i = last;
  for (let n = 0; n < APPOSITIONS && i > s.first; n++) {
    const comma = commaBefore(s, i);
    if (comma < 0 || !(isFrom(s, comma + 1, i) || isDescription(s, comma))) break;
    i = comma - 1;
  }
  return i;
}

const APPOSITIONS = 3;

/** The comma before the phrase that ends at `last`, or -1: no clause and no other mark stands between. */
function commaBefore(s: Scope, last: number): number {
  for (let i = last; i > s.first && i > last - LONGEST_DESCRIPTION; i--) {
    if (isComma(s, i)) return i;
    if (isQuoted(s, i) || (shape(s, i, Shape.mark) && !isJoint(s, i))) return -1;
    if (is(s, i, Class.question | Class.finite | Class.subject)) return -1;
  }
  return -1;
}

const LONGEST_DESCRIPTION = 12;

/** "D-Okla.", "New York", "Miss.", "Jr.": capitals that tell a party, a place or which of a family, and no name of its own. */
function isFrom(s: Scope, from: number, last: number): boolean {
  if (last - from > LONGEST_PLACE || !isCapital(s, from - 2)) return false;
  for (let i = from; i <= last; i++)
    if ((!isCapital(s, i) && word(s, i) !== '.') || (i < last && is(s, i, Class.person | Class.title))) return false;
  const w = word(s, from);
  return w.includes('-') || w.endsWith('.') || word(s, from + 1) === '.' || isPlace(w) || word(s, from) === 'new';
}

const LONGEST_PLACE = 3;

/** "a tourist from Rochester", "chairman of the panel", right behind somebody's name. */
function isDescription(s: Scope, comma: number): boolean {
  if (!isCapital(s, comma - 1) || is(s, comma - 1, Class.time) || is(s, comma - 2, Class.preposition)) return false;
  const first = comma + 1;
  return (
    is(s, first, Class.article | Class.possessive) ||
    (is(s, first, Class.person) && !isCapital(s, first) && !isPluralNoun(recordAt(s.tokens, first)))
  );
}

/** "…, it was clear that prices fell, said …": a clause with its own subject stands between the commas, no apposition. */
const isClause = (s: Scope, from: number, to: number): boolean =>
  is(s, from, Class.subject) && word(s, from) !== 'who' && from + 1 < to && is(s, from + 1, Class.finite);
