// The editor tests: the suite in host/ inside VS Code's extension host, that in web/ inside a VS Code in a browser, and that in
// window/, which looks at the window as a person does.  node test/e2e/run.mjs [host|web|window] [--grep x]
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { globSync } from 'tinyglobby';
import { withSecondTry } from '../../scripts/again.mjs';
import { compileTests, mochaBeside, tally } from '../../scripts/mocha.mjs';
import { must, root, say, sideBySide } from '../../scripts/steps.mjs';
import { chromium, versionOf, vscode } from '../../scripts/vscode.mjs';

const cut = process.argv.indexOf('--grep');
const grep = cut < 0 ? undefined : process.argv[cut + 1];
const suites = process.argv.slice(2, cut < 0 ? undefined : cut);

const editor = await vscode().catch((error) => {
  console.error(error.sentence ?? error);
  process.exit(1);
});
await compileTests();
let ran = 0;
const windows = globSync('out/test/e2e/window/*.test.js', { cwd: root }).sort((a, b) => length(b) - length(a));
const wanted = (name) => !suites.length || suites.includes(name);
// made before the first suite runs: the build's files are read by all of them
if (wanted('window')) process.env.E2E_VSIX ??= packaged();
// each waits for its editor much of the time, and leaves the others room
const ended = await sideBySide(
  [
    ...(wanted('host') ? [host] : []),
    ...(wanted('window') ? windows.map((file) => (only) => window(file, only)) : []),
    ...(wanted('web') ? [web] : []),
  ],
  counted,
);
process.exit(ended.includes(false) || !ran ? 1 : 0);

/** Of a file, in bytes: the longest tests begin first, and those beside them end at about the same time. */
function length(file) {
  return statSync(path.join(root, file)).size;
}

/** @param run takes the tests to run and returns what became of each. @returns whether none failed; `ran` counts on. */
async function counted(run) {
  const counts = await withSecondTry((only = grep) => run(only), say);
  const { passes, failures, pending, flaky } = counts;
  const names = flaky.length ? `: ${flaky.join('; ')}` : '';
  say(`${passes} passed, ${failures} failed, ${pending} skipped; ${flaky.length} flaky${names}.`);
  tally(counts);
  ran += passes + pending;
  // with --grep a suite may have none of those
  return failures === 0 && (passes + pending > 0 || grep !== undefined);
}

/** Works on a copy of the drafts: a test may change them. @returns what became of each test, as the others do. */
async function host(only) {
  say(`Editor tests inside VS Code (${editor.kind} ${versionOf(editor)}) …`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-e2e-'));
  const [workspace, out] = ['workspace', 'out'].map((name) => path.join(folder, name));
  copyDrafts(workspace);
  const report = path.join(folder, 'report.txt');
  const result = path.join(folder, 'result.json');
  writeFileSync(report, '');
  const stop = follow(report);
  try {
    const code = await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out/test/e2e/host/index.js'),
      extensionTestsEnv: {
        E2E_OUT: folder,
        E2E_GREP: only,
        E2E_CLI: path.join(root, 'dist/cli.js'),
        E2E_NODE: process.execPath,
      },
      launchArgs: [
        workspace,
        `--user-data-dir=${out}/user`,
        `--extensions-dir=${out}/extensions`,
        '--disable-extensions',
      ],
    }).catch(() => 1);
    // an extension host that was killed ends with 0 too: only what the suite wrote counts
    const outcomes = outcomesIn(result);
    return code === 0 || outcomes?.failed.length ? outcomes : undefined;
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Skipped, saying so, where there is no Chromium: VS Code in a browser needs one. */
async function web(only) {
  if (!chromium()) {
    say('There is no Chromium on this machine, so the tests of VS Code in a browser are skipped.');
    return { passed: [], failed: [], skipped: ['VS Code in a browser'] };
  }
  say('Editor tests inside VS Code in a browser …');
  const drafts = mkdtempSync(path.join(os.tmpdir(), 'copydesk-web-'));
  copyDrafts(drafts);
  try {
    const { runInBrowser } = await import('./in-browser.mjs');
    return await runInBrowser(drafts, only);
  } catch (error) {
    console.error(error.sentence ?? `The tests of VS Code in a browser did not end as they should: ${error.message}.`);
    return undefined;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

function copyDrafts(into) {
  cpSync(path.join(root, 'test/e2e/workspace'), into, { recursive: true });
  cpSync(path.join(root, 'test/samples'), path.join(into, 'samples'), { recursive: true });
}

/** Shows what is added to a file, as it is added, between what others show at their ends. @returns what ends it, after the last of it was shown. */
function follow(file) {
  let shown = 0;
  const show = async () => {
    const { size } = statSync(file);
    const start = shown;
    shown = size;
    if (size > start)
      for await (const part of createReadStream(file, { start, end: size - 1 })) process.stdout.write(part);
  };
  const timer = setInterval(() => void show(), 200);
  return async () => {
    clearInterval(timer);
    await show();
  };
}

/** Needs a page to look at: with a desktop VS Code these tests say that they are skipped. */
async function window(file, only) {
  say(`Editor tests that look at the window (${path.basename(file, '.test.js')}) …`);
  process.env.E2E_KIND = editor.kind;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-window-'));
  const outcomes = path.join(folder, 'outcomes.json');
  try {
    const flags = ['--timeout', '300000', ...(only ? ['--grep', only] : [])];
    await mochaBeside([file], flags, outcomes);
    return outcomesIn(outcomes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a suite wrote when it came to its end. */
function outcomesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The package that strangers install, made once for all suites that look at the window. */
function packaged() {
  const vsix = path.join(root, 'out/copydesk.vsix');
  must(process.execPath, [path.join(root, 'scripts/package.mjs'), vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
  return vsix;
}
