// Where a line stands in its story.
import type { Line, ChunkInStory } from './part';

/** The place of a line of which no more is known than its index, save what `known` says. */
export const placeAt = (
  lines: readonly Line[],
  index: number,
  { before = index, after = lines.length - 1 - index, titled = true }: Known = nothing,
): ChunkInStory => ({ lines, index, before, after, titled });

type Known = Partial<Pick<ChunkInStory, 'before' | 'after' | 'titled'>>;
const nothing: Known = {};
