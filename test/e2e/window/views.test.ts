// The views beside the draft, as they are seen: what stands in them, where a click or a key in them leads.
import * as assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { contrast, least } from '../../support/contrast';
import {
  clearHere,
  colours,
  exactly,
  findings,
  findingsIn,
  installedDesk,
  linesOf,
  openFile,
  pageIn,
  runCommand,
  statusItem,
} from './support';

/** The sample story: what the desk finds in it, and its first query. */
const story = { file: 'harbour.txt', findings: findingsIn('harbour.txt'), query: 'Ln 3, Col 1' };
const toll = 'At least 14 civilians were killed';

/** One of each kind that the editor comes with, and those that it begins with. */
const themes = [
  ...['Light 2026', 'Dark 2026', 'Light Modern', 'Dark Modern'],
  ...['Default High Contrast', 'Default High Contrast Light'],
];

describe('the views', () => {
  const desk = installedDesk();

  describe('the source map', () => {
    beforeEach(async () => {
      const { page } = desk;
      // the palette knows the view from when the side bar knows the desk
      await page.locator('.activitybar .action-label[aria-label="Copydesk"]').waitFor();
      await runCommand(page, 'Copydesk: Focus on Sources View');
      await pane(page, 'Sources').getByText('Open a draft, and here stands').waitFor();
    });

    it('shows who is cited, what stands alone and how names are spelled', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      for (const words of ['Named sources', 'Youssef al-Rashidi', toll, 'Names']) await row(page, words).waitFor();
    });

    it('follows the cursor', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await row(page, toll).waitFor();
      await findings(page, story.findings);
      await toQuery(page, story.query, 'Ln 5, Col 1', 'Ln 5, Col 47');
      await page.locator('.sidebar .monaco-list-row.selected', { hasText: toll }).waitFor();
    });

    it('leads to the text', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await row(page, toll).click();
      await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(\d\d selected\)/ }).waitFor();
    });

    it('keeps up with the draft', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await row(page, toll).click();
      await page.locator('.statusbar', { hasText: /Ln 5, Col \d+ \(\d\d selected\)/ }).waitFor();
      await row(page, 'casualty').waitFor();
      await focusEditor(page);
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(', the army said.');
      await row(page, 'casualty').waitFor({ state: 'detached' });
    });

    it('says so where the desk reads nothing', async () => {
      const { page } = desk;
      await openFile(page, 'README.md');
      await pane(page, 'Sources').getByText('does not read this document').waitFor();
      await openFile(page, story.file);
      await row(page, 'Named sources').waitFor();
    });
  });

  describe('the desk report', () => {
    beforeEach(async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await findings(page, story.findings);
      await runCommand(page, 'Copydesk: Show Desk Report');
      await pageIn(page).locator('svg.strip').waitFor();
    });

    it('opens beside the draft, in the colours of the editor', async () => {
      const report = pageIn(desk.page);
      await report.getByText(/\d+ of \d+ sentences cite somebody/).waitFor();
      assert.notEqual(await fill(report.locator('.strip .named').first()), 'rgb(0, 0, 0)', 'its own style works');
    });

    it('can be read by everybody, in every kind of theme', async () => {
      const { page, drafts } = desk;
      const report = pageIn(page);
      mkdirSync(path.join(drafts, '.vscode'));
      for (const theme of themes) {
        writeFileSync(path.join(drafts, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
        await report.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
        const letters = await lettersIn(report.locator('body'));
        assert.ok(letters.length > 50, theme);
        const pale = letters.filter(({ colour, grounds }) => contrast(colour, grounds) < least.text);
        assert.deepEqual(pale, [], theme);
      }
    });

    it('leads to the text by keyboard', async () => {
      const { page } = desk;
      await pageIn(page).locator('td a', { hasText: '12' }).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.statusbar', { hasText: 'Ln 12,' }).waitFor();
    });

    it('keeps up with the draft', async () => {
      const { page } = desk;
      const furniture = pageIn(page)
        .locator('td', { hasText: /^Endi$/ })
        .first();
      await furniture.waitFor();
      await focusEditor(page);
      await page.keyboard.press('Control+End');
      await page.locator('.statusbar', { hasText: 'Ln 13,' }).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('End');
      await page.locator('.statusbar', { hasText: /Ln 12, Col [1-9]\d/ }).waitFor();
      await page.keyboard.press('Control+Backspace');
      await furniture.waitFor({ state: 'detached' });
    });
  });

  describe('the clearances', () => {
    const cleared = (page: Page): Locator => row(page, 'unattributed claim');

    beforeEach(async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await findings(page, story.findings);
      await runCommand(page, 'Copydesk: Focus on Clearances View');
      await pane(page, 'Clearances').getByText('Nothing was cleared in the open folders').waitFor();
      await focusEditor(page);
      await toQuery(page, story.query);
      await clearHere(page, 'The desk has confirmed it');
      await cleared(page).waitFor();
    });

    it('list what was cleared, with the way back in the status bar', async () => {
      const { page } = desk;
      // the sentence first
      assert.match(
        (await cleared(page).textContent()) ?? '',
        /^Government troops on Tuesday .*…unattributed claim · confirmed, EE, \d{4}-\d\d-\d\d/,
      );
      await page.locator('.statusbar', { hasText: 'Cleared: unattributed claim, confirmed. Click to undo' }).waitFor();
      await findings(page, story.findings - 1);
    });

    it('are taken back from the palette, and the desk asks again', async () => {
      const { page } = desk;
      await runCommand(page, 'Copydesk: Undo Last Clearing');
      await findings(page, story.findings);
      await cleared(page).waitFor({ state: 'detached' });
    });

    it('are taken back one by one, with “Ask Again”', async () => {
      const { page } = desk;
      await cleared(page).hover();
      // its key stands behind the name
      await cleared(page).locator('.action-label[aria-label^="Ask Again"]').click();
      await findings(page, story.findings);
      await cleared(page).waitFor({ state: 'detached' });
    });

    it('are taken back with the Delete key, without the mouse', async () => {
      const { page } = desk;
      await runCommand(page, 'Copydesk: Focus on Clearances View');
      await page.locator('.pane', { hasText: 'Clearances' }).locator('.monaco-list:focus').waitFor();
      // the draft's name, and what was cleared in it; a row may have been in focus before, and a list that is drawn anew
      // meanwhile takes no keys
      const focused = cleared(page).and(page.locator('.focused'));
      for (let tries = 0; tries < 20 && !(await focused.isVisible()); tries++) {
        await page.locator('.pane', { hasText: 'Clearances' }).locator('.monaco-list').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(500);
      }
      await focused.waitFor();
      await page.keyboard.press('Delete');
      await findings(page, story.findings);
      await cleared(page).waitFor({ state: 'detached' });
    });

    it('lead to the text, and a Delete after a click is not for the draft', async () => {
      const { page } = desk;
      const before = await linesOf(page);
      await page.keyboard.press('Control+Home');
      await cleared(page).click();
      await page.locator('.statusbar', { hasText: /Ln 3, Col \d+ \(\d+ selected\)/ }).waitFor();
      await page.keyboard.press('Delete');
      await findings(page, story.findings);
      assert.deepEqual([...(await linesOf(page))].sort(), [...before].sort());
    });
  });

  describe('the status', () => {
    const right = '2 quotations, each opened and closed';

    it('says what was checked and is right when the item is pointed at', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await findings(page, story.findings);
      await statusItem(page).hover();
      const told = page.locator('.monaco-hover', {
        hasText: /that\s+must\s+not\s+run.*\d+\s+questions\s+in\s+this\s+draft/,
      });
      await told.getByText(/\d+ words, about 1 minute to read/).waitFor();
      await told.locator('p', { hasText: right }).locator('.codicon-check').first().waitFor();
      // its lines break between words
      assert.doesNotMatch((await told.textContent()) ?? '', /\u00a0/);
    });

    it('says so in the language’s own item', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await findings(page, story.findings);
      await page.locator('[id="status.languageStatus"]').hover();
      await page.locator('.hover-language-status', { hasText: `Confirmed: ${right}` }).waitFor();
    });
  });

  describe('sourced and unsourced', () => {
    it('are coloured when a person asks for it', async () => {
      const { page } = desk;
      await openFile(page, story.file);
      await findings(page, story.findings);
      await exactly(0, colours(page));
      await runCommand(page, 'Copydesk: Colour What Is Sourced and What Is Not');
      await colours(page).nth(8).waitFor({ state: 'attached' });
      await runCommand(page, 'Copydesk: Colour What Is Sourced and What Is Not');
      await exactly(0, colours(page));
    });
  });
});

