// The desk in the window: manuals, the whole workspace, and a server that dies.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cli, eventually, fileOf, openWithFindings, putBack, rest, root, standing } from './support';
import { serverProcess } from './server-process';

describe('the manual', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('stands behind a finding’s code', async () => {
    const document = await openWithFindings('council.txt');
    const [{ code }] = vscode.languages.getDiagnostics(document.uri) as [vscode.Diagnostic];
    assert.ok(typeof code === 'object');
    const manual = await vscode.workspace.openTextDocument(code.target);
    assert.match(manual.getText(), new RegExp(`^# ${code.value}\n`));
  });

  it('opens as a page when the code is clicked', async () => {
    await openWithFindings('council.txt');
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse('copydesk-rule:/placeholder.md'));
    await eventually('the page', previewOf('placeholder'));
  });

  it('opens for the rule at the cursor from the palette', async () => {
    const document = await openWithFindings('council.txt');
    const finding = standing(document).find(({ rule }) => rule === 'wire-sign-off')!;
    const at = document.positionAt(finding.start);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('copydesk.showManual');
    await eventually('the page', previewOf('wire-sign-off'));
  });

  it('says so where there is no such rule', async () => {
    const manual = await vscode.workspace.openTextDocument(vscode.Uri.parse('copydesk-rule:/no-such-rule.md'));
    assert.match(manual.getText(), /no rule called no-such-rule/);
  });
});

/** A tab whose page shows this rule's manual: named after the file, with a preview's own kind of input. */
const previewOf = (rule: string) => (): true | undefined =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ label, input }) => label.includes(`${rule}.md`) && !(input instanceof vscode.TabInputText)),
  )
    ? true
    : undefined;

describe('the workspace', () => {
  afterEach(putBack);

  it('is not kept in Problems before it was read: what stands on a draft goes when that is closed', async () => {
    const { uri } = await openWithFindings('council.txt');
    await putBack();
    await eventually('nothing', () => (vscode.languages.getDiagnostics(uri).length ? undefined : true));
  });

  it('is read when the person asks, drafts that are not open too, and is kept in Problems', async () => {
    const far = fileOf('archive/ferry.wire');
    assert.deepEqual(vscode.languages.getDiagnostics(far), [], 'nothing is said of a draft nobody opened');
    const read = await vscode.commands.executeCommand<{ drafts: number; findings: number; draftsWithFindings: number }>(
      'copydesk.lintWorkspace',
    );
    await eventually('findings on it', () => (vscode.languages.getDiagnostics(far).length ? true : undefined));
    assert.equal(vscode.languages.getDiagnostics(far).length, cli('archive/ferry.wire').length);
    assert.deepEqual(vscode.languages.getDiagnostics(fileOf('README.md')), []);
    const marked = vscode.languages
      .getDiagnostics()
      .filter(
        ([uri, found]) => uri.fsPath.startsWith(root().fsPath) && found.some(({ source }) => source === 'copydesk'),
      );
    assert.equal(read.draftsWithFindings, marked.length);
    assert.ok(read.drafts > read.draftsWithFindings, 'the clean one was read too');
    const { uri } = await openWithFindings('council.txt');
    await putBack();
    await rest(500);
    assert.ok(vscode.languages.getDiagnostics(uri).length, 'what was read stays when the draft is closed');
  });
});

describe('a server that dies', () => {
  afterEach(putBack);

  it('comes back by itself, and the draft is as it was', async () => {
    const document = await openWithFindings('council.txt');
    const before = standing(document);
    const text = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Ferry: ');
    await vscode.workspace.applyEdit(edit);
    const dead = serverProcess();
    assert.ok(dead, 'there is a server');
    process.kill(dead, 'SIGKILL');
    await eventually('another server', () => {
      const now = serverProcess();
      return now !== undefined && now !== dead ? true : undefined;
    });
    assert.equal(document.getText(), `Ferry: ${text}`);
    await eventually('the same findings', () => (standing(document).length === before.length ? true : undefined));
    assert.deepEqual(
      standing(document).map(({ rule }) => rule),
      before.map(({ rule }) => rule),
    );
  });

  it('is started afresh by “Restart”', async () => {
    const document = await openWithFindings('council.txt');
    const old = serverProcess();
    await vscode.commands.executeCommand('copydesk.restart');
    await eventually('another server', () => (serverProcess() === old ? undefined : serverProcess()));
    await eventually('findings', () => (standing(document).length ? true : undefined));
  });
});
