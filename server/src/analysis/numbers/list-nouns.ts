// Nouns for what lists hold: "three conditions:". A count of anything else ("Twelve people signed:") need not be the list's.
import { wordList } from '../../lexicon/word-lists';
const nouns = wordList('nouns for lists');

/** @param word in small letters. */
export const isListNoun = (word: string): boolean => nouns.has(word);
