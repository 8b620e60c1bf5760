// People called like a small word of the language: To Lam, So Kim, Tom Last, Kay Still. A capital that opens nothing, beside a name.
import { Form } from '../../language/morphology';
import { verbForm } from '../../language/verb-forms';
import { wordList } from '../../lexicon/word-lists';
import { isPlainWord } from '../../lexicon/plain-words';
import { has, Shape, type Tokens, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { isGivenName, isKind, isPlace, isProperAdjective } from './lists';
import { doesSomething } from './name-words';

/** @param i a token that is a small word by its letters, with a capital. */
export function isNamedAsWord(tokens: Tokens, i: number): boolean {
  const low = wordAt(tokens, i);
  if (has(tokens, i, Shape.allCaps) || neverNames.has(low)) return false;
  if (has(tokens, i, Shape.initial) && !beginNames.has(low)) return false;
  const before = wordAt(tokens, i - 1);
  const next = wordAt(tokens, i + 1);
  // "An Nguyen said", "To Lam opened": whoever has a verb behind the surname
  if (has(tokens, i, Shape.initial))
    return begins(tokens, i, next) && !isPlace(next) && !isProperAdjective(next) && acts(tokens, i + 2);
  const isCapital = (k: number): boolean => has(tokens, k, Shape.word) && has(tokens, k, Shape.capital);
  // "Tom Last", and no title: "Tom After Dark"
  if (isCapital(i - 1)) {
    // "Tran Van To"
    if (middleNames.has(before) && isCapital(i - 2) && !isCapital(i + 1)) return true;
    if (isCapital(i + 1) || isPlainWord(before)) return isOffice(before) && begins(tokens, i, next);
    return isGivenName(before) || isOffice(before);
  }
  return begins(tokens, i, next);
}

/** "New York", "New Delhi", in capitals too: the word belongs to the place. */
export const isNewPlace = (tokens: Tokens, i: number): boolean =>
  wordAt(tokens, i) === 'new' &&
  has(tokens, i, Shape.capital) &&
  has(tokens, i + 1, Shape.capital) &&
  newPlaces.has(wordAt(tokens, i + 1).replace(/'s$/, ''));

const newPlaces = wordList('what is called new');

/** "To Lam": a name that is no word behind it, which ends the run. */
const begins = (tokens: Tokens, i: number, next: string): boolean =>
  beginNames.has(wordAt(tokens, i)) &&
  has(tokens, i + 1, Shape.word) &&
  has(tokens, i + 1, Shape.capital) &&
  !has(tokens, i + 1, Shape.allCaps) &&
  !isPlainWord(next) &&
  !isProperAdjective(next) &&
  !isKind(next, 'function') &&
  !isKind(next, 'calendar');

/** A verb that people do: "said", "opened", "also told". */
const acts = (tokens: Tokens, i: number): boolean =>
  !has(tokens, i, Shape.capital) &&
  (doesSomething(wordAt(tokens, i)) || tagsSpeech(wordAt(tokens, i)) || isPast(wordAt(tokens, i)));

const isPast = (word: string): boolean => ((verbForm(word)?.forms ?? 0) & Form.past) !== 0;

const middleNames = wordList('middle names of Vietnam');

/** "Van" in "Tran Van To". */
export const isMiddleName = (word: string): boolean => middleNames.has(word);

const isOffice = (word: string): boolean => isKind(word, 'title') || isKind(word, 'role');

const neverNames = wordList('small words that are no names');
const beginNames = wordList('small words that begin a name');
