// `npm run fuzz:parsers`: each parser under attack, one after the other, going on from where it was stopped. What breaks one is kept.
//
// npm run fuzz:parsers -- [PARSER…] --seconds 60 --rounds 1 --folder DIR --seed 1   seconds of processor for each parser and round; DIR holds what was found
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { forNode } from '../../scripts/build/for-node.mjs';
import { lexiconFiles } from '../../scripts/lexicon/plugin.mjs';
import { root } from '../../scripts/steps.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ seconds: option('60'), rounds: option('1'), seed: option('1') },
    folder: option(path.join(os.tmpdir(), 'copydesk-parsers')),
  },
});
/** A text over which as many seconds of processor are spent hangs. */
const HANGS = 60;

const program = path.join(values.folder, 'program');
await build({
  absWorkingDir: root,
  entryPoints: { child: 'test/parsers/child.ts', names: 'test/parsers/targets.ts' },
  bundle: true,
  outdir: program,
  format: 'cjs',
  ...forNode,
  // as if it lay where tests are compiled to
  define: { __dirname: JSON.stringify(path.join(root, 'out/test/parsers')) },
  mainFields: ['module', 'main'],
  plugins: [lexiconFiles],
  logLevel: 'warning',
});
const { createRequire } = await import('node:module');
const { targets } = createRequire(import.meta.url)(path.join(program, 'names.js'));
const all = targets.map(({ name }) => name);
const unknown = positionals.find((name) => !all.includes(name));
if (unknown) {
  console.error(`There is no parser "${unknown}". There are: ${all.join(', ')}.`);
  process.exit(2);
}

const crashed = new Map();
for (let round = 1; round <= Number(values.rounds); round++)
  for (const name of positionals.length ? positionals : all) await attack(name);
for (const [name, files] of crashed) for (const file of files) console.error(`${name}: ${file}`);
process.exitCode = crashed.size ? 1 : 0;

function attack(name) {
  const folder = path.join(values.folder, name.replace(/\W+/g, '-').toLowerCase());
  mkdirSync(folder, { recursive: true });
  const child = fork(path.join(program, 'child.js'), [name, values.seconds, folder, values.seed], {
    execArgv: ['--enable-source-maps', '--max-old-space-size=1500'],
  });
  const watch = watching(child, folder);
  return new Promise((resolve) => {
    let told;
    child.on('message', (message) => {
      told = message;
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (told) tell(name, folder, told);
      else died(name, folder, signal ?? code);
      resolve();
    });
  });
}

function tell(name, folder, { runs, seconds, seed, tried, kept, reached, crashes }) {
  const parts = [
    `${tried} texts, ${runs} in all in ${seconds} s`,
    `seed ${seed}`,
    `${kept} kept, ${reached} pieces of code`,
  ];
  console.log(`${name}: ${parts.join('; ')}; ${crashes.length ? `${crashes.length} BREAK IT` : 'nothing breaks it'}`);
  crashed.set(
    name,
    crashes.map((file) => path.join(folder, 'crashes', file)),
  );
  if (!crashes.length) crashed.delete(name);
}

/** What it was at when it died is the crash. */
function died(name, folder, how) {
  const now = path.join(folder, 'now');
  const file = path.join(folder, 'crashes', `died-${Date.now()}`);
  const text = existsSync(now) ? readFileSync(now, 'utf16le') : '';
  writeFileSync(`${file}.txt`, text, 'utf16le');
  writeFileSync(`${file}.why`, `the process ended with ${how}\n\n${JSON.stringify(text)}\n`);
  console.log(`${name}: the process ended with ${how}`);
  crashed.set(name, [...(crashed.get(name) ?? []), `${file}.why`]);
}

/** Ends a process that spends too long over one text; what counts is the processor's time, for the machine may be busy. */
function watching(child, folder) {
  const now = path.join(folder, 'now');
  let since = 0;
  let burntThen = 0;
  return setInterval(() => {
    const changed = existsSync(now) ? statSync(now).mtimeMs : 0;
    const burnt = processorSeconds(child.pid);
    if (changed !== since) [since, burntThen] = [changed, burnt];
    else if (burnt - burntThen > HANGS) child.kill('SIGKILL');
  }, 5000);
}

/** Where the system does not tell, the clock has to do, ten times slower. */
function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 10_000;
  }
}
