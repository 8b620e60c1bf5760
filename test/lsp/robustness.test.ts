// What must not take the server down: requests that make no sense, clients that change their minds, texts of every kind.
import * as assert from 'node:assert/strict';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import { RpcError, startServer } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const text = 'The port will close for TK days, the harbour authority said.\n';

describe('robustness', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('a handler that fails answers its request with an error, is logged, and the next one is answered', async () => {
    editor = await startEditor(asking);
    editor.open(uri, text);
    const bad: [string, unknown][] = [
      ['textDocument/hover', { textDocument: null, position: null }],
      ['textDocument/codeAction', { textDocument: { uri }, range: 7, context: null }],
      ['textDocument/diagnostic', {}],
      ['workspace/executeCommand', { command: 'copydesk.server.turnOff', arguments: [null] }],
      ['copydesk/manual', [null]],
    ];
    for (const [method, params] of bad) {
      const error = await editor.request(method, params).then(
        () => undefined,
        (e) => e,
      );
      assert.ok(error instanceof RpcError, method);
      assert.match(error.message, /Copydesk could not answer/, method);
    }
    await editor.next('window/logMessage', ({ message }) => message.includes('textDocument/hover'));
    editor.notify('textDocument/didChange', {
      textDocument: { uri: 'untitled:never-opened', version: 2 },
      contentChanges: [],
    });
    editor.notify('textDocument/didOpen', null);
    editor.notify('textDocument/didSave', {});
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });

  it('a method nobody knows and a body that is no JSON are answered, and the conversation goes on', async () => {
    editor = await startEditor(pushed);
    await assert.rejects(editor.request('textDocument/unheardOf', {}), (e: RpcError) => e.code === -32601);
    editor.write('Content-Length: 9\r\n\r\n{"json": ');
    editor.open(uri, text);
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });

  it('a request before `initialize` is refused', async () => {
    const server = startServer();
    await assert.rejects(
      server.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
      (e: RpcError) => e.code === -32002,
    );
    server.process.kill();
    editor = await startEditor();
  });

  it('a request that is cancelled is answered as cancelled', async () => {
    editor = await startEditor(asking);
    const first = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(first, { items: [] });
    const held = editor.request('workspace/diagnostic', { previousResultIds: [] });
    editor.notify('$/cancelRequest', { id: held.id });
    await assert.rejects(held, (e: RpcError) => e.code === -32800);
  });

  it('questions that are taken back while the server is busy cost nothing more', async () => {
    editor = await startEditor(asking);
    editor.open(uri, `${text}\n`.repeat(2000));
    const wasted = Array.from({ length: 20 }, () => {
      const one = editor.request('textDocument/diagnostic', { textDocument: { uri } });
      editor.notify('$/cancelRequest', { id: one.id });
      return one.then(
        () => 'answered',
        (e: RpcError) => e.code,
      );
    });
    assert.deepEqual(
      (await Promise.all(wasted)).filter((outcome) => outcome !== -32800),
      [],
    );
  });

  it('a long draft that is typed into faster than it is read is shown as it stands in the end', async () => {
    editor = await startEditor(pushed);
    editor.open(uri, `${text}\n`.repeat(2000));
    for (let i = 0; i < 30; i++) editor.type(uri, 0, 0, 'x');
    const { diagnostics } = await editor.next('textDocument/publishDiagnostics', ({ version }) => version === 31);
    assert.equal(diagnostics.length, 2000);
    const versions = editor.heard.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    assert.ok(versions.length < 31, `${versions.length} pushes`);
  });

  it('any text is read', async () => {
    editor = await startEditor(asking, { settings: { inlayHints: true, codeLens: true } });
    const texts = [
      '',
      '\r\n\r\r\n',
      '\uFEFFTK',
      '\uD800 TK \uDC00',
      '“'.repeat(5000),
      'a'.repeat(200_000),
      '\0\u0001\u202E',
    ];
    for (const [i, strange] of texts.entries()) {
      editor.open(`untitled:${i}`, strange);
      await editor.diagnostics(`untitled:${i}`);
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      await editor.actions(`untitled:${i}`, range);
      for (const view of [
        'semanticTokens/full',
        'semanticTokens/range',
        'foldingRange',
        'documentSymbol',
        'inlayHint',
        'codeLens',
      ])
        await editor.request(`textDocument/${view}`, { textDocument: { uri: `untitled:${i}` }, range });
    }
    assert.ok(!editor.heard.some((m) => m.method === 'window/logMessage' && m.params.type === 1));
  });

  it('edits in every form of line end, beyond the text and of the whole text leave server and client with one text', async () => {
    editor = await startEditor(asking);
    editor.open(uri, 'One\r\nTK two.\rThree TK.\n\u{1F600} TK');
    editor.type(uri, 5, 7, 'ten');
    editor.type(uri, 5, 8, 'TK\n\n');
    const count = (s: string): number => s.split('TK').length - 1;
    assert.equal((await editor.diagnostics(uri)).length, count(editor.text(uri)));
    const gaps = async (): Promise<number> =>
      (await editor.diagnostics(uri)).filter(({ code }) => code === 'placeholder').length;
    const textDocument = { uri, version: 9 };
    editor.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    assert.equal(await gaps(), 1);
    const end = { line: 900, character: 900 };
    const contentChanges = [{ range: { start: end, end }, text: 'More TK came.' }];
    editor.notify('textDocument/didChange', { textDocument: { uri, version: 10 }, contentChanges });
    assert.equal(await gaps(), 2);
  });

  it('ends with 0 after `shutdown`, with 1 without', async () => {
    editor = await startEditor();
    assert.equal(await editor.stop(), 0);
    editor = await startEditor();
    const left = new Promise((resolve) => editor.process.once('exit', resolve));
    editor.notify('exit');
    assert.equal(await left, 1);
  });
});
