// Two ways to set a quotation: in double marks, commas and stops inside them (American), or in single ones, with only what is
// quoted inside (British). What each quotation of a story does, and what the story does as a rule.
import type { Paragraph, Quotation } from '../document/paragraph';
import { isProse } from '../document/role';
import type { Block } from '../document/story';
import { has, Shape, tokenAt, wordAt } from '../document/token';
import { tagsSpeech } from '../lexicon/speech-tags';
import { type Span, shift } from '../text/span';
import { perStory } from '../document/memo';

export type Marks = 'double' | 'single';
export type Stops = 'inside' | 'outside';

const marksOf: ReadonlyMap<string, Marks> = new Map([
  ['"', 'double'],
  ['“', 'double'],
  ["'", 'single'],
  ['‘', 'single'],
]);

/** A quotation that no other holds. Guillemets are another house's matter. */
export interface Outermost {
  readonly block: Block;
  readonly quotation: Quotation;
  readonly marks: Marks;
  /** Words enough for somebody's statement, in running copy: a term in single marks is none, nor a heading. */
  readonly isStatement: boolean;
}

/** Tokens of the shortest statement, its marks counted. */
const SHORTEST = 7;

/** "'All bets are off.'": a heading with a stop passes for a paragraph; it is short, and nobody says. So may the first be one. */
const isLikeHeading = ({ text, tokens }: Paragraph): boolean => text.length <= 90 && !tokens.word.some(tagsSpeech);

/** The outermost quotations of running copy, with their marks. Headlines have a convention of their own. */
export const outermostQuotations = perStory(({ blocks }): readonly Outermost[] =>
  blocks
    .filter(({ role }) => isProse(role))
    .flatMap((block, paragraph) =>
      block.facts.quotations.flatMap((quotation): Outermost[] => {
        const marks = marksOf.get(quotation.mark);
        if (quotation.level > 0 || marks === undefined) return [];
        const words = quotation.lastToken - quotation.firstToken;
        return [
          { block, quotation, marks, isStatement: words >= SHORTEST && paragraph > 0 && !isLikeHeading(block.facts) },
        ];
      }),
    ),
);

/** A comma or full stop beside a closing mark. */
export interface StopAtMark {
  /** The two. Prose offsets. */
  readonly at: Span;
  readonly place: Stops;
  /** The two the other way round. */
  readonly turned: string;
  /** The quotation is words built into the sentence, "the plan is 'dead'": what a British desk sets the stop outside of. */
  readonly isFragment: boolean;
}

export const stopsAtMarks = perStory((story): readonly StopAtMark[] =>
  outermostQuotations(story).flatMap(({ block, quotation }) => {
    const found = quotation.closed ? stopAt(block.facts, quotation) : undefined;
    return found ? [{ ...found, at: shift(found.at, block.start) }] : [];
  }),
);

function stopAt(facts: Paragraph, quotation: Quotation): StopAtMark | undefined {
  const { text } = facts;
  const { inner, end } = quotation;
  const isFragment = startsLow(facts, quotation);
  const mark = text.slice(inner.end, end);
  const before = text.charAt(inner.end - 1);
  const after = text.charAt(end);
  // "in the U.S.": that stop is the word's
  if (isStop(before) && text.charAt(inner.end - 2) !== before && !isOfWord(facts, inner.end - 1))
    return { at: { start: inner.end - 1, end }, place: 'inside', turned: mark + before, isFragment };
  // 5' 10".
  if (/\d/.test(before) && /['"]/.test(mark)) return undefined;
  // "Who?", he asked: two stops are one too many, whichever goes
  if (isStop(after) && /[\p{L}\p{N}]/u.test(before) && !/[\d.]/.test(text.charAt(end + 1)))
    return { at: { start: inner.end, end: end + 1 }, place: 'outside', turned: after + mark, isFragment };
  return undefined;
}

/** The stop at that offset stands in one token with letters. */
function isOfWord({ tokens }: Paragraph, offset: number): boolean {
  const at = tokenAt(tokens, offset);
  return (tokens.end[at] as number) - (tokens.start[at] as number) > 1 && /\p{L}/u.test(wordAt(tokens, at));
}

const isStop = (character: string): boolean => character === ',' || character === '.';

/** Words built into our own sentence: `would "abolish the tax."` AP closes those though a full quotation follows. */
export const startsLow = ({ tokens }: Paragraph, { firstToken, continues }: Quotation): boolean =>
  !continues && !has(tokens, firstToken + 1, Shape.capital | Shape.number | Shape.mark);

/** The marks of nearly all the story's statements. */
export const usualMarks = perStory((story): Marks | undefined =>
  usual(
    outermostQuotations(story)
      .filter(({ isStatement }) => isStatement)
      .map(({ marks }) => marks),
  ),
);

/**
 * Whether the story puts stops inside or outside its marks, told by quoted fragments: a whole sentence keeps its stop inside in
 * either style.
 */
export const usualStops = perStory((story): Stops | undefined =>
  usual(
    stopsAtMarks(story)
      .filter(({ isFragment }) => isFragment)
      .map(({ place }) => place),
  ),
);

/** Fewer show no habit. */
const LEAST = 4;

/** What at least four are, and at most one in five is not. */
function usual<T extends string>(all: readonly T[]): T | undefined {
  const [first] = all;
  const other = all.find((one) => one !== first);
  const firsts = all.filter((one) => one === first).length;
  const [most, count] = firsts * 2 >= all.length ? [first, firsts] : [other, all.length - firsts];
  return count >= LEAST && (all.length - count) * 5 <= all.length ? most : undefined;
}
