// Slips of the key: two words that are one keystroke apart, a letter swapped, lost, doubled or wrong.

export type Slip = 'swap' | 'gap' | 'wrong';

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
  return swapped && short.slice(i + 2) === long.slice(i + 2) ? 'swap' : undefined;
}

/** The word, and the word without each of its letters but the first: two words one keystroke apart share one of these. */
export function slipKeys(word: string): string[] {
  const keys = [word];
  for (let i = 1; i < word.length; i++) {
    if (word.charCodeAt(i) !== word.charCodeAt(i - 1)) keys.push(word.slice(0, i) + word.slice(i + 1));
  }
  return keys;
}
