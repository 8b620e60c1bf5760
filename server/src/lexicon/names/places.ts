// Known places, looked up.
import { wordList } from '../packed';
import { data } from './places.txt';

const places = wordList(() => data);

/** @param word one word of a place's name, in lower case: "delhi". */
export const isPlace = (word: string): boolean => places.has(word);
