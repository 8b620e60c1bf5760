// A real browser for tests: any Chromium that this machine has. Where there is none the tests are skipped, and say so.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as browserType,
  type Page,
} from 'playwright-core';
import { root } from './root';

/** As on every machine: what it is asked to do without would ask the network or a screen. */
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** How long a step may take, in ms: a busy machine is slow. */
export const PATIENCE = 120_000;

export interface OpenPage {
  readonly page: Page;
  /** What went wrong in it: errors that nobody caught, what its policy forbade, what the console called an error. */
  readonly wrong: string[];
  /** Every address that it asked for, its own file apart. */
  readonly asked: string[];
}

export interface Chromium {
  /** Opens a file, as a double click does. */
  open(file: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** Opens an empty page in which a module's exports are `kit`. @param code of the module. */
  withModule(code: string): Promise<OpenPage>;
}

/** Starts one before the tests of this suite and ends it behind them; skips them where there is none. */
export function inChromium(): () => Chromium {
  let browser: Browser | undefined;
  let last: BrowserContext | undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-page-'));
  before('Chromium starts', async function () {
    this.timeout(PATIENCE);
    const { chromium } = (await import(path.join(root, 'scripts/vscode.mjs'))) as {
      chromium: () => string | undefined;
    };
    const executablePath = chromium();
    if (!executablePath) return this.skip();
    browser = await browserType.launch({ executablePath, args: flags });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open: Chromium['open'] = async (file, options = {}) => {
    if (!browser) throw new Error('no browser');
    // the page before is done with, and may be at work still
    await last?.close();
    const context = (last = await browser.newContext(options));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const wrong: string[] = [];
    const asked: string[] = [];
    const own = pathToFileURL(file).href;
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => !request.url().startsWith(own) && asked.push(request.url()));
    await page.goto(own);
    return { page, wrong, asked };
  };
  return () => ({
    open,
    async withModule(code) {
      const { outputFiles } = await build({
        absWorkingDir: root,
        stdin: { contents: code, resolveDir: root, loader: 'ts' },
        bundle: true,
        format: 'iife',
        globalName: 'kit',
        platform: 'browser',
        target: 'es2022',
        // what a stranger's bundler finds in the package
        alias: { copydesk: path.join(root, 'dist/browser/index.mjs') },
        write: false,
        logLevel: 'error',
      });
      const file = path.join(folder, 'module.html');
      const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? '';
      writeFileSync(
        file,
        `<!doctype html><meta charset="utf-8"><title>kit</title><body><div id="editor"></div><script>${script}</script>`,
      );
      return open(file);
    },
  });
}
