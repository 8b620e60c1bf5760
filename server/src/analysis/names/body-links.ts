// Links of a body's name: "of", "for", "the" and "and" behind the noun for a body, where its name goes on.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { Class, classOf } from '../../language/word-classes';
import { isGivenName, isKind } from './lists';
import { type Part, wholePart } from './name-part';
import { factsOf } from './word-facts';

/** "Association of Growers", "Center for the Blind", "Department of Health and Human Services": a body's name goes on behind its noun. */
export function bodyLink(p: Paragraph, i: number, run: readonly Part[]): Part | undefined {
  const last = run.at(-1);
  if (!last) return undefined;
  const word = wordAt(p.tokens, i);
  // "the workers' Union of Syria's Assad" is no Union of Syria
  const goesOn =
    isCapitalBehind(p, i) && !(wordAt(p.tokens, i + 1).endsWith("'s") && has(p.tokens, i + 2, Shape.capital));
  const isLinked =
    (bodyLinks.has(word) &&
      isBody(last.low) &&
      (goesOn || (wordAt(p.tokens, i + 1) === 'the' && isCapitalBehind(p, i + 1)))) ||
    (word === 'the' && last.small && bodyLinks.has(last.low) && goesOn) ||
    (word === 'and' && goesOn && run.some(({ small, low }) => small && bodyLinks.has(low)) && areOnlyWords(p, i + 1));
  return isLinked ? wholePart(p, i, true) : undefined;
}

export const bodyLinks = wordList('words inside the name of a body');

/** "Telecommunications", "Human Services", and no other body: "the Bank of Lom and Arkel Bank" are two. */
function areOnlyWords({ tokens }: Paragraph, from: number): boolean {
  let i = from;
  for (; has(tokens, i, Shape.capital); i++) {
    const low = wordAt(tokens, i);
    if (!factsOf(low).plain || (isBody(low) && !low.endsWith('s')) || isGivenName(low)) return false;
  }
  return i - from <= MOST_BEHIND_AND;
}

const MOST_BEHIND_AND = 3;

/** A noun for a body, with which its name begins or ends: "Ministry", "Association". */
export const isBody = (low: string): boolean =>
  !mereHeads.has(low) && ((classOf(low) & Class.body) !== 0 || isKind(low, 'organisation') || heads.has(low));
const heads = wordList('heads of the name of a body');
/** "The Government of Japan" is that of Japan, and no other name. */
const mereHeads = wordList('nouns of a body that names none');

/** One blank and a capital behind the token. */
export const isCapitalBehind = ({ tokens }: Paragraph, i: number): boolean =>
  tokens.start[i + 1] === (tokens.end[i] as number) + 1 && has(tokens, i + 1, Shape.capital);
