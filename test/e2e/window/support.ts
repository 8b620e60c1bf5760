// What the tests that look at the window share: the package installed in a clean editor, and a person's hands.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { inSteps } from '../../support/outcomes';

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
  /** In which the extension speaks, where it can. */
  readonly language?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Scripts are modules that are not compiled. */
const script = (name: string) => import(path.join(root, name));

/** A folder with a copy of the drafts, an empty profile, and the extension installed from its package. */
export interface Desk {
  readonly page: Page;
  /** The folder that the window is open on. */
  readonly drafts: string;
  /** The folder that the package was installed into. */
  readonly extensions: string;
  /** Another window on the drafts, with a profile of its own. Close it. */
  open(options?: Options): Promise<Workbench>;
}

/**
 * What the tests of one suite look at: the package, installed in a clean editor, and a window on the drafts. Each test begins with
 * no editor open and with drafts that nobody has touched, so none leans on the one before it.
 *
 * With E2E_SHOTS=folder, a picture is left there of each test that failed.
 *
 * @param goesOn the tests are steps of one pass, and each begins where the one before it ended.
 */
export function installedDesk({ goesOn = false } = {}): Desk {
  let opened: (Installed & { readonly workbench: Workbench }) | undefined;
  const now = () => {
    if (!opened) throw new Error('The desk is there once the tests have begun.');
    return opened;
  };

  before(async function () {
    if (goesOn) inSteps(this.test!.parent!);
    // a desktop VS Code gives no page to look at
    if (process.env.E2E_KIND !== 'code-server') this.skip();
    // the package is installed and started: on a busy machine that takes its time
    this.timeout(300_000);
    const desk = await install();
    opened = { ...desk, workbench: await desk.open({ size: { width: 1500, height: 900 } }) };
  });
  if (!goesOn)
    beforeEach(async () => {
      await leaveNothingOpen(now().workbench.page);
      now().layOut();
    });
  afterEach(async function () {
    const folder = process.env.E2E_SHOTS;
    if (folder && this.currentTest?.state !== 'passed')
      await now().workbench.page.screenshot({
        path: path.join(folder, `${this.currentTest!.title.replace(/\W+/g, '-')}.png`),
      });
  });
  after(async () => {
    await opened?.workbench.close();
    opened?.remove();
  });

  return {
    get page() {
      return now().workbench.page;
    },
    get drafts() {
      return now().drafts;
    },
    get extensions() {
      return now().extensions;
    },
    open: (options) => now().open(options),
  };
}

interface Installed extends Pick<Desk, 'drafts' | 'extensions' | 'open'> {
  /** The drafts as they were at first. */
  layOut(): void;
  remove(): void;
}

async function install(): Promise<Installed> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-installed-'));
  const [drafts, extensions] = ['drafts', 'extensions'].map((name) => path.join(folder, name)) as [string, string];
  const layOut = (): void => {
    for (const name of readdirSync(drafts)) rmSync(path.join(drafts, name), { recursive: true });
    cpSync(path.join(root, 'test/e2e/workspace'), drafts, { recursive: true });
    cpSync(path.join(root, 'test/samples'), path.join(drafts, 'samples'), { recursive: true });
  };
  mkdirSync(drafts);
  layOut();
  const { node, entry } = (await script('scripts/vscode.mjs')).codeServer();
  const profile = ['--config', path.join(folder, 'config.yaml'), '--user-data-dir', path.join(folder, 'install')];
  execFileSync(
    node,
    [entry, ...profile, '--extensions-dir', extensions, '--install-extension', process.env.E2E_VSIX!],
    {
      stdio: 'pipe',
    },
  );
  let windows = 0;
  return {
    drafts,
    extensions,
    layOut,
    async open(options = {}) {
      const { openWorkbench } = await script('test/e2e/workbench.mjs');
      const userData = path.join(folder, `user-${windows++}`);
      const workbench: Workbench = await openWorkbench({ extensions, userData, ...options });
      // the first page is most of a start: on a busy machine it takes minutes
      await workbench.page.goto(workbench.folderUrl(drafts), { timeout: 240_000 });
      await workbench.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      return workbench;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Closes every editor, whatever was typed in it, and what lies over them. */
async function leaveNothingOpen(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const tabs = page.locator('.tabs-container .tab');
  for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
    await runCommand(page, 'View: Revert and Close Editor');
    await tabs.nth(left - 1).waitFor({ state: 'detached' });
  }
}

/** Opens a draft as the keyboard does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, 'Control+p', name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Runs a command by its name in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await pick(page, 'F1', name);
}

/** How long a list may take to be narrowed down, in ms, before it is called again. */
const NARROWED = 15_000;

/** Calls a list by its key, types into it, and takes the entry that it is narrowed down to. */
async function pick(page: Page, key: string, words: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await box.locator('input:focus').waitFor({ timeout: NARROWED });
      await page.keyboard.type(words);
      // Enter takes the entry in focus, whatever else is listed
      await box.locator('.monaco-list-row.focused', { hasText: words }).waitFor({ timeout: NARROWED });
      break;
    } catch (error) {
      // what comes into view meanwhile takes the focus, and the list goes: a person calls it again
      if (tries === 4) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}

/** The marks below the text. Errors, warnings and questions each have their own. */
export const squiggles = (page: Page): Locator => page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');

/** What colours the text by who stands behind it, as far as it is in view. */
export const colours = (page: Page): Locator => page.locator('.editor-instance .view-overlays [class*="ced-"]');

export const statusItem = (page: Page): Locator => page.locator('[id="copydesk.copydesk.copydesk.status"]');

/** Waits until the status item tells of so many findings, what must not run and the others together. */
export async function findings(page: Page, count: number): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const told = (await statusItem(page).textContent()) ?? '';
    const sum = [...told.matchAll(/\d+/g)].reduce((all, [number]) => all + Number(number), 0);
    if (told.includes('Copydesk') && sum === count) return;
    if (Date.now() > end) throw new Error(`the status item says “${told}”, and not ${count}`);
    await page.waitForTimeout(100);
  }
}

