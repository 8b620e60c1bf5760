// Evidence of who is cited: how the source's noun phrase begins and what is in it. "A police official" could be anybody, "the official"
// was met before, "one sergeant" stays without a name.
import { has, recordAt, Shape, tokenAt } from '../../../document/token';
import { perStory } from '../../../document/memo';
import { type Story, sentencesOf } from '../../../document/story';
import { Class, classesOf } from '../../../language/word-classes';
import { indexAt } from '../../../text/span';
import { readingOf } from '../../attribution/scope';
import { anonymityIn } from '../../speakers/anonymity';
import { isUndescribed } from '../../speakers/unnamed';
import type { Report } from '../../voices';
import { kind, kindsBy, type Say } from './kinds';
import type { Reading } from './reading';

const anonymity = kind('anonymity');
const head = kind('by head');
const nameless = kind('by nameless');
const placed = kind('by placed', '', ' placed');
const bare = kind('by placed', '', ' bare');
const opened = kindsBy((opens: string) => kind('by who', `${opens} `));
const openedBySeveral = kindsBy((opens: string) => kind('by who', `${opens} several `));

export function whoEvidence(reading: Reading, say: Say): void {
  const { story, index, voices } = reading;
  const declared = anonymitiesOf(story).get(index);
  if (declared) say(anonymity, declared);
  for (const report of voices.reports) described(reading, report, say);
}

function described(reading: Reading, { attribution, speaker }: Report, say: Say): void {
  const { source, type } = attribution;
  const { speaking } = speaker;
  if (!source || !speaking) return;
  const opens = openingOf(reading, source.start);
  say((speaking.plural ? openedBySeveral : opened)(opens), speaker.kind);
  if (speaker.kind !== 'named') say(head, speaking.head);
  if (speaking.hasName) return;
  say(nameless, `${type} ${opens}`);
  say(isUndescribed(attribution, readingOf(reading.facts), reading.block) ? bare : placed, speaker.kind);
}

const opening = Class.determiner | Class.article | Class.possessive;

/** The small word that the source begins with, or what stands in its place. */
function openingOf({ facts: { tokens }, block }: Reading, source: number): string {
  const first = tokenAt(tokens, source - block.start);
  const record = recordAt(tokens, first);
  if (classesOf(record) & opening) return record.text === 'an' ? 'a' : record.text;
  if (has(tokens, first, Shape.number)) return 'number';
  return has(tokens, first, Shape.capital) && !has(tokens, first, Shape.initial) ? 'name' : 'bare';
}

/** By sentence: somebody is not to be known, and whether a reader is told why. */
const anonymitiesOf = perStory((story: Story): ReadonlyMap<number, 'explained' | 'declared'> => {
  const sentences = sentencesOf(story);
  return new Map(
    anonymityIn(story).map(({ start, explained }) => [
      indexAt(sentences, start),
      explained ? 'explained' : ('declared' as const),
    ]),
  );
});
