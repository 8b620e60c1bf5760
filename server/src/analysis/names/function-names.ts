// People called like a small word of the language: To Lam, So Kim, Tom Last, Kay Still. A capital that opens nothing, beside a name.
import { wordList } from '../../lexicon/word-lists';
import { isPlainWord } from '../../lexicon/plain-words';
import { has, Shape, type Tokens, wordAt } from '../../document/token';
import { isGivenName, isKind } from './lists';

/** @param i a token that is a small word by its letters, with a capital. */
export function isNamedAsWord(tokens: Tokens, i: number): boolean {
  const low = wordAt(tokens, i);
  if (has(tokens, i, Shape.initial) || has(tokens, i, Shape.allCaps) || neverNames.has(low)) return false;
  const before = wordAt(tokens, i - 1);
  const next = wordAt(tokens, i + 1);
  const isCapital = (k: number): boolean => has(tokens, k, Shape.word) && has(tokens, k, Shape.capital);
  // "Tom Last", and no title: "Tom After Dark"
  if (isCapital(i - 1)) {
    if (isCapital(i + 1) || isPlainWord(before)) return isOffice(before) && begins(tokens, i, next);
    return isGivenName(before) || isOffice(before);
  }
  return begins(tokens, i, next);
}

/** "To Lam": a name that is no word behind it, which ends the run. */
const begins = (tokens: Tokens, i: number, next: string): boolean =>
  has(tokens, i + 1, Shape.word) &&
  has(tokens, i + 1, Shape.capital) &&
  !has(tokens, i + 1, Shape.allCaps) &&
  !isPlainWord(next) &&
  !isKind(next, 'function') &&
  !isKind(next, 'calendar') &&
  beginNames.has(wordAt(tokens, i));

const isOffice = (word: string): boolean => isKind(word, 'title') || isKind(word, 'role');

const neverNames = wordList('small words that are no names');
const beginNames = wordList('small words that begin a name');
