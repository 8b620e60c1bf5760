// Other places that a finding is about: in its own draft, and in another. Types alone, for the package's own too.
import type { LineRange } from '../text/line-index';
import type { Span } from '../text/span';

/** In the offsets of the finding. */
export interface Related extends Span {
  readonly message: string;
}

/** In another draft. */
export interface Elsewhere extends LineRange {
  /** As reports show it. */
  readonly path: string;
  readonly message: string;
}
