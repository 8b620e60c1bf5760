// The ratchet: no figure of bench/figures.mjs may fall below its best in bench/ratchet.json. Skipped without ../shared.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/root';

/** A figure may fall by this much: rounding, and errors traded one for one. */
const TOLERANCE = 0.003;

const best: Record<string, Record<string, number>> = JSON.parse(
  readFileSync(path.join(root, 'test/bench/ratchet.json'), 'utf8'),
);

describe('figures', () => {
  for (const [name, figures] of Object.entries(best)) {
    it(`${name}: ${Object.keys(figures).join(', ')}`, async function () {
      this.timeout(300_000);
      const { canMeasure, measurements } = await import(pathToFileURL(path.join(root, 'test/bench/figures.mjs')).href);
      if (!canMeasure()) {
        console.log('      skipped: ../shared, which these figures are measured on, is not beside the project');
        return this.skip();
      }
      const now: Record<string, number> = measurements[name]();
      const fallen = Object.entries(figures).filter(([figure, value]) => !((now[figure] ?? 0) >= value - TOLERANCE));
      assert.deepEqual(
        fallen.map(([figure, value]) => `${figure} ${now[figure]?.toFixed(3)}, best ${value}`),
        [],
      );
    });
  }
});
