// Fixes that undo one another: whatever fixes many at once leaves them out, and says so in one sentence.
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const copy = 'A gunman who fled ran. An eye witness and an eye witness saw it, the clerk said.\n';
const fixed = 'A gunman who fled ran. An eyewitness and an eyewitness saw it, the clerk said.\n';
const whole = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

describe('fixes that undo one another', () => {
  let editor: Editor;
  let folder: string;
  const uri = (): string => pathToFileURL(path.join(folder, 'a.txt')).href;
  const said = (): string[] =>
    editor.heard.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params.message);
  const choose = async (action: Json): Promise<void> => {
    if (action.edit) editor.apply(action.edit);
    if (action.command)
      await editor.request('workspace/executeCommand', {
        command: action.command.command,
        arguments: action.command.arguments,
      });
  };
  const bulk = async (): Promise<Json[]> =>
    (await editor.actions(uri(), whole, ['quickfix'])).filter(({ title }) => title.startsWith('Fix all'));

  async function start(glossary: readonly object[]): Promise<void> {
    writeFileSync(path.join(folder, 'copydesk.json'), JSON.stringify({ root: true, glossary }));
    editor = await startEditor(asking, { folders: [pathToFileURL(folder).href] });
    editor.open(uri(), copy);
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-undone-'));
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  // no circle of whole forms, which offers no fix at all: these show only when they are made
  const fight = [
    { prefer: 'gunman', instead: ['armed man'], bulk: true },
    { prefer: 'armed man who fled', instead: ['gunman who fled'], bulk: true },
  ];

  it('are left out of “Fix all”, which says so', async () => {
    await start(fight);
    const [all, ...others] = await bulk();
    assert.deepEqual([all?.title, others], ['Fix all 2 of house-style in this draft', []]);
    await choose(all);
    assert.equal(editor.text(uri()), fixed);
    assert.equal(said().length, 1);
    assert.match(said().join(), /undo one another.*so none of them was made/);
  });

  it('are told by fix on save once, not at every save', async () => {
    await start(fight);
    for (let saves = 0; saves < 3; saves++)
      for (const action of await editor.actions(uri(), whole, ['source.fixAll'])) await choose(action);
    assert.equal(editor.text(uri()), fixed);
    assert.equal(said().length, 1);
  });

  it('are not spoken of where there are none', async () => {
    await start([{ prefer: 'shooter', instead: ['gunman'], bulk: true }]);
    const [all] = await bulk();
    assert.equal(all?.title, 'Fix all 3 of house-style in this draft');
    assert.equal(all?.command, undefined);
    await choose(all);
    assert.deepEqual(said(), []);
  });
});
