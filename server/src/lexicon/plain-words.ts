// Plain words of English: what tells names from words where everything is in capitals.
import { wordList } from './packed';
import { data } from './plain-words.txt';

const words = wordList(() => data);

/** Endings, and what stood there before: "carried" is "carry", "hoping" "hope". */
const endings: readonly (readonly [ending: string, before: string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['iest', 'y'],
  ['ier', 'y'],
  ['ily', 'y'],
  ['es', ''],
  ['s', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
  ['est', 'e'],
  ['ness', ''],
  ['ment', ''],
  ['ers', ''],
  ['ers', 'e'],
  ['ings', ''],
  ['ings', 'e'],
  ['able', ''],
  ['able', 'e'],
  ['less', ''],
  ['ful', ''],
  ['ation', ''],
  ['ation', 'e'],
  ['ations', ''],
  ['ations', 'e'],
  ['ion', ''],
  ['ion', 'e'],
  ['ions', ''],
  ['ions', 'e'],
];

/** Endings before which a consonant is doubled: "stopped". */
const doubling: ReadonlySet<string> = new Set(['ed', 'ing', 'er', 'est', 'ers', 'ings']);

/** Endings taken off one behind the other: "settlements" is "settle". */
const DEPTH = 2;

/** @param word in lower case, letters only; anything else is no plain word. */
export const isPlainWord = (word: string): boolean => isKnown(word, DEPTH);

function isKnown(word: string, depth: number): boolean {
  if (words.has(word)) return true;
  if (depth === 0) return false;
  for (const [ending, before] of endings) {
    const stem = word.length - ending.length;
    if (stem < 3 || !word.endsWith(ending)) continue;
    const rest = word.slice(0, stem);
    if (isKnown(rest + before, depth - 1)) return true;
    if (doubling.has(ending) && rest.at(-1) === rest.at(-2) && isKnown(rest.slice(0, -1), depth - 1)) return true;
  }
  return false;
}
