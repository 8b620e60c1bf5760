// Nine and four that make fifteen: parts that do not add up to their total.
import { announcedIn } from '../../analysis/numbers/announced';
import { divisionsOf } from '../../analysis/numbers/parts';
import { isCopy } from '../../document/role';
import { shift } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'sum-mismatch',
  summary: 'Parts do not add up to their total, or a list has not as many items as announced.',
  category: 'facts',
  kind: 'query',
  severity: 'information',
  options: {},
  *check(story) {
    for (const { start, role, facts } of story.blocks) {
      if (!isCopy(role)) continue;
      for (const { total, parts, sum } of divisionsOf(facts)) {
        if (sum === total.value) continue;
        yield {
          ...shift({ start: total.start, end: total.end }, start),
          message: `The parts make ${sum}, not ${total.value}: ${parts.map(({ value }) => value).join(' + ')}. Check the total and each part.`,
          related: parts.map((part) => ({
            ...shift({ start: part.start, end: part.end }, start),
            message: 'One of the parts',
          })),
        };
      }
    }
    for (const { count, items } of announcedIn(story)) {
      if (items.length === count.value) continue;
      yield {
        start: count.start,
        end: count.end,
        message: `${count.value} are announced and ${items.length} are listed. Check the count, and that no item was lost.`,
        related: items.map(({ start, end }, i) => ({ start, end, message: `Item ${i + 1}` })),
      };
    }
  },
});
