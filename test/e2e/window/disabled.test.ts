// A person disables the extension while a draft is open that has findings and is not saved, and enables it again.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import {
  colours,
  exactly,
  findings,
  installedDesk,
  linesOf,
  openExtensionPage,
  openFile,
  runCommand,
  squiggles,
  statusItem,
} from './support';

describe('a draft whose desk is disabled', () => {
  const desk = installedDesk({ goesOn: true });
  const inActivityBar = () => desk.page.locator('.activitybar .action-label[aria-label="Copydesk"]');
  let onDisk: string;
  let typed: readonly string[];

  it('is marked before', async () => {
    const { page, drafts } = desk;
    onDisk = readFileSync(path.join(drafts, 'council.txt'), 'utf8');
    await openFile(page, 'council.txt');
    await findings(page, 2);
    await page.keyboard.press('End');
    await page.keyboard.type(' at TK kroner');
    await findings(page, 3);
    await runCommand(page, 'Copydesk: Colour What Is Sourced and What Is Not');
    await colours(page).first().waitFor({ state: 'attached' });
    await inActivityBar().waitFor();
    assert.equal(servers(desk.drafts).length, 1);
    typed = await linesOf(page);
  });

  it('loses all that the desk showed, and not a word', async () => {
    const { page, drafts } = desk;
    await press('Disable');
    await page.evaluate('window.isOld = true');
    await press('Reload Window');
    await page.waitForFunction('!window.isOld && document.querySelector(".tab.active")');
    await openFile(page, 'council.txt');
    await page.locator('.tab.active.dirty').waitFor();
    await page.locator('[id="status.problems"] [aria-label="No Problems"]').waitFor();
    await exactly(0, squiggles(page));
    await exactly(0, statusItem(page));
    await exactly(0, inActivityBar());
    await exactly(0, colours(page));
    await gone(drafts);
    assert.deepEqual([...(await linesOf(page))].sort(), [...typed].sort());
    assert.equal(readFileSync(path.join(drafts, 'council.txt'), 'utf8'), onDisk);
    await page.keyboard.press('F1');
    await page.keyboard.type('Copydesk: ');
    await page.locator('.quick-input-widget', { hasText: 'No matching commands' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is marked again when it is enabled, and no window is opened anew for that', async () => {
    const { page, drafts } = desk;
    await page.evaluate('window.isOld = true');
    await press('Enable');
    await openFile(page, 'council.txt');
    await findings(page, 3);
    await exactly(3, squiggles(page));
    await colours(page).first().waitFor({ state: 'attached' });
    await inActivityBar().waitFor();
    assert.equal(servers(drafts).length, 1);
    assert.deepEqual([...(await linesOf(page))].sort(), [...typed].sort());
    assert.equal(await page.evaluate('window.isOld'), true);
  });

  /** A button of the extension's own page. */
  async function press(button: string): Promise<void> {
    const { page } = desk;
    await openExtensionPage(page);
    await page.locator('.extension-editor .action-label', { hasText: new RegExp(`^${button}$`) }).click();
  }
});

/** The servers that run of the package installed beside these drafts. */
const servers = (drafts: string): readonly string[] =>
  execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(path.join(path.dirname(drafts), 'extensions')) && line.includes('dist/server.js'));

/** A server that was told to end takes a moment. */
async function gone(drafts: string): Promise<void> {
  for (const end = Date.now() + 20_000; servers(drafts).length; ) {
    assert.ok(Date.now() < end, `still there: ${servers(drafts)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
