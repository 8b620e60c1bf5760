// THIRD_PARTY.md: every package whose code is bundled into dist/, with its licence text, below what is written by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { lexiconFiles } from '../lexicon/plugin.mjs';
import { root } from '../steps.mjs';
import { refusal } from '../refuse.mjs';

const file = 'THIRD_PARTY.md';
const marker = '<!-- below: generated -->';

/** What may be bundled into an MIT programme with no more duty than to keep the notice. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);

/** @returns [file, text] pairs. @throws an error with a `sentence` where a licence does not allow bundling. */
export async function thirdParty() {
  const packages = await bundled();
  const known = new Set(packages.map(({ name }) => name));
  const inPage = (await bundled(pagePrograms)).filter(({ name }) => !known.has(name));
  for (const { name, licence } of [...packages, ...inPage]) {
    if (!allowed.has(licence))
      throw refusal(
        `${name} is bundled under "${licence}": choose another package, or show in scripts/generate/third-party.mjs that it may be.`,
      );
  }
  const own = readFileSync(path.join(root, file), 'utf8').split(marker)[0];
  const rows = (those) => [
    '| package | version | licence |',
    '|---|---|---|',
    ...those.map((p) => `| ${p.name} | ${p.version} | ${p.licence} |`),
  ];
  const table = [
    ...rows(packages),
    '',
    'The page that `npm run page` builds holds these besides:',
    '',
    ...rows(inPage),
  ];
  const byText = new Map();
  for (const { name, text } of [...packages, ...inPage]) byText.set(text, [...(byText.get(text) ?? []), name]);
  const notices = [...byText].map(([text, names]) => `### ${names.join(', ')}\n\n\`\`\`\n${text}\n\`\`\``);
  return [[file, `${own}${marker}\n\n${table.join('\n')}\n\n${notices.join('\n\n')}\n`]];
}

const programs = ['server/src/cli/main.ts', 'server/src/lsp/server.ts', 'client/src/node.ts'];
const pagePrograms = ['page/src/main.ts', 'page/src/worker.ts'];

/** Packages of the three programmes, by name; or of others. */
export async function bundled(entryPoints = programs) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    alias: { copydesk: path.join(root, 'server/src/api/index.ts') },
    define: { SAMPLE: '""' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    plugins: [lexiconFiles],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  // a package may have a version of another of its own
  const folders = Object.keys(metafile.inputs).map((input) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [...new Set(folders.filter(Boolean))]
    .map((folder) => [nameOf(folder), folder])
    .sort()
    .map(describe);
}

function describe([name, within]) {
  const folder = path.join(root, within);
  const {
    version,
    author,
    license: named,
    licenses,
  } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // the older form is a list
  const license = named ?? licenses?.map(({ type }) => type).join(' or ');
  const notice = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  const text =
    notice && existsSync(path.join(folder, notice))
      ? readFileSync(path.join(folder, notice), 'utf8').trim()
      : `${license}. Copyright ${author?.name ?? author ?? `the authors of ${name}`}`;
  return { name, version, licence: license, text: text.replaceAll('```', "'''") };
}
