// A stranger installs the package in a clean editor: what is seen on the screen, with nothing but the keyboard.
import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import {
  exactly,
  findings,
  findingsIn,
  installedDesk,
  linesOf,
  openActions,
  openExtensionPage,
  openFile,
  pageIn,
  runCommand,
  squiggles,
  statusItem,
} from './support';

describe('the package, installed in a clean editor', () => {
  const desk = installedDesk();

  it('marks a draft as soon as it is opened', async () => {
    const { page } = desk;
    await openFile(page, 'council.txt');
    await exactly(2, squiggles(page));
    await findings(page, 2);
  });

  it('lists the findings in Problems', async () => {
    const { page } = desk;
    await openFile(page, 'council.txt');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'wire-sign-off' }).waitFor();
    await page.keyboard.press('Control+Shift+M');
  });

  it('lists what must not run first, whatever stands above it in the draft', async () => {
    const { page } = desk;
    await openFile(page, 'harbour.txt');
    await findings(page, findingsIn('harbour.txt'));
    await page.keyboard.press('Control+Shift+M');
    const rows = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
    await rows.nth(3).waitFor();
    const signs = await rows
      .locator('.marker-icon .codicon')
      .evaluateAll((all) => all.map(({ className }) => className));
    const grave = signs.map((sign) => (/error/.test(sign) ? 0 : /warning/.test(sign) ? 1 : 2));
    assert.equal(grave[0], 0);
    assert.deepEqual(grave, [...grave].sort());
    await page.keyboard.press('Control+Shift+M');
  });

  it('puts a sign-off right with F8 and Ctrl+.', async () => {
    const { page } = desk;
    await openFile(page, 'council.txt');
    await findings(page, 2);
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
    await findings(page, 1);
  });

  it('says by the status item that a clean draft was read, and that a README is not one', async () => {
    const { page } = desk;
    await openFile(page, 'clean.txt');
    await statusItem(page).locator('.codicon-check').waitFor();
    await openFile(page, 'README.md');
    await statusItem(page).locator('.codicon-circle-slash').waitFor();
    await exactly(0, squiggles(page));
  });

  it('shows its page with the sample story marked, and no picture that fails to load', async () => {
    const { page } = desk;
    await openExtensionPage(page);
    const readme = pageIn(page);
    const signOff = readme.locator('blockquote mark', { hasText: 'Endi' });
    await signOff.waitFor();
    assert.notEqual(await background(signOff), await background(readme.locator('blockquote')), 'the mark has a colour');
    assert.equal(await readme.locator('img').count(), 0);
  });

  it('has links that lead somewhere, and tells how to report a false alarm', async () => {
    const { page } = desk;
    await openExtensionPage(page);
    const readme = pageIn(page);
    await readme.locator('h2', { hasText: 'When it is wrong' }).waitFor();
    const links = await readme
      .locator('a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const heads = (await readme.locator('h1, h2, h3').allTextContents()).map(
      (head) =>
        `#${head
          .trim()
          .toLowerCase()
          .replace(/[^\w]+/g, '-')}`,
    );
    assert.ok(links.length > 0);
    // the editor’s own arrow leads to the top
    for (const link of links.filter((one) => one !== '#'))
      assert.ok(link.startsWith('https://') || heads.includes(link), link);
  });

  it('shows a rule’s manual with its examples marked', async () => {
    const { page } = desk;
    await openFile(page, 'council.txt');
    await findings(page, 2);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: 'placeholder' }).waitFor();
    await page.keyboard.press('Escape');
    await runCommand(page, 'Copydesk: Show Manual');
    const manual = pageIn(page);
    await manual.locator('h1', { hasText: 'placeholder' }).waitFor();
    await manual.locator('blockquote mark').first().waitFor();
    assert.doesNotMatch((await manual.locator('body').textContent()) ?? '', /\{[-=~>]{2}/);
  });

  it('shows its pictures in the walkthrough', async () => {
    const { page } = desk;
    await runCommand(page, 'Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A desk beside the writer' }).first().click();
    const picture = page.locator('.getting-started-media img').first();
    await picture.waitFor();
    await page.waitForFunction('document.querySelector(".getting-started-media img").naturalWidth > 400');
  });

  it('opens a draft among five thousand; a reading of all of them can be stopped, and lists none that is gone', async () => {
    const { page, drafts } = desk;
    const story = readFileSync(path.join(drafts, 'council.txt'), 'utf8');
    const archive = path.join(drafts, 'thousands');
    mkdirSync(archive);
    for (let i = 0; i < 5000; i++) writeFileSync(path.join(archive, `story-${i}.txt`), story);
    await openFile(page, 'story-4321.txt');
    await findings(page, 2);
    await runCommand(page, 'Copydesk: Check All Drafts');
    const progress = page.locator('.notification-toast', { hasText: /Copydesk reads all drafts.*\d+ drafts/ });
    await progress.waitFor();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.notification-toast', { hasText: 'the others were not read' }).waitFor();
    const filter = page.locator('.panel .viewpane-filter input');
    await filter.fill('story-');
    const listed = page.locator('.markers-panel .monaco-list-row[aria-level="1"]');
    await listed.nth(1).waitFor();
    rmSync(archive, { recursive: true });
    // what is open in an editor is still there
    await exactly(1, listed);
    await filter.fill('');
    await page.keyboard.press('Control+Shift+M');
  });

  it('reads a folder that is not trusted like any other: what lies in it is only data', async () => {
    const wary = await desk.open({ trust: true });
    try {
      await wary.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
      await openFile(wary.page, 'council.txt');
      await squiggles(wary.page).first().waitFor();
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
