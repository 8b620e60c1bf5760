// Weights age where the stories that they were learned from are read otherwise, and a training anew must wake nothing that was cleared.
// Seconds, so not among the unit tests.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readWeights } from '../../server/src/analysis/claims/weights';
import { askedAnew } from '../support/cleared';
import { root } from '../support/root';

describe('weights of the judge', () => {
  it('were learned from evidence that is still gathered so, but for a few stories', function () {
    this.timeout(300_000);
    const args = ['training/made-from.mjs', '--evidence'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(stdout.trim(), 'The weights were made from the data and the code as they stand.', stderr);
  });

  for (const seed of [7, 8])
    it(`learned from other stories ask nothing that was cleared (${seed})`, function () {
      this.timeout(300_000);
      const args = ['training/another.mjs', String(seed)];
      const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      const by = readWeights(stdout);
      assert.ok(!('problem' in by), stderr);
      const { again, otherwise, anew, back } = askedAnew(by);
      assert.deepEqual(back, []);
      assert.ok(again > 20 && otherwise + anew > 0, `${again} asked again, ${otherwise} otherwise, ${anew} anew`);
    });
});