/** What the command line finds in a sample: a window shows as many, whatever a rule has learned since. */
export function findingsIn(sample: string): number {
  const args = ['lint', '--format', 'json', '--fail-on', 'never', path.join('test/samples', sample)];
  const stdout = execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const [file] = (JSON.parse(stdout) as { files: { diagnostics: unknown[] }[] }).files;
  return file!.diagnostics.length;
}

/** Waits until there are just so many. */
export async function exactly(count: number, those: Locator): Promise<void> {
  if (count) await those.nth(count - 1).waitFor();
  await those.nth(count).waitFor({ state: 'detached' });
}

/** A page of ours, or of the editor's, in an editor. While one is loaded two may be there, and the old one is hidden. */
export const pageIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** The extension's own page. */
export async function openExtensionPage(page: Page): Promise<void> {
  await runCommand(page, 'Extensions: Show Installed Extensions');
  await page.locator('.extensions-list .monaco-list-row', { hasText: 'Copydesk' }).first().click();
}

/** The lines of the draft in front, as far as they are in view, in no order. */
export const linesOf = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.editor-instance .view-line').allTextContents()).map((line) => line.replace(/\u00a0/g, ' '));

/**
 * Opens the menu of what can be done at the cursor. When findings or the cursor have changed, the editor looks for its light bulb
 * a little later, and drops a call for the menu that was not answered by then (CodeActionModel in VS Code): on a busy machine a
 * person has to call again. @returns its entries.
 */
export async function openActions(page: Page): Promise<Locator> {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  for (let tries = 1; ; tries++) {
    await page.keyboard.press('Control+.');
    try {
      await rows.first().waitFor({ timeout: 10_000 });
      return rows;
    } catch (error) {
      if (tries === 6) throw error;
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
  await page.locator('.action-widget .monaco-list-row.action.focused', { hasText: words }).waitFor();
  await page.keyboard.press('Enter');
  await rows.first().waitFor({ state: 'detached' });
}

/** Takes the entry with these words from a list that the window asks from. */
export async function chooseFromList(page: Page, words: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.locator('.monaco-list-row', { hasText: words }).first().waitFor();
  await page.keyboard.type(words);
  await box.locator('.monaco-list-row.focused', { hasText: words }).waitFor();
  await page.keyboard.press('Enter');
}

/** Clears the finding at the cursor for this reason; the first time the editor asks who does, and is told. */
export async function clearHere(page: Page, reason: string): Promise<void> {
  await chooseAction(page, 'Clear this…');
  await chooseFromList(page, reason);
  const initials = page.locator('.quick-input-title', { hasText: 'Your Initials' });
  if (!(await initials.waitFor({ timeout: 3000 }).then(yes, no))) return;
  await page.keyboard.press('Control+a');
  await page.keyboard.type('EE');
  await page.keyboard.press('Enter');
}

const yes = (): boolean => true;
const no = (): boolean => false;
