// Evidence: all that speaks for or against a question, sentence by sentence, named so that it can be told to a person.
import type { Story } from '../../../document/story';
import { perStory } from '../../../document/memo';
import { claimEvidence } from './claims';
import { pageEvidence } from './page';
import { neighbourEvidence, placeEvidence } from './place';
import { type Reading, readingsOf } from './reading';
import { voiceEvidence } from './voices';
import { figureEvidence, grammarEvidence } from './words';

/**
 * By sentence, as `sentencesOf` counts; undefined outside running copy. Each piece is `group=value`, each once; that a piece is here
 * says nothing yet: what it weighs was learned (weights.ts), and most weigh little.
 */
export const evidenceOf = perStory((story: Story): readonly (ReadonlySet<string> | undefined)[] => {
  const page = pageEvidence(story);
  return readingsOf(story).map((reading) => reading && gather(reading, page));
});

function gather(reading: Reading, page: readonly string[]): ReadonlySet<string> {
  const found = new Set(page);
  const say = (key: string): void => void found.add(key);
  voiceEvidence(reading, say);
  claimEvidence(reading, say);
  figureEvidence(reading, say);
  grammarEvidence(reading, say);
  placeEvidence(reading, say);
  neighbourEvidence(reading, say);
  return found;
}
