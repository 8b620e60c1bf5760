// A quotation that goes on in the next paragraph keeps its closing mark for the end.
import { closedEarly } from '../../analysis/quotation-marks';
import { genreAt } from '../../document/story';
import { indexAt } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'running-quote',
  summary: 'A closing mark stands although the quotation goes on in the next paragraph.',
  category: 'quotations',
  kind: 'fix',
  inserts: [],
  severity: 'warning',
  confirms: 'quotations',
  clearedAs: 'as-sent',
  options: {},
  *check(story) {
    for (const { at, mark, next } of closedEarly(story)) {
      if (genreAt(story, indexAt(story.blocks, at.start)) === 'transcript') continue;
      yield {
        ...at,
        message:
          'The quotation goes on in the next paragraph, which names no speaker: with a closing mark here, a reader takes that one for somebody else. Drop the mark, or say there who speaks.',
        related: [{ ...next, message: 'The quotation goes on here.' }],
        fixes: [{ title: 'Drop the closing mark', apply: 'ask', edits: [{ ...mark, text: '' }] }],
      };
    }
  },
});
