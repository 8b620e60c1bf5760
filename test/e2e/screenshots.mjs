// `npm run screenshots`: the pictures of README, walkthrough and docs/views.md, taken of the sample story in a real VS Code, light,
// dark and in high contrast. Those that no page shows are to be looked at and not kept: they go to out/pictures. Look at all of
// them before they are committed. `npm run screenshots -- report` takes those of that name only.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileTests } from '../../scripts/mocha.mjs';
import { build, ensureInstalled, root, say } from '../../scripts/steps.mjs';
import { inFewColours } from '../support/few-colours.mjs';
import { openWorkbench } from './workbench.mjs';

const story = 'harbour.txt';
const size = { width: 1120, height: 680 };
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** Those that README and walkthrough show lie with the package; the others only in the docs. */
const shipped = ['story', 'fix', 'manual', 'map'];

/** Where borders and marks of our own say what colour says elsewhere. */
const inHighContrast = ['clearances', 'report'];

function folderOf(what, theme) {
  if (theme.startsWith('high-contrast') && !inHighContrast.includes(what)) return 'out/pictures';
  return shipped.includes(what) ? 'media/screenshots' : 'docs/pictures';
}

/** Where the side bar ends, in pixels. */
const WIDE = 390;

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

/** What is done before each picture is taken. Each begins with the draft in front and the side bar closed, and ends so. */
const pictures = {
  async settings(page, shoot) {
    await hands.runCommand(page, 'Preferences: Open Settings (UI)');
    const search = page
      .locator('.settings-editor .search-container textarea, .settings-editor .search-container .native-edit-context')
      .first();
    await search.waitFor({ state: 'attached' });
    await page.keyboard.type('@ext:copydesk.copydesk');
    await page.locator('.settings-editor .setting-item-label', { hasText: 'Enable' }).first().waitFor();
    await shoot();
    await hands.runCommand(page, 'View: Revert and Close Editor');
  },
  /** The editor cuts it short in a window as small as for the others. */
  async walkthrough(page, shoot) {
    await page.setViewportSize({ width: 1400, height: 850 });
    await hands.runCommand(page, 'Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A desk beside the writer' }).first().click();
    await page.waitForFunction('document.querySelector(".getting-started-media img")?.naturalWidth > 400');
    await shoot();
    await page.setViewportSize(size);
    await hands.runCommand(page, 'View: Revert and Close Editor');
  },
  async story(page, shoot) {
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await shoot();
    await page.keyboard.press('Control+Shift+M');
  },
  async fix(page, shoot) {
    await top(page);
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await hands.openActions(page);
    await shoot();
    await page.keyboard.press('Escape');
  },
  async map(page, shoot) {
    await hands.runCommand(page, 'Copydesk: Focus on Sources View');
    await row(page, 'Named sources').waitFor();
    await widen(page);
    await top(page);
    await nextQuery(page, 'Ln 3,');
    await nextQuery(page, 'Ln 5,');
    await page.locator('.sidebar .monaco-list-row.selected', { hasText: 'The army retook' }).waitFor();
    await shoot();
    await page.keyboard.press('Control+b');
  },
  async clearances(page, shoot) {
    await top(page);
    const all = hands.findingsIn(story);
    for (const [place, reason, left] of [
      ['Ln 3,', 'Our reporter witnessed it', all - 1],
      ['Ln 5,', 'It is on the public record', all - 2],
    ]) {
      await nextQuery(page, place);
      await hands.clearHere(page, reason);
      await hands.findings(page, left);
    }
    await hands.runCommand(page, 'Copydesk: Colour What Is Sourced and What Is Not');
    await hands.runCommand(page, 'Copydesk: Focus on Clearances View');
    await row(page, 'witnessed').waitFor();
    await row(page, 'public record').waitFor();
    await widen(page);
    await shoot();
    await hands.runCommand(page, 'Copydesk: Undo Last Clearing');
    await hands.runCommand(page, 'Copydesk: Undo Last Clearing');
    await hands.runCommand(page, 'Copydesk: Colour What Is Sourced and What Is Not');
    await page.keyboard.press('Control+b');
  },
  async report(page, shoot) {
    await hands.runCommand(page, 'Copydesk: Show Desk Report');
    await hands.pageIn(page).locator('svg.strip').waitFor();
    await shoot();
    await top(page);
    await hands.runCommand(page, 'View: Close Editors in Other Groups');
  },
  /** The last: it stands in front of the draft. */
  async manual(page, shoot) {
    await top(page);
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await hands.runCommand(page, 'Copydesk: Show Manual');
    await hands.pageIn(page).locator('h1').waitFor();
    await shoot();
  },
};

const wanted = process.argv.slice(2);
ensureInstalled();
build();
await compileTests();
/** A person's hands, as the tests have them. */
const hands = await import('../../out/test/e2e/window/support.js');
for (const [name, theme] of Object.entries(themes)) await photograph(name, theme);

async function photograph(name, theme) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-screenshots-'));
  const drafts = path.join(folder, 'drafts');
  mkdirSync(drafts);
  cpSync(path.join(root, 'test/samples', story), path.join(drafts, story));
  const { page, url, remote, close } = await openWorkbench({ driver: true, settings: settings(theme), size });
  const shoot = async (what) => {
    const file = path.join(root, folderOf(what, name), `${what}-${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    // where nothing answers to it
    await page.mouse.move(size.width * 0.7, 10);
    await page.waitForTimeout(600);
    writeFileSync(file, inFewColours(await page.screenshot()));
    say(`${path.relative(root, file)} (${Math.round(statSync(file).size / 1024)} KB)`);
  };
  try {
    const payload = JSON.stringify([['extensionDevelopmentPath', remote(root)]]);
    await page.goto(`${url}/?${new URLSearchParams({ folder: remote(drafts), payload })}`);
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: story }).dblclick();
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+b');
    for (const close of await page.locator('.notification-toast .codicon-notifications-clear').all())
      await close.click();
    for (const [what, take] of Object.entries(pictures))
      if (!wanted.length || wanted.includes(what)) await take(page, () => shoot(what));
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cursor at the beginning of the draft. */
async function top(page) {
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+Home');
}

/** To the next query, which is on that line; its message is put away. */
async function nextQuery(page, line) {
  await page.keyboard.press('Alt+.');
  await page.locator('.statusbar', { hasText: line }).waitFor();
  const told = page.locator('.monaco-hover', { hasText: 'unattributed-claim' });
  await told.waitFor();
  await page.keyboard.press('Escape');
  await told.waitFor({ state: 'hidden' });
}

/** Makes the side bar wide enough for its lines. */
async function widen(page) {
  const { x, width, height } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width + 1, height / 2);
  await page.mouse.down();
  await page.mouse.move(WIDE, height / 2, { steps: 4 });
  await page.mouse.up();
}

function row(page, words) {
  return page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
}
