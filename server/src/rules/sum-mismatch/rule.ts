// Nine and four that make fifteen: numbers that belong together and do not agree.
import { type DatelinePair, datelinePairsThatDiffer } from '../../analysis/dates/dateline-clocks';
import { announcedIn } from '../../analysis/numbers/announced';
import { contradictionsIn } from '../../analysis/numbers/contradictions';
import { ratesThatDiffer } from '../../analysis/numbers/conversions';
import { headlineFigures } from '../../analysis/numbers/headline';
import { type OneOrSeveral, oneOrSeveral } from '../../analysis/numbers/headline-people';
import { pricesThatDiffer } from '../../analysis/numbers/two-sums';
import { isCopy } from '../../document/role';
import { aNumber } from '../../language/quantities';
import type { Story } from '../../document/story';
import type { Span } from '../../text/span';
import { type Finding, storyRule } from '../rule';
import { faultsIn } from './in-paragraph';
import { clock, spanAt, wrongCount } from './in-words';

export const rule = storyRule({
  id: 'sum-mismatch',
  summary: 'Numbers that belong together do not agree: parts and total, a list and its count, headline and story.',
  category: 'facts',
  kind: 'query',
  inserts: [],
  severity: 'information',
  clearedAs: 'checked',
  options: {},
  *check(story) {
    for (const block of story.blocks) if (isCopy(block.role) && aNumber(block.facts)) yield* faultsIn(block);
    yield* wrongCounts(story);
    yield* contradictions(story);
    for (const pair of oneOrSeveral(story)) yield otherNumber(story, pair);
    for (const { again, told } of pricesThatDiffer(story)) yield otherPrice(story, again, told);
    for (const { again, told, rates } of ratesThatDiffer(story)) {
      const [one, other] = rates.map((rate) => Number(rate.toPrecision(3)));
      yield {
        ...spanAt(0, again),
        message: `Here a dollar is ${other}, elsewhere in the story ${one}. Check both sums, and the rate.`,
        related: [{ ...spanAt(0, told), message: `${one} to the dollar here` }],
      };
    }
    for (const pair of datelinePairsThatDiffer(story)) yield otherClock(story, pair);
  },
});

/** "Hijackers" over "the hijacker". */
const otherNumber = ({ prose }: Story, { headline, body }: OneOrSeveral): Finding => ({
  ...spanAt(0, headline),
  message: `The headline has “${prose.slice(headline.start, headline.end)}” and the story “${prose.slice(body.start, body.end)}”. Check whether it was one or several.`,
  related: [{ ...spanAt(0, body), message: 'The story’s number' }],
});

const otherPrice = ({ prose }: Story, again: Span, told: Span): Finding => ({
  ...spanAt(0, again),
  message: `It costs ${prose.slice(again.start, again.end)} here and ${prose.slice(told.start, told.end)} elsewhere in the story. Check which is right, or say who says so.`,
  related: [{ ...spanAt(0, told), message: 'The other price' }],
});

/** "8:20pm (16:20 GMT)" below "NEW YORK". */
const otherClock = ({ prose }: Story, { told, again, place, meant }: DatelinePair): Finding => ({
  start: again.start,
  end: again.end,
  message:
    meant === undefined
      ? `${prose.slice(told.start, told.end)} in ${place} is never ${prose.slice(again.start, again.end)}. Check both hours, or say where it is so late.`
      : `${prose.slice(told.start, told.end)} in ${place} is ${clock(meant)} ${again.zone}, not ${prose.slice(again.start, again.end)}. Check both hours, or say where it is so late.`,
  related: [{ start: told.start, end: told.end, message: 'The same hour on the dateline’s clock' }],
});

function* wrongCounts(story: Story): Iterable<Finding> {
  for (const { count, items } of announcedIn(story))
    if (items.length !== count.value) yield wrongCount(0, count, items);
}

function* contradictions(story: Story): Iterable<Finding> {
  for (const { again, told, where } of [...headlineFigures(story), ...contradictionsIn(story)]) {
    const [one, other] = [again, told].map(({ start, end }) => story.prose.slice(start, end).toLowerCase());
    yield {
      ...spanAt(0, again),
      message:
        where === 'headline'
          ? `The headline has ${one} and the story ${other}. Check which is right.`
          : `It is ${one} here and ${other} elsewhere in the story. Check which is right, or say that the toll has changed.`,
      related: [{ ...spanAt(0, told), message: `It is ${other} here` }],
    };
  }
}
