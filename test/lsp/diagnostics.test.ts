// Diagnostics over the protocol: who is pushed to, who asks, and what both see.
import * as assert from 'node:assert/strict';
import { asking, type Editor, positionOf, pushed, startEditor } from '../support/editor';

const uri = 'untitled:Untitled-1';
const text = 'The port will close for TK days, the harbour authority said.\n';

describe('diagnostics over the protocol', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('pushes after every change, with its version, also where nothing differs', async () => {
    editor = await startEditor(pushed);
    editor.open(uri, text);
    assert.deepEqual(
      (await editor.diagnostics(uri)).map((d) => d.code),
      ['placeholder'],
    );
    for (let i = 0; i < 5; i++) editor.type(uri, 0, 0, 'x');
    await editor.diagnostics(uri);
    const versions = editor.heard
      .filter((m) => m.method === 'textDocument/publishDiagnostics')
      .map((m) => m.params.version);
    assert.deepEqual(versions, [1, 2, 3, 4, 5, 6]);
    editor.notify('textDocument/didClose', { textDocument: { uri } });
    const last = await editor.next('textDocument/publishDiagnostics', ({ version }) => version === undefined);
    assert.deepEqual(last, { uri, diagnostics: [] });
  });

  it('never pushes to a client that asks', async () => {
    editor = await startEditor(asking);
    editor.open(uri, text);
    const first = await editor.request('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(first.kind, 'full');
    assert.equal(first.items.length, 1);
    editor.type(uri, text.length, text.length, 'The end.');
    const again = { textDocument: { uri }, previousResultId: first.resultId };
    assert.deepEqual(await editor.request('textDocument/diagnostic', again), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    editor.type(uri, text.indexOf('TK'), text.indexOf('TK') + 2, '10');
    const clean = await editor.request('textDocument/diagnostic', again);
    assert.equal(clean.kind, 'full');
    assert.deepEqual(clean.items, []);
    assert.ok(!editor.heard.some((m) => m.method === 'textDocument/publishDiagnostics'));
  });

  it('says in every diagnostic what a record says', async () => {
    editor = await startEditor(pushed);
    editor.open(uri, text);
    const [{ message, ...rest }] = await editor.diagnostics(uri);
    assert.match(message, /\.$/);
    assert.deepEqual(rest, {
      range: { start: positionOf(text, 24), end: positionOf(text, 26) },
      severity: 1,
      code: 'placeholder',
      codeDescription: { href: 'copydesk-rule:/placeholder.md' },
      source: 'copydesk',
      data: { kind: 'fix', fixes: [] },
    });
  });

  it('lists below a finding only a place that contradicts it and is not seen at once', async () => {
    const copies = {
      'a name': 'Ada Okoye spoke on Monday, aides said.\n\nLater Ada Okoyé left, they said.\n',
      'parts beside the total': 'The bus carried 15 people: nine adults and four children, police said.\n',
      'two ages': 'Ada Okoye, 52, spoke on Monday.\n\nAda Okoye, 54, left on Tuesday, she said.\n',
    };
    editor = await startEditor(asking);
    const below: [string, number][] = [];
    for (const [what, copy] of Object.entries(copies)) {
      editor.open(uri, copy);
      const [found] = await editor.diagnostics(uri);
      assert.ok(found?.relatedInformation ?? found?.data.related, what);
      below.push([what, found?.relatedInformation?.length ?? 0]);
      editor.notify('textDocument/didClose', { textDocument: { uri } });
    }
    assert.deepEqual(below, [
      ['a name', 0],
      ['parts beside the total', 0],
      ['two ages', 1],
    ]);
  });

  it('is silent on what is not a draft', async () => {
    editor = await startEditor(asking);
    const others: [string, string][] = [
      ['file:///desk/README.md', 'markdown'],
      ['file:///desk/story.txt', 'python'],
      ['git:/desk/story.txt', 'plaintext'],
      ['file:///desk/requirements.txt', 'plaintext'],
    ];
    for (const [other, languageId] of others) {
      editor.open(other, text, languageId);
      assert.deepEqual(await editor.diagnostics(other), [], other);
    }
    for (const languageId of ['plaintext', 'markdown', 'wire-copy']) {
      const draft = `file:///desk/${languageId}.txt`;
      editor.open(draft, text, languageId);
      assert.equal((await editor.diagnostics(draft)).length, 1, languageId);
    }
  });
});
