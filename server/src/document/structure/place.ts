// Where a line stands in its story.
import type { Line, Place } from './part';

/** The place of a line of which no more is known than its index, save what `known` says. */
export const placeAt = (lines: readonly Line[], index: number, known: Partial<Place> = {}): Place => ({
  lines,
  index,
  before: index,
  after: lines.length - 1 - index,
  titled: true,
  ...known,
});
