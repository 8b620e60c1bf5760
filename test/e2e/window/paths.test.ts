// Five ways that a person goes every day, with the keyboard alone: how many keys, and how long until it is done. Keys are counted and
// asserted, seconds are told in the test's name: a busy machine's say nothing. docs/paths.md has both, before the second sitting too.
import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findings, findingsIn, installedDesk, openActions, pageIn, statusItem } from './support';

describe('five paths', () => {
  const desk = installedDesk();
  const all = findingsIn('harbour.txt');
  let keys = 0;
  let began = 0;

  const press = async (page: Page, ...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  const type = async (page: Page, words: string): Promise<void> => {
    await page.keyboard.type(words);
    keys += words.length;
  };
  const begin = (): void => {
    [keys, began] = [0, performance.now()];
  };
  function end(test: Mocha.Runnable, most: number): void {
    test.title += `: ${keys} keys, ${((performance.now() - began) / 1000).toFixed(1)} s`;
    assert.ok(keys <= most, `${keys} keys`);
  }
  const at = (page: Page, place: string): Promise<void> =>
    page.locator('.statusbar').getByText(place, { exact: true }).waitFor();

  async function openStory(page: Page): Promise<void> {
    await press(page, 'Control+p');
    await page.locator('.quick-input-widget input:focus').waitFor();
    await type(page, 'harbour');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'harbour.txt' }).waitFor();
    await press(page, 'Enter');
    await findings(page, all);
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  it('first open: a draft, and the first question read', async function () {
    const { page } = desk;
    begin();
    await openStory(page);
    await press(page, 'Alt+.');
    await page.locator('.monaco-hover', { hasText: 'unattributed-claim' }).waitFor();
    end(this.test!, 10);
    await page.keyboard.press('Escape');
  });

  it('false alarm: at the question, cleared', async function () {
    const { page } = desk;
    await openStory(page);
    // Escape at the question for initials clears nothing, and the question comes again
    await clearFirst(page, 'Escape');
    await findings(page, all);
    // after an answer it never comes again
    await page.keyboard.press('Control+Home');
    await clearFirst(page);
    await findings(page, all - 1);
    begin();
    await clearFirst(page);
    await findings(page, all - 2);
    end(this.test!, 4);
  });

  async function clearFirst(page: Page, answer: 'EE' | 'Escape' = 'EE'): Promise<void> {
    await press(page, 'Alt+.');
    await page.locator('.monaco-hover', { hasText: 'unattributed-claim' }).waitFor();
    await press(page, 'Alt+-');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'A false alarm' }).waitFor();
    await press(page, 'Enter');
    const initials = page.locator('.quick-input-title', { hasText: 'Your Initials' });
    if (await initials.waitFor({ timeout: 3000 }).then(yes, no)) {
      if (answer !== 'Escape') await page.keyboard.type(answer);
      await page.keyboard.press(answer === 'Escape' ? 'Escape' : 'Enter');
    }
  }

  it('missing source: from the draft’s top to a gap that says so', async function () {
    const { page } = desk;
    await openStory(page);
    await page.keyboard.press('Control+Home');
    begin();
    await press(page, 'Alt+.');
    await page.locator('.monaco-hover', { hasText: 'unattributed-claim' }).waitFor();
    const rows = await openActions(page);
    keys++;
    await rows.first().waitFor();
    await press(page, 'Enter');
    await page.locator('.view-line', { hasText: 'TK said' }).waitFor();
    end(this.test!, 3);
  });

  it('name in two spellings: at the odd one, all of it put right', async function () {
    const { page } = desk;
    await openStory(page);
    await page.keyboard.press('Control+End');
    await at(page, 'Ln 13, Col 1').catch(() => undefined);
    await page.locator('.view-line', { hasText: 'Yusuf' }).first().waitFor();
    begin();
    // up from the end to the line of the odd spelling, and to its first word
    await press(page, 'ArrowUp', 'Home');
    await openActions(page);
    keys++;
    await press(page, 'Enter');
    await page.locator('.view-line', { hasText: 'Yusuf' }).waitFor({ state: 'detached' });
    end(this.test!, 4);
  });

  it('end of shift: the report, then what was cleared', async function () {
    const { page } = desk;
    await openStory(page);
    await clearFirst(page);
    begin();
    await command(page, 'Desk Report', 'Copydesk: Show Desk Report');
    await pageIn(page).locator('svg.strip').waitFor();
    await command(page, 'Clearances', 'Copydesk: Focus on Clearances View');
    await page.locator('.sidebar .monaco-list-row', { hasText: 'false alarm, EE' }).first().waitFor();
    end(this.test!, 30);
    assert.ok(await statusItem(page).isVisible());
  });

  async function command(page: Page, words: string, name: string): Promise<void> {
    await press(page, 'F1');
    await page.locator('.quick-input-widget input:focus').waitFor();
    await type(page, words);
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).waitFor();
    await press(page, 'Enter');
  }
});

const yes = (): boolean => true;
const no = (): boolean => false;
