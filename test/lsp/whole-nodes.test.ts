// Changes to a Markdown draft in the editor: a new name and “Fix all” pass the same layer as every other change, and no markup is broken.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder } from '../support/cli';
import { asking, type Editor, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const copy = `---
title: Qaddafi is away
---

Aides of Muammar Qaddafi left on Monday. Later **Qaddafi** spoke, they said, and [Qaddafi](http://x.example/Qaddafi "Qaddafi") sat.

A page on [Qaddafi][] and one on [Qaddafi][his] were closed, aides said. Then **Qad**dafi slept, aides said.

[qaddafi]: http://x.example
[his]: http://y.example/Qaddafi
`;
const anew = copy
  .replace('title: Qaddafi', 'title: Kadhafi')
  .replace('Muammar Qaddafi', 'Muammar Kadhafi')
  .replace('**Qaddafi**', '**Kadhafi**')
  .replace('[Qaddafi](', '[Kadhafi](')
  .replace('[Qaddafi][his]', '[Kadhafi][his]');

describe('changes to a Markdown draft', () => {
  let editor: Editor;
  let root: string;
  const uri = (): string => pathToFileURL(path.join(root, 'a.md')).href;
  const said = (): string[] =>
    editor.heard.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params.message);
  async function start(text: string, others: Readonly<Record<string, string>> = {}): Promise<void> {
    root = folder({ 'a.md': text, ...others }).path;
    const applying = { ...asking, workspace: { ...asking.workspace, applyEdit: true } };
    editor = await startEditor(applying, { folders: [pathToFileURL(root).href] });
    editor.open(uri(), text, 'markdown');
  }
  afterEach(() => editor.stop());

  it('name somebody anew, but for a label that is a link’s target and a name with markup inside, and say so', async () => {
    await start(copy);
    const position = positionOf(copy, copy.indexOf('Qaddafi left'));
    const newName = 'Muammar Kadhafi';
    editor.apply(await editor.request('textDocument/rename', { textDocument: { uri: uri() }, position, newName }));
    assert.equal(editor.text(uri()), anew);
    assert.match(said().join(), /^2 places are left as they are: markup stands inside the name/);
  });

  it('put into front matter nothing that would be read as something else there', async () => {
    await start(copy);
    const position = positionOf(copy, copy.indexOf('Qaddafi left'));
    const newName = "Muammar O'Hare";
    editor.apply(await editor.request('textDocument/rename', { textDocument: { uri: uri() }, position, newName }));
    assert.ok(editor.text(uri()).startsWith("---\ntitle: Qaddafi is away\n---\n\nAides of Muammar O'Hare"));
  });

  it('spell a name one way in every draft of the folder, markup left whole, and tell of what is left', async () => {
    await start('Aides of Moamer Kadhafi left on Monday. Later Gadhafi spoke, they said. Gadhafi did not stay.\n', {
      'b.md': copy,
    });
    const edits: Json[] = [];
    editor.answers['workspace/applyEdit'] = ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    };
    editor.answers['window/showMessageRequest'] = ({ actions }) => actions[0];
    const at = positionOf(editor.text(uri()), editor.text(uri()).indexOf('Gadhafi'));
    const actions: Json[] = await editor.actions(uri(), { start: at, end: at }, ['quickfix']);
    const spelling = actions.find(({ title }) => title.startsWith('Spell it')) as Json;
    assert.ok(spelling, JSON.stringify(actions.map(({ title }) => title)));
    const { command, arguments: args } = spelling.command;
    await editor.request('workspace/executeCommand', { command, arguments: args });
    const [question] = editor.heard.filter(({ method }) => method === 'window/showMessageRequest');
    assert.match(question?.params.message, /places are left as they are: markup stands inside the name/);
    assert.equal(readFileSync(path.join(root, 'b.md'), 'utf8'), copy, 'the client makes the change');
    assert.ok(edits.length > 0);
  });

  it('fix at once what may go at once: of two removals that would leave an empty quote the label of the other waits', async () => {
    const text =
      'The harbour is closed, the mayor said.\n\n> Advertisement\n>\n> Story continues below\n\nIt will open in May.\n\nAdvertisement\n\nThe mayor left the harbour on Monday.\n';
    await start(text);
    const whole = { start: { line: 0, character: 0 }, end: positionOf(text, text.length) };
    const actions: Json[] = await editor.actions(uri(), whole, ['quickfix']);
    const all = actions.find(({ title }) => title.startsWith('Fix all')) as Json;
    assert.equal(all.title, 'Fix all 2 of web-remnant in this draft');
    editor.apply(all.edit);
    const rest =
      'The harbour is closed, the mayor said.\n\n> Advertisement\n\nIt will open in May.\n\nThe mayor left the harbour on Monday.\n';
    assert.equal(editor.text(uri()), rest);
    const [everything] = await editor.actions(uri(), whole, ['source.fixAll']);
    editor.apply(everything.edit);
    assert.equal(editor.text(uri()), rest.replace('> Advertisement\n\n', ''));
  });
});
