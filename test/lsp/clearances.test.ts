// The clearances of a desk, as an editor's view lists them; taken back; carried along when a draft is renamed.
import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text = 'At least 17 people were killed.\n\nA further 40 people were killed in the hills.\n';

describe('clearances', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const list = async (): Promise<Json[]> => (await editor.request('copydesk/clearances', {})).entries;
  const at = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
  const clear = async (uri: string): Promise<void> => {
    const actions = await editor.actions(uri, at);
    const { command } = actions.find(({ title }) => title.endsWith('the desk has confirmed it')) as Json;
    await editor.request('workspace/executeCommand', command);
  };
  const filed = (): string => readFileSync(path.join(folder, '.copydesk/cleared.jsonl'), 'utf8');

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-clearances-'));
    writeFileSync(path.join(folder, 'a.txt'), text);
    editor = await startEditor(asking, { folders: [pathToFileURL(folder).href] });
    editor.open(uriOf('a.txt'), text);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('are listed with their place while they hold, and as dead when the sentence has changed', async () => {
    assert.deepEqual(await list(), []);
    await clear(uriOf('a.txt'));
    const [entry, ...others] = await list();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [entry.file, entry.rule, entry.reason, entry.alive, entry.range.start],
      ['a.txt', 'unattributed-claim', 'confirmed', true, { line: 0, character: 0 }],
    );
    assert.equal(entry.words, 'At least 17 people were killed.');
    editor.type(uriOf('a.txt'), 9, 11, '18');
    const [dead] = await list();
    assert.deepEqual([dead.alive, dead.range, dead.words], [false, undefined, undefined]);
  });

  it('are those of drafts too that are not open', async () => {
    await clear(uriOf('a.txt'));
    editor.notify('textDocument/didClose', { textDocument: { uri: uriOf('a.txt') } });
    assert.deepEqual(
      (await list()).map(({ file, alive }) => [file, alive]),
      [['a.txt', true]],
    );
    rmSync(path.join(folder, 'a.txt'));
    assert.deepEqual(
      (await list()).map(({ file, alive }) => [file, alive]),
      [['a.txt', false]],
    );
  });

  it('can be taken back from the list', async () => {
    await clear(uriOf('a.txt'));
    assert.equal((await editor.diagnostics(uriOf('a.txt'))).length, 1);
    const [{ uri, clearance }] = (await list()) as [Json];
    await editor.request('workspace/executeCommand', {
      command: 'copydesk.server.revoke',
      arguments: [{ uri, clearance }],
    });
    assert.equal((await editor.diagnostics(uriOf('a.txt'))).length, 2);
    assert.deepEqual(await list(), []);
  });

  it('are kept for the session where a draft lies nowhere', async () => {
    editor.open('untitled:Untitled-1', text);
    await clear('untitled:Untitled-1');
    const [entry] = await list();
    assert.deepEqual([entry.file, entry.reason, entry.date, entry.alive], ['Untitled-1', 'confirmed', '', true]);
  });

  it('go along when such a draft is saved', async () => {
    editor.open('untitled:Untitled-1', `${text}  `);
    await clear('untitled:Untitled-1');
    writeFileSync(path.join(folder, 'saved.txt'), text);
    editor.open(uriOf('saved.txt'), text);
    editor.notify('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    let entries = await list();
    // nothing answers a notification: the list is asked until they have moved
    for (let tries = 0; tries < 100 && entries[0].file !== 'saved.txt'; tries++) entries = await list();
    assert.deepEqual(
      entries.map(({ file, reason, alive }) => [file, reason, alive]),
      [['saved.txt', 'confirmed', true]],
    );
    assert.equal((await editor.diagnostics(uriOf('saved.txt'))).length, 1);
  });

  it('stay with the session where a draft that lies nowhere is thrown away', async () => {
    editor.open('untitled:Untitled-1', `${text}More was not known.\n`);
    await clear('untitled:Untitled-1');
    editor.notify('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    assert.equal((await editor.diagnostics(uriOf('a.txt'))).length, 2);
  });

  it('go along when the draft is renamed, or the folder that it lies in', async () => {
    const filters = editor.capabilities.workspace.fileOperations.didRename.filters;
    assert.deepEqual(
      filters.map(({ pattern }: Json) => pattern.matches),
      ['file', 'folder'],
    );
    await clear(uriOf('a.txt'));
    editor.notify('textDocument/didClose', { textDocument: { uri: uriOf('a.txt') } });
    renameSync(path.join(folder, 'a.txt'), path.join(folder, 'b.txt'));
    editor.notify('workspace/didRenameFiles', { files: [{ oldUri: uriOf('a.txt'), newUri: uriOf('b.txt') }] });
    editor.open(uriOf('b.txt'), text);
    assert.equal((await editor.diagnostics(uriOf('b.txt'))).length, 1);
    assert.deepEqual(
      (await list()).map(({ file, alive }) => [file, alive]),
      [['b.txt', true]],
    );
    assert.equal(filed().trim().split('\n').length, 3, 'nothing is rewritten: lines are added');
  });
});

describe('confirmations', () => {
  let editor: Editor;
  afterEach(() => editor.stop());
  const confirmed = async (copy: string): Promise<string[]> => {
    editor = await startEditor(asking, { options: { status: true } });
    editor.open('untitled:Untitled-1', copy);
    await editor.diagnostics('untitled:Untitled-1');
    return (await editor.next('copydesk/status')).confirmed;
  };

  it('say with its figure what was checked and is right', async () => {
    assert.deepEqual(
      await confirmed(
        'At least 17 people were killed, Mayor Lena Orsk said on Monday. "We will rebuild," Orsk said.\n',
      ),
      [
        '1 claim, with a source',
        '1 name, no second spelling found',
        '1 quotation, opened and closed',
        'no sign-off, placeholder or note to the desk found',
      ],
    );
  });

  it('say nothing of what is not right, or is not there', async () => {
    assert.deepEqual(await confirmed('At least 17 people were killed. ENDS\n'), []);
  });
});
