// What the desk has made of a story’s claims. Types alone, for the package’s own too.
import type { Span } from '../text/span';

/** A claim with its sentence. Offsets of the file, over what is marked. */
export interface JudgedClaim extends Span {
  /** Index as in the record of `sources`. */
  readonly sentence: number;
  readonly class: string;
}

export interface Judged {
  /** Nobody stands behind it, and the desk asks. */
  readonly alone: readonly JudgedClaim[];
  /** The desk asked, and somebody said that it is fine. */
  readonly cleared: readonly JudgedClaim[];
}
