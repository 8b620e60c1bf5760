// Names over the protocol where accents are characters of their own: what is given back is what was typed.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder } from '../support/cli';
import { asking, type Editor, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text =
  'The envoy José Almádi came to Zürich on Monday, aides said. Almádi left. Later Almadi slept, aides said.\n'.normalize(
    'NFD',
  );
const name = 'José Almádi'.normalize('NFD');
const surname = 'Almádi'.normalize('NFD');

describe('names typed with accents of their own', () => {
  let editor: Editor;
  let uri: string;
  let root: string;
  beforeEach(async () => {
    root = folder({ 'a.txt': text }).path;
    uri = pathToFileURL(`${root}/a.txt`).href;
    const applying = { ...asking, workspace: { ...asking.workspace, applyEdit: true } };
    editor = await startEditor(applying, { folders: [pathToFileURL(root).href] });
    editor.open(uri, text);
  });
  afterEach(() => editor.stop());
  const at = (words: string): object => ({ textDocument: { uri }, position: positionOf(text, text.indexOf(words)) });

  it('are renamed letter for letter', async () => {
    const { placeholder } = await editor.request('textDocument/prepareRename', at(name));
    assert.equal(placeholder, name);
    const newName = 'José Almádez'.normalize('NFD');
    editor.apply(await editor.request('textDocument/rename', { ...at(name), newName }));
    assert.equal(
      editor.text(uri),
      text.replaceAll(surname, 'Almádez'.normalize('NFD')).replace('Almadi', 'Almádez'.normalize('NFD')),
    );
  });

  it('are fixed, preferred and completed as they stand in the draft', async () => {
    const place = positionOf(text, text.indexOf('Almadi'));
    const actions: Json[] = await editor.actions(uri, { start: place, end: place }, ['quickfix']);
    const fix = actions.find(({ title }) => /^Change to/.test(title)) as Json;
    const { command } = actions.find(({ title }) => title.startsWith(`Prefer “${name}”`)) as Json;
    await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    assert.deepEqual(JSON.parse(readFileSync(path.join(root, 'copydesk.json'), 'utf8')), {
      glossary: [{ prefer: name, instead: [name.replace(surname, 'Almadi')] }],
    });
    editor.apply(fix.edit);
    assert.equal(editor.text(uri), text.replace('Almadi', surname));
    const end = editor.text(uri).length;
    editor.type(uri, end, end, 'On Tuesday Alm');
    const position = positionOf(editor.text(uri), editor.text(uri).length);
    const items: Json[] = await editor.request('textDocument/completion', { textDocument: { uri }, position });
    assert.ok(
      items.some(({ textEdit }) => textEdit.newText === name) &&
        items.some(({ textEdit }) => textEdit.newText === surname),
    );
  });
});
