// People called like a month or a day: Theresa May, Jan Bero, Sun Yat-sen, Mr March. What stands beside the word tells them from a date.
import { tagsSpeech } from '../../lexicon/speech-tags';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import { has, Shape, type Tokens, wordAt } from '../../document/token';
import { isGivenName, isKind, isKnownName } from './lists';
import { doesSomething } from './name-words';

/** @param i a token that is a month or a day by its letters. Whether it is a name, or a part of one, where it stands. */
export function isNamedAsMonth(tokens: Tokens, i: number): boolean {
  if (!has(tokens, i, Shape.capital) || isDated(tokens, i)) return false;
  const low = bare(wordAt(tokens, i));
  const before = adjacent(tokens, i - 1) ? wordAt(tokens, i - 1) : '';
  if (civil.has(before.replace(/\.$/, '')) || (wordAt(tokens, i - 1) === '.' && civil.has(wordAt(tokens, i - 2))))
    return true;
  if (!mayBeName.has(low)) return false;
  const capital = before !== '' && has(tokens, i - 1, Shape.capital);
  // "Li Jun", "Kim Jong Jun": no month is cut short without a stop behind a name
  if (isCut.has(low)) {
    const opener = isPlainOpener(tokens, i - 1) && !startsName.has(before);
    if (capital && !isKind(before, 'function') && !opener) return true;
  } else if (capital && isGivenName(before) && !isNameBehind(tokens, i - 2)) return true;
  if (!startsName.has(low)) return false;
  if (before !== '' && capital && isKind(before, 'role')) return true;
  const next = wordAt(tokens, i + 1);
  if (adjacent(tokens, i) && has(tokens, i + 1, Shape.capital))
    return (
      (next.includes('-') || !isPlainWord(next) || isGivenName(before) || isKnownName(next) || goesOn(tokens, i + 1)) &&
      (!isKind(next, 'calendar') || (isCut.has(next) && !has(tokens, i + 2, Shape.number)))
    );
  // "May said": a month says nothing
  return tagsSpeech(next) && !has(tokens, i, Shape.allCaps);
}

/** "Friday said no": no day says anything, so somebody may be called so; who, the story tells ("Tom Friday"). */
export const mayBeCalledAsDay = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.initial) &&
  !has(tokens, i, Shape.allCaps) &&
  mayBeName.has(wordAt(tokens, i)) &&
  (tagsSpeech(wordAt(tokens, i + 1)) ||
    (doesSomething(wordAt(tokens, i + 1)) && !isSaidOfMonths(wordAt(tokens, i + 1))));

/** What is said of months and days too: "May was cold". */
export const isSaidOfMonths = (word: string): boolean => BEING.test(word);
const BEING = /^(?:was|is|has|had|will|would|did|does|also|later|saw|began|became)$/;

/** "Mon Saw said", "Sat Pal Sharma": behind a word that is a name there stands what somebody does, or a name. */
const goesOn = (tokens: Tokens, i: number): boolean =>
  isCut.has(bare(wordAt(tokens, i - 1))) &&
  adjacent(tokens, i) &&
  (has(tokens, i + 1, Shape.capital)
    ? !isPlainWord(wordAt(tokens, i + 1)) && !isKind(wordAt(tokens, i + 1), 'calendar')
    : tagsSpeech(wordAt(tokens, i + 1)));

const bare = (word: string): string => word.replace(/'s$/, '');

/** A word with one blank at most behind it, and no mark. */
const adjacent = (tokens: Tokens, i: number): boolean => has(tokens, i, Shape.word) && has(tokens, i + 1, Shape.word);

/** "in May", "May 5", "5 May", "last March"; "In 1911 Sun Yat-sen" is none. */
const isDated = (tokens: Tokens, i: number): boolean =>
  has(tokens, i + 1, Shape.number) ||
  (has(tokens, i - 1, Shape.number) && !(isCut.has(wordAt(tokens, i)) && YEAR.test(wordAt(tokens, i - 1)))) ||
  (dates.has(wordAt(tokens, i - 1)) && !has(tokens, i - 1, Shape.capital)) ||
  (dates.has(wordAt(tokens, i - 1)) && has(tokens, i - 1, Shape.initial));

const YEAR = /^[12]\d{3}$/;

const isPlainOpener = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.initial) && isPlainWord(wordAt(tokens, i));

/** "David Cameron May": a surname stands between. */
const isNameBehind = (tokens: Tokens, i: number): boolean =>
  adjacent(tokens, i) && has(tokens, i, Shape.capital) && isGivenName(wordAt(tokens, i));

const dates = wordList('words before a month');
const civil = wordList('titles of address');
const mayBeName = wordList('months and days that are names');
const startsName = wordList('months that begin a name');
const isCut = wordList('months cut short that are names');
