// A real VS Code in a headless browser: code-server's workbench and Node extension host, with a page to look at and type into.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { chromium as browserType } from 'playwright-core';
import { chromium, codeServer } from '../../scripts/vscode.mjs';

/** What a first start would otherwise put in front of the draft. */
const quiet = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];

/** Room for the draft: none of what a first window offers beside it. What is typed is not saved unasked, as on a desktop. */
const bareWindow = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  // what moves is drawn again and again, on machines that draw with their processors
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
};

/** Chromium's, for a page that nobody looks at and that needs no network. */
export const browserFlags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** How long a page may take to show what is waited for, in ms: on a busy machine a workbench takes a minute to start. */
const PATIENCE = 90_000;

/** Noise of a workbench that is cut off from its shop and its assistants, and whose native parts were never compiled. */
const noise = /ChatModelSelection|Agent ?Host|open-vsx|queryRawGallery|bindings file|native-watchdog/;

/**
 * Starts both; `close()` ends them and leaves nothing behind.
 *
 * @param options userData, extensions: folders, made where absent; env: added to the extension host's environment;
 *   settings: the user's, over those of a bare window; language: that of the extensions' words; driver: let the page run a test suite; trust: start with workspace trust on; size: of the window.
 */
export async function openWorkbench(options = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-workbench-'));
  const userData = options.userData ?? path.join(folder, 'user-data');
  const extensions = options.extensions ?? path.join(folder, 'extensions');
  mkdirSync(extensions, { recursive: true });
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  const settingsFile = path.join(userData, 'User/settings.json');
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...bareWindow, ...options.settings }));

  const started = Date.now();
  const lines = [];
  const log = (...parts) => {
    const line = `[${((Date.now() - started) / 1000).toFixed(2)} s] ${format(...parts)}`.slice(0, 2000);
    if (process.env.E2E_DEBUG) console.error(line);
    if (!noise.test(line)) lines.push(line);
  };

  const server = startServer(
    [
      ...['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--config', path.join(folder, 'config.yaml')],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...quiet,
      ...(options.trust ? [] : ['--disable-workspace-trust']),
      // without this a built VS Code ignores the page's request to run tests
      ...(options.driver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    options.env,
  );

  let browser;
  async function close() {
    await Promise.race([browser?.close().catch(() => {}), pause(5000)]);
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    const url = await address(server, log);
    browser = await browserType.launch({ executablePath: chromium(), args: browserFlags });
    const page = await browser.newPage({ viewport: options.size ?? { width: 1200, height: 800 } });
    if (options.language) await page.addInitScript(speaks, options.language);
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', ({ message }) => log('page:', message));
    return { page, url, lines, log, close, userData, extensions, remote: remote(url), folderUrl: folderUrl(url) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page: where the workbench looks for the language that its own words are in. */
function speaks(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set() {} });
}

/** The environment of a VS Code that runs this process would mislead the one it starts. */
function startServer(args, env) {
  const { node, entry } = codeServer();
  const own = Object.entries({ ...process.env, ...env }).filter(([name]) => !name.startsWith('VSCODE_'));
  return spawn(node, [entry, ...args], {
    env: Object.fromEntries(own),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const address = (server, log) =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      log('server:', String(chunk).trimEnd());
      const found = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(said);
      if (found) resolve(found[1]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`code-server ended with ${code} before it answered:\n${said}`)));
  });

/** How the page names a path of this machine. */
const remote = (url) => (file) => `vscode-remote://${new URL(url).host}${encodeURI(file)}`;

const folderUrl = (url) => (folder) => `${url}/?folder=${encodeURIComponent(folder)}`;

async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(-server.pid, signal); // the whole group: extension hosts are its children
    } catch {
      return; // gone already
    }
    await Promise.race([gone, pause(5000)]);
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
