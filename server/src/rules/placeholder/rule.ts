// A word that stands for one still to come must not reach a reader.
import { isCopy } from '../../document/role';
import { has, Shape, spanOf, wordAt } from '../../document/token';
import { paragraphRule } from '../rule';

const marks = new Set(['tk', 'tktk', 'tktktk']);

export const rule = paragraphRule({
  id: 'placeholder',
  summary: 'A placeholder such as TK still stands in the copy.',
  category: 'furniture',
  kind: 'fix',
  severity: 'error',
  options: {},
  *check({ role, tokens }) {
    if (!isCopy(role)) return;
    for (let i = 0; i < tokens.length; i++) {
      if (!marks.has(wordAt(tokens, i)) || !has(tokens, i, Shape.allCaps)) continue;
      // "TK Steel", "Mr TK": a name, not a gap
      if (has(tokens, i + 1, Shape.capital) && !has(tokens, i + 1, Shape.allCaps)) continue;
      yield {
        ...spanOf(tokens, i, i + 1),
        message: 'A placeholder: the fact is still to come. Fill it in, or take the sentence out, before this runs.',
      };
    }
  },
});
