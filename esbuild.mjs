// Builds dist/: the command line, the language server, the extension, and beside them each module that they load on demand.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const watch = process.argv.includes('--watch');
const entries = {
  cli: 'server/src/cli/main.ts',
  server: 'server/src/lsp/server.ts',
  extension: 'client/src/extension.ts',
};

/** `import('./x')` in the source becomes a file of its own, read when it is first needed: cold start pays for what it uses. */
const onDemand = new Map();
const lazy = {
  name: 'on-demand',
  setup(b) {
    b.onResolve({ filter: /^\.\.?\// }, async ({ path: wanted, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === lazy) return undefined;
      const { path: file, errors } = await b.resolve(wanted, {
        kind: 'import-statement',
        resolveDir,
        pluginData: lazy,
      });
      if (errors.length) return { errors };
      const name = path.relative(path.join(root, 'server/src'), file).replace(/\.ts$/, '').replaceAll(path.sep, '-');
      onDemand.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
};

const options = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // packages that offer both: take the module form, which can be shaken
  mainFields: ['module', 'main'],
  minify: true,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [lazy],
};

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
mkdirSync(path.join(root, 'dist'), { recursive: true });
await build({ ...options, entryPoints: entries });
for (const built = new Set(); onDemand.size > built.size; ) {
  const next = [...onDemand].filter(([name]) => !built.has(name));
  await build({ ...options, entryPoints: Object.fromEntries(next) });
  for (const [name] of next) built.add(name);
}
if (!watch) console.log(`dist/: ${readdirSync(path.join(root, 'dist')).join(' ')}`);
