// Likeness: whether two comparable words can be one name, and the keys that bring such words together without trying all pairs.
import { allowance, cost, related } from './cost';
import { classOf } from './given-names';
import { strictKey, unjoined } from './letters';

/** At or below this, two words are near enough for the evidence to be heard. Tuned on labelled pairs. */
export const NEAR = 0.75;

/** Nearer still: for the words beside a pair, which speak for or against it. */
export const CLOSE = 0.65;

const SAME_CLASS = 0.1;
const JOINED_ARTICLE = 0.15;

/** 0 the same, up to {@link NEAR} maybe one name, Infinity never (two given names, or too far to price). */
export function distance(a: string, b: string, limit = NEAR): number {
  if (a === b) return 0;
  const classA = classOf(a);
  const classB = classOf(b);
  if (classA !== undefined && classB !== undefined) return classA === classB ? SAME_CLASS : Number.POSITIVE_INFINITY;
  if (isJoined(a, b) || isJoined(b, a)) return JOINED_ARTICLE;
  let best = priced(a, b, limit, 0);
  const restA = unjoined(a);
  const restB = unjoined(b);
  if (restA !== a || restB !== b) {
    const classOfRest = classOf(restA);
    if (classOfRest !== undefined && classOfRest === classOf(restB)) return JOINED_ARTICLE;
    if (restA.length > 3 && restB.length > 3) best = Math.min(best, priced(restA, restB, limit, 0.1));
  }
  return best;
}

/** "Alaqad" and "Aqad", "Elosta" and "Usta": before a vowel nothing less tells an article from a name's own letters. */
const isJoined = (long: string, short: string): boolean =>
  isArticled(long) &&
  (long.slice(2) === short || (long.length > short.length && cost(strictKey(long.slice(2)), strictKey(short)) <= HAIR));

const HAIR = 0.1;

const isArticled = (word: string): boolean => word.length > 5 && (word.startsWith('al') || word.startsWith('el'));

function priced(a: string, b: string, limit: number, extra: number): number {
  const keyA = strictKey(a);
  const keyB = strictKey(b);
  return (cost(keyA, keyB, limit * 1.3) + extra) / allowance(Math.max(keyA.length, keyB.length));
}

/** One name in two dresses: equal strict keys, and not two given names of their own. */
export function isStrictlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (strictKey(a) !== strictKey(b)) return false;
  const of = classOf(a);
  return of === undefined || of === classOf(b);
}

export function sharesFirstSound(a: string, b: string): boolean {
  const restA = unjoined(a);
  const restB = unjoined(b);
  const of = classOf(restA);
  if (of !== undefined && of === classOf(restB)) return true;
  return related(strictKey(restA).charAt(0), strictKey(restB).charAt(0));
}

/** Coarse consonants: all that transliteration swaps falls together, vowels and h, w, y are left out. */
const coarse: (string | undefined)[] = new Array(128).fill(undefined);
for (const [letters, key] of [
  ['kqg', 'K'],
  ['x', 'KT'],
  ['tdszcj', 'T'],
  ['pbfv', 'P'],
  ['l', 'L'],
  ['r', 'R'],
  ['n', 'N'],
  ['m', 'M'],
] as const) {
  for (const c of letters) coarse[c.charCodeAt(0)] = key;
}

/**
 * The keys under which a comparable word is filed: words that can be one name share at least one. A second key leaves out
 * the sounds that may vanish (kh and gh as in Khalifa and Halifa, v, j) and reads c as k.
 */
export function keysOf(word: string): string[] {
  const keys: string[] = [];
  addKeys(keys, word);
  const rest = unjoined(word);
  if (rest !== word) addKeys(keys, rest);
  // "Alaqad": the article before a vowel
  if (isArticled(word) && rest.length !== word.length - 2) addKeys(keys, word.slice(2));
  return keys;
}

function addKeys(keys: string[], word: string): void {
  const { full, thin } = skeleton(word);
  for (const key of [full, `${thin}~`]) if (!keys.includes(key)) keys.push(key);
  const of = word.length > 3 || keys.length === 2 ? classOf(word) : undefined;
  if (of !== undefined) keys.push(`#${of}`);
}

const K = 107;
const H = 104;
const C = 99;
const vanishes = (unit: number): boolean => unit === 103 || unit === 106 || unit === 118; // g, j, v

function skeleton(word: string): { readonly full: string; readonly thin: string } {
  let full = '';
  let thin = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const key = coarse[unit];
    if (key === undefined) continue;
    const next = word.charCodeAt(i + 1);
    if (unit === C && next === K) continue;
    const sound = unit === C && i === word.length - 1 ? 'K' : key;
    if (!full.endsWith(sound)) full += sound;
    const softened = unit === K && next === H;
    const soundThin = unit === C && next !== H ? 'K' : sound;
    if (!softened && !vanishes(unit) && !thin.endsWith(soundThin)) thin += soundThin;
  }
  return { full, thin };
}
