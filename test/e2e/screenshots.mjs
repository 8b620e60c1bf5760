// `npm run screenshots`: the pictures of README and walkthrough, taken of the sample story in a real VS Code, light and dark.
// Look at them before they are committed.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import UPNG from 'upng-js';
import { build, ensureInstalled, root, say } from '../../scripts/steps.mjs';
import { openWorkbench } from './workbench.mjs';

const story = 'harbour.txt';
const size = { width: 1120, height: 680 };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** A window with nothing in it but the draft and what the desk says. */
const settings = (theme) => ({
  'workbench.colorTheme': theme,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 1.7,
  'editor.fontFamily': 'DejaVu Sans Mono, monospace',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'window.title': 'Copydesk',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
});

ensureInstalled();
build();
for (const [name, theme] of Object.entries(themes)) await photograph(name, theme);

async function photograph(name, theme) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-screenshots-'));
  const drafts = path.join(folder, 'drafts');
  mkdirSync(drafts);
  cpSync(path.join(root, 'test/samples', story), path.join(drafts, story));
  const workbench = await openWorkbench({ driver: true, settings: settings(theme), size });
  const { page, url, remote, close } = workbench;
  const shoot = async (what) => {
    const file = path.join(root, 'media/screenshots', `${what}-${name}.png`);
    await page.mouse.move(size.width / 2, 10);
    await page.waitForTimeout(600);
    writeFileSync(file, inFewColours(await page.screenshot()));
    say(`${path.relative(root, file)} (${Math.round(statSync(file).size / 1024)} KB)`);
  };
  try {
    const payload = JSON.stringify([['extensionDevelopmentPath', remote(root)]]);
    await page.goto(`${url}/?${new URLSearchParams({ folder: remote(drafts), payload })}`);
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: story }).dblclick({ timeout: 60_000 });
    await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+b');
    for (const close of await page.locator('.notification-toast .codicon-notifications-clear').all())
      await close.click();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await shoot('story');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.view-lines').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    await shoot('fix');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.type('Copydesk: Show Manual');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Copydesk: Show Manual' }).first().waitFor();
    await page.keyboard.press('Enter');
    const manual = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await manual.locator('h1').waitFor();
    await shoot('manual');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The picture in a palette of 256: text on a plain ground looks the same, and the package that ships it is a third smaller. */
function inFewColours(png) {
  const picture = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256));
}
