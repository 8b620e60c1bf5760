// How long the extension keeps the editor waiting when it wakes, by the editor's own clock (“Developer: Startup Performance”).
import * as assert from 'node:assert/strict';
import * as os from 'node:os';
import * as vscode from 'vscode';
import { eventually, openWithFindings } from './support';

/** What the package may take on a machine that does nothing else, in ms. */
const BUDGET = 100;

describe('waking up', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('takes less than a tenth of a second', async function () {
    await openWithFindings('council.txt');
    await vscode.commands.executeCommand('perfview.show');
    const row = await eventually('the editor’s figures', () =>
      vscode.window.activeTextEditor?.document
        .getText()
        .split('\n')
        .find((line) => line.startsWith('| copydesk.copydesk ')),
    );
    const [load, call, rest] = row.split('|').slice(3, 6).map(Number) as [number, number, number];
    const took = load + call + rest;
    this.test!.title += `: ${took} ms (code ${load}, activate ${call + rest})`;
    // what a machine does besides, it takes its time for
    const busy = Math.max(1, os.loadavg()[0]! / os.availableParallelism());
    assert.ok(took < BUDGET * busy, `${took} ms, with ${busy.toFixed(1)} times as much to do as there are processors`);
  });
});
