// A worker that ends while nobody waits for it: whoever asks next hears why, and the run ends.
import * as assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { pooled } from '../../server/src/cli/lint/pool';

describe('a worker that has ended', () => {
  it('answers each question with the reason', async () => {
    const once = "require('node:worker_threads').parentPort.once('message', () => process.exit(3))";
    const worker = new Worker(once, { eval: true });
    const { ask, busy } = pooled(worker);
    await assert.rejects(ask({} as never), /left early, with code 3/);
    await assert.rejects(ask({} as never), /left early, with code 3/);
    assert.equal(busy(), 0);
  });
});
