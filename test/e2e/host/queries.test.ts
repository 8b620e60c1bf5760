// From query to query, and through all of them, with nothing but keys; and why the desk is silent, on request.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  askedAt,
  eventually,
  open,
  openWithFindings,
  putBack,
  rangeOf,
  rest,
  root,
  standing,
  type Told,
} from './support';

const run = <T>(command: string, ...more: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...more);

const cursor = (): vscode.Position => vscode.window.activeTextEditor!.selection.active;

describe('next and previous query', () => {
  afterEach(putBack);

  it('go through the queries in order, past the fixes, and begin again behind the last', async () => {
    const document = await openWithFindings('samples/harbour.txt');
    const queries = standing(document).filter(({ severity }) => severity === 'information');
    const places = [...new Set(queries.map(({ start }) => start))];
    assert.ok(places.length > 2 && places.length < standing(document).length);
    const seen: number[] = [];
    for (let i = 0; i <= places.length; i++) {
      await run('copydesk.nextQuery');
      seen.push(document.offsetAt(cursor()));
    }
    assert.deepEqual(seen, [...places, places[0]]);
    await run('copydesk.previousQuery');
    assert.equal(document.offsetAt(cursor()), places.at(-1));
  });

  it('leave the cursor where it is in a draft that nothing is asked of', async () => {
    await open('clean.txt');
    await run('copydesk.nextQuery');
    assert.deepEqual([cursor().line, cursor().character], [0, 0]);
  });

  it('have keys that the editor uses for nothing else', async () => {
    const { contributes } = vscode.extensions.getExtension('copydesk.copydesk')!.packageJSON;
    const all: { command: string; key: string; when: string }[] = contributes.keybindings;
    const ours = all.filter(({ when }) => when.startsWith('editorTextFocus'));
    assert.equal(ours.length, 3);
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const bound = [
      ...defaults.getText().matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"(?:,\s*"when": "([^"]+)")?/g),
    ].filter(([, , , when]) => !when?.includes('inSearchEditor')); // whose language is none of ours
    assert.ok(bound.length > 500, 'the list of keys was read');
    for (const { command, key } of ours)
      assert.deepEqual(
        // while a draft is read through, the key of the next query asks on
        bound
          .filter(([, its]) => its === key)
          .map(([, , its]) => its)
          .filter((its) => its !== 'copydesk.readThroughGoOn'),
        [command],
        key,
      );
  });
});

