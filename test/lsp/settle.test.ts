// Decisions over the protocol: a finding cleared with a reason, a rule turned off, a document left alone; and where that is written.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import { root } from '../support/root';
import type { Json } from '../support/rpc';

const text =
  'OSTREL - At least 17 people were killed in the harbour.\n\nThe port will close for TK days, the mayor said.\n';

describe('settling a finding', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const rulesOf = async (uri: string): Promise<string[]> =>
    (await editor.diagnostics(uri)).map(({ code }) => code).sort();

  /** Chooses the action of that title on the first finding of the rule. */
  async function choose(uri: string, rule: string, title: RegExp): Promise<Json> {
    const found = (await editor.diagnostics(uri)).find(({ code }) => code === rule);
    const actions = await editor.actions(uri, found.range, ['quickfix']);
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, `no ${title} among ${actions.map((one) => one.title).join('; ')}`);
    const { command, arguments: given } = action.command;
    await editor.request('workspace/executeCommand', { command, arguments: given });
    return given[0];
  }

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-settle-'));
    writeFileSync(path.join(folder, 'a.txt'), text);
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    editor.open(uriOf('a.txt'), text);
    editor.open('untitled:Untitled-1', text);
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder', 'unattributed-claim']);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('a query is cleared with a reason, for everybody, until its sentence changes', async () => {
    const given = await choose(uriOf('a.txt'), 'unattributed-claim', /witnessed/);
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder']);
    const [line, ...others] = read('.copydesk/cleared.jsonl')
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one));
    assert.deepEqual(others, []);
    assert.deepEqual([line.file, line.rule, line.reason], ['a.txt', 'unattributed-claim', 'witnessed']);
    assert.ok(!JSON.stringify(line).includes('people'));
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, 'dist/cli.js'), 'lint', '--format', 'ndjson', 'a.txt'],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.ok(!stdout.includes('unattributed-claim'), stdout);
    editor.type(
      uriOf('a.txt'),
      text.indexOf('The port'),
      text.indexOf('The port'),
      'A word elsewhere changes nothing.\n\n',
    );
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder']);
    await editor.request('workspace/executeCommand', { command: 'copydesk.server.revoke', arguments: [given] });
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder', 'unattributed-claim']);
    assert.equal(read('.copydesk/cleared.jsonl').trimEnd().split('\n').length, 2);
  });

  it('a draft that is not saved yet keeps its decisions for the session', async () => {
    await choose('untitled:Untitled-1', 'unattributed-claim', /confirmed/);
    assert.deepEqual(await rulesOf('untitled:Untitled-1'), ['placeholder']);
    await choose('untitled:Untitled-1', 'placeholder', /^Turn off/);
    assert.deepEqual(await rulesOf('untitled:Untitled-1'), []);
    assert.ok(!existsSync(path.join(folder, '.copydesk')) && !existsSync(path.join(folder, 'copydesk.json')));
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder', 'unattributed-claim']);
  });

  it('a rule is turned off for the folder in copydesk.json, what a person wrote there kept', async () => {
    await choose(uriOf('a.txt'), 'placeholder', /^Turn off placeholder for this folder/);
    assert.deepEqual(JSON.parse(read('copydesk.json')), { rules: { placeholder: 'off' } });
    assert.deepEqual(await rulesOf(uriOf('a.txt')), ['unattributed-claim']);
    writeFileSync(path.join(folder, 'copydesk.json'), '{\n  // ours\n  "rules": { "placeholder": "off" }\n}\n');
    await choose(uriOf('a.txt'), 'unattributed-claim', /^Turn off .* for this folder/);
    assert.match(read('copydesk.json'), /\/\/ ours/);
    assert.deepEqual(await rulesOf(uriOf('a.txt')), []);
  });

  it('in an editor that has copydesk.json open it is changed there, not behind its back', async () => {
    const before = '{ "rules": {} }';
    writeFileSync(path.join(folder, 'copydesk.json'), before);
    await editor.stop();
    editor = await startEditor(
      { ...asking, workspace: { ...asking.workspace, applyEdit: true } },
      { folders: [uriOf('.')] },
    );
    editor.open(uriOf('copydesk.json'), before, 'json');
    editor.open(uriOf('a.txt'), text);
    editor.answers['workspace/applyEdit'] = ({ edit }) => {
      editor.apply(edit);
      return { applied: true };
    };
    await choose(uriOf('a.txt'), 'placeholder', /^Turn off .* for this folder/);
    assert.deepEqual(JSON.parse(editor.text(uriOf('copydesk.json'))), { rules: { placeholder: 'off' } });
    assert.equal(read('copydesk.json'), before);
  });

  it('a document is left alone by its name', async () => {
    await choose(uriOf('a.txt'), 'placeholder', /not a draft/);
    assert.deepEqual(JSON.parse(read('copydesk.json')), { ignore: ['/a.txt'] });
    assert.deepEqual(await rulesOf(uriOf('a.txt')), []);
  });

  it('a document whose name reads like a pattern is left alone, and no other', async () => {
    editor.open(uriOf('a{b,c}[1].txt'), text);
    editor.open(uriOf('ab1.txt'), text);
    await choose(uriOf('a{b,c}[1].txt'), 'placeholder', /not a draft/);
    assert.deepEqual(await rulesOf(uriOf('a{b,c}[1].txt')), []);
    assert.deepEqual(await rulesOf(uriOf('ab1.txt')), ['placeholder', 'unattributed-claim']);
  });

  /** What a comment is written above, by language. */
  const copy: Record<string, string> = {
    markdown:
      '---\ntitle: Port shut for TK days\n---\n\n# Port shut\n\n**The port** will close for TK days,\nthe mayor said. TK\n\n- For TK days\n',
    'wire-copy':
      'BC-PORT\r\n\r\nOSTREL, March 8 (Marenia News) - The port will close\r\nfor TK days, the mayor said.\r\n\r\nIt will open on TK.\r\n',
  };
  const placeholders = async (uri: string): Promise<number[]> =>
    (await editor.diagnostics(uri)).filter(({ code }) => code === 'placeholder').map(({ range }) => range.start.line);

  for (const [language, paragraph] of [
    ['markdown', '**The port**'],
    ['wire-copy', 'OSTREL'],
  ] as const) {
    it(`a finding is cleared in the draft by a comment above its paragraph (${language})`, async () => {
      const uri = 'untitled:Untitled-2';
      const before = copy[language] as string;
      editor.open(uri, before, language);
      const lines = await placeholders(uri);
      const wanted = before.split('\n').findIndex((line) => line.startsWith(paragraph));
      const found = (await editor.diagnostics(uri)).find(
        ({ code, range }) => code === 'placeholder' && range.start.line >= wanted,
      );
      const actions = await editor.actions(uri, found.range, ['quickfix']);
      editor.apply(actions.find(({ title }) => title === 'Clear placeholder here with a comment').edit);
      const end = before.includes('\r\n') ? '\r\n' : '\n';
      const at = before.indexOf(paragraph);
      const comment = `<!-- copydesk-ignore-next placeholder -->${end}`;
      assert.equal(editor.text(uri), before.slice(0, at) + comment + before.slice(at));
      const left = lines.filter((line) => line !== wanted && line !== wanted + 1);
      assert.deepEqual(
        await placeholders(uri),
        left.map((line) => (line < wanted ? line : line + 1)),
      );
    });
  }

  it('no comment is offered where it would be copy or break what it stands in', async () => {
    const offered = async (uri: string, line: number): Promise<boolean> => {
      const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
      const titles = (await editor.actions(uri, range, ['quickfix'])).map(({ title }) => title);
      assert.ok(titles.some((title) => title.startsWith('Clear placeholder')));
      return titles.includes('Clear placeholder here with a comment');
    };
    editor.open('untitled:Untitled-2', copy.markdown as string, 'markdown');
    assert.equal(await offered('untitled:Untitled-1', 2), false);
    assert.equal(await offered('untitled:Untitled-2', 1), false);
    assert.equal(await offered('untitled:Untitled-2', 9), false);
    assert.equal(await offered('untitled:Untitled-2', 6), true);
  });

  it('a settings file that is broken is not made worse: the person is told', async () => {
    writeFileSync(path.join(folder, 'copydesk.json'), '{ "rules": ');
    await assert.rejects(choose(uriOf('a.txt'), 'placeholder', /^Turn off .* for this folder/), /not in order/);
    assert.equal(read('copydesk.json'), '{ "rules": ');
  });
});
