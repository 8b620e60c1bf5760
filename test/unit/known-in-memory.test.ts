// Answers that `lint --watch` keeps between two runs.
import * as assert from 'node:assert/strict';
import { knownInMemory } from '../../server/src/cli/cache';

describe('answers in memory', () => {
  it('are kept for the next run, and let go where a run has not asked for them', async () => {
    const { known, endRun } = await knownInMemory();
    let asked = 0;
    const ask = (text: string): void =>
      void known.answer(
        () => [text],
        () => {
          asked++;
          return { diagnostics: [], problems: [] };
        },
      );
    ask('a draft');
    endRun();
    ask('a draft');
    assert.equal(asked, 1, 'the same text is known');
    endRun();
    ask('a draft, edited');
    endRun();
    ask('a draft, edited');
    assert.equal(asked, 2);
    ask('a draft');
    assert.equal(asked, 3, 'the text before the edit is forgotten');
  });
});
