// Which attribution in an earlier or later sentence still holds for a sentence that names nobody, and why ("inherited source").
//
// The reasons are those that desks go by. from-above.ts and from-below.ts have one function for each reason, forecasts.ts has the one
// that looks both ways.
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { voicesOf } from '../voices';
import { type Cover, isSomebodyNamed, nameWords, type CoverContext, speakersOf } from './cover';
import { forecastersBeside } from './forecasts';
import { betweenMentions, freeIndirect, ofDocument, paragraphBefore, sameParagraph, underColon } from './from-above';
import { quoteFollows, redeemedBelow, sourceFollows } from './from-below';

/** The inherited source of each sentence; undefined where the sentence has a source of its own, or inherits none. */
export const coverOf = perStory((story: Story): readonly (Cover | undefined)[] =>
  coverBeside(story).map((cover, i) => (voicesOf(story)[i]?.reports.length ? undefined : cover)),
);

/** The same for every sentence, even one with a source: the inherited source answers for the words that its own does not cover. */
export const coverBeside = perStory((story: Story): readonly (Cover | undefined)[] => {
  const voices = voicesOf(story);
  const covers: (Cover | undefined)[] = [];
  const reading: CoverContext = { story, voices, speakers: speakersOf(story), covers };
  voices.forEach((here, i) => {
    covers.push(here.prose && !here.spoken ? coverAt(reading, i) : undefined);
  });
  return covers;
});

/** The forecasters close by whose forecast each sentence may be. They answer for the forecast only, not for the rest of it. */
export const forecastCoverOf = perStory((story: Story): readonly (Cover | undefined)[] => {
  const voices = voicesOf(story);
  const reading: CoverContext = { story, voices, speakers: speakersOf(story), covers: [] };
  return voices.map(({ prose, spoken }, i) => (prose && !spoken ? forecastersBeside(reading, i) : undefined));
});

/** Where two reasons are equally strong, the one listed first counts. */
const reasons: readonly ((reading: CoverContext, i: number) => Cover | undefined)[] = [
  sameParagraph,
  freeIndirect,
  betweenMentions,
  ofDocument,
  underColon,
  paragraphBefore,
  redeemedBelow,
  sourceFollows,
  quoteFollows,
  oneSource,
];

function coverAt(reading: CoverContext, i: number): Cover | undefined {
  let best: Cover | undefined;
  for (const reason of reasons) {
    const cover = reason(reading, i);
    if (cover && cover.strength > (best?.strength ?? 0)) best = cover;
  }
  return best;
}

/** A story of at most so many sentences with one source is that source's throughout. */
const BRIEF = 12;

/** The opening of a short story that goes on with one source alone sums up what that source tells. */
function oneSource({ story, voices }: CoverContext, i: number): Cover | undefined {
  const only = onlySource(story);
  const sumsUp = only && i < only.sentence && voices[i]?.prose;
  return sumsUp ? { sentence: only.sentence, why: 'one source speaks', strength: 0.4 } : undefined;
}

/** The only source of a brief, where most of what follows its first mention is said by it. */
interface OnlySource {
  /** Index of the sentence that first names it. */
  readonly sentence: number;
  /** How many sentences it tells. */
  readonly told: number;
}

/** The only source of a short story: most sentences behind its first mention are that source's. */
export const onlySource = perStory((story: Story): OnlySource | undefined => {
  const voices = voicesOf(story);
  const prose = voices.filter((one) => one.prose);
  const first = prose.findIndex((one) => one.reports.some(isSomebodyNamed));
  const below = prose.slice(first);
  const told = below.filter((one) => one.reports.length > 0 || one.spoken);
  if (first < 0 || prose.length > BRIEF || told.length * 2 < below.length) return undefined;
  const [name = [], ...others] = prose.flatMap((one) => one.reports.filter(isSomebodyNamed)).map(nameWords);
  if (!others.every((words) => words.some((word) => name.includes(word)))) return undefined;
  return { sentence: voices.indexOf(prose[first] as (typeof voices)[number]), told: told.length };
});
