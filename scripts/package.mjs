// `npm run package`: copydesk-<version>.vsix, which a stranger installs from the file.
//
// An extension's page in VS Code shows no picture that has no web address, and this project has none: in the README that
// ships, the picture of the sample story is drawn in what the page does show (scripts/package/figure.mjs). The pictures
// themselves stand in the walkthrough. What the README points to is seen to in scripts/package/readme.mjs.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { figure } from './package/figure.mjs';
import { installed } from './package/manifest.mjs';
import { reachable, standalone } from './package/readme.mjs';
import { largestPackage } from './package/size.mjs';
import { withoutWraps } from './release/notes.mjs';
import { ensureInstalled, must, root, say } from './steps.mjs';

/** For who reads the project, translates it or uses the npm package: nothing in the editor leads there. */
const elsewhere =
  /^(?:media\/icon\.svg|media\/screenshots\/manual-\w+\.png|docs|examples|l10n\/bundle\.l10n\.json|schemas\/[\w-]+-record\.schema\.json)$/;
const sample = 'test/samples/harbour.txt';

ensureInstalled();
say('Building dist/ …');
const { editorFiles } = await import('../esbuild.mjs');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { repository } = manifest;
const address = typeof repository === 'string' ? repository : repository?.url;
const out = path.resolve(process.argv[2] ?? path.join(root, `copydesk-${manifest.version}.vsix`));
const stage = mkdtempSync(path.join(os.tmpdir(), 'copydesk-package-'));
try {
  for (const name of [...manifest.files, 'LICENSE', 'CHANGELOG.md', 'THIRD_PARTY.md']) {
    const from = path.join(root, name);
    if (existsSync(from)) cpSync(from, path.join(stage, name), { recursive: true, filter: isForEditor });
  }
  writeFileSync(path.join(stage, 'package.json'), JSON.stringify(installed(manifest)));
  for (const name of globSync('{*,syntaxes/*,schemas/*}.json', { cwd: stage })) withoutBlanks(path.join(stage, name));
  // or vsce warns that there is neither this nor a list of files
  writeFileSync(path.join(stage, '.vscodeignore'), '');
  writeFileSync(
    path.join(stage, 'CHANGELOG.md'),
    reachable(inShort(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')), address),
  );
  writeFileSync(path.join(stage, 'README.md'), readme());
  say('Packaging …');
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  const packager = [path.join(root, 'node_modules/@vscode/vsce/vsce'), 'package', ...flags, '--out', out];
  must(process.execPath, ['--require', path.join(root, 'scripts/package/smallest.cjs'), ...packager], { cwd: stage });
} finally {
  rmSync(stage, { recursive: true, force: true });
}
const { size } = statSync(out);
if (size > largestPackage) {
  console.error(`${out} has ${size} bytes and may have ${largestPackage}: make the screenshots or dist/ smaller.`);
  process.exit(1);
}
say(`${out} (${Math.round(size / 1024)} KB). Install it: “Extensions: Install from VSIX…”.`);

/** Of dist/, what the editor may load, and that is not what this machine's Node.js has compiled (`scripts/build/core.cjs`). */
function isForEditor(file) {
  const [folder, name] = path.relative(root, file).split(path.sep);
  if (folder === 'dist' && name) return editorFiles.has(name);
  return !elsewhere.test(path.relative(root, file).replaceAll(path.sep, '/'));
}

/** What is new, a sentence each: the whole of it stands with the project. */
function inShort(changes) {
  return withoutWraps(changes).replace(/^(- .{30,}?)(?<!\b(?:Mr|Mrs|Ms|Dr|St))[.;] [^\n]*$/gm, '$1.');
}

/** Nobody reads them there, and blanks weigh something, packed too. */
function withoutBlanks(file) {
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
}

function readme() {
  return standalone(readFileSync(path.join(root, 'README.md'), 'utf8'), () => figure(...lintedSample()), address);
}

function lintedSample() {
  const text = readFileSync(path.join(root, sample), 'utf8');
  const input = `${JSON.stringify({ id: 'sample', text })}\n`;
  const args = [path.join(root, 'dist/cli.js'), 'lint', '--input', 'ndjson', '--fail-on', 'never'];
  const { stdout } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  return [text, JSON.parse(stdout).diagnostics];
}
