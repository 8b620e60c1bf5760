// `npm test`: everything, from a fresh clone to one line that sums all runners.
//
// node scripts/test.mjs [--core] [--steady] [--cached] [check unit cli lsp fuzz ratchet browser e2e slurm]
// `--core` leaves the editor out. `--steady` is for the night: a test that passes at the second try only has failed. `--cached` is for
// whoever writes: linter and compiler read only what has changed since they last did, and so may miss what a change does elsewhere.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, ensureInstalled, run, runBeside, say, sideBySide } from './steps.mjs';

const words = process.argv.slice(2);
const cached = words.includes('--cached');
const tool = (...args) => ['npm', ['exec', '--', ...args]];
const kept = 'node_modules/.cache/copydesk';
const knownLint = cached ? ['--cache', '--cache-location', `${kept}/lint`] : [];
const knownTypes = (name) => (cached ? ['--incremental', '--tsBuildInfoFile', `${kept}/${name}`] : []);
const checks = {
  format: ['biome’s format and lint', ...tool('biome', 'check', '.')],
  lint: ['typed rules and layers', ...tool('eslint', '.', ...knownLint)],
  types: ['types', ...tool('tsc', ...knownTypes('types'))],
  exampleTypes: ['types of the examples', ...tool('tsc', '-p', 'examples', ...knownTypes('types-of-examples'))],
  pageTypes: ['types of the page', ...tool('tsc', '-p', 'page', ...knownTypes('types-of-page'))],
  generated: ['generated files are fresh', process.execPath, ['scripts/generate.mjs', '--check']],
};
const mochaSuites = ['unit', 'cli', 'lsp', 'fuzz', 'ratchet', 'browser'];
const everything = ['check', ...mochaSuites, 'e2e'];
/** Suites whose files are read side by side, one on each core: the others wait for windows and browsers, or are one file. */
const filesSideBySide = ['unit', 'cli', 'lsp', 'fuzz'];
/** The others ask for an editor, a browser or another program that is got with them. */
const needNoEditor = ['check', 'unit'];
/** The one is a single file, the other waits for a browser. */
const suitesSideBySide = ['ratchet', 'browser'];
const inParallel = ['--parallel', '--jobs', String(os.availableParallelism())];
/** Sets up a scheduler of its own, as root: run where it is named only. */
const onlyNamed = ['slurm'];

/** Failures that are told again at the end, and lines of a check's. */
const MOST_TOLD = 10;
const MOST_LINES = 25;

const named = [...everything, ...onlyNamed].filter((suite) => words.includes(suite));
const core = words.includes('--core');
const steady = words.includes('--steady');
const suites = (named.length ? named : everything).filter((suite) => suite !== 'e2e' || !core);

const started = Date.now();
ensureInstalled();
// from here on the packages are there to be imported
const { compileTests, mocha, mochaBeside, tallied, tallyVariable, testsOf } = await import('./mocha.mjs');
const { withSecondTry } = await import('./again.mjs');
const editorIsReady = suites.includes('e2e') ? prepareEditor() : undefined;
if (suites.some((suite) => suite !== 'check')) build();
if (suites.some((suite) => suite !== 'check' && suite !== 'e2e')) await compileTests();

const sum = { passes: 0, failures: 0, pending: 0 };
const flaky = [];
/** What failed, a few lines each: told again at the end, where whoever waited looks. */
const failed = [];
const scratch = mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
for (const stage of stagesOf(suites)) {
  if (!stage.every((suite) => needNoEditor.includes(suite))) await editorIsReady;
  for (const counts of await sideBySide(stage, (suite) => (suite === 'check' ? check() : runSuite(suite, stage)))) {
    for (const key of Object.keys(sum)) sum[key] += counts[key];
    flaky.push(...(counts.flaky ?? []));
    failed.push(...(counts.failed ?? []));
  }
}
rmSync(scratch, { recursive: true, force: true });
say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
if (flaky.length) say(`${flaky.length} flaky, passed at the second try only: ${flaky.join('; ')}.`);
for (const one of failed.slice(0, MOST_TOLD)) console.log(`\nFailed: ${one.trimEnd()}`);
if (failed.length) console.log(failed.length > MOST_TOLD ? `\nand ${failed.length - MOST_TOLD} more, above.\n` : '');
console.log(`${sum.passes} passed, ${sum.failures} failed, ${sum.pending} skipped`);
process.exit(sum.failures || (steady && flaky.length) ? 1 : 0);

/** Suites one after another, and those beside each other that leave a core idle. */
function stagesOf(all) {
  const alone = (suite) => !suitesSideBySide.includes(suite);
  const beside = all.filter((suite) => !alone(suite));
  return all.flatMap((suite) => (alone(suite) ? [[suite]] : suite === beside[0] ? [beside] : []));
}

/** The editor is got beside what needs none: on a machine that has none it takes minutes. Who can have none need not wait for the end. */
async function prepareEditor() {
  const { status } = await runBeside(process.execPath, ['scripts/vscode.mjs']);
  if (status !== 0) process.exit(1);
}

/** Each check counts as one test. */
async function check() {
  const failed = [];
  await sideBySide(Object.values(checks), async ([what, command, args]) => {
    say(`Check: ${what} …`);
    const { status, written } = await runBeside(command, args);
    if (status !== 0) failed.push(`${what}\n${written.trimEnd().split('\n').slice(-MOST_LINES).join('\n')}`);
  });
  const passes = Object.keys(checks).length - failed.length;
  return { passes, failures: failed.length, pending: 0, failed };
}

/** A suite that executed nothing has failed, and so has one that ends badly after its last test. */
async function runSuite(suite, { length: beside }) {
  say(`Tests: ${suite} …`);
  const began = Date.now();
  const { status, ...counts } = suite === 'e2e' ? inEditor() : await byMocha(suite, beside > 1 ? mochaBeside : mocha);
  say(`${suite} took ${Math.round((Date.now() - began) / 1000)} s.`);
  const failed = counts.failed.map(({ name, told = name }) => told);
  const idle = counts.passes + counts.failures === 0;
  if (idle) console.error(`The suite ${suite} executed no test, which counts as a failure.`);
  const ended = (idle || status !== 0) && !counts.failures;
  if (ended) failed.push(`${suite}: it ${idle ? 'executed no test' : 'ended badly'}`);
  return { ...counts, failures: counts.failures || (ended ? 1 : 0), failed };
}

/** The editor's suites have their second try each by itself. */
function inEditor() {
  const file = path.join(scratch, 'e2e');
  const status = run(process.execPath, ['test/e2e/run.mjs'], { env: { ...process.env, [tallyVariable]: file } });
  return { status, ...tallied(file) };
}

/** All of it side by side; what failed then alone. @param runs Mocha, by itself or beside another suite. */
async function byMocha(suite, runs) {
  let status = 1;
  const counts = await withSecondTry(async (only) => {
    const file = path.join(scratch, `${suite}${only ? ' again' : ''}`);
    const flags = only ? ['--grep', only] : filesSideBySide.includes(suite) ? inParallel : [];
    rmSync(file, { force: true });
    status = await runs(testsOf(suite), flags, file);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }, say);
  return { status, ...counts };
}
