// Repeats: a count that somebody in the story has given already, or gives below.
import type { Paragraph } from '../../document/paragraph';
import type { Story } from '../../document/story';
import { perStory } from '../../document/memo';
import { quantitiesOf } from '../../language/quantities';
import { voicesOf } from '../voices';
import { type Candidate, claimCandidates } from './candidates';

/** A sentence with a source gives the same number for the same class of claim. */
export function isRepeated(story: Story, paragraph: Paragraph, candidate: Candidate, sentence: number): boolean {
  const key = countIn(paragraph, candidate);
  return key !== undefined && (sourcedCounts(story).get(key) ?? []).some((other) => other !== sentence);
}

/** By class and number, the sentences in which somebody gives it. */
const sourcedCounts = perStory((story: Story): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  const voices = voicesOf(story);
  let first = 0;
  for (const { facts } of story.blocks) {
    for (const candidate of claimCandidates(facts)) {
      const sentence = first + candidate.sentence;
      const key = countIn(facts, candidate);
      if (key === undefined || !voices[sentence]?.reports.length) continue;
      found.set(key, [...(found.get(key) ?? []), sentence]);
    }
    first += facts.sentences.length;
  }
  return found;
});

/** Tokens before a claim in which its number may stand. */
const BEFORE = 3;

/** The first number in the claim or just before it, with its class. */
function countIn(paragraph: Paragraph, { class: cls, first, last }: Candidate): string | undefined {
  const { at } = quantitiesOf(paragraph);
  for (let t = Math.max(0, first - BEFORE); t < last; t++) {
    const quantity = at.get(t);
    if (quantity?.kind === 'count') return `${cls} ${quantity.value}`;
  }
  return undefined;
}
