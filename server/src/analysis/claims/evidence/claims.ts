// Evidence of patterns: which kind of claim the words look like, and what speaks for letting it pass.
import { perStory } from '../../../document/memo';
import type { Story } from '../../../document/story';
import type { ClaimClass } from '../../../lexicon/claims/load';
import { askedSourcesIn, type WeakSource, weakSourcesIn } from '../../speakers/weak-sources';
import { overlaps } from '../../../text/span';
import { type Candidate, claimCandidates } from '../candidates';
import { exitsFor } from '../exits';
import { kind, kindsBy, type Say, YES } from './kinds';
import type { Reading } from './reading';

/** What a sentence looks like, with the reasons to let it pass. */
export interface Look {
  readonly candidate: Candidate;
  /** Ids of the exits open to it. */
  readonly exits: readonly string[];
}

const noLooks: readonly Look[] = [];

/** By sentence, as `sentencesOf` counts. */
export const looksOf = perStory((story: Story): readonly (readonly Look[])[] => {
  const looks: (readonly Look[])[] = [];
  for (const block of story.blocks) {
    const first = looks.length;
    for (let s = 0; s < block.facts.sentences.length; s++) looks.push(noLooks);
    for (const candidate of claimCandidates(block.facts)) {
      const sentence = first + candidate.sentence;
      const exits = exitsFor({ story, block, candidate, sentence }).map(({ id }) => id);
      looks[sentence] = [...(looks[sentence] ?? noLooks), { candidate, exits }];
    }
  }
  return looks;
});

const classed = kind('class');
const looksLike = kind('looks like');
const exited = kind('exit');
const exitOf = kindsBy((of: ClaimClass) => kind('exit of', '', ` ${of}`));
const looksAtAll = kind('looks');

export function claimEvidence(reading: Reading, say: Say): void {
  const looks = looksOf(reading.story)[reading.index] ?? noLooks;
  for (const { candidate, exits } of looks) {
    say(classed, candidate.class);
    say(looksLike, candidate.family.id);
    for (const exit of exits) {
      say(exited, exit);
      say(exitOf(candidate.class), exit);
    }
    if (!exits.length) say(exited, 'none');
  }
  say(looksAtAll, Math.min(looks.length, 3));
  weakEvidence(reading, say);
}

const weakHere = kind('weak');
const weakTold = kind('weak told');
const weakAsked = kind('weak asked');

function weakEvidence({ story, voices: { at } }: Reading, say: Say): void {
  const isHere = (weak: WeakSource): boolean => overlaps(weak, at);
  for (const weak of weakSourcesIn(story)) {
    if (isHere(weak)) say(weakHere, weak.kind);
    if (weak.told.some((told) => overlaps(told, at))) say(weakTold, YES);
  }
  for (const weak of askedSourcesIn(story)) if (isHere(weak)) say(weakAsked, weak.kind);
}
