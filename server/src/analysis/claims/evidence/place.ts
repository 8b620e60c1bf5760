// Evidence of place: where in the story a sentence stands, what it shares with those around it, and what they are.
import { type Story, sentencesOf } from '../../../document/story';
import { wordAt } from '../../../document/token';
import { perStory } from '../../../document/memo';
import { entitiesOf } from '../../names/entities';
import { contentWords, nameWordsIn, sharedWords } from '../../topic';
import { leadOf, voicesOf } from '../../voices';
import { indexAt } from '../../../text/span';
import { weakSourcesIn } from '../../speakers/weak-sources';
import { looksOf } from './claims';
import { type Reading, readingsOf, step } from './reading';
import { isSourced } from './voices';

export function placeEvidence(
  { story, index, voices, block, facts, cited }: Reading,
  say: (key: string) => void,
): void {
  const all = readingsOf(story).length;
  const { sentence, block: at } = voices.at;
  say(`sentence=${Math.min(index, 6)}`);
  say(`quarter=${Math.floor((4 * index) / all)}`);
  say(`from the end=${Math.min(all - 1 - index, 3)}`);
  say(`in paragraph=${Math.min(sentence, 3)}`);
  say(`paragraph of=${Math.min(facts.sentences.length, 4)}`);
  if (sentence === facts.sentences.length - 1) say('closes=paragraph');
  say(`paragraph=${Math.min(paragraphsBefore(story)[at] ?? 0, 4)}`);
  if (block.role !== 'paragraph') say(`role=${block.role}`);
  if (index === leadOf(story)) say(`lead=${cited ? 'cited' : 'not'}`);
  const { first, any } = namesOf(story);
  for (const type of first[index] ?? []) say(`new name=${type}`);
  for (const type of any[index] ?? []) say(`name=${type}`);
  say(`names=${Math.min(nameWordsIn(story, voices).size, 6)}`);
}

/** By block, how many blocks of copy stand before it. */
const paragraphsBefore = perStory(({ blocks }: Story): readonly number[] => {
  let n = 0;
  return blocks.map(({ facts }) => (facts.sentences.length ? n++ : n));
});

/** By sentence, the types of the names in it, and of those that are new. */
const namesOf = perStory((story: Story) => {
  const sentences = sentencesOf(story);
  const first: Set<string>[] = sentences.map(() => new Set());
  const any: Set<string>[] = sentences.map(() => new Set());
  for (const { mentions, type } of entitiesOf(story)) {
    mentions.forEach(({ start }, i) => {
      const at = indexAt(sentences, start);
      any[at]?.add(type);
      if (i === 0) first[at]?.add(type);
    });
  }
  return { first, any };
});

/** What the sentences around it are, and how much of its matter they share. */
export function neighbourEvidence({ story, index, voices, block }: Reading, say: (key: string) => void): void {
  const readings = readingsOf(story);
  const words = contentWords(story, voices);
  const names = nameWordsIn(story, voices);
  for (const away of [-2, -1, 1, 2]) {
    const other = readings[index + away];
    if (!other) {
      say(`${away} is=${index + away in readings ? 'no copy' : 'edge'}`);
      continue;
    }
    const sourced = isSourced(other) ? ' sourced' : '';
    const same = other.block === block ? ' same paragraph' : '';
    say(`${away} is=${other.voices.spoken ? 'spoken' : other.cited ? 'cited' : 'not'}${same}`);
    for (const { attribution, speaker } of other.voices.reports) {
      say(`${away} by=${speaker.resolved}`);
      say(`${away} type=${attribution.type}`);
    }
    if (weakIn(story)[index + away]) say(`${away} weak=yes`);
    for (const { candidate } of looksOf(story)[index + away] ?? []) say(`${away} class=${candidate.class}`);
    const { tokens } = other.facts;
    if (wordAt(tokens, other.sentence.lastToken - 1) === ':') say(`${away} ends=:`);
    say(`${away} shares=${Math.min(sharedWords(words, contentWords(story, other.voices)), 4)}${sourced}`);
    say(`${away} shares names=${Math.min(sharedWords(names, nameWordsIn(story, other.voices)), 2)}${sourced}`);
  }
  nearestInMatter(story, index, words, say);
}

const weakIn = perStory((story: Story): readonly boolean[] => {
  const sentences = sentencesOf(story);
  const weak = sentences.map(() => false);
  for (const { start } of weakSourcesIn(story)) weak[indexAt(sentences, start)] = true;
  return weak;
});

/** Sentences on either side in which a sourced one on the same matter is looked for. */
const MATTER_WITHIN = 40;

/** The sourced sentence that shares most with it, wherever it stands. */
function nearestInMatter(story: Story, index: number, words: ReadonlySet<string>, say: (key: string) => void): void {
  const readings = readingsOf(story);
  let best = 0;
  let at = 0;
  for (let i = Math.max(0, index - MATTER_WITHIN); i < Math.min(readings.length, index + MATTER_WITHIN); i++) {
    const other = readings[i];
    if (i === index || !other || !isSourced(other)) continue;
    const shared = sharedWords(words, contentWords(story, voicesOf(story)[i] as Reading['voices']));
    if (shared <= best) continue;
    best = shared;
    at = i - index;
  }
  say(`same matter=${Math.min(best, 5)}`);
  say(`same matter share=${step(best / Math.max(1, words.size), 0.05, 0.2, 0.4, 0.6)}`);
  if (best) say(`same matter at=${at < 0 ? 'above' : 'below'} ${Math.min(Math.abs(at), 4)}`);
}
