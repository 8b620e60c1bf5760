// `npm test`: everything, from a fresh clone to one line that sums all runners.
//
// node scripts/test.mjs [--core] [check unit cli lsp fuzz ratchet e2e]  `--core` leaves the editor out.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, ensureInstalled, run, say } from './steps.mjs';

const node = (...args) => [process.execPath, args];
const checks = {
  format: ['biome’s format and lint', 'npm', ['exec', '--', 'biome', 'check', '.']],
  lint: ['typed rules and layers', 'npm', ['exec', '--', 'eslint', '.']],
  types: ['types', 'npm', ['exec', '--', 'tsc']],
  generated: ['generated files are fresh', ...node('scripts/generate.mjs', '--check')],
};
const mochaSuites = ['unit', 'cli', 'lsp', 'fuzz', 'ratchet'];
const everything = ['check', ...mochaSuites, 'e2e'];

const words = process.argv.slice(2);
const named = everything.filter((suite) => words.includes(suite));
const core = words.includes('--core');
const suites = (named.length ? named : everything).filter((suite) => suite !== 'e2e' || !core);

const started = Date.now();
ensureInstalled();
// from here on the packages are there to be imported
const { tallied, tallyVariable } = await import('./mocha.mjs');
if (suites.includes('e2e')) await prepareEditor();
build();

const sum = { passes: 0, failures: 0, pending: 0 };
const flaky = [];
const scratch = mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
for (const suite of suites) {
  const counts = suite === 'check' ? check() : runSuite(suite);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  flaky.push(...(counts.flaky ?? []));
}
rmSync(scratch, { recursive: true, force: true });
say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
if (flaky.length) say(`${flaky.length} flaky, passed at the second try only: ${flaky.join('; ')}.`);
console.log(`${sum.passes} passed, ${sum.failures} failed, ${sum.pending} skipped`);
process.exit(sum.failures ? 1 : 0);

/** The editor is got before the first test runs: who has none learns it at once. */
async function prepareEditor() {
  const { fetchPrograms, vscode } = await import('./vscode.mjs');
  try {
    fetchPrograms();
    await vscode();
  } catch (error) {
    console.error(error.sentence ?? error);
    process.exit(1);
  }
}

/** Each check counts as one test. */
function check() {
  const results = Object.values(checks).map(([what, command, args]) => {
    say(`Check: ${what} …`);
    return run(command, args) === 0;
  });
  return { passes: results.filter(Boolean).length, failures: results.filter((ok) => !ok).length, pending: 0 };
}

/** A suite that executed nothing has failed, and so has one that ends badly after its last test. */
function runSuite(suite) {
  say(`Tests: ${suite} …`);
  const file = path.join(scratch, suite);
  const script = suite === 'e2e' ? ['test/e2e/run.mjs'] : ['scripts/unit.mjs', suite];
  const status = run(process.execPath, script, { env: { ...process.env, [tallyVariable]: file } });
  const counts = tallied(file);
  const idle = counts.passes + counts.failures === 0;
  if (idle) console.error(`The suite ${suite} executed no test, which counts as a failure.`);
  return { ...counts, failures: counts.failures || (idle || status !== 0 ? 1 : 0) };
}
