// The second try of tests: what failed alone, told by its name.
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../support/root';

interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  readonly flaky: readonly string[];
}

const test = (name: string) => ({ name, again: name, suite: false });
const hook = (suite: string) => ({ name: `${suite} "before all" hook`, again: suite, suite: true });
const step = (name: string, suite: string) => ({ name, again: suite, suite: true });
const of = (passed: string[], failed: object[] = [], skipped: string[] = []) => ({ passed, failed, skipped });

describe('a second try of tests', () => {
  let asked: (string | undefined)[];
  async function tried(...runs: (object | undefined)[]): Promise<Counts> {
    const { withSecondTry } = await import(path.join(root, 'scripts/again.mjs'));
    asked = [];
    const { failed: _, ...counts } = await withSecondTry(
      async (only?: string) => {
        asked.push(only);
        return runs[asked.length - 1];
      },
      () => {},
    );
    return counts;
  }

  it('is not made where nothing failed', async () => {
    assert.deepEqual(await tried(of(['a', 'b'], [], ['c'])), { passes: 2, failures: 0, pending: 1, flaky: [] });
    assert.equal(asked.length, 1);
  });

  it('is of what failed only; what passes then is flaky, what fails twice has failed', async () => {
    const counts = await tried(of(['a'], [test('b (1.5 s)'), test('c')]), of(['b (1.5 s)'], [test('c')]));
    assert.deepEqual(counts, { passes: 2, failures: 1, pending: 0, flaky: ['b (1.5 s)'] });
    const [first, second] = asked;
    assert.equal(first, undefined);
    const pattern = new RegExp(second as string);
    assert.deepEqual(
      ['a', 'b (1.5 s)', 'c', 'b (1x5 s)', 'c and more', 'x c'].map((name) => pattern.test(name)),
      [false, true, true, false, false, false],
    );
  });

  it('is of the whole suite where its tests are steps, and of that suite only', async () => {
    const counts = await tried(of(['other', 'pass one'], [step('pass two', 'pass')]), of(['pass one', 'pass two']));
    assert.deepEqual(counts, { passes: 3, failures: 0, pending: 0, flaky: ['pass two'] });
    const pattern = new RegExp(asked[1] as string);
    assert.deepEqual(
      ['pass one', 'passing', 'other'].map((name) => pattern.test(name)),
      [true, false, false],
    );
  });

  it('counts the tests that a hook kept from running', async () => {
    const counts = await tried(of(['a'], [hook('s')]), of(['s one', 's two']));
    assert.deepEqual(counts, { passes: 3, failures: 0, pending: 0, flaky: ['s "before all" hook'] });
    assert.equal((await tried(of(['a'], [hook('s')]), of([], [hook('s')]))).failures, 1);
  });

  it('fails what it never came to, and what passed before and fails now', async () => {
    assert.equal((await tried(of(['a'], [test('b')]), of([]))).failures, 1);
    const counts = await tried(
      of(['pass one'], [step('pass two', 'pass')]),
      of(['pass two'], [step('pass one', 'pass')]),
    );
    assert.deepEqual(counts, { passes: 1, failures: 1, pending: 0, flaky: ['pass two'] });
  });

  it('is of everything where a run came to no end', async () => {
    assert.deepEqual(await tried(undefined, of(['a'])), { passes: 1, failures: 0, pending: 0, flaky: ['a'] });
    assert.equal((await tried(undefined, undefined)).failures, 1);
    assert.equal((await tried(of(['a'], [test('b')]), undefined)).failures, 1);
    assert.deepEqual(asked, [undefined, '^(?:b$)']);
  });
});
