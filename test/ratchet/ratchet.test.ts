// The ratchet: no figure of bench/figures.mjs may fall below its best in bench/ratchet.json. Those taken on ../shared are skipped without it.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

const best: Record<string, object> = JSON.parse(readFileSync(path.join(root, 'test/bench/ratchet.json'), 'utf8'));

/** What bench/quality.mjs exits with where the corpora are absent. */
const NOT_MEASURED = 3;

describe('figures', () => {
  for (const [name, figures] of Object.entries(best)) {
    it(`${name}: ${Object.keys(figures).join(', ')}`, function () {
      this.timeout(300_000);
      const args = [path.join(root, 'test/bench/quality.mjs'), name];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status === NOT_MEASURED) {
        console.log(`      skipped: ${stdout.trim()}`);
        this.skip();
      }
      assert.equal(status, 0, stdout + stderr);
    });
  }
});
