// What another newsroom found out is that newsroom's: name it.
import { asksForSources } from '../../analysis/speakers/asked';
import { askedSourcesIn } from '../../analysis/speakers/weak-sources';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'unnamed-media',
  summary: 'Local media, reports, the press: which?',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    for (const { kind, start, end, words } of askedSourcesIn(story)) {
      if (kind !== 'media') continue;
      yield {
        start,
        end,
        message: `Which? “${words}” names no outlet. Name at least one, so that the reader knows whose report it is.`,
      };
    }
  },
});
