// Weights age where the stories that they were learned from are read otherwise. Seconds, so not among the unit tests.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { root } from '../support/root';

describe('weights of the judge', () => {
  it('were learned from evidence that is still gathered so, but for a few stories', function () {
    this.timeout(300_000);
    const args = ['training/made-from.mjs', '--evidence'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(stdout.trim(), 'The weights were made from the data and the code as they stand.', stderr);
  });
});
