// Words of a draft as a report quotes them: on one line, and no longer than can be taken in.
import type { Span } from '../text/span';
import { visible } from './escape';

/** @param longest UTF-16 units. */
export function excerpt(text: string, { start, end }: Span, longest = 110): string {
  const words = visible(text.slice(start, end)).replace(/\s+/g, ' ').trim();
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
