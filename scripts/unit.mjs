// Compiles server and tests to out/ and runs Mocha on the kinds named (default: unit).  node scripts/unit.mjs unit cli --grep x
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { root } from './load.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--');
const cut = words.findIndex((word) => word.startsWith('-'));
const kinds = cut < 0 ? words : words.slice(0, cut);
const rest = cut < 0 ? [] : words.slice(cut);
const entryPoints = globSync(['server/src/**/*.ts', 'client/src/**/*.ts', 'test/**/*.ts'], { cwd: root });
rmSync(path.join(root, 'out'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints,
  outdir: 'out',
  outbase: '.',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // import('./x') finds x.js as require does
  supported: { 'dynamic-import': false },
  sourcemap: true,
  logLevel: 'warning',
});
const specs = (kinds.length ? kinds : ['unit'])
  .map((kind) => `out/test/${kind}/**/*.test.js`)
  .filter((s) => existsSync(path.join(root, s.split('/**')[0])));
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', mocha, '--forbid-only', '--timeout', '20000', ...rest, ...specs],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
