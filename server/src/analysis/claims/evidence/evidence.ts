// Evidence: all that speaks for or against a question, sentence by sentence, named so that it can be told to a person.
import type { Story } from '../../../document/story';
import { perStory } from '../../../document/memo';
import { claimEvidence } from './claims';
import { keyOf, type Say } from './kinds';
import { pageEvidence } from './page';
import { neighbourEvidence, placeEvidence } from './place';
import { type Reading, readingsOf, type Wording } from './reading';
import { timeEvidence } from './times';
import { voiceEvidence } from './voices';
import { whoEvidence } from './who';
import { figureEvidence, grammarEvidence } from './words';

/**
 * All of a sentence but what its page says, a piece more than once where it is found so. That a piece is here says nothing yet: what
 * it weighs was learned (weights.ts), and most weigh little.
 * @param words false where it is known what its own words tell.
 */
export function tellEvidence(reading: Reading, say: Say, words = true): void {
  voiceEvidence(reading, say);
  whoEvidence(reading, say);
  claimEvidence(reading, say);
  if (words) wordEvidence(reading, say);
  placeEvidence(reading, say);
  neighbourEvidence(reading, say);
  timeEvidence(reading, say);
}

/** What the sentence's own words tell, wherever it stands; nothing else tells pieces of these kinds. */
export function wordEvidence(wording: Wording, say: Say): void {
  figureEvidence(wording, say);
  grammarEvidence(wording, say);
}

/** As `group=value`, each once, with what the page says. */
export function evidenceIn(reading: Reading): ReadonlySet<string> {
  let known = told.get(reading);
  if (!known) told.set(reading, (known = gather(reading)));
  return known;
}

/** Of the few sentences that are asked about: class and reasons are both told by it. */
const told = new WeakMap<Reading, ReadonlySet<string>>();

function gather(reading: Reading): ReadonlySet<string> {
  const found = new Set(pageEvidence(reading.story).map(({ kind, value }) => keyOf(kind, value)));
  tellEvidence(reading, (kind, value) => found.add(keyOf(kind, value)));
  return found;
}

/** All evidence for and against a question, for each sentence. Indexed as `sentencesOf`; undefined outside running copy. */
export const evidenceOf = perStory((story: Story): readonly (ReadonlySet<string> | undefined)[] =>
  readingsOf(story).map((reading) => reading && evidenceIn(reading)),
);
