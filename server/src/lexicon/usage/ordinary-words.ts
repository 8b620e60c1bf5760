// Ordinary words: what no desk sets in quotation marks by itself.
import { data } from './ordinary-words.txt';

let words: ReadonlySet<string> | undefined;

/** @param word in lower case. */
export const isOrdinary = (word: string): boolean => (words ??= new Set(data.split(/\s+/))).has(word);