/** Words of a page, and the colours that they and what lies below them have. */
interface Letters {
  readonly words: string;
  readonly colour: string;
  readonly grounds: readonly string[];
}

const lettersIn = (body: Locator): Promise<readonly Letters[]> =>
  body.evaluate((it) => {
    const { getComputedStyle } = globalThis as unknown as Painted;
    const all = [...(it as unknown as PageElement).querySelectorAll('*')];
    const own = ({ childNodes }: PageElement) => [...childNodes].some(({ data }) => data?.trim());
    return all
      .filter((element) => own(element) && element.checkVisibility())
      .map((element) => {
        const grounds: string[] = [];
        for (let at: PageElement | null = element; at; at = at.parentElement)
          grounds.push(getComputedStyle(at).backgroundColor);
        return { words: element.textContent, colour: getComputedStyle(element).color, grounds };
      });
  });

const fill = (element: Locator): Promise<string> =>
  element.evaluate((it) => (globalThis as unknown as Painted).getComputedStyle(it).fill);

/** As much of a page as is asked for; the tests are compiled without its types. */
interface Painted {
  getComputedStyle(element: unknown): {
    readonly fill: string;
    readonly color: string;
    readonly backgroundColor: string;
  };
}

interface PageElement {
  readonly textContent: string;
  readonly parentElement: PageElement | null;
  /** Of a text, its characters. */
  readonly childNodes: Iterable<{ readonly data?: string }>;
  checkVisibility(): boolean;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Keys that are pressed before the palette has gone are lost. */
async function focusEditor(page: Page): Promise<void> {
  await runCommand(page, 'View: Focus First Editor Group');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/** From the top of the draft from query to query, past these places. */
async function toQuery(page: Page, ...places: string[]): Promise<void> {
  await page.keyboard.press('Control+Home');
  const at = (place: string) => page.locator('.statusbar').getByText(place, { exact: true }).waitFor();
  await at('Ln 1, Col 1');
  for (const place of places) {
    await page.keyboard.press('Alt+.');
    await at(place);
  }
  await page.keyboard.press('Escape');
}

const pane = (page: Page, title: string): Locator => page.locator('.pane', { hasText: title });

/** A line of a tree in the side bar. */
const row = (page: Page, words: string): Locator =>
  page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
