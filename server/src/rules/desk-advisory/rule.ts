// A note from one desk to another is not for the reader.
import { removal } from '../../analysis/furniture';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'desk-advisory',
  summary: 'A note from desk to desk stands in the copy.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'error',
  language: 'any',
  confirms: 'leftovers',
  options: {},
  *check(story) {
    for (const block of story.blocks) {
      if (block.role !== 'advisory' || block.data?.kind === 'release') continue;
      yield {
        start: block.start,
        end: block.end,
        message: 'A note from desk to desk. Do what it says, then take it out: no reader should see it.',
        fixes: [{ title: 'Remove the desk’s note', apply: 'ask', edits: [removal(story, block)] }],
      };
    }
  },
});
