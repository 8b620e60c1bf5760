// What a key press may do to the copy and to a folder's settings, and how a person learns of it and takes it back.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  chooseAction,
  chooseFromList,
  findings,
  findingsIn,
  installedDesk,
  linesOf,
  openActions,
  openFile,
  pageIn,
  runCommand,
} from './support';

const aides =
  'Aides of Muammar Qaddafi left on Monday. Later Gadhafi spoke, they said. Gadhafi did not stay. “Gadhafi lied,” said Ivan Bero, an aide.\n';
const night =
  'Nobody has seen Moamer Kadhafi, aides said on Tuesday. Kadhafi’s son is missing too. “Kadhafi fled,” they said.\n';

describe('a key press', () => {
  const desk = installedDesk();
  const toast = (words: string | RegExp): Locator => desk.page.locator('.notification-toast', { hasText: words });

  it('Enter on a claim without a source leaves a gap, and names nobody', async () => {
    const { page } = desk;
    const all = findingsIn('harbour.txt');
    await openFile(page, 'harbour.txt');
    await findings(page, all);
    for (const place of ['Ln 3, Col 1', 'Ln 5, Col 1', 'Ln 5, Col 47']) {
      await page.keyboard.press('Control+Home');
      await page.locator('.statusbar').getByText('Ln 1, Col 1', { exact: true }).waitFor();
      await toQuery(page, place);
      const [first] = await (await openActions(page)).allTextContents();
      assert.match(first ?? '', /^Leave a gap for the source: add “, TK said”/);
      await page.keyboard.press('Enter');
      await page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'detached' });
      await page.locator('.tab.active.dirty').waitFor();
      const gap = page.locator('.view-line', { hasText: ', TK said' });
      await gap.first().waitFor();
      assert.equal((await linesOf(page)).join('\n').split(', TK said').length, 2, 'one gap, and no other change');
      // the gap is selected: what is typed stands in its place
      await page.keyboard.type('police');
      await page.locator('.view-line', { hasText: ', police said' }).first().waitFor();
      await page.keyboard.press('Control+z');
      await gap.first().waitFor();
      await page.keyboard.press('Control+z');
      await gap.first().waitFor({ state: 'detached' });
      await findings(page, all);
    }
  });

  it('keys that come quickly in a read-through count for no question that is gone, and what follows E is in the text', async () => {
    const { page, drafts } = desk;
    const draft = (): string => readFileSync(path.join(drafts, 'samples/harbour.txt'), 'utf8');
    const before = draft();
    await openFile(page, 'harbour.txt');
    await findings(page, findingsIn('harbour.txt'));
    await runCommand(page, 'Copydesk: Read Through the Draft');
    await pageIn(page).locator('#leave:focus').waitFor();
    for (const key of ['Enter', 'Enter', 'e', ...'bureau']) await page.keyboard.press(key);
    await page.locator('.view-line', { hasText: 'bureau' }).waitFor();
    await page.keyboard.type(' desk');
    await page.locator('.view-line', { hasText: 'bureau desk' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    // one Enter may have counted or both: what was selected then is typed over, and all else stands
    const [first = '', second = '', ...more] = draft().split('bureau desk');
    assert.equal(more.length, 0, 'typed once');
    assert.ok(before.startsWith(first) && before.endsWith(second), 'the rest of the draft is as it was');
    assert.ok(first.length + second.length < before.length, 'typed over what was selected');
  });

  describe('“Spell it … in every draft of this folder”', () => {
    const title = 'Spell it “Muammar Qaddafi” in every draft of this folder';
    const question = (): Locator => desk.page.locator('.monaco-dialog-box');

    beforeEach(async () => {
      const { page, drafts } = desk;
      writeFileSync(path.join(drafts, 'aides.txt'), aides);
      writeFileSync(path.join(drafts, 'night.txt'), night);
      await openFile(page, 'aides.txt');
      await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
      await page.keyboard.press('F8');
      await page.locator('.marker-widget', { hasText: 'inconsistent-transliteration' }).waitFor();
      await page.keyboard.press('Escape');
      await chooseAction(page, 'Spell this name…');
      await chooseFromList(page, title);
      await question().getByText('in 5 places of 2 drafts? 2 places inside quotation marks are left alone.').waitFor();
    });

    it('changes them all with one Enter, and says so', async () => {
      const { page } = desk;
      await page.keyboard.press('Enter');
      const told = toast('Spelled “Muammar Qaddafi” in 5 places of 2 drafts: aides.txt, night.txt.');
      await told.waitFor();
      assert.deepEqual(
        await words(page),
        aides.replace('Later Gadhafi', 'Later Qaddafi').replace('said. Gadhafi', 'said. Qaddafi').split(/\s+/),
      );
      await openFile(page, 'night.txt');
      await page.locator('.view-line', { hasText: 'Muammar' }).waitFor();
      assert.deepEqual(
        await words(page),
        night.replace('Moamer Kadhafi', 'Muammar Qaddafi').replace('Kadhafi’s', 'Qaddafi’s').split(/\s+/),
      );
      await told.getByRole('button', { name: 'Undo' }).click();
      await toast('Taken back, all of it: aides.txt, night.txt.').waitFor();
      assert.deepEqual(await words(page), night.split(/\s+/));
      await openFile(page, 'aides.txt');
      assert.deepEqual(await words(page), aides.split(/\s+/));
    });

    it('changes nothing with Escape', async () => {
      const { page, drafts } = desk;
      await page.keyboard.press('Escape');
      await question().waitFor({ state: 'detached' });
      assert.deepEqual(await words(page), aides.split(/\s+/));
      assert.equal(readFileSync(path.join(drafts, 'night.txt'), 'utf8'), night);
      assert.equal(await page.locator('.tab.dirty').count(), 0);
    });
  });

  it('a settings file that is not in order is told once, with a way to the line', async () => {
    const { page } = desk;
    await openFile(page, 'draft.txt');
    const told = toast(/broken\/copydesk\.json, line 3: .*rules\.placeholder/);
    await told.waitFor();
    await told.getByRole('button', { name: 'Open' }).click();
    await page.locator('.tab.active', { hasText: 'copydesk.json' }).waitFor();
    await page
      .locator('.statusbar')
      .getByText(/^Ln 3, Col \d+/)
      .waitFor();
  });

  it('a rule turned off for the folder is told, and “Undo” beside it takes the file away again', async () => {
    const { page, drafts } = desk;
    const settings = path.join(drafts, 'copydesk.json');
    await openFile(page, 'council.txt');
    await findings(page, 2);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: 'placeholder' }).waitFor();
    await page.keyboard.press('Escape');
    await clickAction(page, 'Turn off…');
    await chooseFromList(page, 'Turn off placeholder for this folder');
    await findings(page, 1);
    const told = toast(/placeholder.*copydesk\.json/);
    await told.waitFor();
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')).rules, { placeholder: 'off' });
    await told.getByRole('button', { name: 'Undo' }).click();
    await toast('copydesk.json is gone again.').waitFor();
    await findings(page, 2);
    assert.equal(existsSync(settings), false);
  });
});

/** With the mouse, from the light bulb at the cursor. */
async function clickAction(page: Page, title: string): Promise<void> {
  // in the margin, where the line has words above and below
  await page.locator('.glyph-margin-widgets [class*="lightbulb"], .margin-view-overlays [class*="lightbulb"]').click();
  const entry = page.locator('.action-widget .monaco-list-row.action', { hasText: title });
  await entry.click();
}

/** From query to query until the cursor is there; its message is put away. */
async function toQuery(page: Page, place: string): Promise<void> {
  const told = page.locator('.monaco-hover', { hasText: 'unattributed-claim' });
  const there = page.locator('.statusbar').getByText(place, { exact: true });
  for (let tries = 0; tries < 4 && !(await there.isVisible()); tries++) {
    await page.keyboard.press('Alt+.');
    await told.waitFor();
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'hidden' });
  }
  await there.waitFor();
}

/** Of the draft in front: a long paragraph is several lines of the window. */
const words = async (page: Page): Promise<readonly string[]> => (await linesOf(page)).join(' ').split(/\s+/);
