// A story under embargo must not run before its hour.
import { removal } from '../../analysis/furniture';
import type { Block } from '../../document/story';
import { tellsWhen } from '../../document/structure/embargo';
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
      const isField = block.data?.kind === 'field';
      if (passed && isField) continue;
      yield {
        start: block.start,
        end: block.end,
        message: passed
          ? 'The embargo has passed, and its line still stands here. Check the hour, then take the line out.'
          : `This story is under embargo. ${until(block)}`,
        fixes:
          waits(block, passed) || isField
            ? []
            : [
                {
                  title: passed ? 'Remove the embargo line' : 'Remove the embargo line: it has been lifted',
                  apply: 'ask',
                  edits: [removal(story, block)],
                },
              ],
      };
    }
  },
});

/** An hour that is known and not there yet: until then nobody is offered to take the line out. */
const waits = ({ data }: Block, passed: boolean): boolean => data?.until !== undefined && !passed;

/** What is not told is asked of whoever set it. */
function until({ facts: { text }, data }: Block): string {
  if (data?.until !== undefined) return 'It must not run before the time given here.';
  const lifted = 'Once it is lifted, take the line out.';
  return tellsWhen(text)
    ? `It must not run before the time given here. ${lifted}`
    : `It must not run before its hour, and none is given here: ask whoever set it. ${lifted}`;
}

const dayInMs = 24 * 60 * 60 * 1000;

/** A line that gives the day alone holds until that day is over everywhere. */
function hasPassed({ data }: Block, now: string): boolean {
  const until = data?.until;
  if (until === undefined) return false;
  const end = Date.parse(until) + (until.includes('T') ? 0 : dayInMs * 1.5);
  return Date.parse(now) >= end;
}
