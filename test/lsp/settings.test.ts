// Settings over the protocol: the editor's own, the house's files, and what happens when either changes or breaks.
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text = 'The port will close for TK days, the harbour authority said.\n';
const severityOf = async (editor: Editor, uri: string): Promise<number[]> =>
  (await editor.diagnostics(uri)).map(({ severity }) => severity);

describe('settings over the protocol', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const told = (name: string): void =>
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-settings-'));
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('the editor’s rules serve a writer without a copydesk.json, and yield to one', async () => {
    const settings = { rules: { placeholder: 'information' } };
    editor = await startEditor(asking, { folders: [uriOf('.')], settings });
    editor.open(uriOf('a.txt'), text);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [3]);
    write('copydesk.json', '{ "rules": { "placeholder": "warning" } }');
    const before = editor.heard.length;
    told('copydesk.json');
    await editor.next('workspace/diagnostic/refresh', () => true, before);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [2]);
  });

  it('a page is read where the folder names it or the editor its language, and never by the language alone', async () => {
    const page = `<p>${text.trim()}</p>`;
    const uris = ['a.html', 'b.njk'].map(uriOf);
    const ask = async (): Promise<number[]> =>
      Promise.all([...uris, 'untitled:Untitled-1'].map(async (uri) => (await editor.diagnostics(uri)).length));
    const open = (): void => [...uris, 'untitled:Untitled-1'].forEach((uri) => void editor.open(uri, page, 'html'));
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    open();
    assert.deepEqual(await ask(), [0, 0, 0]);
    await editor.stop();
    editor = await startEditor(asking, { folders: [uriOf('.')], settings: { languages: ['html'] } });
    open();
    assert.deepEqual(await ask(), [1, 1, 1]);
    await editor.stop();
    write('copydesk.json', '{ "include": ["*.html"] }');
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    open();
    assert.deepEqual(await ask(), [1, 0, 0]);
  });

  it('lists of the house’s own count at once, and only where they stand', async () => {
    const copy = 'The port will close on Monday.\n\n-slut-\n';
    const count = async (name: string): Promise<number> => (await editor.diagnostics(uriOf(name))).length;
    write('two/copydesk.json', '{ "root": true }');
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    for (const name of ['one/a.txt', 'two/a.txt']) editor.open(uriOf(name), copy);
    assert.deepEqual([await count('one/a.txt'), await count('two/a.txt')], [0, 0]);
    for (const [marks, found] of [
      ['-slut-', 1],
      ['-fin-', 0],
      ['-slut-', 1],
    ] as const) {
      write('one/copydesk.json', JSON.stringify({ root: true, lists: { endMarks: [marks] } }));
      const before = editor.heard.length;
      told('one/copydesk.json');
      await editor.next('workspace/diagnostic/refresh', () => true, before);
      assert.deepEqual([await count('one/a.txt'), await count('two/a.txt')], [found, 0], marks);
    }
  });

  it('a document of a kind that is not read says so', async () => {
    editor = await startEditor(asking, { folders: [uriOf('.')], options: { status: true } });
    editor.open(uriOf('a.rtf'), '{\\rtf1 TK}', 'plaintext');
    assert.deepEqual(await severityOf(editor, uriOf('a.rtf')), []);
    const { message } = await editor.next('copydesk/status');
    assert.match(String(message), /is a Rich Text file, which is not read/);
  });

  it('a page that nobody asked for says so, and how to ask', async () => {
    editor = await startEditor(asking, { folders: [uriOf('.')], options: { status: true } });
    editor.open(uriOf('a.html'), `<p>${text.trim()}</p>`, 'html');
    assert.deepEqual(await severityOf(editor, uriOf('a.html')), []);
    const { state, message } = await editor.next('copydesk/status');
    assert.equal(state, 'off');
    assert.match(String(message), /^a\.html is not a draft: .*the setting copydesk\.languages\.$/);
  });

  it('each folder has its own, and a draft that lies nowhere has those of the first', async () => {
    write('one/copydesk.json', '{ "rules": { "placeholder": "warning" } }');
    write('two/copydesk.json', '{ "rules": { "placeholder": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('one'), uriOf('two')] });
    for (const uri of [uriOf('one/a.txt'), uriOf('two/a.txt'), uriOf('a.txt'), 'untitled:Untitled-1'])
      editor.open(uri, text);
    assert.deepEqual(await severityOf(editor, uriOf('one/a.txt')), [2]);
    assert.deepEqual(await severityOf(editor, uriOf('two/a.txt')), []);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [1]);
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), [2]);
  });

  it('a folder that is added or taken away is seen', async () => {
    write('two/copydesk.json', '{ "rules": { "placeholder": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('one')] });
    editor.open('untitled:Untitled-1', text);
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), [1]);
    const event = { added: [{ uri: uriOf('two'), name: 'two' }], removed: [{ uri: uriOf('one'), name: 'one' }] };
    editor.notify('workspace/didChangeWorkspaceFolders', { event });
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), []);
  });

  it('a broken file gives a located problem on itself, and the last good settings stay in force', async () => {
    write('copydesk.json', '{ "rules": { "placeholder": "warning" } }');
    editor = await startEditor(pushed, { folders: [uriOf('.')] });
    editor.open(uriOf('a.txt'), text);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [2]);
    write('copydesk.json', '{\n  "rules": { "placeholder" "off" }\n}');
    told('copydesk.json');
    const broken = await editor.next('textDocument/publishDiagnostics', ({ uri }) => uri === uriOf('copydesk.json'));
    assert.equal(broken.diagnostics.length, 1);
    assert.deepEqual(broken.diagnostics[0].range.start, { line: 1, character: 27 });
    assert.match(broken.diagnostics[0].message, /not JSON.*\.$/);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [2]);
    const before = editor.heard.length;
    write('copydesk.json', '{ "rules": { "placeholder": "information" } }');
    told('copydesk.json');
    const mended = await editor.next(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === uriOf('copydesk.json'),
      before,
    );
    assert.deepEqual(mended.diagnostics, []);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [3]);
  });

  it('what is not in order there is told in the status with file, line and place', async () => {
    write('copydesk.json', '{\n  "rules": { "placeholder" "off" }\n}');
    editor = await startEditor(asking, { folders: [uriOf('.')], options: { status: true } });
    editor.open(uriOf('a.txt'), text);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), [1]);
    const { state, wasRead, mustNotRun, toPutRight, faults } = await editor.next('copydesk/status');
    assert.deepEqual([state, wasRead, mustNotRun, toPutRight], ['trouble', true, 1, undefined]);
    const [fault, ...others] = faults;
    assert.deepEqual([fault.uri, fault.at, others], [uriOf('copydesk.json'), { line: 1, character: 27 }, []]);
    assert.match(fault.said, /^.+\/copydesk\.json, line 2: This is not JSON/);
  });

  it('what must not run and its settings turn off is told in the status, and what a person turns off is not', async () => {
    write('copydesk.json', '{ "rules": { "placeholder": "off", "loaded-verb": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('.')], options: { status: true } });
    editor.open(uriOf('a.txt'), text);
    assert.deepEqual(await severityOf(editor, uriOf('a.txt')), []);
    const { state, silenced } = await editor.next('copydesk/status');
    assert.deepEqual([state, silenced], ['clean', ['placeholder']]);
    await editor.stop();
    rmSync(path.join(folder, 'copydesk.json'));
    const settings = { rules: { placeholder: 'off' } };
    editor = await startEditor(asking, { folders: [uriOf('.')], settings, options: { status: true } });
    editor.open(uriOf('a.txt'), text);
    await severityOf(editor, uriOf('a.txt'));
    assert.equal((await editor.next('copydesk/status')).silenced, undefined);
  });

  it('what was said of a file that is gone is taken back', async () => {
    write('copydesk.json', '{ "rulez": {} }');
    editor = await startEditor(pushed, { folders: [uriOf('.')] });
    editor.open(uriOf('a.txt'), text);
    const isOfSettings = ({ uri }: Json): boolean => uri === uriOf('copydesk.json');
    const { diagnostics } = await editor.next('textDocument/publishDiagnostics', isOfSettings);
    assert.equal(diagnostics.length, 1);
    const before = editor.heard.length;
    rmSync(path.join(folder, 'copydesk.json'));
    told('copydesk.json');
    assert.deepEqual((await editor.next('textDocument/publishDiagnostics', isOfSettings, before)).diagnostics, []);
  });

  it('hears of every file that may be a draft, whatever its format', async () => {
    editor = await startEditor(pushed, { folders: [uriOf('.')] });
    const [{ pattern }] = editor.capabilities.workspace.fileOperations.didRename.filters;
    for (const extension of ['txt', 'html', 'docx', 'aml', 'nitf', 'ninjs'])
      assert.match(pattern.glob, new RegExp(`[{,]${extension}[,}]`));
  });

  it('a client that asks is told of the file’s problem when it asks about the file', async () => {
    write('copydesk.json', '{ "rules": { "plaecholder": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    editor.open(uriOf('copydesk.json'), '', 'json');
    const [problem, ...others] = await editor.diagnostics(uriOf('copydesk.json'));
    assert.deepEqual(others, []);
    assert.match(problem.message, /placeholder/);
    assert.equal(problem.data.kind, 'problem');
  });

  it('copydesk.enable switches the desk off and on again', async () => {
    const settings: Json = { enable: false };
    editor = await startEditor(asking, { settings, options: { status: true } });
    editor.open('untitled:Untitled-1', text);
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), []);
    const off = await editor.next('copydesk/status');
    assert.equal(off.state, 'off');
    assert.match(off.message, /copydesk\.enable/);
    settings.enable = true;
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.next('workspace/diagnostic/refresh');
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), [1]);
    const on = await editor.next('copydesk/status', ({ state }) => state !== 'off');
    assert.deepEqual({ state: on.state, findings: on.findings }, { state: 'findings', findings: 1 });
  });

  it('a client that cannot be asked may say its settings at the start and when they change', async () => {
    editor = await startEditor(pushed, { options: { settings: { rules: { placeholder: 'warning' } } } });
    editor.open('untitled:Untitled-1', text);
    assert.deepEqual(await severityOf(editor, 'untitled:Untitled-1'), [2]);
    const before = editor.heard.length;
    editor.notify('workspace/didChangeConfiguration', { settings: { copydesk: { rules: { placeholder: 'off' } } } });
    const { diagnostics } = await editor.next('textDocument/publishDiagnostics', () => true, before);
    assert.deepEqual(diagnostics, []);
  });

  it('what is watched is asked for only from a client that can be asked', async () => {
    editor = await startEditor(asking);
    const { registrations } = await editor.next('client/registerCapability', ({ registrations: [r] }) =>
      r.method.endsWith('Files'),
    );
    const globs = registrations[0].registerOptions.watchers.map((w: Json) => w.globPattern);
    assert.ok(globs.some((glob: string) => /^\*\*\/\*\.\{.*\bjson\b.*\bjsonc\}$/.test(glob)));
    assert.ok(globs.includes('**/.copydesk/cleared.jsonl'));
    await editor.stop();
    editor = await startEditor(pushed);
    editor.open('untitled:Untitled-1', text);
    await editor.diagnostics('untitled:Untitled-1');
    assert.ok(!editor.heard.some(({ method }) => method === 'client/registerCapability'));
  });
});
