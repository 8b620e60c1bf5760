// Respelled: whether the house writes the same word in another way, Kyiv for Kiev, grey for gray, US for U.S., or another word in its place.
// The first fits wherever the word stands. What the second does to articles, to the noun behind and to the sense of the sentence nobody
// knows unseen: a person chooses, unless the house has said of the entry that it may go in bulk.
import { areSpellings } from '../analysis/usage/other-word';
import { isPlainWord } from '../lexicon/plain-words';
import type { PreferredForm } from './house';
import { endsPerson, spelledSo } from '../analysis/names/gazetteer';
import { isPlace, isProperAdjective } from '../analysis/names/lists';
import { distance, keysOf } from '../analysis/transliteration/likeness';
import { nameWords } from '../analysis/transliteration/letters';
import { withoutArticle } from '../analysis/usage/own-article';
import { STRAY } from './entries-not-persons';

/** @param written what stands there. @param text what would. */
export const mayGoUnseen = (form: PreferredForm, written: string, text: string): boolean =>
  form.bulk === true || isSameWord(form, written, text);

/** A preset's forms were looked at one by one. */
export const isSameWord = ({ basis }: PreferredForm, written: string, text: string): boolean =>
  basis !== 'house' || isRespelling(written, text);

/** @param written as the entry or the copy has it. */
export function isRespelling(written: string, text: string): boolean {
  const [own, other] = [withoutArticle(text), withoutArticle(written)];
  if (lettersOf(own) !== '' && lettersOf(own) === lettersOf(other) && blanksOf(own) === blanksOf(other)) return true;
  if (areSpellings(own, other)) return true;
  // letters are spelled one way: "USA Today", "Team USA"
  if (LETTERS.test(own) && LETTERS.test(other) && Math.min(own.length, other.length) <= SHORT) return false;
  const isName = own !== own.toLowerCase() && other !== other.toLowerCase();
  if (isName && areListedAsOne(nameWords(own).join(' '), nameWords(other).join(' '))) return true;
  if (isName && isAnybodys(own, other)) return false;
  // "hajj" for "haj": the letters are no other word's
  return (isName || !isPlainWord(other)) && areOneName(nameWords(own), nameWords(other));
}

/** Two spellings of a place that the desk's own list has: "Mykolaiv", "Nikolayev". "Lemberg", "Dnipropetrovsk" are other names of theirs. */
const areListedAsOne = (own: string, other: string): boolean =>
  Math.abs((keysOf(own)[0] ?? '').length - (keysOf(other)[0] ?? '').length) <= 1 &&
  spelledSo(own).some(({ id, type }) => type === 'place' && spelledSo(other).some((one) => one.id === id));

/** "Smith" for "Smyth": a surname by itself is everybody's who bears it, unless readers know whose it is. */
const isAnybodys = (own: string, other: string): boolean => {
  const [words, [word = '']] = [nameWords(own), nameWords(other)];
  return words.length === 1 && nameWords(other).length === 1 && ![words[0] ?? '', word].some(isKnownName);
};

const isKnownName = (word: string): boolean =>
  isPlace(word) || isProperAdjective(word) || endsPerson(word) || spelledSo(word).length > 0;

/** "On to" is not "onto", nor "any more" "anymore": listed terms (per cent) are one word all the same. */
const blanksOf = (text: string): number => text.split(' ').length;

const areOneName = (own: readonly string[], other: readonly string[]): boolean =>
  own.length === other.length && own.every((word, i) => distance(word, other[i] ?? '', STRAY) <= STRAY);

const LETTERS = /^[\p{Lu}.]+$/u;
const SHORT = 3;

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** "US", "U.S.": letters, with their stops or without. */
export const isLetters = (text: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(text);
