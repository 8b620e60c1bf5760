// What kind of copy a file says it holds, in whichever words its maker has for it.
import type { Genre } from '../../story';

const kinds: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:opinion|op[- ]?ed|column|comment|commentary|editorial)/i, 'opinion'],
  [/^letter/i, 'letter'],
  [/^(?:transcript|interview|verbatim)/i, 'transcript'],
  [/^(?:press|news)[ -]?release/i, 'press-release'],
];

/** Nothing for news, and for what nobody here knows. */
export const genreSaid = (name: string | undefined): Genre | undefined =>
  kinds.find(([pattern]) => pattern.test(name?.trim() ?? ''))?.[1];

/** The same where a field may say anything, the layout of a page or its place on the site: all of it is the name of a kind. */
export const kindNamed = (name: string | undefined): Genre | undefined =>
  NAME.test(name?.trim() ?? '') ? genreSaid(name) : undefined;

const NAME =
  /^(?:opinions?|op[- ]?eds?|commentary|comment|editorials?|letters?(?: to the editor)?|transcripts?|(?:press|news)[ -]?releases?)$/i;
