// "Sources said" tells a reader nothing about who, how many, or why they hide.
import { asksForSources } from '../../analysis/speakers/asked';
import { askedSourcesIn } from '../../analysis/speakers/weak-sources';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'anonymous-source',
  summary: 'A bare “source”: no description, no number, no reason for anonymity.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    for (const { kind, start, end, words } of askedSourcesIn(story)) {
      if (kind !== 'anonymous') continue;
      yield {
        start,
        end,
        message: `“${words}” says nothing about who that is. Describe the source as closely as the promise allows: how many, placed where, and why unnamed.`,
      };
    }
  },
});
