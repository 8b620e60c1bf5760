// The window in a language that nobody speaks: what a person reads there of Copydesk's is in brackets, or is the draft's, or a record's.
import * as assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pseudo } from '../../support/pseudo';
import {
  findings,
  findingsIn,
  installedDesk,
  openActions,
  openFile,
  pageIn,
  root,
  statusItem,
  type Workbench,
} from './support';

/** What an entry of a list is called; what stands below that may be English, so that whoever knows a command by it finds it. */
const labels = '.quick-input-widget .monaco-list-row .quick-input-list-row:first-child .label-name';

const read = (...name: string[]): Record<string, string> => JSON.parse(readFileSync(path.join(...name), 'utf8'));

describe('in a language that nobody speaks', () => {
  const desk = installedDesk();
  let window: Workbench;
  let page: Page;
  /** Titles of fixes, which are records. */
  const records = /^(?:Attribute|Leave a gap|Write|Change|Remove|Spell|If |Put)/;

  before(async function () {
    this.timeout(300_000);
    const name = readdirSync(desk.extensions).find((one) => one.startsWith('copydesk.copydesk'))!;
    const extension = path.join(desk.extensions, name);
    const words = (file: Record<string, string>): string =>
      JSON.stringify(Object.fromEntries(Object.entries(file).map(([key, text]) => [key, pseudo(text)])));
    writeFileSync(path.join(extension, 'package.nls.qps.json'), words(read(extension, 'package.nls.json')));
    mkdirSync(path.join(extension, 'l10n'), { recursive: true });
    writeFileSync(path.join(extension, 'l10n/bundle.l10n.qps.json'), words(read(root, 'l10n/bundle.l10n.json')));
    window = await desk.open({ language: 'qps', size: { width: 1500, height: 900 } });
    page = window.page;
    await openFile(page, 'harbour.txt');
    await findings(page, findingsIn('harbour.txt'));
  });
  after(() => window?.close());
  afterEach(async () => {
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });

  const inBrackets = (text: string, what: string): void => {
    let left = text.replace(/\u00a0/g, ' ');
    for (let before = ''; before !== left; ) {
      before = left;
      left = left.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    assert.ok(text.includes('⟦'), `${what}: ${text}`);
    assert.doesNotMatch(left.replace(/Copydesk|Ctrl|Alt|Enter|Esc|Shift/g, ''), /\p{L}{2,}/u, `${what}: ${text}`);
  };

  const texts = async (those: Locator): Promise<readonly string[]> => {
    await those.first().waitFor();
    return (await those.allTextContents()).filter(Boolean);
  };

  it('the palette’s commands, and the view in the side bar', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input:focus').waitFor();
    await page.keyboard.type('Copydesk: ⟦');
    const rows = await texts(page.locator(labels));
    const ours = rows.filter((one) => one.startsWith('Copydesk:'));
    assert.ok(ours.length > 8, rows.join('; '));
    for (const one of ours) if (!one.includes('Focus on')) inBrackets(one, 'command');
  });

  it('the status item, and the menu that a click on it opens', async () => {
    const told = (await statusItem(page).getAttribute('aria-label')) ?? '';
    for (const line of told.split('\n').filter(Boolean)) inBrackets(line, 'status');
    await statusItem(page).locator('a').first().click();
    const rows = await texts(page.locator(labels));
    assert.ok(rows.length > 8);
    for (const one of rows) inBrackets(one.replace(/drafts/, ''), 'menu');
  });

  it('the menu under a finding, and what it goes on to ask', async () => {
    await page.locator('.editor-instance .monaco-editor').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+.');
    await page.locator('.monaco-hover', { hasText: 'unattributed-claim' }).waitFor();
    await page.keyboard.press('Escape');
    const rows = await openActions(page);
    for (const one of await rows.allTextContents()) if (!records.test(one)) inBrackets(one, 'entry');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+-');
    const reasons = await texts(page.locator(labels));
    for (const one of reasons) inBrackets(one.replace('unattributed-claim', ''), 'reason');
    inBrackets((await page.locator('.quick-input-title').textContent()) ?? '', 'title');
  });

  it('the page of the read-through', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input:focus').waitFor();
    await page.keyboard.type('⟦Read Through the Draft');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Read Through the Draft' }).waitFor();
    await page.keyboard.press('Enter');
    const buttons = await texts(pageIn(page).locator('button'));
    assert.ok(buttons.length > 6);
    for (const one of buttons) {
      const words = one.replace(/ ?(?:Enter|Esc|[BEU1-9])$/, '');
      if (!records.test(words)) inBrackets(words.replace(/unattributed-claim|web-remnant|loaded-verb/g, ''), 'button');
    }
    await pageIn(page).locator('#leave').press('Escape');
  });

  it('the settings', async () => {
    await page.keyboard.press('Control+,');
    await page.locator('.settings-editor .monaco-editor').first().waitFor();
    await page.keyboard.type('@ext:copydesk.copydesk');
    await page.locator('.settings-editor .setting-item-description', { hasText: '⟦' }).first().waitFor();
    const all = await texts(page.locator('.settings-editor .setting-item-description'));
    for (const one of all) assert.match(one, /⟦/);
  });
});
