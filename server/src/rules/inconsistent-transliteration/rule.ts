// One romanised name in several spellings: the gazetteer, the table of given names or the letters themselves say that it is one.
import { boolean, picklist } from 'valibot';
import { foundElsewhere } from '../other-drafts';
import { option } from '../option';
import { storyRule } from '../rule';
import { spellingFindings } from '../spellings';

export const rule = storyRule({
  id: 'inconsistent-transliteration',
  summary: 'A name from another alphabet is spelled in more than one way.',
  category: 'names',
  kind: 'fix',
  inserts: ['story', 'house', 'drafts'],
  severity: 'warning',
  changesWith: 'folder',
  about: 'spelling',
  confirms: 'names',
  clearedAs: 'two-names',
  options: {
    winner: option(
      picklist(['first-full-mention', 'first', 'majority']),
      'first-full-mention',
      'Which spelling stands where neither glossary nor preset decides.',
    ),
    suggested: option(boolean(), false, 'Heed forms of a preset that are only suggested, neither read nor counted.'),
  },
  *check(story, options, house) {
    yield* spellingFindings(story, options, house, true);
    yield* foundElsewhere(story, house, options.suggested);
  },
});
