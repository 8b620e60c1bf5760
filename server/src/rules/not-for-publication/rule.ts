// Matter for desks alone: the worst thing to leak.
import { removal } from '../../analysis/furniture';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'not-for-publication',
  summary: 'Matter that was sent for the desk alone stands in the copy.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'error',
  language: 'any',
  confirms: 'leftovers',
  clearedAs: 'released',
  options: {},
  *check(story) {
    for (const block of story.blocks) {
      if (block.role !== 'restricted') continue;
      if (block.data?.kind === 'field') {
        yield {
          start: block.start,
          end: block.end,
          message:
            'The file itself says that this story is withheld, cancelled or for the desk alone. It must not run as it stands.',
        };
        continue;
      }
      yield {
        start: block.start,
        end: block.end,
        message: `Sent for the desk alone and not for publication. Take it out${block.data?.kind === 'block' ? ', with all that stands under it,' : ''} before this runs.`,
        fixes: [{ title: 'Remove what is not for publication', apply: 'ask', edits: [removal(story, block)] }],
      };
    }
  },
});
