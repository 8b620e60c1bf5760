// Compiling the tests, running Mocha on them, and counting what ran.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { folder, lexicons } from './lexicon/compile.mjs';
import { lexiconFiles } from './lexicon/plugin.mjs';
import { root } from './steps.mjs';

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
    platform: 'node',
    target: 'node20',
    // import('./x') finds x.js as require does
    supported: { 'dynamic-import': false },
    plugins: [lexiconFiles],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** @param specs patterns below out/. @param told reports what ran, by default to the tally. @returns Mocha's exit code. */
export function mocha(specs, flags = [], told = tallyReporter()) {
  const program = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = told ? ['--reporter', told] : [];
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', program, '--forbid-only', '--timeout', '20000', ...reporter, ...flags, ...specs],
    { cwd: root, stdio: 'inherit' },
  );
  return status ?? 1;
}

/** Names the file that every runner adds its counts to, for the one line that `npm test` ends with. */
export const tallyVariable = 'COPYDESK_TALLY';

const tallyReporter = () => process.env[tallyVariable] && path.join(root, 'scripts/tally-reporter.mjs');

/**
 * Adds one runner's counts. @param flaky names of the tests that passed at the second try only; they are among the passes.
 * @param failed what failed, a few lines each.
 */
export function tally({ passes, failures, pending, flaky = [], failed = [] }) {
  const file = process.env[tallyVariable];
  if (file) appendFileSync(file, `${JSON.stringify({ passes, failures, pending, flaky, failed })}\n`);
}

/** The sum of what the runners added. */
export function tallied(file) {
  const sum = { passes: 0, failures: 0, pending: 0, flaky: [], failed: [] };
  if (!existsSync(file)) return sum;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const counts = JSON.parse(line);
    for (const key of ['passes', 'failures', 'pending']) sum[key] += counts[key];
    sum.flaky.push(...(counts.flaky ?? []));
    sum.failed.push(...(counts.failed ?? []));
  }
  return sum;
}
