// The line that says how far a long run is.
import * as assert from 'node:assert/strict';
import { inOrder } from '../../server/src/cli/lint/in-order';
import { lineFor } from '../../server/src/cli/lint/progress';

describe('progress', () => {
  it('tells how far, how fast and how long yet', () => {
    assert.equal(
      lineFor({ drafts: 1250, bytes: 0 }, { drafts: 5000 }, 10, 100),
      '1,250 of 5,000 drafts  █████░░░░░░░░░░░░░░░  125 a second, 30 s left',
    );
    assert.equal(
      lineFor({ drafts: 10, bytes: 500 }, { bytes: 1000 }, 100, 100),
      '10 drafts, 50 %  ██████████░░░░░░░░░░  0 a second, 1 min 40 s left',
    );
    assert.equal(lineFor({ drafts: 1, bytes: 500 }, {}, 1, 100), '1 draft  1 a second');
  });

  it('says more than there was room for nowhere', () => {
    assert.equal(
      lineFor({ drafts: 1250, bytes: 0 }, { drafts: 5000 }, 10, 50),
      '1,250 of 5,000 drafts  █████░░░░░░░░░░░░░░░',
    );
    assert.equal(lineFor({ drafts: 1250, bytes: 0 }, { drafts: 5000 }, 10, 30), '1,250 of 5,000 drafts');
    assert.equal(lineFor({ drafts: 1250, bytes: 0 }, { drafts: 5000 }, 10, 10), '');
  });
});

describe('answers in order', () => {
  const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  async function* numbers(upTo: number): AsyncGenerator<number> {
    for (let i = 0; i < upTo; i++) yield i;
  }

  it('come in the order of the questions, with no more under way than the window holds', async () => {
    let underWay = 0;
    let most = 0;
    const ask = async (n: number): Promise<number> => {
      most = Math.max(most, ++underWay);
      await later((n * 7) % 5);
      underWay--;
      return n * n;
    };
    const got: number[] = [];
    for await (const [n, square] of inOrder(numbers(40), ask, () => 1, { most: () => 4, units: 100 })) {
      assert.equal(square, n * n);
      got.push(n);
    }
    assert.deepEqual(
      got,
      Array.from({ length: 40 }, (_, i) => i),
    );
    assert.equal(most, 4);
  });

  it('hold back by size, but let one through that is larger', async () => {
    let underWay = 0;
    let most = 0;
    const ask = async (): Promise<void> => {
      most = Math.max(most, ++underWay);
      await later(1);
      underWay--;
    };
    for await (const _ of inOrder(numbers(10), ask, () => 50, { most: () => 9, units: 40 }));
    assert.equal(most, 1);
  });

  it('fail where their question failed, after those before it', async () => {
    const ask = async (n: number): Promise<number> => {
      if (n === 2) throw new Error('two');
      await later(2);
      return n;
    };
    const got: number[] = [];
    await assert.rejects(async () => {
      for await (const [n] of inOrder(numbers(5), ask, () => 1, { most: () => 5, units: 100 })) got.push(n);
    }, /two/);
    assert.deepEqual(got, [0, 1]);
  });
});
