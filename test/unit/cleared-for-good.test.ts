// What an editor has answered stays answered: weights of another training ask nothing anew of the same words.
import * as assert from 'node:assert/strict';
import { useWeights, type Weights, weights } from '../../server/src/analysis/claims/weights';
import { toRecord } from '../../server/src/engine/diagnostic';
import { fingerprintsOf } from '../../server/src/report/fingerprint';
import { asked, askedAnew, stories } from '../support/cleared';

/** Mulberry32: the same numbers for the same seed. @returns from -1 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x80000000 - 1;
  };
}

/** How far a weight strays, in parts of itself: further than from one fold of the training to another. */
const STRAYS = 0.4;

/** What a piece counts for each class, all strayed. */
const strayedRows = (
  rows: ReadonlyMap<string, readonly number[]>,
  stray: (one: number) => number,
): ReadonlyMap<string, readonly number[]> => new Map([...rows].map(([key, row]) => [key, row.map(stray)]));

/** As another training, on other stories, might have made them: every weight strays, thresholds move, classes change places. */
function other(by: Weights, seed: number): Weights {
  const next = numbers(seed);
  const stray = (one: number): number => Math.round(one * (1 + STRAYS * next()));
  const classes = strayedRows(by.classes(), stray);
  return {
    ...by,
    counts: by.counts.map(stray),
    start: by.start.map((one) => one + Math.round(400 * next())),
    own: by.own.map((words) => words.map(stray)),
    said: by.said.map((words) => words.map(stray)),
    asks: by.asks - 300 - Math.round(150 * next()),
    lean: Math.round(300 * next()),
    classes: () => classes,
  };
}

describe('what was cleared', () => {
  const by = weights();
  assert.ok(!('problem' in by));
  afterEach(() => useWeights(undefined));
  // what these stories ask of the weights is read, before they stray
  before(() => stories.forEach(asked));

  for (const seed of [1, 2, 3])
    it(`stays silent whatever another training asks of the same words (${seed})`, () => {
      const { again, otherwise, anew, back } = askedAnew(other(by, seed));
      assert.deepEqual(back, []);
      // else nothing was tried
      assert.ok(again > 20 && otherwise + anew > 0, `${again} asked again, ${otherwise} otherwise, ${anew} anew`);
    });

  it('is the same finding for a service that compares two runs, under another rule and class', () => {
    let compared = 0;
    for (const text of stories) {
      const prints = (): ReadonlySet<string> => {
        const linted = asked(text);
        const { diagnostics } = toRecord(linted, text);
        const own = diagnostics.filter(({ rule }) => rule === 'unattributed-claim' || rule === 'vague-source');
        return new Set(fingerprintsOf({ path: 'a.txt', text, diagnostics: own, problems: [] }));
      };
      useWeights(undefined);
      const first = prints();
      useWeights({ ...by, classes: other(by, 7).classes });
      const again = prints();
      assert.deepEqual([...again].sort(), [...first].sort());
      compared += first.size;
    }
    assert.ok(compared > 20);
  });
});
