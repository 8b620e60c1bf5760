// Evidence of patterns: which kind of claim the words look like, and what speaks for letting it pass.
import { perStory } from '../../../document/memo';
import type { Story } from '../../../document/story';
import { askedSourcesIn, weakSourcesIn } from '../../speakers/weak-sources';
import { overlaps } from '../../../text/span';
import { type Candidate, claimCandidates } from '../candidates';
import { exitsFor } from '../exits';
import type { Reading } from './reading';

/** What a sentence looks like, with the reasons to let it pass. */
export interface Look {
  readonly candidate: Candidate;
  /** Ids of the exits open to it. */
  readonly exits: readonly string[];
}

/** By sentence, as `sentencesOf` counts. */
export const looksOf = perStory((story: Story): readonly (readonly Look[])[] => {
  const looks: Look[][] = [];
  for (const block of story.blocks) {
    const first = looks.length;
    for (let s = 0; s < block.facts.sentences.length; s++) looks.push([]);
    for (const candidate of claimCandidates(block.facts)) {
      const sentence = first + candidate.sentence;
      const exits = exitsFor({ story, block, candidate, sentence }).map(({ id }) => id);
      looks[sentence]?.push({ candidate, exits });
    }
  }
  return looks;
});

export function claimEvidence({ story, index, voices }: Reading, say: (key: string) => void): void {
  const looks = looksOf(story)[index] ?? [];
  for (const { candidate, exits } of looks) {
    say(`class=${candidate.class}`);
    say(`looks like=${candidate.family.id}`);
    for (const exit of exits) {
      say(`exit=${exit}`);
      say(`exit of=${exit} ${candidate.class}`);
    }
    if (!exits.length) say('exit=none');
  }
  say(`looks=${Math.min(looks.length, 3)}`);
  for (const weak of weakSourcesIn(story)) {
    if (overlaps(weak, voices.at)) say(`weak=${weak.kind}`);
    if (weak.told.some((told) => overlaps(told, voices.at))) say('weak told=yes');
  }
  for (const weak of askedSourcesIn(story)) if (overlaps(weak, voices.at)) say(`weak asked=${weak.kind}`);
}
