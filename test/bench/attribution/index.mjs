// `npm run bench:attribution`: attribution against the hand-annotated news of ../shared, on the same stories hard-wrapped and in
// capitals too. The figures that may not fall are in ../ratchet.json; `npm run bench:quality` prints all of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../../scripts/steps.mjs';
import { attribution, canMeasure } from '../figures.mjs';

/** Columns of hard-wrapped copy. */
const WIDTH = 72;
const corpora = path.join(root, '../shared/corpora');

if (!canMeasure()) {
  console.log('Not measured: there is no ../shared beside the project.');
  process.exit(0);
}
for (const set of ['polnear-dev', 'polnear-train-300']) {
  console.log(set, show(attribution(path.join(corpora, `${set}.jsonl.gz`))));
}
layouts();

/** The same length, so that the gold's offsets hold: blanks become line breaks, letters become capitals. */
function layouts() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'attribution-'));
  const lines = gunzipSync(readFileSync(path.join(corpora, 'polnear-dev.jsonl.gz')))
    .toString('utf8')
    .trim();
  try {
    for (const [name, lay] of [
      ['hard-wrapped', wrap],
      ['capitals', capitals],
    ]) {
      const file = path.join(dir, `${name}.jsonl`);
      const stories = lines.split('\n').map((line) => JSON.parse(line));
      writeFileSync(file, stories.map((s) => JSON.stringify({ ...s, text: lay(s.text) })).join('\n'));
      console.log(`polnear-dev, ${name}`, show(attribution(file)));
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function wrap(text) {
  let column = 0;
  return text.replace(/[^ \n]+| |\n/g, (piece, at) => {
    if (piece === '\n') column = 0;
    else if (piece === ' ') {
      const next = /[^ \n]*/y;
      next.lastIndex = at + 1;
      if (column + 1 + (next.exec(text)?.[0].length ?? 0) > WIDTH && column > 0) {
        column = 0;
        return '\n';
      }
      column++;
    } else column += piece.length;
    return piece;
  });
}

function capitals(text) {
  return [...text]
    .map((letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter))
    .join('');
}

function show(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`)
    .join('  ');
}
