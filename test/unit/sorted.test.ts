import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineOf } from '../../server/src/lexicon/sorted';

const tableOf = (rows: Readonly<Record<string, string>>): string =>
  Object.keys(rows)
    .sort()
    .map((key) => `${key}\t${rows[key]}`)
    .join('\n');

describe('a sorted table', () => {
  it('tells what stands behind a key, and of a key alone nothing', () => {
    const table = 'a\t1\nabout\nabove\tup\ttop\nair force\t7\nzeta\t9';
    assert.equal(lineOf(table, 'a'), '1');
    assert.equal(lineOf(table, 'about'), '');
    assert.equal(lineOf(table, 'above'), 'up\ttop');
    assert.equal(lineOf(table, 'air force'), '7');
    assert.equal(lineOf(table, 'zeta'), '9');
    for (const word of ['', 'ab', 'air', 'air forces', 'zetas', '1', 'up'])
      assert.equal(lineOf(table, word), undefined);
  });
  it('has nothing where it is empty', () => assert.equal(lineOf('', 'a'), undefined));
  it('finds of any table all its keys and no others', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', "'", '-', ' ', '1'), minLength: 1, maxLength: 4 });
    const rows = fc.dictionary(word, fc.string({ unit: fc.constantFrom('x', '\t', '9'), maxLength: 3 }));
    fc.assert(
      fc.property(rows, word, (table, other) => {
        for (const key of [...Object.keys(table), other])
          assert.equal(lineOf(tableOf(table), key), Object.hasOwn(table, key) ? table[key] : undefined, key);
      }),
    );
  });
});
