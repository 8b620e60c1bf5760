// All quotations need a speaker, directly attached.
import { hangingQuotations } from '../../analysis/speakers/hanging-quotations';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'unattributed-quote',
  summary: 'A quotation with no speaker in its paragraph or beside it.',
  category: 'quotations',
  kind: 'query',
  inserts: [],
  // of 6 findings on wire copy that an independent reader judged, 5 were wrong: the speaker was there and had not been read
  severity: 'off',
  asks: 'sources',
  clearedAs: 'clear-speaker',
  options: {},
  *check(story) {
    for (const { start, end } of hangingQuotations(story)) {
      yield {
        start,
        end,
        message:
          'Who says this? No speaker stands in this paragraph, the one before or the one behind. Attach the speaker to the quotation.',
      };
    }
  },
});
