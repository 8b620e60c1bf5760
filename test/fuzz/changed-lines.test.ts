// Changed lines against the definition: what is left when they are taken out was there before, in order.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changedLines } from '../../server/src/text/changed-lines';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 40 });
const textOf = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(one === other ? (row[j] as number) + 1 : Math.max(next[j] as number, row[j + 1] as number));
    });
    row = next;
  }
  return row[b.length] as number;
}

describe('changed lines', () => {
  it('are as few as can be, and all that differs', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = changedLines(textOf(before), textOf(after));
        const isNew = after.map((_, i) => changed.some(({ from, to }) => from <= i + 1 && i + 1 <= to));
        // where lines were only taken out, the two that meet count: they are in no gap of new lines
        const kept = after.filter((_, i) => !isNew[i]);
        assert.equal(common(before, kept), kept.length);
        assert.ok(kept.length >= common(before, after) - 2 * changed.length);
        assert.equal(changed.length > 0, textOf(before) !== textOf(after));
        for (const { from, to } of changed) assert.ok(0 <= from && from <= to && to <= after.length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('are all of them where nothing is alike', () => {
    const other = (mark: string): string => textOf(Array.from({ length: 50_000 }, (_, i) => `${mark}${i}`));
    assert.deepEqual(changedLines(other('a'), other('b')), [{ from: 1, to: 50_000 }]);
  });
});
