// Slips of the key: two words that are one keystroke apart, a letter swapped, lost, doubled or wrong.

/** `exchange`: two consonants change places over the vowel between them, Pamela and Palema. */
export type Slip = 'swap' | 'gap' | 'wrong' | 'exchange';

/** The keystroke between the two, where there is one and it is not at the first letter: a hand rarely misses that. */
export function slipBetween(a: string, b: string): Slip | undefined {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || a === b) return undefined;
  const [short, long] = a.length > b.length ? [b, a] : [a, b];
  let i = 0;
  while (i < short.length && short.charCodeAt(i) === long.charCodeAt(i)) i++;
  if (long.length === short.length + 1) return short.slice(i) === long.slice(i + 1) ? 'gap' : undefined;
  if (short.length !== long.length) return undefined;
  if (short.slice(i + 1) === long.slice(i + 1)) return 'wrong';
  const swapped = short.charCodeAt(i) === long.charCodeAt(i + 1) && short.charCodeAt(i + 1) === long.charCodeAt(i);
  if (swapped) return short.slice(i + 2) === long.slice(i + 2) ? 'swap' : undefined;
  const exchanged = short.charCodeAt(i) === long.charCodeAt(i + 2) && short.charCodeAt(i + 2) === long.charCodeAt(i);
  const between = short.charCodeAt(i + 1) === long.charCodeAt(i + 1) && short.slice(i + 3) === long.slice(i + 3);
  return exchanged && between ? 'exchange' : undefined;
}

const BASE = 0x01000193;

/**
 * A number for the word, one for the word without each of its letters but the first, and one for its letters in no order: two words
 * one keystroke apart share one of them. Others may share one too: {@link slipBetween} decides. Time is the word's length.
 */
export function slipKeys(word: string): number[] {
  const { length } = word;
  // behind[i]: the letters from i on, as if i were the first
  const behind = new Int32Array(length + 1);
  for (let i = length - 1; i >= 0; i--) behind[i] = (word.charCodeAt(i) + Math.imul(behind[i + 1] as number, BASE)) | 0;
  const keys = [behind[0] as number];
  let before = 0;
  let power = 1;
  let anyOrder = length;
  for (let i = 0; i < length; i++) {
    const unit = word.charCodeAt(i);
    if (i === 1 || (i > 1 && unit !== word.charCodeAt(i - 1))) {
      keys.push((before + Math.imul(behind[i + 1] as number, power)) | 0);
    }
    anyOrder = (anyOrder + Math.imul(unit * unit, BASE)) | 0;
    before = (before + Math.imul(unit, power)) | 0;
    power = Math.imul(power, BASE);
  }
  keys.push(anyOrder);
  return keys;
}
