// Words that open sentences, as a set.
import { data } from './sentence-starters.txt';

let set: ReadonlySet<string> | undefined;

/** @param word in lower case, apostrophes straight. */
export const opensSentences = (word: string): boolean => (set ??= new Set(data.split('\n'))).has(word);
