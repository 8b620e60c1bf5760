// A reporter knows what somebody said, not what he believes, feels or hopes.
import { mindsReadIn } from '../../analysis/attribution/minds';
import { isProse } from '../../document/role';
import { paragraphRule } from '../rule';

export const rule = paragraphRule({
  id: 'mind-reading',
  summary: 'Believes, feels, hopes, and nobody said so.',
  category: 'attribution',
  kind: 'query',
  severity: 'off',
  options: {},
  *check(paragraph) {
    if (!isProse(paragraph.role)) return;
    for (const { start, end, words, source } of mindsReadIn(paragraph)) {
      yield {
        start,
        end,
        message: `How do we know that “${source}” ${words}? Write that they said so, or who says it of them.`,
      };
    }
  },
});
