// Verbs that tell who spoke, as a set.
import { data } from './speech-tags.txt';

let set: ReadonlySet<string> | undefined;

/** @param word in lower case. */
export const tagsSpeech = (word: string): boolean => (set ??= new Set(data.split('\n'))).has(word);
