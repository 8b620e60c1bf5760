// `npm run dev`: dist/ for whoever works on it, and again after each change: every program in a file of its own, as the source reads,
// with a source map, so that a breakpoint in TypeScript is hit. `--once` builds and ends; `--out DIR` builds elsewhere.
//
// What a release does for time and size (`esbuild.mjs`) is left out, and lexicons stand inside the programs. Neither `npm test` nor
// a package takes what this builds: both build anew.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root, say } from './steps.mjs';

const { values } = parseArgs({ options: { once: { type: 'boolean' }, out: { type: 'string', default: 'dist' } } });
const out = path.resolve(root, values.out);

ensureInstalled();
// from here on the packages are there to be imported
const { context } = await import('esbuild');
const { forCommonJS } = await import('./build/for-node.mjs');
const { lexiconFiles } = await import('./lexicon/plugin.mjs');

const programs = [
  {
    // `import('./x')` waits as in a release, though nothing is read for it
    ...forCommonJS,
    mainFields: ['module', 'main'],
    entryPoints: {
      cli: 'server/src/cli/main.ts',
      worker: 'server/src/cli/lint/worker.ts',
      server: 'server/src/lsp/server.ts',
      api: 'server/src/api/index.ts',
      extension: 'client/src/node.ts',
    },
  },
  {
    platform: 'browser',
    target: 'es2022',
    conditions: ['worker', 'browser'],
    entryPoints: { 'extension.browser': 'client/src/browser.ts', 'server.worker': 'server/src/lsp/server.worker.ts' },
  },
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// the extension in a browser hands this file to its worker, which here has the lexicons inside
writeFileSync(path.join(out, 'lexicons.mjs'), 'export default``;\n');
const contexts = await Promise.all(
  programs.map((program) =>
    context({
      ...program,
      absWorkingDir: root,
      bundle: true,
      format: 'cjs',
      outdir: out,
      external: ['vscode'],
      sourcemap: true,
      plugins: [lexiconFiles, { name: 'tell', setup: tellOf(program) }],
      logLevel: 'warning',
    }),
  ),
);
if (values.once) {
  await Promise.all(contexts.map((one) => one.rebuild())).catch(() => process.exit(1));
  await Promise.all(contexts.map((one) => one.dispose()));
} else {
  await Promise.all(contexts.map((one) => one.watch()));
}

/** The lines that .vscode/tasks.json waits for. */
function tellOf({ platform }) {
  const what = path.relative(root, out) || '.';
  return ({ onStart, onEnd }) => {
    onStart(() => say(`Building ${what}/ for ${platform} …`));
    onEnd(({ errors }) =>
      say(errors.length ? `${what}/ for ${platform}: ${errors.length} errors.` : `${what}/ for ${platform} is built.`),
    );
  };
}
