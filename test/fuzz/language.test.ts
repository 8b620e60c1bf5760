// What holds for every string: clauses and noun phrases lie inside their sentence, and whoever hangs on another comes behind it.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { clausesOf } from '../../server/src/language/clauses';
import type { NounPhrase } from '../../server/src/language/noun-phrases';
import { copy } from '../support/copy';

describe('every string', () => {
  it('has clauses that lie inside their sentences', () => {
    fc.assert(
      fc.property(copy(), (text) => {
        const paragraph = readParagraph(text, 'paragraph', false);
        const { sentences, tokens } = paragraph;
        clausesOf(paragraph).forEach((clauses, k) => {
          const { firstToken, lastToken } = sentences[k] as { firstToken: number; lastToken: number };
          const lies = (from: number, to: number): void =>
            assert.ok(
              firstToken <= from && from < to && to <= lastToken,
              `${from}-${to} in ${firstToken}-${lastToken}`,
            );
          const checkPhrase = (np: NounPhrase | undefined): void => {
            if (!np) return;
            lies(np.first, np.last);
            assert.ok(np.first <= np.head && np.head < np.core && np.core <= np.last);
          };
          clauses.forEach((clause, i) => {
            lies(clause.first, clause.last);
            lies(clause.verb.first, clause.verb.last);
            assert.ok(clause.first <= clause.verb.first && clause.verb.last <= clause.last);
            assert.ok(clause.parent < i);
            for (const np of [clause.subject, clause.object, clause.agent]) checkPhrase(np);
            for (const hedge of clause.hedges) assert.ok(hedge >= clause.first && hedge < clause.last);
          });
        });
        assert.equal(tokens.record.length, tokens.length);
      }),
    );
  });
});