describe('the read-through', () => {
  afterEach(async () => {
    await run('copydesk.readThroughStop');
    // what is said at the end stands on a page beside the draft
    await run('workbench.action.focusFirstEditorGroup');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(root(), '.copydesk'), { recursive: true }).then(
      () => undefined,
      () => undefined,
    );
    await putBack();
    await run('workbench.action.closeAllEditors');
  });

  /** Waits until the question about the finding at this offset is there: the text is selected then. */
  const asked = async (document: vscode.TextDocument, start: number): Promise<void> => {
    await eventually('the question', () =>
      vscode.window.visibleTextEditors.some(
        (one) => one.document === document && document.offsetAt(one.selection.start) === start,
      )
        ? true
        : undefined,
    );
    await rest(500);
  };
  /** The two findings of a draft, once both are there. */
  const both = (document: vscode.TextDocument): Promise<[Told, Told]> =>
    eventually('two findings', () => {
      const [first, second] = standing(document);
      return first && second && [first, second];
    });
  const leave = () => run('copydesk.readThroughLeave');
  interface Came {
    readonly settled: number;
    readonly left: number;
    readonly stopped: boolean;
  }

  it('leaves, fixes, and says what came of it', async () => {
    const document = await openWithFindings('council.txt');
    const [first, second] = await both(document);
    const words = document.getText().slice(second.start, second.end);
    const end = run<Came>('copydesk.readThrough');
    await asked(document, first.start);
    await leave();
    await asked(document, second.start);
    await run('copydesk.readThroughTake', [0]);
    assert.equal(document.getText().includes(words), false);
    assert.deepEqual(await end, { settled: 1, left: 1, stopped: false });
  });

  it('goes back, and takes back what it did: the text and the decision', async () => {
    const document = await openWithFindings('council.txt');
    const before = document.getText();
    const [first, second] = await both(document);
    const end = run<Came>('copydesk.readThrough');
    await asked(document, first.start);
    await leave();
    await asked(document, second.start);
    await run('copydesk.readThroughBack');
    await asked(document, first.start);
    // clears it as a false alarm
    const { choices } = await askedAt(document, first, 'clear');
    assert.equal(choices[0]?.label, 'A false alarm');
    const menu = await actionsAt(document, rangeOf(document, first), vscode.CodeActionKind.QuickFix);
    await run('copydesk.readThroughTake', [menu.findIndex(({ title }) => title === 'Clear this…'), 0]);
    assert.equal(standing(document).length, 1);
    await asked(document, second.start);
    await run('copydesk.readThroughUndo');
    await asked(document, first.start);
    assert.equal(standing(document).length, 2);
    await leave();
    await asked(document, second.start);
    await run('copydesk.readThroughTake', [0]);
    assert.notEqual(document.getText(), before);
    const again = run<Came>('copydesk.readThrough');
    await asked(document, first.start);
    await run('copydesk.readThroughStop');
    await again;
    assert.equal((await end).settled, 1);
  });

  it('waits while the text is edited, and goes on from there', async () => {
    const document = await openWithFindings('council.txt');
    const [first] = standing(document) as unknown as [Told];
    const end = run<Came>('copydesk.readThrough');
    await asked(document, first.start);
    await run('copydesk.readThroughEdit');
    const editor = await eventually('the text', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === document ? active : undefined;
    });
    assert.equal(document.getText(editor.selection), document.getText().slice(first.start, first.end));
    await editor.edit((edit) => edit.replace(editor.selection, 'three'));
    const left = await eventually('one finding less', () => {
      const now = standing(document);
      return now.length === 1 ? now[0] : undefined;
    });
    void run('copydesk.readThrough');
    await asked(document, left.start);
    await run('copydesk.readThroughStop');
    assert.deepEqual(await end, { settled: 0, left: 1, stopped: true });
  });

  it('ends where a person says so, with everything as it was', async () => {
    const document = await openWithFindings('council.txt');
    const before = document.getText();
    // the draft may be read anew as it was before the last test wrote in it
    const [first, ...others] = await eventually('both findings', () => {
      const now = standing(document);
      return now.length === 2 ? (now as unknown as [Told, Told]) : undefined;
    });
    const end = run<Came>('copydesk.readThrough');
    await asked(document, first.start);
    await run('copydesk.readThroughStop');
    assert.deepEqual(await end, { settled: 0, left: others.length + 1, stopped: true });
    assert.equal(document.getText(), before);
  });

  it('checks a selection and nothing beside it', async () => {
    const document = await openWithFindings('samples/harbour.txt');
    const lone = standing(document).at(-1)!;
    vscode.window.activeTextEditor!.selection = new vscode.Selection(
      document.positionAt(lone.start),
      document.positionAt(lone.end),
    );
    const inside = standing(document).filter(({ start, end }) => end >= lone.start && start <= lone.end);
    const end = run<Came>('copydesk.checkSelection');
    await asked(document, lone.start);
    for (const _ of inside) await leave();
    assert.deepEqual(await end, { settled: 0, left: inside.length, stopped: false });
  });
});

describe('why the desk is silent', () => {
  afterEach(putBack);

  const hovers = async (document: vscode.TextDocument, at: vscode.Position): Promise<string> => {
    const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return found.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n');
  };

  it('is told at the cursor when it is asked for, and not before or after', async () => {
    const document = await openWithFindings('samples/harbour.txt');
    const at = document.positionAt(document.getText().indexOf('The rebels pulled back') + 4);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
    assert.doesNotMatch(await hovers(document, at), /silent here/);
    await run('copydesk.whySilent');
    assert.match(await hovers(document, at), /Why the desk is silent here[\s\S]*state television/);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 0, 0, 0);
    await eventually('the answer to be gone', async () =>
      /silent here/.test(await hovers(document, at)) ? undefined : true,
    );
  });
});

describe('sourced and unsourced in the text', () => {
  afterEach(putBack);

  it('are switched in the settings of the person', async () => {
    await openWithFindings('council.txt');
    const now = () => vscode.workspace.getConfiguration('copydesk').inspect<boolean>('showSourced')?.globalValue;
    await run('copydesk.toggleSourced');
    assert.equal(now(), true);
    await run('copydesk.toggleSourced');
    assert.equal(now(), false);
    await vscode.workspace.getConfiguration('copydesk').update('showSourced', undefined, true);
  });
});
