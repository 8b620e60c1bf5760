// What a writer sees on opening a draft: each finding once, in the words of the command line; and nothing where there is no draft.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cli, eventually, fileOf, open, openWithFindings, putBack, rest, standing, told } from './support';

describe('opening a draft', () => {
  afterEach(putBack);

  it('wakes the extension, which nobody has called', async () => {
    const extension = vscode.extensions.getExtension('copydesk.copydesk');
    assert.ok(extension);
    await openWithFindings('council.txt');
    assert.ok(extension.isActive);
  });

  it('come back when a draft is closed and opened again at once, however often', async () => {
    for (let time = 1; time <= 8; time++) {
      const document = await openWithFindings('council.txt');
      assert.equal(standing(document).length, 2, `time ${time}`);
      await putBack();
    }
  });

  for (const name of ['council.txt', 'notes.md', 'archive/ferry.wire', 'french.txt', 'samples/harbour.txt']) {
    it(`says of ${name} what the command line says, each thing once`, async () => {
      const document = await openWithFindings(name);
      const expected = told(cli(name));
      assert.ok(expected.length > 0, 'the command line has findings');
      assert.deepEqual(await settled(document), expected);
    });
  }

  it('names each finding’s rule by a link to its manual', async () => {
    const document = await openWithFindings('council.txt');
    for (const { code, source } of vscode.languages.getDiagnostics(document.uri)) {
      assert.equal(source, 'copydesk');
      assert.ok(typeof code === 'object');
      assert.equal(code.target.toString(), `copydesk-rule:/${code.value}.md`);
    }
  });

  it('is silent on a clean draft', async () => {
    assert.deepEqual(await settled(await open('clean.txt')), []);
  });

  it('is silent on a README, which is no draft', async () => {
    assert.deepEqual(await settled(await open('README.md')), []);
  });

  it('reads furniture, and nothing else, in a paragraph that is not English', async () => {
    const document = await openWithFindings('french.txt');
    const text = document.getText();
    const foreign = text.indexOf('Au moins');
    const end = text.indexOf('\n', foreign);
    const found = await settled(document);
    assert.deepEqual(
      found.filter(({ start }) => start >= foreign && start < end),
      [],
    );
    assert.ok(found.some(({ rule }) => rule === 'wire-sign-off'));
  });

  it('knows wire copy by its name', async () => {
    assert.equal((await open('archive/ferry.wire')).languageId, 'wire-copy');
  });

  it('knows wire copy by its first line', async () => {
    const document = await vscode.workspace.openTextDocument(fileOf('council.txt'));
    assert.equal(document.languageId, 'plaintext');
    const content = 'BC-MAR--Night Ferry\nNight ferry to stay\n';
    const untitled = await vscode.workspace.openTextDocument({ content });
    await vscode.window.showTextDocument(untitled);
    await eventually('the language', () => (untitled.languageId === 'wire-copy' ? true : undefined));
  });

  it('reads a draft that has no file yet', async () => {
    const content = 'The ferry will run TK times a week, council leader Dana Brekke said.\n';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    await eventually('a finding', () =>
      standing(document).some(({ rule }) => rule === 'placeholder') ? true : undefined,
    );
  });

  it('takes a finding away once the writer has put it right', async () => {
    const document = await openWithFindings('council.txt');
    const at = document.getText().indexOf('TK');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 2)), 'nine');
    await vscode.workspace.applyEdit(edit);
    await eventually('no placeholder', () =>
      standing(document).some(({ rule }) => rule === 'placeholder') ? undefined : true,
    );
  });
});

describe('settings', () => {
  afterEach(putBack);

  it('that are broken are reported where they stand', async () => {
    const document = await openWithFindings('broken/copydesk.json');
    const [fault] = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk');
    assert.ok(fault, 'the desk reports it');
    assert.equal(document.lineAt(fault.range.start.line).text.includes('loud'), true);
    assert.match(fault.message, /rules\.placeholder/);
  });

  it('that are broken keep no draft from being read', async () => {
    const document = await openWithFindings('broken/draft.txt');
    assert.ok(standing(document).some(({ rule }) => rule === 'placeholder'));
  });

  it('switch the desk off and on', async () => {
    const document = await openWithFindings('council.txt');
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await eventually('silence', () => (standing(document).length ? undefined : true));
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('findings', () => (standing(document).length ? true : undefined));
  });

  it('of this window weigh a rule where the folder has no copydesk.json', async () => {
    const document = await openWithFindings('council.txt');
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    await settings.update('rules', { placeholder: 'off' }, vscode.ConfigurationTarget.Workspace);
    await eventually('no placeholder', () =>
      standing(document).some(({ rule }) => rule === 'placeholder') ? undefined : true,
    );
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('the placeholder', () =>
      standing(document).some(({ rule }) => rule === 'placeholder') ? true : undefined,
    );
  });
});

/** What stands on a document when it has not changed for a while. */
async function settled(document: vscode.TextDocument) {
  let before = '';
  for (let same = 0; same < 3; ) {
    await rest(250);
    const now = JSON.stringify(standing(document));
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return standing(document);
}
