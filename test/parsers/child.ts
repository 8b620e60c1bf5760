// The process in which one parser is hunted. What it learns lies in its folder, so that the next one goes on from there.
//
// node child.js TARGET SECONDS FOLDER SEED
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { hunt, kindOf } from './hunt';
import { targets } from './targets';

/** What is known of a parser from one run to the next. */
interface State {
  readonly seed: number;
  readonly runs: number;
  readonly seconds: number;
}

const [, , name, seconds, folder, seed] = process.argv as string[];
const target = targets.find((one) => one.name === name);
if (!target || !folder)
  throw new Error(`There is no parser "${name}". There are: ${targets.map((one) => one.name).join(', ')}.`);

const stateFile = path.join(folder, 'state.json');
/** What is tried just now: whoever ends a process that hangs finds it there. */
const now = path.join(folder, 'now');
const [corpus, crashes] = ['corpus', 'crashes'].map((one) => {
  mkdirSync(path.join(folder, one), { recursive: true });
  return path.join(folder, one);
}) as [string, string];

const before: State = existsSync(stateFile)
  ? (JSON.parse(readFileSync(stateFile, 'utf8')) as State)
  : { seed: Number(seed), runs: 0, seconds: 0 };
const names = (of: string, ending: string): string[] =>
  readdirSync(of)
    .filter((one) => one.endsWith(ending))
    .sort();
const read =
  (of: string) =>
  (one: string): string =>
    readFileSync(path.join(of, one), 'utf16le');
const hash = (text: string): string => createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 16);

/** Seconds of processor: whoever shares the machine gets as many. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
let tried = 0;
// a lone half of a pair has no bytes in UTF-8
const one = hunt(target, before.seed, before.runs, names(corpus, '.txt').map(read(corpus)), {
  trying: (text) => writeFileSync(now, text, 'utf16le'),
  kept: (text) => writeFileSync(path.join(corpus, `${hash(text)}.txt`), text, 'utf16le'),
  crash: ({ text, why }) => keep(text, why),
});

function keep(text: string, why: string): void {
  const file = path.join(crashes, kindOf(why));
  if (existsSync(`${file}.txt`)) return;
  writeFileSync(`${file}.txt`, text, 'utf16le');
  writeFileSync(`${file}.why`, `${why}\n\n${JSON.stringify(text)}\n`);
}

// what broke it before, then what it was begun with
for (const file of names(crashes, '.txt')) {
  const why = one.replay(read(crashes)(file));
  const base = path.join(crashes, file.slice(0, -4));
  if (why === undefined) for (const ending of ['.txt', '.why']) rmSync(base + ending, { force: true });
}
if (before.runs === 0)
  for (const text of target.seeds()) {
    const why = one.replay(text);
    if (why !== undefined) keep(text, why);
  }
one.prime();
while (spent() < Number(seconds)) {
  one.step();
  tried++;
}
rmSync(now, { force: true });
const state: State = { seed: before.seed, runs: before.runs + tried, seconds: Math.round(before.seconds + spent()) };
writeFileSync(stateFile, JSON.stringify(state));
process.send?.({ ...state, tried, kept: one.kept.length, reached: one.reached(), crashes: names(crashes, '.why') });
