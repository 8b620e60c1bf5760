// A stranger installs the package in a clean editor: what is seen on the screen, with nothing but the keyboard.
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import {
  type Desk,
  installed,
  linesOf,
  onlyInABrowser,
  openActions,
  openFile,
  runCommand,
  squiggles,
  statusItem,
  type Workbench,
} from './support';

describe('the package, installed in a clean editor', () => {
  let desk: Desk;
  let workbench: Workbench;
  before(async function () {
    onlyInABrowser(this);
    desk = await installed();
    workbench = await desk.open({ size: { width: 1500, height: 900 } });
  });
  after(async () => {
    await workbench?.close();
    desk?.remove();
  });

  it('marks a draft as soon as it is opened', async () => {
    const { page } = workbench;
    await openFile(page, 'council.txt');
    await squiggles(page).first().waitFor({ timeout: 30_000 });
    assert.equal(await squiggles(page).count(), 2);
    await statusItem(page).getByText('2').waitFor();
  });

  it('lists the findings in Problems', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'wire-sign-off' }).waitFor();
    await page.keyboard.press('Control+Shift+M');
  });

  it('puts a sign-off right with F8 and Ctrl+.', async () => {
    const { page } = workbench;
    await openFile(page, 'council.txt');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+F8');
    const told = page.locator('.marker-widget', { hasText: 'wire-sign-off' });
    await told.waitFor();
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'hidden' });
    await openActions(page);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'ENDS' }).waitFor({ state: 'detached' });
    assert.ok((await linesOf(page)).includes('The two members who voted against it said they wanted a bridge.'));
    await statusItem(page).getByText('1').waitFor();
    await page.keyboard.press('Control+z');
  });

  it('says by the status item that a clean draft was read, and that a README is not one', async () => {
    const { page } = workbench;
    await openFile(page, 'clean.txt');
    await statusItem(page).locator('.codicon-check').waitFor();
    await openFile(page, 'README.md');
    await statusItem(page).locator('.codicon-circle-slash').waitFor();
    assert.equal(await squiggles(page).count(), 0);
  });

  it('shows its page with the sample story marked, and no picture that fails to load', async () => {
    const { page } = workbench;
    await runCommand(page, 'Extensions: Show Installed Extensions');
    await page.locator('.extensions-list .monaco-list-row', { hasText: 'Copydesk' }).first().click();
    const readme = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const signOff = readme.locator('blockquote mark', { hasText: 'Endi' });
    await signOff.waitFor({ timeout: 30_000 });
    assert.notEqual(await background(signOff), await background(readme.locator('blockquote')), 'the mark has a colour');
    assert.equal(await readme.locator('img').count(), 0);
  });

  it('shows its pictures in the walkthrough', async () => {
    const { page } = workbench;
    await runCommand(page, 'Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A desk beside the writer' }).first().click();
    const picture = page.locator('.getting-started-media img').first();
    await picture.waitFor();
    await page.waitForFunction('document.querySelector(".getting-started-media img").naturalWidth > 400');
  });

  it('reads a folder that is not trusted like any other: what lies in it is only data', async () => {
    const wary = await desk.open({ trust: true });
    try {
      await wary.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
      await openFile(wary.page, 'council.txt');
      await squiggles(wary.page).first().waitFor({ timeout: 30_000 });
    } finally {
      await wary.close();
    }
  });
});

const background = (element: Locator): Promise<string> =>
  element.evaluate((it) => (globalThis as unknown as Painted).getComputedStyle(it).backgroundColor);

/** As much of a page as is asked for; the tests are compiled without its types. */
interface Painted {
  getComputedStyle(element: unknown): { readonly backgroundColor: string };
}
