// Putting things right with a key: the text afterwards is what counts.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  actionsAt,
  applied,
  choose as chooseBelow,
  cli,
  eventually,
  fileOf,
  open,
  openWithFindings,
  perform,
  putBack,
  rangeOf,
  rest,
  standing,
} from './support';

describe('putting right', () => {
  afterEach(putBack);

  it('one finding with a quick fix', async () => {
    const [finding] = cli('council.txt').filter(({ rule }) => rule === 'wire-sign-off');
    const [fix] = finding!.fixes;
    const document = await openWithFindings('council.txt');
    const before = document.getText();
    const actions = await actionsAt(document, rangeOf(document, finding!), vscode.CodeActionKind.QuickFix);
    const action = actions.find(({ title }) => title === fix!.title);
    assert.ok(action, `“${fix!.title}” among ${actions.map(({ title }) => title).join(' | ')}`);
    await perform(action);
    assert.equal(document.getText(), applied(before, fix!.edits));
    assert.equal(document.getText().includes('ENDS'), false);
    await eventually('the finding to go', () =>
      standing(document).some(({ rule }) => rule === 'wire-sign-off') ? undefined : true,
    );
  });

  it('all that is safe unseen with one action, and nothing else', async () => {
    const name = 'samples/harbour.txt';
    const document = await openWithFindings(name);
    const before = document.getText();
    const automatic = cli(name).flatMap(({ fixes }) => fixes.filter(({ apply }) => apply === 'auto').slice(0, 1));
    assert.ok(automatic.length > 1, 'the sample has several');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('copydesk');
    const [action] = await actionsAt(document, all, kind);
    assert.ok(action);
    await perform(action);
    assert.equal(
      document.getText(),
      applied(
        before,
        automatic.flatMap(({ edits }) => edits),
      ),
    );
  });

  it('on save, where the writer wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', fileOf('archive/ferry.wire'));
    const original = readFileSync(fileOf('archive/ferry.wire').fsPath, 'utf8');
    const update = (value: object | undefined) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
    await update({ 'source.fixAll.copydesk': 'explicit' });
    try {
      const document = await openWithFindings('archive/ferry.wire');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(2, 0), ' ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.equal(readFileSync(document.uri.fsPath, 'utf8').includes('-30-'), false);
    } finally {
      await update(undefined);
      await vscode.workspace.fs.writeFile(fileOf('archive/ferry.wire'), Buffer.from(original));
    }
  });
});

