// What learning is given besides examples: the vectors of words, and the sums from which a question is asked.

export interface Vectors {
  /** Sorted. */
  readonly words: readonly string[];
  /** `WIDTH` numbers a word. */
  readonly numbers: Float32Array;
}

export const WIDTH = 100;

export interface Thresholds {
  readonly asks: number;
  readonly asksEagerly: number;
  readonly lean: number;
}
