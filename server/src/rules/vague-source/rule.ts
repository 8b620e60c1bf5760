// "Experts say" and "it is believed" give a claim the look of support and keep the reader from judging it.
import { askedSourcesIn } from '../../analysis/speakers/weak-sources';
import { asksForSources } from '../../analysis/speakers/asked';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'vague-source',
  summary: 'Experts, critics, “it is believed”: nobody in particular stands behind it.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'information',
  options: {},
  *check(story) {
    if (!asksForSources(story)) return;
    for (const { kind, start, end, words } of askedSourcesIn(story)) {
      if (kind === 'vague') {
        yield {
          start,
          end,
          message: `Who? “${words}” could be anybody, and nobody of that kind is named near by. Name one, or say how many and where from.`,
        };
      } else if (kind === 'hidden') {
        yield {
          start,
          end,
          message: `By whom? “${words}” hides who says so. Name the source, or say that it could not be confirmed.`,
        };
      }
    }
  },
});
