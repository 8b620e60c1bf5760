// A word that stands for one still to come must not reach a reader.
import { placeholdersIn, usesAsName } from '../../analysis/placeholders';
import { isShown } from '../../document/role';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'placeholder',
  summary: 'A placeholder such as TK still stands in the copy.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'error',
  language: 'any',
  options: {},
  *check({ blocks }) {
    const copy = blocks.filter(({ role }) => isShown(role));
    const named = copy.some(({ facts }) => usesAsName(facts));
    for (const { start, facts } of copy) {
      for (const span of placeholdersIn(facts)) {
        const text = facts.text.slice(span.start, span.end);
        if (named && text === 'TK') continue;
        yield {
          start: start + span.start,
          end: start + span.end,
          message: `“${text}” holds the place of something still to come. Fill it in, or take the sentence out, before this runs.`,
        };
      }
    }
  },
});
