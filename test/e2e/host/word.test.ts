// A Word file in the window: its text, read only, with its findings.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { paragraph, wordFile } from '../../support/word';
import { eventually, fileOf } from './support';

describe('a Word file in the window', () => {
  const file = fileOf('draft.docx');
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  it('is a text that nobody can change, with its findings', async () => {
    await vscode.workspace.fs.writeFile(file, wordFile(paragraph('The ferry will run for TK days.')));
    await vscode.commands.executeCommand('copydesk.readWordFile', file);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), 'The ferry will run for TK days.\n');
    const found = await eventually('a finding', async () => {
      const all = vscode.languages.getDiagnostics(document.uri);
      return all.length ? all : undefined;
    });
    assert.deepEqual(
      found.map(({ code }) => (typeof code === 'object' ? code.value : code)),
      ['placeholder'],
    );
  });
});
