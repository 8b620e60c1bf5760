// Whether a source is known by a name, told from how it is written: "Interior Ministry" is, "police" and "the army" are not.
import { classOf } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';

/** A word in it has its capital for being a name, and not for opening a sentence or a line of capitals. */
export function holdsName(name: string): boolean {
  const words = name.split(' ');
  const isShouted = words.length > 1 && name === name.toUpperCase();
  return words.some((word, i) => {
    if (!/^\p{Lu}/u.test(word)) return false;
    // "UN", "U.S."
    if (i > 0 || /^\p{Lu}[\p{Lu}.]+$/u.test(word)) return !isShouted || !isOrdinary(word.toLowerCase());
    return !isOrdinary(word.toLowerCase());
  });
}

/** A word of the language: "eye-witnesses" and "passers-by" are as plain as their parts. @param word in lower case. */
export const isOrdinary = (word: string): boolean =>
  isKnown(word) || (word.includes('-') && word.split('-').every(isKnown));

const isKnown = (word: string): boolean => classOf(word) !== 0 || isPlainWord(word);
