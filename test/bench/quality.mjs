// `npm run bench:quality [-- NAME…]`: the figures of figures.mjs beside their best so far, in ratchet.json.
//
// Exits 1 where one is more than TOLERANCE below its best; 3 where nothing can be measured. `--write` raises those that have risen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/steps.mjs';
import { canMeasure, measurements } from './figures.mjs';

/** A figure may fall by this much: rounding, and errors traded one for one. */
const TOLERANCE = 0.003;

const file = path.join(root, 'test/bench/ratchet.json');
if (!existsSync(path.join(root, 'dist/cli.js'))) {
  console.error('There is no dist/cli.js to measure. Run npm run build first.');
  process.exit(2);
}
const best = JSON.parse(readFileSync(file, 'utf8'));
const asked = process.argv.slice(2).filter((word) => word !== '--write');
const wanted = Object.keys(measurements).filter((name) => !asked.length || asked.includes(name));
const measured = wanted.filter(canMeasure);
if (measured.length < wanted.length)
  console.log('Measured on copy of our own alone: there is no ../shared beside the project.');
if (!measured.length) process.exit(3);
let fallen = false;
for (const name of measured) {
  for (const [figure, value] of Object.entries(await measurements[name]())) {
    const before = best[name]?.[figure] ?? 0;
    const fell = value < before - TOLERANCE;
    fallen ||= fell;
    console.log(
      `${name.padEnd(32)} ${figure.padEnd(14)} ${value.toFixed(3)}  best ${before.toFixed(3)}${fell ? '  fallen' : ''}`,
    );
    best[name] = { ...best[name], [figure]: Math.max(before, Math.floor(value * 1000) / 1000) };
  }
}
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(best, null, 2)}\n`);
process.exit(fallen ? 1 : 0);
