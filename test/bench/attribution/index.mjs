// `npm run bench:attribution`: attribution against the hand-annotated news of ../shared, and against the figures in ratchet.json.
//
// Exits 1 where a figure is more than TOLERANCE below its best. `--write` raises the figures that have risen. Without ../shared
// it says so and measures nothing. `--layouts` measures the same stories hard-wrapped and in capitals too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../../scripts/load.mjs';

const TOLERANCE = 0.003;
/** Columns of hard-wrapped copy. */
const WIDTH = 72;
const sets = ['polnear-dev', 'polnear-train-300'];
const ratchetFile = path.join(root, 'test/bench/attribution/ratchet.json');
const shared = path.join(root, '../shared');
const scorer = path.join(shared, 'tools/score-attribution.mjs');

if (!existsSync(scorer)) {
  console.log('attribution: not measured, there is no ../shared beside the project');
  process.exit(0);
}
if (!existsSync(path.join(root, 'dist/cli.js'))) {
  console.error('There is no dist/cli.js to measure. Run npm run build first.');
  process.exit(2);
}

const ratchet = JSON.parse(readFileSync(ratchetFile, 'utf8'));
const fallen = [];
for (const set of sets) {
  const figures = score(path.join(shared, `corpora/${set}.jsonl.gz`));
  console.log(set, show(figures));
  for (const [name, value] of Object.entries(figures)) {
    const best = ratchet[set]?.[name];
    if (best !== undefined && value < best - TOLERANCE) fallen.push(`${set} ${name}: ${value} below ${best}`);
    if (process.argv.includes('--write')) ratchet[set] = { ...ratchet[set], [name]: Math.max(value, best ?? 0) };
  }
}
if (process.argv.includes('--layouts')) layouts();
if (process.argv.includes('--write')) writeFileSync(ratchetFile, `${JSON.stringify(ratchet, null, 2)}\n`);
if (fallen.length) {
  console.error(`Fallen by more than ${TOLERANCE}:\n${fallen.join('\n')}`);
  process.exit(1);
}

function score(gold) {
  const command = [process.execPath, path.join(root, 'dist/cli.js'), 'sources', '--input', 'ndjson'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, gold, '--', ...command], {
    cwd: root,
    env: { ...process.env, SCORE_JSON: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const { scores, content, cue, source } = JSON.parse(stdout.trim().split('\n').at(-1));
  const by = Object.fromEntries(scores.map((row) => [row.name, row]));
  const round = (x) => Number(x.toFixed(3));
  return {
    strict: round(by.strict.macroF1),
    unattributed: round(by.strict.unattributed.p),
    broad: round(by.broad.macroF1),
    content: round(content.F1),
    cues: round(cue.F1),
    source: round(source),
  };
}

/** The same length, so that the gold's offsets hold: blanks become line breaks, letters become capitals. */
function layouts() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'attribution-'));
  const lines = gunzipSync(readFileSync(path.join(shared, 'corpora/polnear-dev.jsonl.gz')))
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
      console.log(`polnear-dev, ${name}`, show(score(file)));
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
