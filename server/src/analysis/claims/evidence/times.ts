// Evidence of times around a sentence: of which days the sentences beside it tell. Behind a sentence of something long ago, the next
// ones usually go on about it, and what was long ago is known by now.
import { perStory } from '../../../document/memo';
import type { Story } from '../../../document/story';
import { timesIn, type When, whenOf } from '../../dates/times';
import { kind, kindsBy, type Say, withOrWithout } from './kinds';
import { type Reading, readingsOf, step } from './reading';

type Told = When | 'open';

interface Day {
  /** Undefined where no time is named. */
  readonly told: Told | undefined;
  /** The year that is named last. */
  readonly year: number | undefined;
  /** That year stands in a date. */
  readonly isDated: boolean;
}

/** The time that each sentence names. Indexed as `sentencesOf`. */
const daysOf = perStory((story: Story): readonly (Day | undefined)[] =>
  readingsOf(story).map((reading) => reading && dayOf(reading)),
);

function dayOf({ facts, sentence, date }: Reading): Day {
  let told: Told | undefined;
  let year: number | undefined;
  let isDated = false;
  for (const time of timesIn(facts, sentence)) {
    const when = whenOf(time, date) ?? 'open';
    if (told === undefined || when === 'fresh' || (when === 'settled' && told !== 'fresh')) told = when;
    if ((time.is.kind !== 'year' && time.is.kind !== 'date') || time.is.year === undefined) continue;
    year = time.is.year;
    isDated = time.is.kind === 'date';
  }
  return { told, year, isDated };
}

/** The latest year that the story names. A story without a date of its own is taken to be of that year. */
const latestYear = perStory((story: Story): number | undefined => {
  let latest = 0;
  for (const day of daysOf(story))
    if (day?.year && (day.isDated || day.year < GOALS)) latest = Math.max(latest, day.year);
  return latest || undefined;
});

/** A bare year from here on may be a goal ("by 2030, 2050"), so only a date ("3 June 2031") shows that the story is of that year. */
const GOALS = 2030;

const beside = [
  { away: -1, is: kind('-1 when') },
  { away: 1, is: kind('1 when') },
] as const;
const above = withOrWithout('when above', ' same paragraph');
const aboveAt = kindsBy((told: Told) => kind('when above at', `${told} `));
const inParagraph = kind('when in paragraph');
const yearsAgo = kind('years ago');

/** Sentences above in which the last time that was named is looked for. */
const ABOVE = 6;
/** Sentences above in which a year still tells. */
const YEAR_ABOVE = 3;

export function timeEvidence({ story, index, block, date }: Reading, say: Say): void {
  const readings = readingsOf(story);
  const days = daysOf(story);
  for (const { away, is } of beside) say(is, days[index + away]?.told ?? 'none');
  for (let back = 0; back < ABOVE; back++) {
    const told = days[index - back]?.told;
    if (!told) continue;
    say(above(readings[index - back]?.block === block), told);
    say(aboveAt(told), Math.min(back, 3));
    break;
  }
  for (let at = index - ABOVE; at <= index + ABOVE; at++)
    if (readings[at]?.block === block) say(inParagraph, days[at]?.told ?? 'none');
  const now = date ? Number(date.slice(0, 4)) : latestYear(story);
  for (let back = 0; now !== undefined && back <= YEAR_ABOVE; back++) {
    const year = days[index - back]?.year;
    if (year === undefined) continue;
    say(yearsAgo, step(now - year, 1, 2, 5, 20));
    break;
  }
}
