// A story under embargo must not run before its hour.
import { removal } from '../../analysis/furniture';
import type { Block } from '../../document/story';
import { has, Shape } from '../../document/token';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'embargo',
  summary: 'The copy is under embargo, or still carries the line after it has passed.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'error',
  language: 'any',
  changesWith: 'clock',
  clearedAs: 'lifted',
  options: {},
  *check(story, _, { now }) {
    for (const block of story.blocks) {
      if (block.role !== 'embargo') continue;
      const passed = now !== undefined && hasPassed(block, now);
      // a field of a feed says when it was free and is no line of the copy
      if (passed && block.data?.kind === 'field') continue;
      yield {
        start: block.start,
        end: block.end,
        message: passed
          ? 'The embargo has passed, and its line still stands here. Check the hour, then take the line out.'
          : `This story is under embargo. ${until(block)}`,
        fixes: passed ? [{ title: 'Remove the embargo line', apply: 'ask', edits: [removal(story, block)] }] : [],
      };
    }
  },
});

/** What is not told is asked of whoever set it. */
const until = ({ facts: { tokens } }: Block): string =>
  tokens.shape.some((_, i) => has(tokens, i, Shape.number))
    ? 'It must not run before the time given here.'
    : 'It must not run before its hour, and no figure here gives one: ask whoever set it.';

const dayInMs = 24 * 60 * 60 * 1000;

/** A line that gives the day alone holds until that day is over everywhere. */
function hasPassed({ data }: Block, now: string): boolean {
  const until = data?.until;
  if (until === undefined) return false;
  const end = Date.parse(until) + (until.includes('T') ? 0 : dayInMs * 1.5);
  return Date.parse(now) >= end;
}
