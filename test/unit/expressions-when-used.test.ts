// What dist/ is built with in place of regular expressions that are constants of a module.
import * as assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../support/root';

describe('regular expressions when used', () => {
  let whenUsed: (text: string) => string;
  before(async () => {
    ({ whenUsed } = await import(path.join(root, 'scripts/build/regular-expressions.mjs')));
  });

  it('are made where they are asked, once', () =>
    assert.equal(
      whenUsed('const END = /\\.$/;\nexport const ends = (text: string) => END.test(text) || text.replace(END, "");'),
      'let END;\nexport const ends = (text: string) => (END ??= /\\.$/).test(text) || text.replace((END ??= /\\.$/), "");',
    ));

  it('are getters in a table, but for those that remember a place', () =>
    assert.equal(
      whenUsed('const slots = { year: /^\\d{4}$/, words: /\\w+/g };'),
      'const slots = { get year() { return /^\\d{4}$/; }, words: /\\w+/g };',
    ));

  for (const [why, text] of [
    ['another module sees it', 'export const END = /\\.$/;'],
    ['the name is something else elsewhere', 'const END = /\\.$/;\nconst f = (END: string) => END;\nEND.test("");'],
    ['it is put into an object by its name', 'const END = /\\.$/;\nconst forms = { END };'],
  ] as const)
    it(`stay as they are where ${why}`, () => assert.equal(whenUsed(text), text));
});
