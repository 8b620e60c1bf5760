// Whole folders over the protocol: answered, then held until something changes.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { root } from '../support/root';

const marked = 'The port will close for TK days, the harbour authority said.\n';
const clean = 'The port will close for ten days, the harbour authority said.\n';

describe('workspace diagnostics', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const summary = (items: Json[]): Record<string, number | 'unchanged'> =>
    Object.fromEntries(
      items.map((i) => [i.uri.slice(uriOf('').length + 1), i.kind === 'full' ? i.items.length : 'unchanged']),
    );
  const idsOf = (items: Json[]): Json[] => items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const ask = (previousResultIds: Json[], partialResultToken?: string): Promise<Json> & { id: number } =>
    editor.request('workspace/diagnostic', { previousResultIds, ...(partialResultToken && { partialResultToken }) });

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-workspace-'));
    write('a.txt', marked);
    write('deep/er/b.md', `${marked}\n${marked}`);
    write('c.wire', clean);
    write('README.md', marked);
    write('node_modules/x/d.txt', marked);
    write('.hidden/e.txt', marked);
    write('code.js', marked);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  it('are those of every draft and of nothing else', async () => {
    editor = await startEditor(asking, { folders: [uriOf('')] });
    const { items } = await ask([]);
    assert.deepEqual(summary(items), { 'a.txt': 1, 'c.wire': 0, 'deep/er/b.md': 2 });
  });

  it('are held until something changes, and then say what did', async () => {
    editor = await startEditor(asking, { folders: [uriOf('')] });
    const { items } = await ask([]);
    let answered = false;
    const held = ask(idsOf(items)).then((report: Json) => {
      answered = true;
      return report;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(answered, false);
    write('c.wire', marked);
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('c.wire'), type: 2 }] });
    const next = await held;
    assert.deepEqual(summary(next.items), { 'a.txt': 'unchanged', 'c.wire': 1, 'deep/er/b.md': 'unchanged' });
    rmSync(path.join(folder, 'a.txt'));
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('a.txt'), type: 3 }] });
    const gone = await ask(idsOf(next.items));
    assert.equal(summary(gone.items)['a.txt'], 0);
  });

  it('of an open draft are those of the text in the editor, with its version', async () => {
    editor = await startEditor(asking, { folders: [uriOf('')] });
    const { items } = await ask([]);
    const held = ask(idsOf(items));
    editor.open(uriOf('a.txt'), clean);
    const report = (await held).items.find(({ uri }: Json) => uri === uriOf('a.txt'));
    assert.deepEqual([report.version, report.items], [1, []]);
    const again = ask(idsOf((await held).items));
    editor.notify('textDocument/didClose', { textDocument: { uri: uriOf('a.txt') } });
    const closed = (await again).items.find(({ uri }: Json) => uri === uriOf('a.txt'));
    assert.deepEqual([closed.version, closed.items.length], [null, 1]);
  });

  it('come in parts to a client that asks for parts', async () => {
    for (let i = 0; i < 120; i++) write(`many/${i}.txt`, marked);
    editor = await startEditor(asking, { folders: [uriOf('')] });
    assert.deepEqual(await ask([], 'parts'), { items: [] });
    const parts = editor.heard.filter(({ method, params }) => method === '$/progress' && params.token === 'parts');
    assert.ok(parts.length > 1);
    const uris = parts.flatMap(({ params }) => params.value.items.map(({ uri }: Json) => uri));
    assert.equal(uris.length, 123);
    assert.equal(new Set(uris).size, 123);
  });

  it('of a settings file that is at fault are told too', async () => {
    write('copydesk.json', '{ "rules": { "no-such-rule": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('')] });
    const { items } = await ask([]);
    assert.equal(summary(items)['copydesk.json'], 1);
  });

  it('of a file that settings build on are told under its own name, wherever it lies, until it is put right', async () => {
    write('deep/copydesk.json', '{ "extends": "../house/style.conf.json" }');
    write('deep/er/c.txt', clean);
    write('house/style.conf.json', '{ "rules": { "no-such-rule": "off" } }');
    editor = await startEditor(asking, { folders: [uriOf('')] });
    const { items } = await ask([]);
    assert.equal(summary(items)['house/style.conf.json'], 1);
    write('house/style.conf.json', '{ "rules": { "placeholder": "off" } }');
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('house/style.conf.json'), type: 2 }] });
    const next = await ask(idsOf(items));
    assert.equal(summary(next.items)['house/style.conf.json'], 0);
    assert.equal(summary(next.items)['deep/er/b.md'], 0);
  });

  it('asked for by `lint --server` are the command line’s own answer', async () => {
    editor = await startEditor();
    write('copydesk.json', '{ "rules": { "placeholder": "warning" } }');
    const lint = (...flags: string[]) =>
      spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'lint', '--format', 'json', ...flags, '.'], {
        cwd: folder,
        encoding: 'utf8',
      });
    const plain = lint();
    const served = lint('--server');
    assert.match(plain.stdout, /"rule":\s*"placeholder"/);
    assert.deepEqual([served.stdout, served.status, served.stderr], [plain.stdout, plain.status, plain.stderr]);
  });
});
