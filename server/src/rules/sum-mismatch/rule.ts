// Nine and four that make fifteen: numbers that belong together and do not agree.
import { announcedIn } from '../../analysis/numbers/announced';
import { type Change, changesOf } from '../../analysis/numbers/changes';
import { contradictionsIn } from '../../analysis/numbers/contradictions';
import { divisionsOf } from '../../analysis/numbers/parts';
import { headlineFigures } from '../../analysis/numbers/headline';
import { sharesOf } from '../../analysis/numbers/shares';
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { shift, type Span } from '../../text/span';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'sum-mismatch',
  summary: 'Numbers that belong together do not agree: parts and total, a list and its count, headline and story.',
  category: 'facts',
  kind: 'query',
  severity: 'information',
  options: {},
  *check(story) {
    for (const block of story.blocks) {
      if (!isCopy(block.role)) continue;
      yield* wrongSums(block);
      yield* moreThanAll(block);
      yield* wrongChanges(block);
    }
    yield* wrongCounts(story);
    yield* contradictions(story);
  },
});

function* wrongSums({ start, facts }: Block): Iterable<Finding> {
  for (const { total, parts, sum, agrees } of divisionsOf(facts)) {
    if (agrees) continue;
    yield {
      ...spanAt(start, total),
      message: `The parts make ${sum}, not ${total.value}: ${parts.map(({ value }) => value).join(' + ')}. Check the total and each part.`,
      related: parts.map((part) => ({ ...spanAt(start, part), message: 'One of the parts' })),
    };
  }
}

function* moreThanAll({ start, facts }: Block): Iterable<Finding> {
  for (const { parts, sum, most } of sharesOf(facts)) {
    const [first] = parts;
    if (!first || sum <= most) continue;
    yield {
      ...spanAt(start, first),
      message: `The shares come to ${sum} percent: ${parts.map(({ value }) => value).join(' + ')}. That is more than rounding explains; check each of them.`,
      related: parts.map((part) => ({ ...spanAt(start, part), message: 'One of the shares' })),
    };
  }
}

function* wrongChanges({ start, facts }: Block): Iterable<Finding> {
  for (const change of changesOf(facts)) {
    const { to, from, by } = change;
    if (!change.fault) continue;
    const told = change.fault === 'amount' && by ? by : to;
    yield {
      ...spanAt(start, told),
      message: messageFor(change, (span) => facts.text.slice(span.start, span.end)),
      related: [to, from]
        .filter((end) => end !== told)
        .map((end) => ({ ...spanAt(start, end), message: 'One of the ends' })),
    };
  }
}

function messageFor({ to, from, by, fault, direction, real }: Change, written: (span: Span) => string): string {
  const ends = from.start === to.start ? written(to) : `${written(from)} to ${written(to)}`;
  if (fault === 'direction' || !by)
    return `From ${ends} is a ${direction === 'up' ? 'fall' : 'rise'}, and the sentence says the opposite. Check the word and both numbers.`;
  const amount = by.kind === 'percent' ? `${rounded(real)} percent` : rounded(real);
  return `From ${ends} is ${amount}, not ${written(by)}. Check all three numbers.`;
}

const rounded = (value: number): string => String(Number(value.toPrecision(value < 1000 ? 3 : 6)));

function* wrongCounts(story: Story): Iterable<Finding> {
  for (const { count, items } of announcedIn(story)) {
    if (items.length === count.value) continue;
    yield {
      ...spanAt(0, count),
      message: `${count.value} are announced and ${items.length} are listed. Check the count, and that no item was lost.`,
      related: items.map((item, i) => ({ ...spanAt(0, item), message: `Item ${i + 1}` })),
    };
  }
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

const spanAt = (base: number, { start, end }: Span): Span => shift({ start, end }, base);
