// Compiling the tests, running Mocha on them, and counting what ran.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
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

/** @param specs patterns below out/. @returns Mocha's exit code. */
export function mocha(specs, flags = []) {
  const program = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = process.env[tallyVariable] ? ['--reporter', path.join(root, 'scripts/tally-reporter.mjs')] : [];
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', program, '--forbid-only', '--timeout', '20000', ...reporter, ...flags, ...specs],
    { cwd: root, stdio: 'inherit' },
  );
  return status ?? 1;
}

/** Names the file that every runner adds its counts to, for the one line that `npm test` ends with. */
export const tallyVariable = 'COPYDESK_TALLY';

/** Adds one runner's counts. */
export function tally({ passes, failures, pending }) {
  const file = process.env[tallyVariable];
  if (file) appendFileSync(file, `${JSON.stringify({ passes, failures, pending })}\n`);
}

/** A runner that ended without a word has failed. */
export const nothingRan = { passes: 0, failures: 1, pending: 0 };

/** @returns what a runner counted, which is not added to the tally. */
export function counted(run) {
  const before = process.env[tallyVariable];
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'copydesk-counts-')), 'counts');
  process.env[tallyVariable] = file;
  try {
    run();
    return existsSync(file) ? tallied(file) : nothingRan;
  } finally {
    if (before === undefined) delete process.env[tallyVariable];
    else process.env[tallyVariable] = before;
    rmSync(path.dirname(file), { recursive: true, force: true });
  }
}

/** The sum of what the runners added. */
export function tallied(file) {
  const sum = { passes: 0, failures: 0, pending: 0 };
  if (!existsSync(file)) return sum;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const counts = JSON.parse(line);
    for (const key of Object.keys(sum)) sum[key] += counts[key];
  }
  return sum;
}