describe('everything that is safe', () => {
  afterEach(putBack);

  it('is fixed from the palette, and nothing else', async () => {
    const name = 'samples/harbour.txt';
    const document = await openWithFindings(name);
    const before = document.getText();
    const automatic = cli(name).flatMap(({ fixes }) => fixes.filter(({ apply }) => apply === 'auto').slice(0, 1));
    const edits = automatic.flatMap((fix) => fix.edits);
    assert.equal(await vscode.commands.executeCommand('copydesk.fixAll'), edits.length);
    assert.equal(document.getText(), applied(before, edits));
  });

  it('is fixed on save where the writer has set that, and not where not', async () => {
    const file = fileOf('archive/ferry.wire');
    const original = readFileSync(file.fsPath, 'utf8');
    const settings = vscode.workspace.getConfiguration('copydesk', file);
    const saved = async (): Promise<string> => {
      const document = await openWithFindings('archive/ferry.wire');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(2, 0), ' ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      return readFileSync(file.fsPath, 'utf8');
    };
    try {
      assert.ok((await saved()).includes('-30-'));
      await settings.update('fixOnSave', true, vscode.ConfigurationTarget.Workspace);
      assert.ok(!(await saved()).includes('-30-'));
    } finally {
      await settings.update('fixOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.writeFile(file, Buffer.from(original));
    }
  });
});

describe('settling', () => {
  const files = ['copydesk.json', '.copydesk'].map(fileOf);
  afterEach(async () => {
    await putBack();
    for (const file of files) await vscode.workspace.fs.delete(file, { recursive: true }).then(undefined, () => {});
    await vscode.commands.executeCommand('copydesk.restart');
  });

  for (const [what, kind, label] of [
    ['clearing a finding with a reason', 'clear', 'A false alarm'],
    ['turning its rule off', 'off', 'Turn off placeholder for this folder'],
    ['saying that this is no draft', 'off', 'This is not a draft: leave it alone'],
  ] as const) {
    it(`${what} takes it away here and for the command line, and leaves the copy alone`, async () => {
      const document = await openWithFindings('council.txt');
      const text = document.getText();
      const finding = standing(document).find(isPlaceholder)!;
      await chooseBelow(document, finding, kind, label);
      await eventually('the finding to go', () => (standing(document).some(isPlaceholder) ? undefined : true));
      assert.equal(cli('council.txt', '.').some(isPlaceholder), false);
      assert.equal(document.getText(), text);
    });
  }
});

describe('a rule turned off', () => {
  const settings = fileOf('copydesk.json');
  const exists = (): Thenable<boolean> =>
    vscode.workspace.fs.stat(settings).then(
      () => true,
      () => false,
    );
  const own = (): unknown => vscode.workspace.getConfiguration('copydesk').inspect('rules')?.globalValue;
  const gone = (document: vscode.TextDocument): Promise<true> =>
    eventually('the finding to go', () => (standing(document).some(isPlaceholder) ? undefined : true));
  const back = (document: vscode.TextDocument): Promise<true> =>
    eventually('the finding to come back', () => (standing(document).some(isPlaceholder) ? true : undefined));
  afterEach(async () => {
    await putBack();
    await vscode.workspace.fs.delete(settings).then(undefined, () => {});
    await vscode.workspace.getConfiguration('copydesk').update('rules', undefined, vscode.ConfigurationTarget.Global);
  });

  async function choose(title: string): Promise<vscode.TextDocument> {
    const document = await openWithFindings('council.txt');
    const finding = standing(document).find(isPlaceholder)!;
    await chooseBelow(document, finding, 'off', title);
    await gone(document);
    return document;
  }

  it('for the folder is taken back from the palette, and the file that was made is gone', async () => {
    const document = await choose('Turn off placeholder for this folder');
    assert.equal(await exists(), true);
    await vscode.commands.executeCommand('copydesk.undoSettings');
    await back(document);
    assert.equal(await exists(), false);
  });

  it('for the person alone stands in their own settings, and is taken back from there', async () => {
    const document = await choose('Turn off placeholder for me');
    assert.deepEqual(own(), { placeholder: 'off' });
    assert.equal(await exists(), false);
    await vscode.commands.executeCommand('copydesk.undoSettings');
    await back(document);
    assert.equal(own(), undefined);
  });
});

const isPlaceholder = ({ rule }: { readonly rule: string }): boolean => rule === 'placeholder';

describe('asking why', () => {
  afterEach(putBack);

  it('hovering over a mark says what is known of the sentence, and lays no manual over the copy', async () => {
    const document = await openWithFindings('samples/harbour.txt');
    const claim = standing(document).find(({ rule }) => rule === 'unattributed-claim')!;
    const text = await hoverAt(document, claim.start);
    assert.match(text, /Claim without a source/);
    assert.doesNotMatch(text, /speaks|weighed/);
    assert.doesNotMatch(text, /A desk|when to clear|\*\*unattributed-claim\*\*/i);
  });

  it('hovering over a harmless sentence says nothing', async () => {
    const document = await open('clean.txt');
    await rest(500);
    assert.doesNotMatch(await hoverAt(document, 2), /Nobody is cited/);
  });

  it('hovering over a sentence tells who says this', async () => {
    const document = await openWithFindings('council.txt');
    assert.match(await hoverAt(document, document.getText().indexOf('only road')), /Quoted from .*Brekke/);
  });
});

async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
