// What the weights were made from, as one hash: the data, the training, and what gathers the evidence.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';
import { labelledStories } from './stories.mjs';

export const weightsFile = 'server/src/lexicon/claims/weights.txt';

const parts = [
  'training/data/*',
  'training/*.{ts,mjs}',
  'test/bench/claims/open/*.md',
  'test/bench/claims/edited/*.md',
  'server/src/analysis/claims/{candidates,class-of,domain,exits,recorded,repeats,settled,judge,weights}.ts',
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

const said = (what) =>
  new RegExp(`^# ${what}: ([0-9a-f]+)$`, 'm').exec(readFileSync(path.join(root, weightsFile), 'utf8'))?.[1];

/** What the committed weights say that they were made from. */
export const madeFromAsSaid = () => said('Made from');

/** What gathers the evidence stands upon all that reads a story. A change there that leaves nearly all evidence as it is asks for no
 *  other weights; of more than this share of the stories it does. */
const MAY_CHANGE = 0.05;

/** Reads all stories: some seconds. @returns the share of them that give other evidence than when the weights were learned. */
export async function evidenceChanged() {
  const training = await load('training/train.ts');
  const { desk, more, briefs, written } = await labelledStories();
  return training.changed(said('Evidence') ?? '', training.evidenceIn([...desk, ...more, ...briefs, ...written]));
}

if (process.argv[1] === import.meta.filename) {
  const share = process.argv.includes('--evidence') ? await evidenceChanged() : 0;
  if (share)
    console.error(
      `${(100 * share).toFixed(1)} % of the stories give other evidence than the weights were learned from.`,
    );
  const isFresh = madeFrom() === madeFromAsSaid() && share <= MAY_CHANGE;
  console.log(
    isFresh
      ? 'The weights were made from the data and the code as they stand.'
      : 'The weights were made from other data or code: run npm run train.',
  );
}
