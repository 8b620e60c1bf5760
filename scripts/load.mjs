// Runs TypeScript of this project from a script: bundles an entry in memory and imports it.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lexiconFiles } from './lexicon/plugin.mjs';
import { root } from './steps.mjs';

/** The exports of a TypeScript module, its dependencies bundled in. @param plugins none for what a lexicon is compiled with. */
export async function load(file, plugins = [lexiconFiles]) {
  const dir = mkdtempSync(path.join(root, 'node_modules', '.load-'));
  try {
    const outfile = path.join(dir, 'module.cjs');
    await build({
      absWorkingDir: root,
      entryPoints: [file],
      bundle: true,
      outfile,
      platform: 'node',
      format: 'cjs',
      plugins,
      // whoever asks is told by the error
      logLevel: 'silent',
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
