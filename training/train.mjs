// npm run train                learns the weights that judge claims from the stories in training/data, and writes them with their card
// npm run train -- --check     learns them anew and says which verdicts differ from those of the committed ones
// npm run train -- --folds     writes folds.jsonl: every sentence with what weights that never saw its story make of it
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';
import { cardOf } from './card.mjs';
import { madeFrom, weightsFile } from './made-from.mjs';
import { labelledStories } from './stories.mjs';
import { vectors as readVectors } from './vectors.mjs';

const only = process.argv.slice(2);
const training = await load('training/train.ts');
const { desk, more, briefs, written } = await labelledStories();
const vectors = readVectors();
const rows = training.rowsOf([...desk, ...more, ...briefs, ...written], vectors);
say(
  `${desk.length} stories in folds, ${more.length} more, ${briefs.length} briefs, ${written.length} written for the project: ${rows.examples.length} sentences`,
);
const folds = training.judgeFolds(rows, vectors, say);
const judged = folds.filter(({ example }) => example.kind !== 'brief');
const thresholds = training.thresholdsFrom(judged);
const figures = {
  chosen: training.figuresOf(judged, thresholds),
  apart: training.figuresApart(judged),
  briefs: training.figuresOf(
    folds.filter(({ example }) => example.kind === 'brief'),
    thresholds,
  ),
};
say(JSON.stringify(figures));

if (only.includes('--folds')) {
  writeFileSync(path.join(root, 'folds.jsonl'), training.foldLines(judged));
  say('folds.jsonl is written');
} else {
  const everything = rows.examples.map((_, i) => i);
  const text = training.learn(rows.examples, rows.meanings, everything, vectors, thresholds);
  if (only.includes('--check')) check(text);
  else {
    const counts = {
      desk: desk.length,
      more: more.length,
      briefs: briefs.length,
      written: written.length,
      sentences: rows.examples.length,
    };
    writeFileSync(
      path.join(root, weightsFile),
      cardOf({ counts, figures, hash: madeFrom(), evidence: training.printOf(rows.examples) }) + text,
    );
    say(`${weightsFile} is written`);
  }
}

function check(text) {
  const committed = readFileSync(path.join(root, weightsFile), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  if (`${committed.join('\n')}\n` === text)
    return say('The committed weights are the ones that training makes, to the byte.');
  const before = training.judgeAll(rows.examples, training.usable(committed.join('\n')));
  const now = training.judgeAll(rows.examples, training.usable(text));
  const asks = (list, by) => list.map(({ sum }) => sum >= by.asks);
  const [a, b] = [asks(before, training.usable(committed.join('\n'))), asks(now, training.usable(text))];
  const differing = a.filter((one, i) => one !== b[i]).length;
  say(
    `The committed weights are not the ones that training makes: ${differing} of ${a.length} verdicts differ. Run npm run train.`,
  );
  process.exitCode = 1;
}

function say(line) {
  console.error(line);
}
