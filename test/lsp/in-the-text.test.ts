// What is shown between the words where a person asks for it: inlay hints and a code lens, off until then.
import * as assert from 'node:assert/strict';
import { asking, type Editor, offsetOf, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const text = [
  'Harbour reopens after storm',
  '',
  'OSTREL, March 8 (Marenia News) - At least 17 people were killed in the storm, Mayor Lena Orsk said on Monday. She said the harbour would open on Tuesday.',
  '',
  'The council fears for the old wall. A further 30 people were killed in the hills.',
  '',
  'A source close to the port said that the cranes were standing. They would be tested at once.',
  '',
].join('\n');
const range = { start: { line: 0, character: 0 }, end: positionOf(text, text.length) };

describe('in the text', () => {
  let editor: Editor;
  afterEach(() => editor.stop());
  const workspace = {
    ...asking.workspace,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  };
  const open = async (settings: object): Promise<void> => {
    editor = await startEditor({ ...asking, workspace }, { settings });
    editor.open(uri, text);
  };
  const hints = (where: Json = range): Promise<Json[]> =>
    editor.request('textDocument/inlayHint', { textDocument: { uri }, range: where });
  const lenses = (): Promise<Json[]> => editor.request('textDocument/codeLens', { textDocument: { uri } });

  it('nothing is shown until a person asks for it; then the editor is told to look again', async () => {
    const settings: Json = {};
    await open(settings);
    assert.deepEqual([await hints(), await lenses()], [[], []]);
    Object.assign(settings, { inlayHints: true, codeLens: true });
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.next('workspace/inlayHint/refresh');
    await editor.next('workspace/codeLens/refresh');
    assert.ok((await hints()).length && (await lenses()).length);
  });

  it('hints say whom a pronoun means and who is carried, each behind what it is about', async () => {
    await open({ inlayHints: true });
    const seen = (await hints()).map(({ position, label, tooltip }) => {
      assert.match(tooltip, /^[A-Z].*\.$/);
      const before = text.slice(0, offsetOf(text, position));
      return `${before.slice(before.lastIndexOf(' ') + 1)} ${label}`;
    });
    assert.deepEqual(seen, ['She (Lena Orsk)', 'once. ← source']);
  });

  it('hints of a range are those that stand there', async () => {
    await open({ inlayHints: true });
    const at = (words: string) => positionOf(text, text.indexOf(words));
    assert.equal((await hints({ start: at('At least'), end: at('The council') })).length, 1);
    assert.equal((await hints({ start: at('The council'), end: at('A source') })).length, 0);
  });

  it('a lens above the lead gives the story in figures', async () => {
    await open({ codeLens: true });
    const [lens, ...others] = await lenses();
    assert.deepEqual(others, []);
    assert.equal(lens.range.start.line, 2);
    assert.equal(lens.command.title, '2 claims, 1 sourced, 2 sources, 1 anonymous');
  });
});
