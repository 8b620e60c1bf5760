// Evidence of patterns: which kind of claim the words look like, and what speaks for letting it pass.
import { perStory } from '../../../document/memo';
import { type Story, sentencesOf } from '../../../document/story';
import type { ClaimClass } from '../../../lexicon/claims/load';
import { askedSourcesIn, type WeakSource, weakSourcesIn } from '../../speakers/weak-sources';
import { firstWhere, overlaps, type Span } from '../../../text/span';
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

/** The families of claims that each sentence looks like, and the exits that are open to it. Indexed as `sentencesOf`. */
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

function weakEvidence({ story, index }: Reading, say: Say): void {
  const { here, told, asked } = weakBySentence(story);
  for (const weak of here.get(index) ?? []) say(weakHere, weak.kind);
  if (told.has(index)) say(weakTold, YES);
  for (const weak of asked.get(index) ?? []) say(weakAsked, weak.kind);
}

/** The weak sources that a sentence overlaps with, those of them that are asked about, and the sentences that weak sources tell. */
const weakBySentence = perStory((story: Story) => {
  const sentences = sentencesOf(story);
  const [here, told, asked] = [0, 1, 2].map(() => new Map<number, WeakSource[]>()) as [By, By, By];
  const note = (by: By, span: Span, weak: WeakSource): void => {
    for (let i = firstWhere(sentences, ({ end }) => end > span.start); i < sentences.length; i++) {
      const at = sentences[i] as Span;
      if (at.start >= span.end) break;
      if (overlaps(span, at)) by.set(i, [...(by.get(i) ?? []), weak]);
    }
  };
  for (const weak of weakSourcesIn(story)) {
    note(here, weak, weak);
    for (const span of weak.told) note(told, span, weak);
  }
  for (const weak of askedSourcesIn(story)) note(asked, weak, weak);
  return { here, told, asked };
});

type By = Map<number, WeakSource[]>;
