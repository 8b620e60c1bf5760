// The views beside the draft, as they are seen: what stands in them, where a click or a key in them leads.
import * as assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import {
  chooseAction,
  type Desk,
  installed,
  onlyInABrowser,
  openFile,
  runCommand,
  statusItem,
  type Workbench,
} from './support';

describe('the views', () => {
  let desk: Desk;
  let workbench: Workbench;
  let page: Page;
  before(async function () {
    onlyInABrowser(this);
    desk = await installed();
    workbench = await desk.open({ size: { width: 1500, height: 900 } });
    page = workbench.page;
  });
  after(async () => {
    await workbench?.close();
    desk?.remove();
  });

  if (process.env.E2E_SHOTS)
    afterEach(async function () {
      if (this.currentTest?.state === 'failed')
        await page.screenshot({ path: `${process.env.E2E_SHOTS}/${this.currentTest.title.replace(/\W+/g, '-')}.png` });
    });

  describe('the source map', () => {
    it('says what will stand there while no draft is open', async () => {
      await page.locator('.activitybar .action-label[aria-label="Copydesk"]').click();
      await pane(page, 'Source Map').getByText('Open a draft, and here stands').waitFor({ timeout: 30_000 });
    });

    it('shows who is cited, what stands alone and how names are spelled', async () => {
      await openFile(page, 'harbour.txt');
      await row(page, 'Named sources').waitFor();
      await row(page, 'Youssef al-Rashidi').first().waitFor();
      await row(page, 'At least 14 civilians were killed').waitFor();
      await row(page, 'Names').waitFor();
    });

    it('follows the cursor', async () => {
      await page.locator('.view-line', { hasText: 'At least 14 civilians' }).first().click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+Home');
      await row(page, 'At least 14 civilians were killed').waitFor();
      await page
        .locator('.view-line', { hasText: 'At least 14 civilians' })
        .first()
        .click({ position: { x: 700, y: 8 } });
      await selected(page, 'At least 14 civilians were killed').waitFor();
    });

    it('leads to the text', async () => {
      await row(page, 'At least 14 civilians were killed').click();
      await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(\d\d selected\)/ }).waitFor();
    });

    it('keeps up with the draft', async () => {
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(', the army said.');
      await row(page, 'casualty').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
    });

    it('says so where the desk reads nothing, or finds nothing', async () => {
      await openFile(page, 'README.md');
      await pane(page, 'Source Map').getByText('does not read this document').waitFor();
      await page.locator('.tab', { hasText: 'harbour.txt' }).click();
      await row(page, 'Named sources').waitFor();
    });
  });

  describe('the desk report', () => {
    const report = () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

    it('opens beside the draft, in the colours of the editor', async () => {
      await runCommand(page, 'Copydesk: Show Desk Report');
      await report().locator('svg.strip').waitFor({ timeout: 60_000 });
      await report()
        .getByText(/Somebody stands behind \d+ of \d+ sentences/)
        .waitFor();
      const named = report().locator('.strip .named').first();
      assert.notEqual(await fill(named), 'rgb(0, 0, 0)', 'its own style works');
    });

    it('leads to the text by keyboard', async () => {
      const line = report().locator('td a', { hasText: '12' }).first();
      await line.focus();
      await page.keyboard.press('Enter');
      await page.locator('.statusbar', { hasText: 'Ln 12,' }).waitFor();
    });

    it('keeps up with the draft', async () => {
      const furniture = report()
        .locator('td', { hasText: /^Endi$/ })
        .first();
      await furniture.waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('End');
      await page.keyboard.press('Control+Backspace');
      await furniture.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
    });
  });

  describe('the clearances', () => {
    it('say what they are for while there are none', async () => {
      await page.locator('.sidebar .pane-header', { hasText: 'Clearances' }).click();
      await pane(page, 'Clearances').getByText('Nothing was cleared in the open folders').waitFor();
    });

    it('list what was cleared, with the way back in the status bar', async () => {
      await page.locator('.tab', { hasText: 'harbour.txt' }).click();
      await page.locator('.editor-instance .view-line', { hasText: 'At least 14 civilians' }).first().click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Alt+.');
      await page.locator('.statusbar', { hasText: 'Ln 3,' }).waitFor();
      await page.keyboard.press('Escape');
      await chooseAction(page, 'the desk has confirmed it');
      await row(page, 'unattributed-claim').waitFor();
      assert.match((await row(page, 'unattributed-claim').textContent()) ?? '', /confirmed, \d{4}-\d\d-\d\d/);
      await page.locator('.statusbar', { hasText: 'Cleared: unattributed-claim' }).waitFor();
    });

    it('are taken back from the palette, and the desk asks again', async () => {
      const before = Number((await statusItem(page).textContent())?.match(/\d+/)?.[0]);
      await runCommand(page, 'Copydesk: Undo Last Clearing');
      await statusItem(page)
        .getByText(String(before + 1))
        .waitFor();
      await row(page, 'unattributed-claim').waitFor({ state: 'detached' });
    });
  });

  describe('sourced and unsourced', () => {
    it('are coloured when a person asks for it', async () => {
      const coloured = page.locator('.editor-instance .view-overlays [class*="ced-"]');
      const before = await coloured.count();
      await runCommand(page, 'Copydesk: Toggle Sourced and Unsourced in the Text');
      await page.waitForFunction(
        `document.querySelectorAll('.editor-instance .view-overlays [class*="ced-"]').length > ${before + 8}`,
      );
      await runCommand(page, 'Copydesk: Toggle Sourced and Unsourced in the Text');
      await page.waitForFunction(
        `document.querySelectorAll('.editor-instance .view-overlays [class*="ced-"]').length < ${before + 4}`,
      );
    });
  });
});

const fill = (element: Locator): Promise<string> =>
  element.evaluate((it) => (globalThis as unknown as Painted).getComputedStyle(it).fill);

/** As much of a page as is asked for; the tests are compiled without its types. */
interface Painted {
  getComputedStyle(element: unknown): { readonly fill: string };
}

const pane = (page: Page, title: string): Locator => page.locator('.pane', { hasText: title });

/** A line of a tree in the side bar. */
const row = (page: Page, words: string): Locator =>
  page.locator('.sidebar .monaco-list-row', { hasText: words }).first();

const selected = (page: Page, words: string): Locator =>
  page.locator('.sidebar .monaco-list-row.selected', { hasText: words });
