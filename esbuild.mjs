// Builds dist/: the command line, the language server, the extension, and beside them what they share or load on demand.
//
// `import('./x')` in the source reads a file when it is first needed: cold start pays for what it uses. No code stands in two
// files. esbuild divides a program so only where it is made of modules, and VS Code loads an extension as CommonJS: the
// program is built as modules, and each file then put into CommonJS.
//
// node esbuild.mjs [--out DIR]; COPYDESK_MAPS=DIR has source maps of all of it written there, for a release
// (`scripts/decode-stack.mjs`). Names of files hold a hash, which is another one with maps: both belong to one build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, transform } from 'esbuild';
import { forCommonJS, forNode } from './scripts/build/for-node.mjs';
import { asked, joinedOf, programsOf, replaced, transformed, withMap } from './scripts/build/mapped.mjs';
import { madeForV8 } from './scripts/build/made-for-v8.mjs';
import { lexiconsApart, lexiconsGiven, lexiconsImported } from './scripts/lexicon/plugin.mjs';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
// whoever imports this has words of its own
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } }, strict: false });
const dist = path.resolve(root, values.out);
const maps = process.env.COPYDESK_MAPS && path.resolve(root, process.env.COPYDESK_MAPS);
const common = { ...forNode, minify: true, legalComments: 'none', ...asked(maps) };

/** In lexicons.mjs, stands before the code of a unit that is not written as it is: a character that no lexicon has. */
const BEYOND = '\x01';
/** What stands before the lexicons there: a module that browsers import is a text that Node.js reads. */
const OPENS = 'export default`';
const lexicons = new Map();
const { outputFiles } = await build({
  ...common,
  absWorkingDir: root,
  entryPoints: {
    cli: 'server/src/cli/main.ts',
    worker: 'server/src/cli/lint/worker.ts',
    server: 'server/src/lsp/server.ts',
    api: 'server/src/api/index.ts',
    extension: 'client/src/node.ts',
  },
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: 'dist',
  external: ['vscode'],
  plugins: [lexiconsApart(lexicons), madeForV8],
  // packages that offer both: take the module form, which can be shaken
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  write: false,
});

const modules = programsOf(outputFiles);
const starts = neededBy('cli.js');
// the extension shares a few lines of esbuild's own with `lint`: it has a copy, or VS Code would read all of parts.js for them
const inEditor = neededBy('extension.js', { ever: true }).add('extension.js');
/** Files of dist/ that VS Code may load; the others are the command line's and the library's. */
export const editorFiles = new Set([
  ...['extension.browser.js', 'server.worker.js', 'core.js', 'parts.js', 'server.js'],
  ...['lexicons.js', 'lexicons.mjs'],
  ...neededBy('server.js', { ever: true }),
  ...inEditor,
]);
const files = new Map();
for (const [name, module] of modules) {
  if (starts.has(name) && !inEditor.has(name)) continue;
  const own = ascii(await transformed(module, { ...common, ...forCommonJS, format: 'cjs' }));
  files.set(name, inEditor.has(name) ? own : replaced(own, /require\("\.\/(chunk-\w+\.js)"\)/g, fromParts));
}
const parts = { chunks: await joined([...starts]), 'cli.js': files.get('cli.js') };
files.set('parts.js', joinedOf(['({', ...Object.entries(parts).flatMap(scoped), '})']));
files.set('cli.js', { code: '#!/usr/bin/env node\nrequire("./core.js").part("cli.js");\n' });
const core = readFileSync(path.join(root, 'scripts/build/core.cjs'), 'utf8');
files.set('core.js', await transform(core, common));
const { all, finder } = joinedLexicons();
files.set('lexicons.mjs', { code: `${OPENS}${all}\`;\n` });
const fromFile = `require('node:fs').readFileSync(require('node:path').join(__dirname,'lexicons.mjs'),'latin1')`;
files.set('lexicons.js', await transform(finder(fromFile), common));
for (const [name, module] of await forEditorsInBrowsers()) files.set(name, module);
for (const [name, module] of await forBrowsers()) files.set(path.join('browser', name), module);

