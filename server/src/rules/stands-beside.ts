// Places where copy speaks of a spelling, or sets two side by side: there no form is put in the place of another.
import type { Span } from '../text/span';

/** "Kiev (Kyiv)", "Kyiv/Kiev", "the word Kiev": the two are told of, and one for both would tell nothing. */
export const standsBeside = (prose: string, { start, end }: Span, text: string): boolean =>
  SPOKEN_OF.test(prose.slice(Math.max(0, start - LONGEST_BEFORE), start)) ||
  [1, 2].some(
    (gap) =>
      (/^ ?[(/]$/.test(prose.slice(end, end + gap)) && prose.startsWith(text, end + gap)) ||
      (/^[(/] ?$/.test(prose.slice(Math.max(0, start - gap), start)) &&
        prose.slice(Math.max(0, start - gap - text.length), Math.max(0, start - gap)) === text),
  );

/** "The word Kiev", "spelled Kiev": said of the spelling itself. */
const SPOKEN_OF =
  /(?:(?:^|[^\p{L}])(?:the|a) (?:word|name|spelling|term|form|transliteration)|[^\p{L}](?:spell(?:ed|ing)? it|(?:written|transliterated|rendered) as|spelled|spelt)) $/iu;
const LONGEST_BEFORE = 40;
