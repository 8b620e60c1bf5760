// Another training, for the test that what was cleared stays cleared: weights learned from a part of the stories, drawn by a seed, on the
// meanings of words that ship, so that nothing is fetched. Writes them to the standard output.  node training/another.mjs 7
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';
import { weightsFile } from './made-from.mjs';
import { labelledStories } from './stories.mjs';
import { WIDTH } from './vectors.mjs';

/** One story in so many. */
const DRAWN = 3;

const training = await load('training/train.ts');
const { desk, more, briefs, written } = await labelledStories();
const shipped = readFileSync(path.join(root, weightsFile), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const by = training.usable(shipped.join('\n'));
const draw = drawing(Number(process.argv[2] ?? 1));
const drawn = [...desk, ...more, ...briefs, ...written].filter(() => draw() % DRAWN === 0);
const vectors = asShipped();
const { examples, meanings } = training.rowsOf(drawn, vectors);
const all = examples.map((_, i) => i);
process.stdout.write(training.learn(examples, meanings, all, vectors, by));

/** The numbers that ship for each word, and noughts. */
function asShipped() {
  const first = shipped.findIndex((line) => line.startsWith('words\t')) + 1;
  const words = shipped
    .slice(first, -1)
    .map((line) => line.slice(0, line.indexOf('\t')))
    .sort();
  const numbers = new Float32Array(words.length * WIDTH);
  words.forEach((word, w) => {
    const row = by.indexOf(word) * by.size;
    for (let d = 0; d < by.size; d++) numbers[w * WIDTH + d] = by.meaning[row + d] / 100;
  });
  return { words, numbers };
}

/** Mulberry32: the same numbers for the same seed. */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}
