// A pass with nothing but the keyboard: from the sample story with all that the desk asks of it to a draft it asks nothing of.
import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  clearHere,
  exactly,
  findings,
  findingsIn,
  installedDesk,
  linesOf,
  pageIn,
  runCommand,
  squiggles,
  statusItem,
} from './support';

describe('with the keyboard alone', () => {
  const desk = installedDesk({ goesOn: true });
  const all = findingsIn('harbour.txt');

  it('opens the sample story from the palette', async () => {
    const { page } = desk;
    // the palette knows the command from when the side bar knows the desk
    await page.locator('.activitybar .action-label[aria-label="Copydesk"]').waitFor();
    await runCommand(page, 'Copydesk: Open a Sample Story');
    await findings(page, all);
    await squiggles(page).first().waitFor();
  });

  it('clears three queries with a reason', async () => {
    const { page } = desk;
    const told = page.locator('.monaco-hover', { hasText: 'unattributed-claim' });
    await page.keyboard.press('Control+Home');
    for (const [place, reason, left] of [
      ['Ln 3, Col 1', 'Our reporter witnessed it', all - 1],
      ['Ln 5, Col 1', 'It is on the public record', all - 2],
      ['Ln 5, Col 47', 'The desk has confirmed it', all - 3],
    ] as const) {
      await page.keyboard.press('Alt+.');
      await page.locator('.statusbar').getByText(place, { exact: true }).waitFor();
      await told.waitFor();
      await page.keyboard.press('Escape');
      await told.waitFor({ state: 'hidden' });
      await clearHere(page, reason);
      await findings(page, left);
    }
  });

  it('puts the rest right, or settles it, in a read-through', async () => {
    const { page } = desk;
    // a question whose words another change has put right is a new one, and is asked in a second pass
    const clean = statusItem(page).locator('.codicon-check');
    await readThrough(page);
    if (!(await clean.waitFor({ timeout: 5000 }).then(yes, no))) await readThrough(page);
  });

  it('ends with a draft that the desk asks nothing of, and says what is right', async () => {
    const { page } = desk;
    await statusItem(page).locator('.codicon-check').waitFor();
    await exactly(0, squiggles(page));
    const lines = (await linesOf(page)).join('\n');
    assert.doesNotMatch(lines, /Endi|Adjust font size|eye witness/);
    assert.match(lines, /ceasefire in the city was agreed/);
    const told = (await statusItem(page).getAttribute('aria-label')) ?? '';
    assert.match(told, /asks nothing/);
  });
});

const yes = (): boolean => true;
const no = (): boolean => false;

/** What is not there now is not waited for, in ms: at the end there is no question. */
const AT_ONCE = 500;

/** From the first question to the last, and always the first thing that can be done: number 1 on the page. */
async function readThrough(page: Page): Promise<void> {
  await runCommand(page, 'Copydesk: Read Through the Draft');
  const asked = pageIn(page);
  const end = asked.locator('#said', { hasText: /Read through: \d+ settled/ });
  const title = asked.locator('h1');
  await title.waitFor();
  while (!(await end.isVisible())) {
    // the whole question stands there, and the sentence with it
    const [before, question] = [await title.textContent(), (await asked.locator('#asks').textContent()) ?? ''];
    assert.ok(question.length > 20 && ((await asked.locator('mark').textContent()) ?? '').length > 0);
    await asked.locator('#leave:focus').waitFor();
    await page.keyboard.press('1');
    // one that goes on asking is open, and its first choice has the focus
    if (await asked.locator('[aria-expanded=true]').isVisible()) await page.keyboard.press('Enter');
    for (let tries = 0; tries < 100 && !(await end.isVisible()); tries++) {
      const now = [
        await title.textContent({ timeout: AT_ONCE }).catch(() => before),
        await asked
          .locator('#asks')
          .textContent({ timeout: AT_ONCE })
          .catch(() => question),
      ];
      if (now[0] !== before || now[1] !== question) break;
      await page.waitForTimeout(100);
    }
  }
  await page.keyboard.press('Escape');
}
