// Typing without nagging: a sentence typed a character at a time draws no question before its end.
import * as assert from 'node:assert/strict';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const before = 'OSTREL - The market opened on Monday, the mayor said.\n\n';
const claim = 'At least 17 people were killed in the harbour.';
/** Its full stop, just typed, may be a decimal point. */
const unclear = 'At least 17 people were killed in ward 3.';
const queries = (diagnostics: Json[]): string[] =>
  diagnostics.filter(({ data }) => data.kind === 'query').map(({ code }) => code);

describe('while a sentence is being written', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** Types at the end of the draft, and returns the queries seen behind each character. */
  async function typed(text: string): Promise<string[][]> {
    const seen: string[][] = [];
    for (const character of text) {
      const end = editor.text(uri).length;
      editor.type(uri, end, end, character);
      seen.push(queries(await editor.diagnostics(uri)));
    }
    return seen;
  }

  for (const [name, capabilities] of Object.entries({ asking, pushed })) {
    it(`nothing is asked before its end mark, and then it is (${name})`, async () => {
      editor = await startEditor(capabilities);
      editor.open(uri, before);
      const seen = await typed(claim);
      assert.deepEqual(seen.slice(0, -1).flat(), []);
      assert.deepEqual(seen.at(-1), ['unattributed-claim']);
    });

    it(`it is asked after a rest of two seconds (${name})`, async () => {
      editor = await startEditor(capabilities);
      editor.open(uri, before);
      assert.deepEqual((await typed(unclear)).flat(), []);
      const from = editor.heard.length;
      const start = performance.now();
      await editor.next(
        capabilities === asking ? 'workspace/diagnostic/refresh' : 'textDocument/publishDiagnostics',
        () => true,
        from,
      );
      const waited = performance.now() - start;
      assert.ok(waited > 1000 && waited < 6000, `${waited} ms`);
      assert.deepEqual(queries(await editor.diagnostics(uri)), ['unattributed-claim']);
    });
  }

  it('it is asked when the draft is saved, and when the writer edits elsewhere', async () => {
    editor = await startEditor(asking);
    editor.open(uri, before);
    assert.deepEqual((await typed(unclear)).flat(), []);
    editor.save(uri);
    await editor.next('workspace/diagnostic/refresh');
    assert.deepEqual(queries(await editor.diagnostics(uri)), ['unattributed-claim']);
    const end = editor.text(uri).length;
    editor.type(uri, end - 2, end, '4.');
    assert.deepEqual(queries(await editor.diagnostics(uri)), []);
    editor.type(uri, 11, 11, 'old ');
    assert.deepEqual(queries(await editor.diagnostics(uri)), ['unattributed-claim']);
  });

  it('an open quotation waits whatever stands in it, its missing mark too; another fix never waits', async () => {
    editor = await startEditor(asking);
    editor.open(uri, before);
    await typed(`"${claim} TK`);
    assert.deepEqual(
      (await editor.diagnostics(uri)).map(({ code }) => code),
      ['placeholder'],
    );
  });

  it('a sentence that was there before is asked about at once', async () => {
    editor = await startEditor(asking);
    editor.open(uri, before + unclear);
    assert.deepEqual(queries(await editor.diagnostics(uri)), ['unattributed-claim']);
  });
});
