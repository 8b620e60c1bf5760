// `npm run bench`: how fast. Prints figures, asserts nothing; run it on a machine that does nothing else.
//
// node test/bench/index.mjs [start size folder warm peers wire length hostile keystroke work]  names pick figures; without names, all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { installedPeers } from './peers.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cli = path.join(root, 'dist/cli.js');
const shared = path.join(root, '../shared');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'copydesk-bench-'));

const figures = { start, size, folder, warm, peers, wire, length, hostile, keystroke, work };
const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!figures[name]) throw new Error(`no figure ${name}; known: ${Object.keys(figures).join(' ')}`);
if (!existsSync(cli)) throw new Error('dist/ is not built: npm run build');
try {
  for (const [name, measure] of Object.entries(figures)) if (!wanted.length || wanted.includes(name)) measure();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The whole process on one tiny draft, against a process that does nothing. */
function start() {
  const draft = path.join(scratch, 'tiny.txt');
  writeFileSync(draft, 'The council meets on Monday, the mayor said.\n');
  const nothing = [];
  const tiny = [];
  for (let i = 0; i < 21; i++) {
    nothing.push(seconds(['-e', '0']));
    tiny.push(seconds([cli, 'lint', draft]));
  }
  const ratio = median(tiny) / median(nothing);
  print(
    'cold start',
    `${ratio.toFixed(2)} × node -e 0 (${ms(median(tiny))} and ${ms(median(nothing))}, medians of ${tiny.length})`,
  );
}

/** Work that is counted, not timed: a KB of copy, and how it grows with the length of fifteen hostile drafts. Read from out/. */
function work() {
  const counted = (...args) => {
    const { stdout } = spawnSync(process.execPath, [path.join(root, 'test/bench/speed/work.mjs'), ...args], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout);
  };
  const copy = counted('copy');
  print('work a KB of copy', `${copy.steps} steps, ${copy.calls} calls, ${copy.reads} reads of a word`);
  for (const [name, { slope }] of Object.entries(counted('grows', '100000', '5000000')))
    print(`work by length: ${name}`, `length to the power of ${slope}`);
}

/** What a run of lint loads from dist/: the text of its files, and what V8 had compiled of them when they were built. */
function size() {
  const draft = path.join(scratch, 'tiny.txt');
  writeFileSync(draft, 'The council meets on Monday, the mayor said.\n');
  const hook = path.join(scratch, 'loaded.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs'), { readFileSync } = fs, read = new Set();
fs.readFileSync = (file, ...how) => (read.add(String(file)), readFileSync(file, ...how));
process.on('exit', () => process.stderr.write([...read].join('\\n')));\n`,
  );
  const { stderr } = spawnSync(process.execPath, ['-r', hook, cli, 'lint', draft], { encoding: 'utf8' });
  const dist = path.dirname(cli);
  const kilobytes = (files) => `${Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024)} KB`;
  const loaded = stderr.split('\n').filter((file) => file.startsWith(dist) && existsSync(file));
  const all = readdirSync(dist).map((file) => path.join(dist, file));
  const [source, compiled] = ['.js', '.bin'].map((end) => (files) => files.filter((file) => file.endsWith(end)));
  print(
    'loaded by lint',
    `${kilobytes(source(loaded))} in ${source(loaded).length} files, of ${kilobytes(source(all))} in dist/; compiled: ${kilobytes(compiled(loaded))}`,
  );
}

/** All rules over a folder of stories, each different: our own samples, their paragraphs dealt anew. */
function folder() {
  const { files, bytes } = dealtFolder(500);
  const took = seconds([cli, 'lint', path.dirname(files[0]), '--format', 'ndjson', '--fail-on', 'never']);
  print('folder', `${rate(bytes, took)}, 500 dealt stories of ${Math.round(bytes / 500)} bytes, all rules`);
}

/** What one worker reads once it has read a while: four times the stories, less the time for one. */
function warm() {
  const deal = dealer();
  const stories = (count) => Array.from({ length: count }, (_, id) => ({ id, text: deal(12) }));
  const took = (some) =>
    seconds(
      [cli, 'lint', '--input', 'ndjson', '--jobs', '1', '--fail-on', 'never'],
      some.map((story) => `${JSON.stringify(story)}\n`).join(''),
    );
  const [some, many] = [stories(300), stories(1200)];
  const bytes = [...many].slice(300).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const time = took(many) - took(some);
  print('warm', `${(bytes / 1e6 / time).toFixed(2)} MB/s on one core, start-up and the first 300 stories left out`);
}

/** Other linters for prose on the same drafts: one process on a tiny draft, and on a folder. */
function peers() {
  const others = installedPeers();
  if (!others.length) return print('peers', 'not measured: npm cannot fetch them');
  const draft = path.join(scratch, 'tiny.txt');
  writeFileSync(draft, 'The council meets on Monday, the mayor said.\n');
  const { files, bytes } = dealtFolder(500);
  const ours = {
    name: 'Copydesk',
    cwd: scratch,
    args: (drafts) => [cli, 'lint', '--jobs', '1', '--fail-on', 'never', ...drafts],
  };
  const cost = ({ cwd, args }, drafts, times) =>
    median(Array.from({ length: times }, () => timed(args(drafts), { cwd }).took));
  const nothing = median(Array.from({ length: 7 }, () => timed(['-e', '0']).took));
  for (const one of [ours, ...others]) {
    const start = cost(one, [draft], 7);
    const all = cost(one, files, 1);
    print(one.name, `start ${(start / nothing).toFixed(1)} × node -e 0; folder ${rate(bytes, all)}`);
  }
}

function dealtFolder(count) {
  const home = mkdtempSync(path.join(scratch, 'folder-'));
  const deal = dealer();
  let bytes = 0;
  const files = Array.from({ length: count }, (_, i) => {
    const story = deal(12);
    bytes += Buffer.byteLength(story);
    const file = path.join(home, `story-${i}.txt`);
    writeFileSync(file, story);
    return file;
  });
  return { files, bytes };
}

/** Wire copy that we did not write, where it is there. */
function wire() {
  const file = path.join(shared, 'corpora/wire-dev.jsonl.gz');
  if (!existsSync(file)) return print('wire copy', 'not measured: there is no ../shared');
  const stories = gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .slice(0, 1000)
    .map((line) => JSON.parse(line));
  const input = stories.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join('');
  const bytes = stories.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  for (const command of ['lint', 'sources', 'names'])
    print(
      `wire, ${command}`,
      `${rate(bytes, seconds([cli, command, '--input', 'ndjson'], input))}, ${stories.length} stories`,
    );
}

/** What a hundred times the text costs. */
function length() {
  const deal = dealer();
  const once = deal(100);
  const many = Array.from({ length: 100 }, () => deal(100)).join('\n');
  const cost = (text) => median([0, 1, 2].map(() => lintSeconds(text)));
  const none = lintSeconds('');
  const [one, hundred] = [cost(once) - none, cost(many) - none];
  print('100 × the text', `${(hundred / one).toFixed(0)} × the time (${ms(one)}, ${ms(hundred)}, start-up left out)`);
}

/** Text that nobody writes, 190 KB of it, against as much ordinary copy: a paragraph of more than 200,000 characters is not read. */
function hostile() {
  const deal = dealer();
  const size = 190_000;
  const filled = (piece) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  let copy = '';
  while (copy.length < size) copy += deal(12);
  const none = lintSeconds('');
  const ordinary = lintSeconds(copy.slice(0, size)) - none;
  const texts = {
    'one long line': filled('the minister said that the army had taken the town '),
    'opening marks': filled('“'),
    'open quotations': filled('“A '),
    'dots in a word': filled('a.'),
    capitals: filled('Ab Cd '),
    numbers: filled('12 and 13 of 25 '),
    'short lines': filled('A\n'),
  };
  const ratios = Object.entries(texts).map(
    ([name, text]) => `${name} ${((lintSeconds(text) - none) / ordinary).toFixed(1)}`,
  );
  print('hostile', `× the time of ordinary copy (${ms(ordinary)}): ${ratios.join(', ')}`);
}

function keystroke() {
  for (const draft of [
    ['300', '1000'],
    ['200', '20000'],
  ]) {
    const bench = path.join(root, 'test/bench/keystroke.mjs');
    print('keystroke', spawnSync(process.execPath, [bench, ...draft], { encoding: 'utf8' }).stdout.trim());
  }
}

function lintSeconds(text) {
  return seconds([cli, 'lint', '--input', 'ndjson', '--fail-on', 'never'], `${JSON.stringify({ id: 1, text })}\n`);
}

/** Deals stories of so many paragraphs from our samples; the same deals every time. */
function dealer() {
  const samples = path.join(root, 'test/samples');
  const texts = readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(samples, name), 'utf8'));
  const paragraphs = texts.flatMap((text) => text.split('\n').filter((line) => line.trim()));
  let seed = 1;
  const next = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
  return (count) =>
    `${Array.from({ length: count }, () => paragraphs[next(paragraphs.length)].replace(/\d+/, () => String(next(90) + 10))).join('\n')}\n`;
}

function seconds(args, input = '') {
  const { took, status, error, stderr } = timed(args, { input });
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${error ?? stderr}`);
  return took;
}

/**
 * A run of Node.js. Certificates of its own, which Node.js reads before it does anything else, are not given to it: they would flatter
 * whatever is held against a process that does nothing.
 * @returns how long it took, in seconds, and how it ended.
 */
function timed(args, options = {}) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const begun = performance.now();
  const ended = spawnSync(process.execPath, args, { maxBuffer: 1 << 30, env, ...options });
  return { took: (performance.now() - begun) / 1000, ...ended };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function ms(s) {
  return `${Math.round(s * 1000)} ms`;
}

function rate(bytes, took) {
  return `${(bytes / 1e6 / took).toFixed(2)} MB/s (${(bytes / 1e6).toFixed(1)} MB in ${ms(took)}, start-up included)`;
}

function print(what, figure) {
  console.log(`${what.padEnd(16)} ${figure}`);
}
