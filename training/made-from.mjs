// What the weights were made from, as one hash: the data, the training, and what gathers the evidence.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../scripts/steps.mjs';

export const weightsFile = 'server/src/lexicon/claims/weights.txt';

const parts = [
  'training/data/*',
  'training/*.{ts,mjs}',
  'test/bench/claims/open/*.md',
  'server/src/analysis/claims/{candidates,domain,exits,repeats,settled,judge,weights}.ts',
  'server/src/analysis/claims/evidence/*.ts',
  'server/src/lexicon/claims/{domains,exits,exit-patterns,families,patterns}.tsv',
  'server/src/lexicon/claims/groups.txt',
];

export function madeFrom() {
  const hash = createHash('sha256');
  for (const file of globSync(parts, { cwd: root }).sort()) {
    const bytes = readFileSync(path.join(root, file));
    // a checkout may end lines otherwise
    const own = file.endsWith('.gz') ? bytes : bytes.toString('utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\0`).update(own);
  }
  return hash.digest('hex');
}

/** What the committed weights say that they were made from. */
export const madeFromAsSaid = () =>
  /^# Made from: ([0-9a-f]{64})$/m.exec(readFileSync(path.join(root, weightsFile), 'utf8'))?.[1];

if (process.argv[1] === import.meta.filename) {
  const isFresh = madeFrom() === madeFromAsSaid();
  console.log(
    isFresh
      ? 'The weights were made from the data and the code as they stand.'
      : 'The weights were made from other data or code: run npm run train.',
  );
}
