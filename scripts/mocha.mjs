// Compiling the tests, running Mocha on them, and counting what ran.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { forCommonJS } from './build/for-node.mjs';
import { folder, lexicons } from './lexicon/compile.mjs';
import { lexiconFiles } from './lexicon/plugin.mjs';
import { root, runBeside } from './steps.mjs';

/** Compiles server, client and tests to out/, a file each. */
export async function compileTests() {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [
      ...globSync(['server/src/**/*.ts', 'client/src/**/*.ts', 'test/**/*.ts'], { cwd: root, ignore: '**/*.d.ts' }),
      // require('./x.tsv') finds x.tsv.js
      ...lexicons().map((name) => ({ in: `${folder}/${name}`, out: `${folder}/${name}` })),
    ].map((file) => (typeof file === 'string' ? { in: file, out: file.replace(/\.ts$/, '') } : file)),
    outdir: 'out',
    format: 'cjs',
    // import('./x') finds x.js as require does
    ...forCommonJS,
    plugins: [lexiconFiles],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** The compiled tests of a suite. */
export const testsOf = (suite) => [`out/test/${suite}/**/*.test.js`];

/** @param specs patterns below out/. @param outcomes a file to write to what became of each test. @returns Mocha's exit code. */
export function mocha(specs, flags = [], outcomes = process.env[outcomesVariable]) {
  const { args, env } = mochaOn(specs, flags, outcomes);
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

/** The same beside others. */
export async function mochaBeside(specs, flags, outcomes) {
  const { args, env } = mochaOn(specs, flags, outcomes);
  return (await runBeside(process.execPath, args, { env })).status;
}

function mochaOn(specs, flags, outcomes) {
  const program = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = outcomes ? ['--reporter', path.join(root, 'out/test/support/outcomes-reporter.js')] : [];
  return {
    args: ['--enable-source-maps', program, '--forbid-only', '--timeout', '20000', ...reporter, ...flags, ...specs],
    env: { ...process.env, ...(outcomes && { [outcomesVariable]: outcomes }) },
  };
}

/** Names the file that a run's outcomes are written to, test by test. */
export const outcomesVariable = 'COPYDESK_OUTCOMES';

/** Names the file that the editor's suites add their counts to, for the one line that `npm test` ends with. */
export const tallyVariable = 'COPYDESK_TALLY';

/** Adds one suite's counts, as `withSecondTry` (`again.mjs`) gives them. */
export function tally(counts) {
  const file = process.env[tallyVariable];
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

/** The sum of what the suites added. */
export function tallied(file) {
  const sum = { passes: 0, failures: 0, pending: 0, flaky: [], failed: [] };
  if (!existsSync(file)) return sum;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const counts = JSON.parse(line);
    for (const key of ['passes', 'failures', 'pending']) sum[key] += counts[key];
    for (const key of ['flaky', 'failed']) sum[key].push(...counts[key]);
  }
  return sum;
}
