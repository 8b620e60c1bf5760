// `npm run bench:parts`: a million stories in parts, one of them lost on the way: what that costs, and what it takes to join them.
//
// node test/bench/parts.mjs [stories or archive.ndjson] [parts] [folder]   default 1000000 in 16 parts, one after another, a core
// each. So many stories are made of those in test/bench/claims. With a folder all is kept there, and a run that was stopped goes on
// behind its last whole part. Linux: processor time and memory are read from /proc, so it matters little what else the machine does.
// Never in CI: it takes a core some hours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/steps.mjs';
import { writeArchive } from './parts/archive.mjs';

const [wanted = '1000000', parts = 16, kept] = process.argv.slice(2);
const program = process.env.COPYDESK ?? path.join(root, 'dist/cli.js');
/** The part that is killed in the middle. */
const LOST = 2;
/** Lines that are held against one run. */
const HELD = 5_000;
/** Milliseconds between two looks at a process: so much of its end may go unseen. */
const EVERY = 100;
/** Processor time is told in hundredths of a second. */
const TICKS = 100;

const scratch = kept ?? mkdtempSync(path.join(os.tmpdir(), 'copydesk-parts-'));
if (kept) mkdirSync(kept, { recursive: true });
else process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
const made = /^\d+$/.test(wanted);
const archive = made ? path.join(scratch, 'stories.ndjson') : wanted;
const files = Array.from({ length: Number(parts) }, (_, i) => path.join(scratch, `part-${i + 1}.ndjson`));
const joined = path.join(scratch, 'joined.ndjson');

if (made && !existsSync(archive)) {
  await writeArchive(`${archive}.new`, Number(wanted));
  renameSync(`${archive}.new`, archive);
}
const size = statSync(archive).size / 1e6;
console.log(`${size.toFixed(0)} MB of stories, ${parts} parts`);
console.log(`${'processor'.padStart(40)}      clock     memory`);

const costs = [];
for (let number = 1; number <= parts; number++)
  if (number !== LOST) costs.push(tell(`part ${number}`, await lintedOnce(number)));
tell(`part ${LOST}, killed in the middle`, await lint(LOST, statSync(files[0]).size / 2));
const cut = tell('merge with what is left of it', await merge());
if (cut.code !== 2) throw new Error(`merge took a part that was cut short, and ended with ${cut.code}`);
console.log(`  ${cut.complaint.replaceAll(`${scratch}/`, '').trim()}`);
const again = tell(`part ${LOST} again`, await lint(LOST));
const merged = tell('merge', await merge());
if (merged.code !== 0) throw new Error(`merge ended with ${merged.code}: ${merged.complaint}`);
await holdToOneRun();

const linted = [...costs, again].reduce((sum, { seconds }) => sum + seconds, 0);
const most = Math.max(...costs.map(({ megabytes }) => megabytes));
console.log(
  `${((linted + merged.seconds) / 3600).toFixed(2)} core-hours in all, ${(size / linted).toFixed(2)} MB/s of a core`,
);
console.log(
  `memory of a part ${most} MB at most, of merge ${merged.megabytes} MB; merge takes ${merged.seconds.toFixed(0)} s`,
);

/** What the part cost: now, or in the run before that kept its folder. */
async function lintedOnce(number) {
  const told = `${files[number - 1]}.cost.json`;
  if (!existsSync(told)) writeFileSync(told, JSON.stringify(await lint(number)));
  return JSON.parse(readFileSync(told, 'utf8'));
}

/** @param enough bytes of answers at which it is killed. */
async function lint(number, enough = Number.POSITIVE_INFINITY) {
  const args = ['lint', '--input', 'ndjson', '--shard', `${number}/${parts}`];
  const file = files[number - 1];
  const cost = await measured(args, { from: archive, to: file, until: () => statSync(file).size >= enough });
  if (cost.code !== (enough < Number.POSITIVE_INFINITY ? 'SIGKILL' : 0))
    throw new Error(`part ${number} ended with ${cost.code}: ${cost.complaint}`);
  return cost;
}

function merge() {
  return measured(['merge', ...files], { to: joined });
}

/** Each story has its answer on its line, and the first answers are the bytes of a run that shares with nobody. */
async function holdToOneRun() {
  const first = path.join(scratch, 'first.ndjson');
  const alone = path.join(scratch, 'alone.ndjson');
  const handle = openSync(first, 'w');
  const answers = linesOf(joined)[Symbol.asyncIterator]();
  let told = 0;
  for await (const story of linesOf(archive)) {
    const { value = '' } = await answers.next();
    if (!value.startsWith(`{"id":${JSON.stringify(JSON.parse(story).id)},`))
      throw new Error(`line ${told + 1} is not its answer`);
    if (told++ < HELD) writeSync(handle, `${story}\n`);
  }
  closeSync(handle);
  if (!(await answers.next()).done) throw new Error('there are more answers than stories');
  await measured(['lint', '--input', 'ndjson'], { from: first, to: alone });
  const expected = readFileSync(alone);
  const found = Buffer.alloc(expected.length);
  const whole = openSync(joined, 'r');
  readSync(whole, found, 0, found.length, 0);
  closeSync(whole);
  if (!found.equals(expected)) throw new Error('the first answers are not those of one run');
  console.log(
    `${counted(told)} answers, each on its line; the first ${counted(Math.min(told, HELD))} are the bytes of one run`,
  );
}

/** Runs the command by itself: seconds of processor and clock, megabytes at the most, how it ended, and what it complained of. */
async function measured(args, { from = os.devNull, to, until = () => false }) {
  const common = ['--fail-on', 'never', ...(args[0] === 'lint' ? ['--jobs', '1', '--now', '2024-03-04T00:00Z'] : [])];
  const handles = [openSync(from, 'r'), openSync(to, 'w')];
  const started = performance.now();
  const desk = spawn(process.execPath, [program, ...args, ...common], { stdio: [...handles, 'pipe'] });
  handles.forEach(closeSync);
  let complaint = '';
  desk.stderr.on('data', (data) => (complaint += data));
  let last = { seconds: 0, megabytes: 0 };
  let ended;
  const exit = once(desk, 'close').then(([code, signal]) => (ended = { code: code ?? signal }));
  while (!ended) {
    last = statusOf(desk.pid) ?? last;
    if (until()) desk.kill('SIGKILL');
    await Promise.race([exit, pause(EVERY)]);
  }
  return { ...last, ...ended, clock: (performance.now() - started) / 1000, complaint };
}

function statusOf(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    // the name of the program, the second field, may hold anything; the 14th and 15th are what it and the system took
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { seconds: (Number(fields[11]) + Number(fields[12])) / TICKS, megabytes: Math.round(kilobytes / 1024) };
  } catch {
    return undefined; // it has ended
  }
}

function linesOf(file) {
  return createInterface(createReadStream(file));
}

function tell(what, cost) {
  const { seconds, clock, megabytes } = cost;
  console.log(
    `${what.padEnd(30)} ${seconds.toFixed(1).padStart(8)} s ${clock.toFixed(0).padStart(8)} s ${String(megabytes).padStart(7)} MB`,
  );
  return cost;
}

function counted(number) {
  return number.toLocaleString('en');
}
