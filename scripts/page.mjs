// `npm run page`: copydesk-<version>.html, the desk as one file that any browser opens, from a disk or any web host.
//
// Nothing in it may reach a network: its policy allows the two programs in it by their hashes, its one style, the worker that is made
// of the page itself, and nothing else. The engine stands in it as a text that no browser runs; the page makes a worker of it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { madeForV8 } from './build/made-for-v8.mjs';
import { lexiconFiles } from './lexicon/plugin.mjs';
import { load } from './load.mjs';
import { ensureInstalled, root, say } from './steps.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');

/** @returns the page, the same bytes each time. */
export async function page() {
  const [engine, script, style, accepted] = await Promise.all([
    program('page/src/worker.ts'),
    program('page/src/main.ts', { SAMPLE: JSON.stringify(read('test/samples/harbour.txt')) }),
    pageStyle(),
    acceptedFiles(),
  ]);
  const sha = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const icon = Buffer.from(read('media/icon.svg')).toString('base64');
  const parts = {
    POLICY: `default-src 'none'; script-src ${sha(script)}; style-src ${sha(style)}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`,
    ICON: `data:image/svg+xml;base64,${icon}`,
    STYLE: style,
    ACCEPTED: accepted,
    LICENCES: inHtml(`${read('LICENSE')}\n${read('THIRD_PARTY.md')}`),
    ENGINE: engine,
    SCRIPT: script,
  };
  return read('page/src/page.html').replace(
    /\b(?:POLICY|ICON|STYLE|ACCEPTED|LICENCES|ENGINE|SCRIPT)\b/g,
    (name) => parts[name],
  );
}

async function program(entry, define = {}) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['worker', 'browser'],
    alias: { copydesk: path.join(root, 'server/src/api/index.ts') },
    define,
    plugins: [lexiconFiles, madeForV8],
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  // nothing in it may end the element that it stands in, or open a comment
  return outputFiles[0].text.replace(/<(?=\/script|!--)/gi, '\\x3c').trim();
}

/** Later ones win. */
const styles = ['page', 'says', 'narrow'];

/** The report's style, whose colours are the page's, and the page's own behind it. */
async function pageStyle() {
  const { style } = await load('server/src/report/page.ts');
  const own = styles.map((name) => read(`page/src/${name}.css`)).join('');
  const { code } = await transform(style + own, {
    loader: 'css',
    minify: true,
    legalComments: 'none',
  });
  return code.trim();
}

/** What a chooser of files offers: all that drafts are called. */
async function acceptedFiles() {
  const { formatTable } = await load('server/src/document/formats/table.ts');
  const names = Object.values(formatTable).flatMap(({ extensions }) => extensions);
  return [...names, 'text/plain'].join(',');
}

const inHtml = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

async function main() {
  ensureInstalled();
  say('Building the page …');
  const { version } = JSON.parse(read('package.json'));
  const out = path.resolve(process.argv[2] ?? path.join(root, `copydesk-${version}.html`));
  const html = await page();
  writeFileSync(out, html);
  say(`${out} (${Math.round(html.length / 1024)} KB). Open it in a browser, or put it on any web host.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void main();
