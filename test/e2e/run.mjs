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
import { compileTests, counted, mocha, nothingRan, tally } from '../../scripts/mocha.mjs';
import { must, root, say } from '../../scripts/steps.mjs';
import { chromium, versionOf, vscode } from '../../scripts/vscode.mjs';

const cut = process.argv.indexOf('--grep');
const grep = cut < 0 ? undefined : process.argv[cut + 1];
const suites = process.argv.slice(2, cut < 0 ? undefined : cut);

const editor = await vscode().catch((error) => {
  console.error(error.sentence ?? error);
  process.exit(1);
});
await compileTests();
let failed = false;
for (const [name, runs] of [
  ['host', [host]],
  ['web', [web]],
  ['window', globSync('out/test/e2e/window/*.test.js', { cwd: root }).map((file) => () => window(file))],
]) {
  if (suites.length && !suites.includes(name)) continue;
  for (const run of runs) failed = !(await again(run)) || failed;
}
process.exit(failed ? 1 : 0);

/**
 * An editor and a browser have moods of their own: what failed is run once more in a fresh one, and the run says so. What fails
 * twice has failed. @returns whether tests ran and all passed.
 */
async function again(run) {
  let counts = await run();
  if (counts.failures) {
    say('Some of these tests failed: they are run once more, in a fresh editor …');
    counts = await run();
  }
  tally(counts);
  return counts.failures === 0 && counts.passes + counts.pending > 0;
}

/** Works on a copy of the drafts: a test may change them. @returns counts, as the others do. */
async function host() {
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
        E2E_GREP: grep,
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
    const counts = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : nothingRan;
    return code === 0 || counts.failures ? counts : nothingRan;
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Skipped, saying so, where there is no Chromium: VS Code in a browser needs one. */
async function web() {
  if (!chromium()) {
    say('There is no Chromium on this machine, so the tests of VS Code in a browser are skipped.');
    return { passes: 0, failures: 0, pending: 1 };
  }
  say('Editor tests inside VS Code in a browser …');
  const drafts = mkdtempSync(path.join(os.tmpdir(), 'copydesk-web-'));
  copyDrafts(drafts);
  try {
    const { runInBrowser } = await import('./in-browser.mjs');
    return await runInBrowser(drafts, grep);
  } catch (error) {
    console.error(error.sentence ?? `The tests of VS Code in a browser did not end as they should: ${error.message}.`);
    return nothingRan;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

function copyDrafts(into) {
  cpSync(path.join(root, 'test/e2e/workspace'), into, { recursive: true });
  cpSync(path.join(root, 'test/samples'), path.join(into, 'samples'), { recursive: true });
}

/** Shows what is added to a file, as it is added. @returns what ends it, after the last of it was shown. */
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
async function window(file) {
  say(`Editor tests that look at the window (${path.basename(file, '.test.js')}) …`);
  process.env.E2E_KIND = editor.kind;
  process.env.E2E_VSIX ??= packaged();
  return counted(() => mocha([file], ['--timeout', '300000', ...(grep ? ['--grep', grep] : [])]));
}

/** The package that strangers install, made once for all suites that look at the window. */
function packaged() {
  const vsix = path.join(root, 'out/copydesk.vsix');
  must(process.execPath, [path.join(root, 'scripts/package.mjs'), vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
  return vsix;
}
