// `npm run bench:scale`: an archive through `lint --input ndjson`, and what memory that takes, drawn as a curve.
//
// node test/bench/scale.mjs [stories] [jobs]   default 100000 stories, 2 workers. Linux: memory is read from /proc.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/steps.mjs';

const [stories = 100_000, jobs = 2] = process.argv.slice(2).map(Number);
/** Answers between two looks at the memory: ten of them at least. */
const EVERY = Math.min(10_000, Math.ceil(stories / 10));

const samples = ['harbour.txt', 'envoys.txt', 'quarry.wire'].map((name) =>
  readFileSync(path.join(root, 'test/samples', name), 'utf8').trim(),
);
const surnames = readFileSync(path.join(root, 'server/src/lexicon/names/surnames.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^\w+$/.test(line));

/** Two samples, with other people and other figures: no two stories are the same, and neither are their names. */
function story(i) {
  const text = `${samples[i % samples.length]}\n\n${samples[(i + 1) % samples.length]}`;
  let nth = 0;
  const varied = text
    .replace(
      /\b(Mr\.|Ms\.|Gen\.|Mayor|Minister|captain) [A-Z]\w+/g,
      (_, title) => `${title} ${surnames[(i * 31 + nth++ * 7) % surnames.length]}`,
    )
    .replace(/\b[1-9]\d{0,2}\b/g, (number) => String(((Number(number) + i + nth++) % 900) + 2));
  return `${varied}\n\nThe desk of ${surnames[(i * 13) % surnames.length]} Street sent this as number ${i}.\n`;
}

const args = ['lint', '--input', 'ndjson', '--jobs', String(jobs), '--fail-on', 'never', '--now', '2024-03-04T00:00Z'];
const desk = spawn(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = once(desk, 'exit');
const started = performance.now();
let bytes = 0;
feed();

console.log('  stories  memory of the whole process, workers included; a block is 10 MB');
let answers = 0;
let findings = 0;
for await (const line of createInterface(desk.stdout)) {
  const { id, diagnostics } = JSON.parse(line);
  if (id !== answers) throw new Error(`story ${answers} was answered as ${id}`);
  answers++;
  findings += diagnostics.length;
  if (answers % EVERY === 0) draw(answers, residentBytes(desk.pid));
}
const [code] = await ended;
const seconds = (performance.now() - started) / 1000;
if (code !== 0 || answers !== stories) throw new Error(`ended with ${code} after ${answers} stories`);
const rate = `${(stories / seconds).toFixed(0)} a second, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`;
console.log(
  `${counted(stories)} stories, ${(bytes / 1e6).toFixed(0)} MB, ${counted(findings)} findings in ${seconds.toFixed(0)} s: ${rate}, ${jobs} workers`,
);

async function feed() {
  for (let id = 0; id < stories; id++) {
    const line = `${JSON.stringify({ id, text: story(id) })}\n`;
    bytes += line.length;
    if (!desk.stdin.write(line)) await once(desk.stdin, 'drain');
  }
  desk.stdin.end();
}

function residentBytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
}

function draw(stories, bytes) {
  const megabytes = Math.round(bytes / 2 ** 20);
  console.log(`${counted(stories).padStart(9)}  ${'█'.repeat(Math.round(megabytes / 10))} ${megabytes}`);
}

function counted(number) {
  return number.toLocaleString('en');
}
