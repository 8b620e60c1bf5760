// What dist/ does otherwise than the source reads, for the time that it takes: each module of the server on its way into esbuild.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../steps.mjs';
import { byIndex, declaredArrays, helper, helperCode, parse } from './loops-by-index.mjs';
import { whenUsed } from './regular-expressions.mjs';

let read;

/** All modules parsed, once a build. */
function modules() {
  if (!read) {
    const files = globSync('server/src/**/*.ts', { cwd: root, absolute: true, ignore: '**/*.d.ts' });
    const parsed = new Map(files.map((file) => [path.normalize(file), parse(readFileSync(file, 'utf8'))]));
    read = { parsed, declared: declaredArrays(parsed.values()) };
  }
  return read;
}

export const madeForV8 = {
  name: 'made for V8',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${helper}$`) }, () => ({ path: helper, namespace: 'helper' }));
    build.onLoad({ filter: /./, namespace: 'helper' }, () => ({ contents: helperCode, loader: 'js' }));
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
      const { parsed, declared } = modules();
      return { contents: whenUsed(byIndex(parsed.get(path.normalize(file)), declared)), loader: 'ts' };
    });
  },
};
