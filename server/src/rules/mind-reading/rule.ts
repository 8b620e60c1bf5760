// A reporter knows what somebody said, not what he believes, feels or hopes.
import { mindsReadIn } from '../../analysis/wording/mind-reading';
import { isProse } from '../../document/role';
import { shift } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'mind-reading',
  summary: 'Believes, feels, hopes, and nobody said so.',
  category: 'attribution',
  kind: 'query',
  inserts: [],
  severity: 'off',
  asks: 'sources',
  clearedAs: 'meant',
  options: {},
  *check(story) {
    for (const { role, start, facts } of story.blocks) {
      if (!isProse(role)) continue;
      for (const { words, source, ...verb } of mindsReadIn(facts)) {
        yield {
          ...shift(verb, start),
          message: `How do we know that “${source}” ${words}? Write that they said so, or who says it of them.`,
        };
      }
    }
  },
});
