// What lets a module import a lexicon: esbuild compiles it on the way. Every build of this project has one of these.
import path from 'node:path';
import { root } from '../steps.mjs';
import { compile, folder } from './compile.mjs';

/** Each lexicon as a constant where it is imported: for tests and scripts. */
export const lexiconFiles = plugin((_, text) => `export const data = ${JSON.stringify(text)};`);

/** For programs of one file, which hold what finds a lexicon and are given the text that it stands in. @param finder its JavaScript. */
export const lexiconsGiven = (finder) => ({
  name: 'lexicons given',
  setup(build) {
    build.onResolve({ filter: /^\.\/lexicons\.js$/ }, ({ path: file }) => ({ path: file, namespace: 'lexicons' }));
    build.onLoad({ filter: /./, namespace: 'lexicons' }, () => ({ contents: finder, loader: 'js' }));
    found.setup(build);
  },
});

/** For modules: that text as a file beside them exports it. @param file as they name it. */
export const lexiconsImported = (file) => ({
  name: 'lexicons imported',
  setup(build) {
    build.onResolve({ filter: /^lexicons imported$/ }, ({ path: name }) => ({ path: name, namespace: 'imported' }));
    build.onLoad({ filter: /./, namespace: 'imported' }, () => ({
      contents: `import text from ${JSON.stringify(file)};\nexport default text;`,
    }));
    build.onResolve({ filter: /./, namespace: 'imported' }, () => ({ path: file, external: true }));
  },
});

/** For dist/: lexicons stand in a file of their own, which is read when the first is asked for. @param texts gets them by name. */
export const lexiconsApart = (texts) =>
  plugin((name, text) => {
    texts.set(name, text);
    return asked(name);
  });

const asked = (name) => getter(`require('./lexicons.js')(${JSON.stringify(name)})`);
const found = plugin(asked);

/** The lexicon of a module is found when it is first asked for, and kept: some are asked at every new word of a draft. */
const getter = (value) =>
  `let data; Object.defineProperty(exports, 'data', { enumerable: true, get: () => (data ??= ${value}) });`;

/** @param moduleOf the JavaScript that stands for a lexicon. */
function plugin(moduleOf) {
  return {
    name: 'lexicons',
    setup(build) {
      build.onResolve({ filter: /^\.\/lexicons\.js$/ }, ({ path: file }) => ({ path: file, external: true }));
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/]lexicon[\\/].*\.(?:txt|tsv)$/ }, async ({ path: file }) => {
        const name = path.relative(path.join(root, folder), file).replaceAll(path.sep, '/');
        try {
          return { contents: moduleOf(name, await compile(name)), loader: 'js' };
        } catch (error) {
          if (!error.sentence) throw error;
          return { errors: [{ text: error.sentence, location: { file: error.file, line: error.line } }] };
        }
      });
    },
  };
}
