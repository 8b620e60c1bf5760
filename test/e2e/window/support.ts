// What the tests that look at the window share: the package installed in a clean editor, and a person's hands.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Tests run from out/test/e2e/window. */
export const root = path.resolve(__dirname, '../../../..');

export interface Workbench {
  readonly page: Page;
  readonly folderUrl: (folder: string) => string;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly userData?: string;
  readonly extensions?: string;
  readonly trust?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Scripts are modules that are not compiled. */
const script = (name: string) => import(path.join(root, name));

/** These tests need code-server: a desktop VS Code gives no page to look at. */
export function onlyInABrowser(context: Mocha.Context): void {
  if (process.env.E2E_KIND !== 'code-server') context.skip();
}

/** A folder with a copy of the drafts, an empty profile, and the extension installed from its package. */
export interface Desk {
  readonly drafts: string;
  /** A window on the drafts. Close it. */
  open(options?: Options): Promise<Workbench>;
  remove(): void;
}

export async function installed(): Promise<Desk> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-installed-'));
  const [drafts, extensions, vsix] = ['drafts', 'extensions', 'copydesk.vsix'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  cpSync(path.join(root, 'test/e2e/workspace'), drafts, { recursive: true });
  cpSync(path.join(root, 'test/samples'), path.join(drafts, 'samples'), { recursive: true });
  execFileSync(process.execPath, [path.join(root, 'scripts/package.mjs'), vsix], { stdio: 'pipe' });
  const { node, entry } = (await script('scripts/vscode.mjs')).codeServer();
  const profile = ['--config', path.join(folder, 'config.yaml'), '--user-data-dir', path.join(folder, 'install')];
  execFileSync(node, [entry, ...profile, '--extensions-dir', extensions, '--install-extension', vsix], {
    stdio: 'pipe',
  });
  let windows = 0;
  return {
    drafts,
    async open(options = {}) {
      const { openWorkbench } = await script('test/e2e/workbench.mjs');
      const userData = path.join(folder, `user-${windows++}`);
      const workbench: Workbench = await openWorkbench({ extensions, userData, ...options });
      await workbench.page.goto(workbench.folderUrl(drafts));
      await workbench.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
      return workbench;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opens a draft as the keyboard does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(name);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
}

/** Runs a command by its name in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The marks below the text. Errors, warnings and questions each have their own. */
export const squiggles = (page: Page): Locator => page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');

export const statusItem = (page: Page): Locator => page.locator('[id="copydesk.copydesk.copydesk.status"]');

/** The lines of the draft in front, as far as they are in view, in no order. */
export const linesOf = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.editor-instance .view-line').allTextContents()).map((line) => line.replace(/\u00a0/g, ' '));

/** Opens the menu of what can be done at the cursor. @returns its entries. */
export async function openActions(page: Page): Promise<Locator> {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  // while the draft is read anew the editor may say that there is nothing to do: a person asks again
  for (let tries = 1; ; tries++) {
    await page.keyboard.press('Control+.');
    try {
      await rows.first().waitFor({ timeout: 5000 });
      return rows;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** Takes the entry with these words from the menu of what can be done at the cursor. With keys alone. */
export async function chooseAction(page: Page, words: string): Promise<void> {
  const rows = await openActions(page);
  const titles = await rows.allTextContents();
  const wanted = titles.findIndex((title) => title.includes(words));
  if (wanted < 0) throw new Error(`no action with “${words}” among: ${titles.join('; ')}`);
  // the first is chosen already
  for (let i = 0; i < wanted; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await rows.first().waitFor({ state: 'detached' });
}
