// `npm run bench:quality`: every figure of figures.mjs beside its best so far. `--write` raises those that have risen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/load.mjs';
import { canMeasure, measurements } from './figures.mjs';

const file = path.join(root, 'test/bench/ratchet.json');
if (!canMeasure()) {
  console.log('Not measured: there is no ../shared beside the project.');
  process.exit(0);
}
if (!existsSync(path.join(root, 'dist/cli.js'))) {
  console.error('There is no dist/cli.js to measure. Run npm run build first.');
  process.exit(2);
}
const best = JSON.parse(readFileSync(file, 'utf8'));
for (const [name, measure] of Object.entries(measurements)) {
  for (const [figure, value] of Object.entries(measure())) {
    const before = best[name]?.[figure];
    console.log(`${name.padEnd(32)} ${figure.padEnd(14)} ${value.toFixed(3)}  best ${before?.toFixed(3) ?? '–'}`);
    best[name] = { ...best[name], [figure]: Math.max(before ?? 0, Math.floor(value * 1000) / 1000) };
  }
}
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(best, null, 2)}\n`);
