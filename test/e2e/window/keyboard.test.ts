// A pass with nothing but the keyboard: from the sample story with all that the desk asks of it to a draft it asks nothing of.
import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  chooseAction,
  type Desk,
  installed,
  linesOf,
  onlyInABrowser,
  runCommand,
  squiggles,
  statusItem,
  type Workbench,
} from './support';

describe('with the keyboard alone', () => {
  let desk: Desk;
  let workbench: Workbench;
  let page: Page;
  before(async function () {
    onlyInABrowser(this);
    // the package is built, installed and started: on a busy machine that takes its time
    this.timeout(300_000);
    desk = await installed();
    workbench = await desk.open({ size: { width: 1500, height: 900 } });
    page = workbench.page;
  });
  after(async () => {
    await workbench?.close();
    desk?.remove();
  });

  /** How much the desk asks, as the status bar tells. */
  const asked = async (): Promise<number> => Number((await statusItem(page).textContent())?.match(/\d+/)?.[0] ?? 0);

  const fewerThan = async (before: number): Promise<void> => {
    await page.waitForFunction(
      `Number(document.getElementById('copydesk.copydesk.copydesk.status')?.textContent.match(/\\d+/)?.[0] ?? 0) < ${before}`,
    );
  };

  it('opens the sample story from the palette', async () => {
    // the palette knows the command from when the side bar knows the desk
    await page.locator('.activitybar .action-label[aria-label="Copydesk"]').waitFor();
    await runCommand(page, 'Copydesk: Open a Sample Story');
    await squiggles(page).first().waitFor();
    await statusItem(page).getByText('12').waitFor();
  });

  it('clears three queries with a reason', async () => {
    const told = page.locator('.monaco-hover', { hasText: 'unattributed-claim' });
    await page.keyboard.press('Control+Home');
    for (const [place, reason] of [
      ['Ln 3, Col 1', 'our reporter witnessed it'],
      ['Ln 5, Col 1', 'it is on the public record'],
      ['Ln 5, Col 47', 'the desk has confirmed it'],
    ] as const) {
      const before = await asked();
      await page.keyboard.press('Alt+.');
      await page.locator('.statusbar').getByText(place, { exact: true }).waitFor();
      await told.waitFor();
      await page.keyboard.press('Escape');
      await told.waitFor({ state: 'hidden' });
      await chooseAction(page, reason);
      await fewerThan(before);
    }
  });

  it('puts the rest right, or settles it, in a read-through', async () => {
    const first = await asked();
    assert.equal(first, 9);
    await runCommand(page, 'Copydesk: Read Through the Draft');
    const title = page.locator('.quick-input-title');
    for (let left = first; left > 0; left = await asked()) {
      await title.filter({ hasText: /\d+ of \d+/ }).waitFor();
      const said = await title.textContent();
      // the first entry leaves it; the second is the first thing that can be done
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await fewerThan(left);
      await page.waitForFunction(
        `document.querySelector('.quick-input-title').textContent !== ${JSON.stringify(said)}`,
      );
    }
    await page.locator('.quick-input-list', { hasText: /Read through: \d+ settled\./ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('ends with a draft that the desk asks nothing of, and says what is right', async () => {
    await statusItem(page).locator('.codicon-check').waitFor();
    assert.equal(await squiggles(page).count(), 0);
    const lines = (await linesOf(page)).join('\n');
    assert.doesNotMatch(lines, /Endi|Adjust font size|eye witness/);
    assert.match(lines, /ceasefire in the city was agreed/);
    const told = (await statusItem(page).getAttribute('aria-label')) ?? '';
    assert.match(told, /asks nothing/);
  });
});