for (const folder of [dist, maps].filter(Boolean)) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'browser'), { recursive: true });
}
for (const [name, { code, map }] of files) {
  writeFileSync(path.join(dist, name), code, { mode: name === 'cli.js' ? 0o755 : 0o644 });
  if (map) writeFileSync(path.join(maps, `${name}.map`), map);
}
const sample = path.join(root, 'test/samples/harbour.txt');
spawnSync(process.execPath, [path.join(root, 'scripts/build/compile.cjs'), dist, sample], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const kilobytes = [...files.values()].reduce((sum, { code }) => sum + code.length, 0) / 1024;
console.log(`dist/: ${files.size} files, ${Math.round(kilobytes)} KB`);

/** One byte a character: esbuild escapes all others but those in regular expressions. */
function ascii(program) {
  return replaced(program, /[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** All lexicons in one text, and the program that finds one in there: @param text where it is had, in JavaScript. */
function joinedLexicons() {
  const index = {};
  let all = '';
  for (const [name, text] of [...lexicons].sort()) {
    const escaped = text.replace(
      // what ends a template, or stands for something else in one, is no more itself than a letter beyond ASCII
      /[^\x00-\x7f]|[`\\$\r]/g,
      (unit) => `${BEYOND}${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    index[name] = [OPENS.length + all.length, escaped.length];
    all += escaped;
  }
  const program = readFileSync(path.join(root, 'scripts/build/lexicons.cjs'), 'utf8')
    .replace('INDEX', JSON.stringify(index))
    .replace('BEYOND', JSON.stringify(BEYOND));
  return { all, finder: (text) => program.replace('TEXT', text) };
}

/**
 * VS Code in a browser: each program in one file, since an extension there can load no other and a worker no module. The lexicons are
 * the ones that lie beside: the extension reads them and hands them on.
 */
async function forEditorsInBrowsers() {
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { 'extension.browser': 'client/src/browser.ts', 'server.worker': 'server/src/lsp/server.worker.ts' },
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    conditions: ['worker', 'browser'],
    outdir: 'dist',
    external: ['vscode'],
    plugins: [lexiconsGiven(finder('globalThis.lexicons')), madeForV8],
    logLevel: 'warning',
    write: false,
  });
  return programsOf(outputFiles);
}

/** The library for whatever runs in a browser: modules, which its bundler or the browser itself joins. */
async function forBrowsers() {
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { index: 'server/src/api/index.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'browser',
    target: 'es2022',
    // a worker has no document to take characters from
    conditions: ['worker', 'browser'],
    outdir: 'dist/browser',
    // the lexicons are those of the other programs, where what finds one counts from the beginning of their file
    plugins: [
      lexiconsImported('../lexicons.mjs'),
      lexiconsGiven(finder(`${JSON.stringify(OPENS)}+require('lexicons imported').default`)),
      madeForV8,
    ],
    logLevel: 'warning',
    write: false,
  });
  return programsOf(outputFiles);
}

/** The files that a file cannot start without; `ever`: and those that it may come to need. */
function neededBy(name, { ever = false } = {}, found = new Set()) {
  const links = ever ? /(?:from|import)\s*\(?"\.\/([\w-]+\.js)"/g : /(?:from|import)\s*"\.\/([\w-]+\.js)"/g;
  for (const [, needed] of modules.get(name).code.matchAll(links)) {
    if (!found.has(needed)) neededBy(needed, { ever }, found.add(needed));
  }
  return found;
}

/**
 * Those files as one, a namespace of it each: twenty small files take longer to open than to run, and what one calls in
 * another would be looked up at each call.
 */
async function joined(names) {
  const { outputFiles } = await build({
    ...common,
    ...forCommonJS,
    stdin: {
      contents: names.map((name) => `export * as ${JSON.stringify(name)} from "./${name}";`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'cjs',
    outdir: 'dist',
    plugins: [{ name: 'modules', setup: resolveModules }],
    write: false,
  });
  const [[, program]] = programsOf(outputFiles);
  return ascii(program);

  function resolveModules(plugin) {
    plugin.onResolve({ filter: /^\.\// }, ({ path: file }) =>
      starts.has(path.basename(file))
        ? { path: path.basename(file), namespace: 'modules' }
        : { path: file, external: true },
    );
    plugin.onLoad({ filter: /./, namespace: 'modules' }, ({ path: name }) => ({
      contents: withMap(modules.get(name)),
    }));
  }
}

/** A part of parts.js, as dist/core.js runs it. */
function scoped([name, program]) {
  return [
    `${JSON.stringify(name)}:(function(module,exports,require,__dirname){`,
    replaced(program, /^#!.*/, ''),
    '}),',
  ];
}

/** Where a file finds what `lint` starts with too. */
function fromParts(whole, chunk) {
  return starts.has(chunk) ? `require("./core.js").part("chunks")["${chunk}"]` : whole;
}
