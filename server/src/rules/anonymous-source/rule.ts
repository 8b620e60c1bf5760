// "Sources said" tells a reader nothing about who, how many, or why they hide.
import { anonymityIn } from '../../analysis/speakers/anonymity';
import { asksForSources } from '../../analysis/speakers/asked';
import { askedSourcesIn } from '../../analysis/speakers/weak-sources';
import { sentencesOf } from '../../document/story';
import { indexAt } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'anonymous-source',
  summary: 'A bare “source”, or somebody who stays unnamed, and no reason for it is told.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    const sentences = sentencesOf(story);
    const asked = new Set<number>();
    for (const { kind, start, end, words } of askedSourcesIn(story)) {
      if (kind !== 'anonymous') continue;
      asked.add(indexAt(sentences, start));
      yield {
        start,
        end,
        message: `“${words}” says nothing about who that is. Describe the source as closely as the promise allows: how many, placed where, and why unnamed.`,
      };
    }
    for (const { start, end, words, explained } of anonymityIn(story)) {
      if (explained || asked.has(indexAt(sentences, start))) continue;
      yield {
        start,
        end,
        message: `“${words}”: a reader is not told why. Say why the source stays unnamed, as far as the promise allows.`,
      };
    }
  },
});
