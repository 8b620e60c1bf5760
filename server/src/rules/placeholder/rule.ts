// A word that stands for one still to come must not reach a reader.
import { placeholdersAbroad, placeholdersIn, usesAsName, usesAsNameAbroad } from '../../analysis/placeholders';
import { foreignIn } from '../../document/foreign';
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
  confirms: 'leftovers',
  clearedAs: 'only-false-alarm',
  options: {},
  *check(story) {
    const copy = story.blocks.filter(({ role }) => isShown(role));
    const abroad = new Set(foreignIn(story));
    const named = copy.some((block) => (abroad.has(block) ? usesAsNameAbroad : usesAsName)(block.facts));
    for (const block of copy) {
      const { start, facts } = block;
      for (const span of (abroad.has(block) ? placeholdersAbroad : placeholdersIn)(facts)) {
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
