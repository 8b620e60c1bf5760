// npm run train                learns the weights that judge claims from the stories in training/data, and writes them with their card
// npm run train -- --check     learns them anew and says which verdicts differ from those of the committed ones
// npm run train -- --folds     writes folds.jsonl: every sentence with what weights that never saw its story make of it
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from '../scripts/load.mjs';
import { root } from '../scripts/steps.mjs';
import { cardOf } from './card.mjs';
import { madeFrom, weightsFile } from './made-from.mjs';
import { vectors as readVectors } from './vectors.mjs';
import { writtenStories } from './written.mjs';

const only = process.argv.slice(2);
const training = await load('training/train.ts');
const stories = (name, fold) =>
  gunzipSync(readFileSync(path.join(root, 'training/data', name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((story) => ({ ...story, ...fold }));

const vectors = readVectors();
// the second, blind reading of the sentences that the folds were least sure of
const doubtful = new Map(stories('second.jsonl.gz').map(({ id, read }) => [id, read]));
const desk = stories('desk.jsonl.gz').map((story) => ({ ...story, read: doubtful.get(story.id) ?? [] }));
const more = stories('more.jsonl.gz', { fold: -1 });
// the second, blind reading of some of them
const again = new Map(stories('again.jsonl.gz').map((story) => [story.id, story.marks]));
const twice = more.map((story) =>
  again.has(story.id) ? { ...story, readers: 2, marks: [...story.marks, ...again.get(story.id)] } : story,
);
const written = await writtenStories();
const rows = training.rowsOf([...desk, ...twice, ...written], vectors);
say(
  `${desk.length} stories in folds, ${more.length} more, ${written.length} written for the project: ${rows.examples.length} sentences`,
);
const judged = training.judgeFolds(rows, vectors, say);
const thresholds = training.thresholdsFrom(judged);
const figures = { chosen: training.figuresOf(judged, thresholds), apart: training.figuresApart(judged) };
say(JSON.stringify(figures));

if (only.includes('--folds')) {
  writeFileSync(path.join(root, 'folds.jsonl'), training.foldLines(judged));
  say('folds.jsonl is written');
} else {
  const everything = rows.examples.map((_, i) => i);
  const text = training.learn(rows.examples, rows.meanings, everything, vectors, thresholds);
  if (only.includes('--check')) check(text);
  else {
    const counts = { desk: desk.length, more: more.length, written: written.length, sentences: rows.examples.length };
    writeFileSync(path.join(root, weightsFile), cardOf({ counts, figures, hash: madeFrom() }) + text);
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
