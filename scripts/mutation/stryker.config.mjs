// Stryker: each mutant is one small change of the source; a good test fails.
import { createRequire } from 'node:module';
import { floor, groups, tests } from './groups.mjs';

const { resolve } = createRequire(import.meta.url);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: Object.values(groups).flat(),
  testRunner: 'mocha',
  plugins: [resolve('@stryker-mutator/mocha-runner')],
  mochaOptions: { spec: tests },
  buildCommand: 'node scripts/mutation/compile.mjs',
  coverageAnalysis: 'perTest',
  // a mutant of what runs once, when a file is loaded, would have everything loaded anew
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  symlinkNodeModules: false,
  tempDirName: '.stryker/copies',
  ignorePatterns: ['dist', 'out', 'docs/pictures', 'training', 'test/e2e', '*.vsix'],
  concurrency: 1,
  // a loop without end is told by how often it turns; the clock only of what waits for something
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 20,
  // esbuild looks at no types
  disableTypeChecks: false,
  thresholds: { high: 90, low: floor, break: null },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: '.stryker/report.json' },
};
