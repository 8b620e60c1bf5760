// Names over the protocol: introduced where, mentioned where, renamed everywhere at once.
import * as assert from 'node:assert/strict';
import { asking, type Editor, offsetOf, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const text = [
  'OSTREL, March 8 (Marenia News) - Mayor Lena Orsk reopened the harbour on Monday.',
  '',
  'Orsk said that the wall would hold. “Lena Orsk promised it,” said Idris Malouf, who sells fish.',
  '',
  'Malouf voted for Orsk’s party.',
  '',
].join('\n');

describe('names over the protocol', () => {
  let editor: Editor;
  const at = (words: string): object => ({
    textDocument: { uri },
    position: positionOf(editor.text(uri), text.indexOf(words)),
  });
  const words = ({ start, end }: Json): string => text.slice(offsetOf(text, start), offsetOf(text, end));

  afterEach(() => editor.stop());
  const open = async (capabilities: object = asking): Promise<void> => {
    editor = await startEditor(capabilities);
    editor.open(uri, text);
  };

  it('a surname leads to the first full mention, and all mentions are known', async () => {
    await open();
    const { range } = await editor.request('textDocument/definition', at('Orsk said'));
    assert.deepEqual(range.start, positionOf(text, text.indexOf('Lena Orsk reopened')));
    assert.equal(words(range), 'Lena Orsk');
    const context = { includeDeclaration: true };
    const all = await editor.request('textDocument/references', { ...at('Orsk said'), context });
    assert.deepEqual(
      all.map((one: Json) => words(one.range)),
      ['Lena Orsk', 'Orsk', 'Lena Orsk', 'Orsk'],
    );
    const lit = await editor.request('textDocument/documentHighlight', at('Malouf voted'));
    assert.deepEqual(
      lit.map((one: Json) => words(one.range)),
      ['Idris Malouf', 'Malouf'],
    );
    assert.equal(await editor.request('textDocument/definition', at('reopened')), null);
  });

  it('renaming a surname or a full name changes every form of it, and nobody’s quoted words', async () => {
    for (const [place, newName, surname] of [
      ['Orsk said', 'Orska', 'Orska'],
      ['Lena Orsk reopened', 'Lena Orska', 'Orska'],
    ] as const) {
      await open();
      const { placeholder } = await editor.request('textDocument/prepareRename', at(place));
      assert.equal(placeholder, place.split(' ').slice(0, -1).join(' '));
      editor.apply(await editor.request('textDocument/rename', { ...at(place), newName }));
      const wanted = text.replaceAll('Orsk', surname).replace(`“Lena ${surname}`, '“Lena Orsk');
      assert.equal(editor.text(uri), wanted);
      if (place === 'Orsk said') await editor.stop();
    }
  });

  it('a client that can ask the person is given the quoted ones to tick', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await open({ ...asking, workspace: { ...asking.workspace, workspaceEdit } });
    const edit = await editor.request('textDocument/rename', { ...at('Orsk said'), newName: 'Orska' });
    const [quoted, ...others] = edit.documentChanges[0].edits.filter((one: Json) => one.annotationId);
    assert.deepEqual([words(quoted.range), others], ['Lena Orsk', []]);
    assert.equal(edit.changeAnnotations[quoted.annotationId].needsConfirmation, true);
  });

  it('a name that was written once is offered the second time, full and short, but not the letters being typed', async () => {
    await open();
    const offered = async (typed: string): Promise<string[]> => {
      const start = editor.text(uri).length;
      editor.type(uri, start, start, `\nOn Tuesday ${typed}`);
      const position = positionOf(editor.text(uri), editor.text(uri).length);
      const items = await editor.request('textDocument/completion', { textDocument: { uri }, position });
      return items.map(({ label }: Json) => label).sort();
    };
    assert.deepEqual(await offered('Or'), ['Lena Orsk', 'Orsk']);
    assert.deepEqual(await offered('Mal'), ['Idris Malouf', 'Malouf']);
    assert.deepEqual(await offered('Zor'), []);
    assert.deepEqual(await offered('or'), []);
    assert.deepEqual(await offered('O'), []);
  });

  it('where there is no name, or the new one is empty, the person is told', async () => {
    await open();
    await assert.rejects(
      editor.request('textDocument/rename', { ...at('reopened'), newName: 'X' }),
      /No name stands here/,
    );
    await assert.rejects(editor.request('textDocument/rename', { ...at('Orsk said'), newName: ' ' }), /empty/);
    assert.equal(await editor.request('textDocument/prepareRename', at('reopened')), null);
  });
});
