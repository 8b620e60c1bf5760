// A man of 52 who is 51 three paragraphs on.
import { agesOf } from '../../analysis/numbers/ages';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'inconsistent-age',
  summary: 'One person is given two ages.',
  category: 'facts',
  kind: 'query',
  inserts: [],
  severity: 'information',
  clearedAs: 'checked',
  options: {},
  *check(story) {
    for (const [first, ...later] of agesOf(story)) {
      for (const age of later) {
        if (!first || age.years === first.years) continue;
        const who = story.prose.slice(first.name.start, first.name.end);
        yield {
          start: age.start,
          end: age.end,
          message: `${who} is ${age.years} here and ${first.years} above. Check which is right, or whether these are two people.`,
          related: [{ start: first.start, end: first.end, message: `${first.years} here` }],
        };
      }
    }
  },
});
