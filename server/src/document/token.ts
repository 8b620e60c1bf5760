// Tokens of one paragraph, as parallel arrays: analysis walks them by index, and nothing is allocated per token but its word.
import type { Span } from '../text/span';
import { noWord, type Word } from './word';

/** What a token looks like: bits of {@link Tokens.shape}. */
export const Shape = {
  /** Holds a letter. */
  word: 1,
  /** Starts with a digit, or with a currency sign and a digit. */
  number: 2,
  /** Neither: a mark, a sign, a symbol. */
  mark: 4,
  /** The first letter is upper case. In a paragraph all in capitals: guessed from the lexicon of plain words. */
  capital: 8,
  /** Two or more letters, all upper case. */
  allCaps: 16,
  /** Stands inside a quotation. */
  quoted: 32,
  /** First token of its sentence, opening marks passed over. */
  initial: 64,
} as const;

export interface Tokens {
  readonly length: number;
  /** Offsets relative to the paragraph. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /**
   * The token in lower case with every apostrophe as `'`. A hyphenated or apostrophised word is one token
   * ("al-qaida-linked", "sha'ar", "lavrov's"); each mark is a token of its own, save runs of dots and dashes, and `''`.
   * An abbreviation keeps its stop ("mr.", "u.s.", "j.", "inc.", also where the sentence ends there); a number its currency
   * sign, commas, decimals and percent sign ("$1,234.5", "12%", "10:30", "9/11"), a hyphen and a word behind it
   * ("17-year-old": number and word). The mark behind a plural ("workers'") stands alone: it may close a quotation.
   */
  readonly word: readonly string[];
  readonly shape: Uint8Array;
  /** The same words with what is known of each: `record[i].text` is `word[i]`. */
  readonly record: readonly Word[];
}

/** The word at `i`, or `''` past either end: scans need no bounds. */
export const wordAt = (tokens: Tokens, i: number): string => tokens.word[i] ?? '';

/** The word at `i` with what is known of it, for facts {@link perWord}; the empty word past either end. */
export const recordAt = (tokens: Tokens, i: number): Word => tokens.record[i] ?? noWord;

export const has = (tokens: Tokens, i: number, shape: number): boolean => ((tokens.shape[i] ?? 0) & shape) !== 0;

/** The characters from the first token's start to the last one's end; `last` is exclusive. */
export function spanOf(tokens: Tokens, first: number, last: number): Span {
  const start = tokens.start[first] ?? 0;
  return { start, end: last > first ? (tokens.end[last - 1] ?? start) : start };
}

/** Index of the first token that ends behind `offset`: the token there, or the next one. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
