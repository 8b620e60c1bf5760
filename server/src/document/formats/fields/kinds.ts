// What kind of copy a file says it holds, in whichever words its maker has for it.
import type { Genre } from '../../story';

const kinds: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:opinion|op[- ]?ed|column|comment|commentary|editorial)/i, 'opinion'],
  [/^letter/i, 'letter'],
  [/^(?:transcript|interview|verbatim)/i, 'transcript'],
  [/^(?:press|news)[ -]?release/i, 'press-release'],
];

/** Nothing for news, and for what nobody here knows. */
export const kindOf = (name: string | undefined): Genre | undefined =>
  kinds.find(([pattern]) => pattern.test(name?.trim() ?? ''))?.[1];
