// Typing without nagging: what a writer sees between one key and the next.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, rest, standing } from './support';

const before = 'OSTREL - The market opened on Monday, the mayor said.\n\n';
const claim = 'At least 17 people were killed in the harbour.';

describe('typing a sentence', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('draws no question before its end mark, and then it does', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: before });
    const editor = await vscode.window.showTextDocument(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const seen: string[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString()))
        seen.push(...standing(document).map(({ rule }) => `${rule} at “${document.getText().slice(before.length)}”`));
    });
    try {
      for (const character of claim.slice(0, -1)) {
        await vscode.commands.executeCommand('type', { text: character });
        // a fast typist; slower ones are asked after a rest of two seconds
        await rest(60);
      }
      assert.deepEqual(seen, []);
      assert.equal(document.getText(), before + claim.slice(0, -1));
      await vscode.commands.executeCommand('type', { text: '.' });
      await eventually('the question', () =>
        standing(document).some(({ rule }) => rule === 'unattributed-claim') ? true : undefined,
      );
    } finally {
      listening.dispose();
    }
  });

  it('keeps what was there before, while its sentence moves down the page', async () => {
    const content = `${before}${claim}\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    const editor = await vscode.window.showTextDocument(document);
    await eventually('the question', () => (standing(document).length === 1 ? true : undefined));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const character of 'Market day. ') {
      await vscode.commands.executeCommand('type', { text: character });
      await rest(40);
      const [question] = standing(document);
      assert.equal(question?.rule, 'unattributed-claim');
    }
    await eventually('it to stand where its sentence is', () => {
      const [{ start, end } = { start: 0, end: 0 }] = standing(document);
      return document.getText().slice(start, end) === claim ? true : undefined;
    });
  });
});
