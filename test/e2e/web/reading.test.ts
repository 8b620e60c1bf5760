// A draft in a folder that lies on no disk, in a VS Code that is a page in a browser: the desk there is the desk everywhere.
import * as vscode from 'vscode';
import {
  actionsAt,
  choose,
  eventually,
  fileOf,
  open,
  openWithFindings,
  perform,
  putBack,
  rangeOf,
  rest,
  root,
  standing,
} from '../inside';

describe('in a browser', () => {
  afterEach(putBack);

  it('is a virtual workspace, and the extension runs in it', async () => {
    const document = await openWithFindings('council.txt');
    equal([document.uri.scheme, vscode.env.uiKind], ['vscode-test-web', vscode.UIKind.Web]);
    equal(vscode.extensions.getExtension('copydesk.copydesk')?.isActive, true);
  });

  it('marks a draft', async () => {
    const document = await openWithFindings('council.txt');
    const text = document.getText();
    equal(
      standing(document).map(({ rule, severity, start, end }) => [rule, severity, text.slice(start, end)]),
      [
        ['placeholder', 'error', 'TK'],
        ['wire-sign-off', 'error', 'ENDS'],
      ],
    );
  });

  it('puts a finding right', async () => {
    const document = await openWithFindings('council.txt');
    const signOff = standing(document).find(({ rule }) => rule === 'wire-sign-off')!;
    const [fix] = await actionsAt(document, rangeOf(document, signOff), vscode.CodeActionKind.QuickFix);
    await perform(fix!);
    equal(document.getText().endsWith('they wanted a bridge.\n'), true);
    await gone(document, 'wire-sign-off');
  });

  it('keeps to the house’s copydesk.json', async () => {
    const document = await openWithFindings('ward/notes.txt');
    const text = document.getText();
    equal(
      standing(document).map(({ rule, start, end }) => [rule, text.slice(start, end)]),
      [
        ['house-style', 'harbormaster'],
        ['unattributed-claim', 'At least 17 people were killed in the harbour.'],
      ],
    );
  });

  it('clears a finding for the whole desk: the browser writes the line down', async () => {
    const document = await openWithFindings('ward/notes.txt');
    const claim = standing(document).find(({ rule }) => rule === 'unattributed-claim')!;
    await choose(document, claim, 'clear', /confirmed/);
    await gone(document, 'unattributed-claim');
    const lines = (await read('.copydesk/cleared.jsonl')).trimEnd().split('\n');
    const { file, rule, reason } = JSON.parse(lines.at(-1)!);
    equal(
      { lines: lines.length, file, rule, reason },
      {
        lines: 1,
        file: 'ward/notes.txt',
        rule: 'unattributed-claim',
        reason: 'confirmed',
      },
    );
    await vscode.commands.executeCommand('copydesk.restart');
    await eventually('what is left', () => (standing(document).length === 1 ? true : undefined));
  });

  it('turns a rule off in the house’s settings, whose comments stay', async () => {
    const document = await openWithFindings('ward/notes.txt');
    const style = standing(document).find(({ rule }) => rule === 'house-style')!;
    await choose(document, style, 'off', 'Turn off house-style for this folder');
    await gone(document, 'house-style');
    const settings = await read('ward/copydesk.json');
    equal([/this ward’s|this ward's/.test(settings), /"house-style": "off"/.test(settings)], [true, true]);
  });

  it('reads the folder when asked, drafts that are not open too, and no README', async () => {
    const read = await vscode.commands.executeCommand<{ drafts: number }>('copydesk.lintWorkspace');
    const far = fileOf('archive/ferry.wire');
    await eventually('findings on it', () => (vscode.languages.getDiagnostics(far).length ? true : undefined));
    equal(vscode.languages.getDiagnostics(fileOf('README.md')), []);
    equal(read.drafts >= 7, true);
    await open('clean.txt');
  });

  it('reads a draft through on a page, and shows the report on another', async () => {
    const document = await openWithFindings('council.txt');
    const [first] = standing(document);
    const run = <T>(command: string) => vscode.commands.executeCommand<T>(command);
    const end = run<{ left: number }>('copydesk.readThrough');
    await eventually('the question', () =>
      vscode.window.visibleTextEditors.some(({ selection }) => document.offsetAt(selection.start) === first!.start)
        ? true
        : undefined,
    );
    await rest(3000);
    await run('copydesk.readThroughStop');
    equal((await end).left, 2);
    await run('copydesk.showReport');
    await eventually('the report', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Desk Report'))
        ? true
        : undefined,
    );
    await rest(3000);
    await run('workbench.action.closeAllEditors');
    await open('clean.txt');
  });

  it('loses nothing where an editor that has no tools for assistants is told to offer them', async () => {
    const settings = vscode.workspace.getConfiguration('copydesk');
    await settings.update('assistantTools', true, vscode.ConfigurationTarget.Global);
    try {
      const document = await openWithFindings('council.txt');
      await eventually('the findings', () => (standing(document).length === 2 ? true : undefined));
    } finally {
      await settings.update('assistantTools', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('shows a rule’s manual', async () => {
    const manual = await vscode.workspace.openTextDocument(vscode.Uri.parse('copydesk-rule:/wire-sign-off.md'));
    equal(manual.lineAt(0).text, '# wire-sign-off');
    await open('clean.txt');
  });
});

const gone = (document: vscode.TextDocument, rule: string): Promise<true> =>
  eventually(`no ${rule}`, () => (standing(document).some((one) => one.rule === rule) ? undefined : true));

const read = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), name)));

/** Node's assertions are not to be had in a browser. */
function equal(actual: unknown, expected: unknown): void {
  const [is, wanted] = [actual, expected].map((value) => JSON.stringify(value, undefined, 2));
  if (is !== wanted) throw new Error(`expected ${wanted}\nbut it is ${is}`);
}
