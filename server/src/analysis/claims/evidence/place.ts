// Evidence of place: where in the story a sentence stands, what it shares with those around it, and what they are.
import { type Story, sentencesOf } from '../../../document/story';
import { wordAt } from '../../../document/token';
import { perStory } from '../../../document/memo';
import { entitiesOf } from '../../names/entities';
import { matterOf, NEAR } from '../../topic';
import { leadOf } from '../../voices';
import { indexAt } from '../../../text/span';
import { weakSourcesIn } from '../../speakers/weak-sources';
import { looksOf } from './claims';
import { kind, type Say, withOrWithout, YES } from './kinds';
import { type Reading, readingsOf, step } from './reading';
import { isSourced } from './voices';

const place = kind('sentence');
const quarter = kind('quarter');
const fromTheEnd = kind('from the end');
const inParagraph = kind('in paragraph');
const paragraphOf = kind('paragraph of');
const closes = kind('closes');
const paragraph = kind('paragraph');
const role = kind('role');
const lead = kind('lead');
const newName = kind('new name');
const name = kind('name');
const nameCount = kind('names');

export function placeEvidence({ story, index, voices, block, facts, cited }: Reading, say: Say): void {
  const all = readingsOf(story).length;
  const { sentence, block: at } = voices.at;
  say(place, Math.min(index, 6));
  say(quarter, Math.floor((4 * index) / all));
  say(fromTheEnd, Math.min(all - 1 - index, 3));
  say(inParagraph, Math.min(sentence, 3));
  say(paragraphOf, Math.min(facts.sentences.length, 4));
  if (sentence === facts.sentences.length - 1) say(closes, 'paragraph');
  say(paragraph, Math.min(paragraphsBefore(story)[at] ?? 0, 4));
  if (block.role !== 'paragraph') say(role, block.role);
  if (index === leadOf(story)) say(lead, cited ? 'cited' : 'not');
  const { first, any } = namesOf(story);
  for (const type of first[index] ?? noTypes) say(newName, type);
  for (const type of any[index] ?? noTypes) say(name, type);
  say(nameCount, Math.min(matterOf(story).names.count(index), 6));
}

/** By block, how many blocks of copy stand before it. */
const paragraphsBefore = perStory(({ blocks }: Story): readonly number[] => {
  let n = 0;
  return blocks.map(({ facts }) => (facts.sentences.length ? n++ : n));
});

const noTypes: ReadonlySet<string> = new Set();

/** By sentence, the types of the names in it, and of those that are new. */
const namesOf = perStory((story: Story) => {
  const sentences = sentencesOf(story);
  const first: (Set<string> | undefined)[] = sentences.map(() => undefined);
  const any: (Set<string> | undefined)[] = sentences.map(() => undefined);
  const note = (types: typeof any, at: number, type: string): void => {
    if (at >= 0) (types[at] ??= new Set()).add(type);
  };
  for (const { mentions, type } of entitiesOf(story)) {
    mentions.forEach(({ start }, i) => {
      const at = indexAt(sentences, start);
      note(any, at, type);
      if (i === 0) note(first, at, type);
    });
  }
  return { first, any };
});

/** What is told of the sentence that stands `away` sentences behind. */
const kindsFor = (away: number) => ({
  away,
  is: withOrWithout(`${away} is`, ' same paragraph'),
  by: kind(`${away} by`),
  type: kind(`${away} type`),
  weak: kind(`${away} weak`),
  class: kind(`${away} class`),
  ends: kind(`${away} ends`),
  shares: withOrWithout(`${away} shares`, ' sourced'),
  sharesNames: withOrWithout(`${away} shares names`, ' sourced'),
});
const neighbours = [-2, -1, 1, 2].map(kindsFor);

/** What the sentences around it are, and how much of its matter they share. */
export function neighbourEvidence(reading: Reading, say: Say): void {
  const { story, index } = reading;
  const readings = readingsOf(story);
  for (const beside of neighbours) {
    const at = index + beside.away;
    const other = readings[at];
    if (other) besideEvidence(reading, other, beside, say);
    else say(beside.is(false), at >= 0 && at < readings.length ? 'no copy' : 'edge');
  }
  nearestInMatter(story, index, say);
}

function besideEvidence(
  { story, index, block }: Reading,
  other: Reading,
  beside: ReturnType<typeof kindsFor>,
  say: Say,
): void {
  const { words, names } = matterOf(story);
  const sourced = isSourced(other);
  say(beside.is(other.block === block), other.voices.spoken ? 'spoken' : other.cited ? 'cited' : 'not');
  for (const { attribution, speaker } of other.voices.reports) {
    say(beside.by, speaker.resolved);
    say(beside.type, attribution.type);
  }
  if (weakIn(story)[other.index]) say(beside.weak, YES);
  for (const { candidate } of looksOf(story)[other.index] ?? []) say(beside.class, candidate.class);
  if (wordAt(other.facts.tokens, other.sentence.lastToken - 1) === ':') say(beside.ends, ':');
  say(beside.shares(sourced), Math.min(words.shared(index, other.index), 4));
  say(beside.sharesNames(sourced), Math.min(names.shared(index, other.index), 2));
}

const weakIn = perStory((story: Story): readonly boolean[] => {
  const sentences = sentencesOf(story);
  const weak = sentences.map(() => false);
  for (const { start } of weakSourcesIn(story)) weak[indexAt(sentences, start)] = true;
  return weak;
});

const sameMatter = kind('same matter');
const sameMatterShare = kind('same matter share');
const sameMatterAbove = kind('same matter at', 'above ');
const sameMatterBelow = kind('same matter at', 'below ');

/** The sourced sentence that shares most with it, wherever it stands. */
function nearestInMatter(story: Story, index: number, say: Say): void {
  const readings = readingsOf(story);
  const { words } = matterOf(story);
  let best = 0;
  let at = 0;
  for (let i = Math.max(0, index - NEAR); i < Math.min(readings.length, index + NEAR); i++) {
    if (i === index) continue;
    const shared = words.shared(index, i);
    if (shared <= best) continue;
    const other = readings[i];
    if (!other || !isSourced(other)) continue;
    best = shared;
    at = i - index;
  }
  say(sameMatter, Math.min(best, 5));
  say(sameMatterShare, step(best / Math.max(1, words.count(index)), 0.05, 0.2, 0.4, 0.6));
  if (best) say(at < 0 ? sameMatterAbove : sameMatterBelow, Math.min(Math.abs(at), 4));
}
