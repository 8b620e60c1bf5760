// What lets a module import a lexicon: esbuild compiles it on the way. Every build of this project has it.
import path from 'node:path';
import { root } from '../steps.mjs';
import { compile, folder } from './compile.mjs';

export const lexiconFiles = {
  name: 'lexicons',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]lexicon[\\/].*\.(?:txt|tsv)$/ }, async ({ path: file }) => {
      const name = path.relative(path.join(root, folder), file).replaceAll(path.sep, '/');
      try {
        return { contents: `export const data = ${JSON.stringify(await compile(name))};`, loader: 'js' };
      } catch (error) {
        if (!error.sentence) throw error;
        return { errors: [{ text: error.sentence, location: { file: error.file, line: error.line } }] };
      }
    });
  },
};
