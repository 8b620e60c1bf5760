// A rule that wants one word written as another, for tests of what the engine does with a rule's fixes.
import { spanOf, wordAt } from '../../server/src/document/token';
import { paragraphRule, type Rule } from '../../server/src/rules/rule';

/** Wants one word written as another. */
export const replaces = (id: string, word: string, by: string): Rule =>
  paragraphRule({
    id,
    summary: 's',
    category: 'style',
    kind: 'fix',
    inserts: [{ words: [by] }],
    severity: 'error',
    options: {},
    *check({ tokens }) {
      for (let i = 0; i < tokens.length; i++) {
        if (wordAt(tokens, i) !== word) continue;
        const at = spanOf(tokens, i, i + 1);
        yield { ...at, message: 'm', fixes: [{ title: 't', apply: 'auto', edits: [{ ...at, text: by }] }] };
      }
    },
  });
