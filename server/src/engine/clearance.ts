// What a decision is, before anybody asks which findings it answers. Types and reasons alone, for the package’s own too.
export const reasons = ['witnessed', 'public-record', 'confirmed', 'house-style', 'false-alarm', 'baseline'] as const;
export type Reason = (typeof reasons)[number];

/** Which finding is meant, in a draft that the holder knows. */
export interface Clearance {
  readonly rule: string;
  readonly class?: string;
  /** A hash of the sentence’s words: `sentenceHash`. */
  readonly sentence: string;
  /** 0 for the first finding of this rule and class on a sentence of these words, 1 for the next. */
  readonly occurrence: number;
}
