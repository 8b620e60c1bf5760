// How long the extension keeps the editor waiting when it wakes, by the editor's own clock (“Developer: Startup Performance”).
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openWithFindings } from './support';

describe('waking up', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is timed', async function () {
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
    // a figure to read, 100 ms at most on a machine that does nothing else; what a busy one takes says nothing of the extension
    assert.ok(took > 0);
  });
});
