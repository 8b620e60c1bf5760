// The class of a question about a claim (casualty, accusation, forecast …): what its message is worded by.
import { has, recordAt, Shape } from '../../document/token';
import type { Story } from '../../document/story';
import { type ClaimClass, claimClasses } from '../../lexicon/claims/load';
import { evidenceIn } from './evidence/evidence';
import { type Reading, readingsOf } from './evidence/reading';
import { weights } from './weights';

/** The class of a question on this sentence: whichever its evidence and words speak for most. */
export function classOf(story: Story, index: number): ClaimClass {
  const by = weights();
  const reading = readingsOf(story)[index];
  if ('problem' in by || !reading) return 'event';
  const classes = by.classes();
  const sums = claimClasses.map(() => 0);
  for (const key of ['start', ...evidenceIn(reading), ...ownWordsOf(reading)]) {
    const row = classes.get(key);
    for (let k = 0; row && k < sums.length; k++) sums[k]! += row[k] as number;
  }
  return claimClasses[sums.indexOf(Math.max(...sums))] as ClaimClass;
}

/** The writer's own words, each once, as the classes know them. */
export function ownWordsOf({ facts: { tokens }, sentence, own }: Reading): string[] {
  const words = new Set<string>();
  for (let t = sentence.firstToken; t < sentence.lastToken; t++)
    if (
      own[t - sentence.firstToken] &&
      has(tokens, t, Shape.word) &&
      (!has(tokens, t, Shape.capital) || has(tokens, t, Shape.initial))
    )
      words.add(`word=${recordAt(tokens, t).text}`);
  return [...words];
}
