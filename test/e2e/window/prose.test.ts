// Plain text set up for prose, as a person meets it: asked at the first draft with marks, once, with the way back.
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { findings, findingsIn, installedDesk, linesOf, openFile } from './support';

describe('plain text', () => {
  const desk = installedDesk();
  const toast = (words: string | RegExp): Locator => desk.page.locator('.notification-toast', { hasText: words });
  const question = 'wrap lines and hide the minimap in plain text?';

  it('is offered to wrap at the first draft that has marks, can be set back, and is not offered again', async () => {
    const { page } = desk;
    await openFile(page, 'harbour.txt');
    await findings(page, findingsIn('harbour.txt'));
    const minimap = page.locator('.editor-instance .minimap');
    const before = (await linesOf(page)).length;
    await toast(question).waitFor();
    assert.ok(await minimap.isVisible());
    await toast(question).getByText('Yes', { exact: true }).click();
    const told = toast('lines of plain text wrap at the window’s edge from now on');
    await told.waitFor();
    await minimap.waitFor({ state: 'hidden' });
    assert.ok((await linesOf(page)).length > before, 'a paragraph stands in several lines');
    await told.getByText('Undo', { exact: true }).click();
    await minimap.waitFor();
    assert.equal((await linesOf(page)).length, before);
    await openFile(page, 'council.txt');
    await findings(page, 2);
    assert.equal(await toast(question).count(), 0);
  });
});
