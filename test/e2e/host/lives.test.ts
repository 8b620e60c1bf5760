// Every life a document leads in an editor: whatever becomes of it, what stands on it in the end is what the desk says of its text.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { choose, cli, eventually, fileOf, open, openWithFindings, rest, standing, told } from './support';
import { serverProcess } from './server-process';

const text = 'The ferry will run TK times a week, council leader Dana Brekke said.\n';

describe('a draft', () => {
  const made: vscode.Uri[] = [];
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  async function make(name: string, content = text): Promise<vscode.Uri> {
    const uri = fileOf(name);
    made.push(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    return uri;
  }

  it('in two editors has each finding once', async () => {
    const document = await openWithFindings('council.txt');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await rest(300);
    assert.deepEqual(standing(document), told(cli('council.txt')));
    const [editor] = vscode.window.visibleTextEditors;
    await editor!.edit((edit) => edit.insert(new vscode.Position(3, 4), 'TK '));
    await eventually('one more', () =>
      standing(document).length === cli('council.txt').length + 1 ? true : undefined,
    );
    await vscode.commands.executeCommand('undo');
  });

  it('in a diff editor is marked on its own side, and its old version is not', async () => {
    const old = vscode.Uri.parse('earlier:/council.txt');
    const provider = vscode.workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: () => `${text}ENDS\n`,
    });
    try {
      await vscode.commands.executeCommand('vscode.diff', old, fileOf('council.txt'));
      await eventually('findings', () => (rulesOn(fileOf('council.txt')).length ? true : undefined));
      await rest(300);
      assert.equal(rulesOn(fileOf('council.txt')).length, cli('council.txt').length);
      assert.deepEqual(rulesOn(old), []);
    } finally {
      provider.dispose();
    }
  });

  it('in which a merge has left two versions says so where they begin, and its marks are no copy', async () => {
    const versions = ['<<<<<<< HEAD', 'The ferry will stay, Brekke said.', '=======', 'TK', '>>>>>>> night', ''];
    await make('merged.txt', `Ferry to stay\n${versions.join('\n')}`);
    const document = await openWithFindings('merged.txt');
    assert.deepEqual(
      standing(document).map(({ rule, start }) => [rule, document.positionAt(start).line]),
      [['merge-conflict', 1]],
    );
  });

  it('that is renamed while it is open leaves nothing in Problems under its old name', async () => {
    const [old, now] = [await make('morning.txt'), fileOf('evening.txt')];
    made.push(now);
    await openWithFindings('morning.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, now);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the finding under the new name', () => (rulesOn(now).length ? true : undefined));
    await eventually('nothing under the old', () => (rulesOn(old).length ? undefined : true));
    assert.deepEqual(rulesOn(now), ['placeholder']);
  });

  it('that is saved for the first time keeps its findings, and what was cleared in it', async () => {
    const uri = fileOf('first.txt');
    made.push(uri, fileOf('.copydesk/cleared.jsonl'));
    const nameless = uri.with({ scheme: 'untitled' });
    const document = await vscode.workspace.openTextDocument(nameless);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `At least 17 people were killed.\n\n${text}`));
    const claim = await eventually('findings', () =>
      standing(document).find(({ rule }) => rule === 'unattributed-claim'),
    );
    await choose(document, claim, 'clear', /confirmed/);
    await eventually('the claim to be cleared', () => (standing(document).length === 1 ? true : undefined));
    assert.ok(await document.save());
    await eventually('the findings under its name', () => (rulesOn(uri).length ? true : undefined));
    await eventually('only what is not cleared', () => (rulesOn(uri).length === 1 ? true : undefined));
    await eventually('nothing under the old', () => (rulesOn(nameless).length ? undefined : true));
    assert.deepEqual(rulesOn(uri), ['placeholder']);
    assert.equal(cli('first.txt').length, 1, 'the desk has it in writing');
  });

  it('that may not be written is marked like any', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('readonlyInclude', { '**/council.txt': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openWithFindings('council.txt');
      assert.deepEqual(standing(document), told(cli('council.txt')));
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('of five megabytes, pasted by mistake, is answered with a sentence, and the desk is there for the others', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text.repeat((5 << 20) / text.length)));
    await eventually('a sentence', () => (standing(document).length ? true : undefined));
    const [{ rule, message }] = standing(document) as unknown as [{ rule: string; message: string }];
    assert.equal(rule, 'too-large');
    assert.match(message, /5\.2 million characters/);
    const other = await openWithFindings('council.txt');
    assert.deepEqual(standing(other), told(cli('council.txt')));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually('nothing left to say', () => (standing(document).length ? undefined : true));
  });

  it('is what its text says when settings change while it is typed', async () => {
    await make('typed.txt', 'Ferry to stay\n');
    const document = await open('typed.txt');
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    const set = (rules: object | undefined) => settings.update('rules', rules, vscode.ConfigurationTarget.Workspace);
    const changing = (async () => {
      for (let i = 0; i < 3; i++) {
        await set({ placeholder: 'off' });
        await rest(50);
        await set(undefined);
      }
    })();
    await type(document, text);
    await changing;
    await eventually('the placeholder', () => (rulesOn(document.uri).includes('placeholder') ? true : undefined));
    await set({ placeholder: 'off' });
    await eventually('none', () => (rulesOn(document.uri).includes('placeholder') ? undefined : true));
    await set(undefined);
    await document.save();
  });

  it('is what its text says when the server dies while it is typed', async () => {
    await make('killed.txt', 'Ferry to stay\n');
    const document = await open('killed.txt');
    const old = await eventually('a server', serverProcess);
    const killing = rest(150).then(() => process.kill(old, 'SIGKILL'));
    await type(document, `${text}ENDS\n`);
    await killing;
    await eventually('another server', () => (serverProcess() === old ? undefined : serverProcess()));
    assert.equal(document.getText(), `Ferry to stay\n${text}ENDS\n`);
    await document.save();
    await eventually('its findings', () => (standing(document).length === 2 ? true : undefined));
    assert.deepEqual(standing(document), told(cli('killed.txt')));
  });
});

const rulesOn = (uri: vscode.Uri): string[] =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

/** At the end of the draft, a key at a time. */
async function type(document: vscode.TextDocument, words: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const character of words) {
    await vscode.commands.executeCommand('type', { text: character });
    await rest(5);
  }
}
