// Where people look: what stands in the menus, what a folder is asked for, the sample story, and words for a false alarm.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { choose, cli, eventually, fileOf, open, openWithFindings, putBack, root, standing } from './support';

const run = <T>(command: string, ...more: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...more);

const manifest = () => vscode.extensions.getExtension('copydesk.copydesk')!.packageJSON;

describe('where people look', () => {
  afterEach(putBack);

  it('every command that a menu names is there, under a title in words', async () => {
    const { contributes } = manifest();
    const known = new Set(await vscode.commands.getCommands(true));
    const named: string[] = Object.values<{ command?: string }[]>(contributes.menus).flatMap((entries) =>
      entries.flatMap(({ command }) => command ?? []),
    );
    for (const place of ['editor/context', 'editor/title', 'explorer/context', 'copydesk.context'])
      assert.ok(contributes.menus[place].length, place);
    for (const command of named) assert.ok(known.has(command), command);
    for (const { title } of contributes.commands) assert.match(title, /^[A-Z][^%]+$/);
  });

  it('a folder is read when it is asked for, and no other', async () => {
    const read = await run<{ drafts: number; findings: number; stopped: boolean }>(
      'copydesk.lintFolder',
      fileOf('archive'),
    );
    // pointed at no folder, in a window that has one: nothing is to be picked
    assert.ok(await run<{ readonly drafts: number }>('copydesk.lintFolder'));
    // of others something may stand there already: the workspace may have been read before, and is kept
    assert.deepEqual([read.drafts, read.stopped, read.findings], [1, false, cli('archive/ferry.wire').length]);
    assert.ok(vscode.languages.getDiagnostics(fileOf('archive/ferry.wire')).length);
    await open('clean.txt');
  });

  it('the sample story is no unsaved file, is read, and may be cleared in', async () => {
    await run('copydesk.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.isUntitled, document.isDirty], [false, false]);
    const found = await eventually('findings', () => (standing(document).length ? standing(document) : undefined));
    const claim = found.find(({ rule }) => rule === 'unattributed-claim')!;
    await choose(document, claim, 'clear', 'A false alarm');
    await eventually('one less', () => (standing(document).length < found.length ? true : undefined));
    assert.equal(document.isDirty, false);
  });

  it('a false alarm is written down in a text that nobody sends, and that is no draft', async () => {
    const document = await openWithFindings('council.txt');
    const { start } = standing(document)[0]!;
    const at = document.positionAt(start);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
    await run('copydesk.reportFalseAlarm');
    const editor = vscode.window.activeTextEditor!;
    const report = editor.document;
    assert.equal(path.basename(report.uri.path), 'False alarm.md');
    assert.match(report.getText(), /^# False alarm\n/);
    assert.match(report.getText(), /Kind of document: plain text\n/);
    assert.match(report.getText(), /Rule: placeholder[\s\S]*> TK\n/);
    assert.match(report.getText(), /Copydesk sends nothing/);
    assert.deepEqual(standing(report), []);
    // what is written below the last heading is kept as it is typed: closing asks nothing
    assert.match(report.getText(new vscode.Range(new vscode.Position(0, 0), editor.selection.active)), /asked\n\n$/);
    await editor.edit((edit) => edit.insert(editor.selection.active, 'It is a name.'));
    await eventually('it to be kept', () => (report.isDirty ? undefined : true));
    await run('workbench.action.closeActiveEditor');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it('what is cleared says by whom', async () => {
    const document = await openWithFindings('council.txt');
    await choose(document, standing(document)[0]!, 'clear', 'A false alarm');
    const file = path.join(root().fsPath, '.copydesk/cleared.jsonl');
    const [line = ''] = await eventually('the line', () => lines(file));
    assert.equal(JSON.parse(line).initials, 'ee');
    await vscode.workspace.fs.delete(fileOf('.copydesk'), { recursive: true });
    await run('copydesk.restart');
  });

  it('wire copy wraps, and is in no colours that nobody asked for', async () => {
    const document = await open('archive/ferry.wire');
    const of = (name: string) => vscode.workspace.getConfiguration('editor', document).get(name);
    assert.deepEqual([of('wordWrap'), of('minimap.enabled')], ['on', false]);
    const colours = () => run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    await eventually('an answer', async () => ((await colours()) ? true : undefined));
    assert.equal((await colours()).data.length, 0);
    const settings = vscode.workspace.getConfiguration('copydesk', document);
    await settings.update('colours', true, vscode.ConfigurationTarget.Workspace);
    await eventually('colours', async () => ((await colours())?.data.length ? true : undefined));
    await settings.update('colours', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('the rules are a list of switches in the settings, each with its words', () => {
    const { properties } = manifest().contributes.configuration.properties['copydesk.rules'];
    const all = Object.entries<{ type: string; enum: string[]; description: string }>(properties);
    assert.ok(all.length > 30);
    for (const [rule, { type, description }] of all) {
      assert.equal(type, 'string', rule);
      assert.match(description, /^[^%].*Default: [\w ]+\.$/, rule);
    }
  });
});

const lines = (file: string): string[] | undefined => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n');
  } catch {
    return undefined;
  }
};
