// Names across the workspace: found in any spelling, shown in the preferred one, read again where a draft changed.
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json, RpcError } from '../support/rpc';

const harbour = 'Mayor Lena Orsk reopened the harbour on Monday. Orsk said the wall would hold.\n';
const market = 'Idris Malouf opened his shop on Tuesday, he said.\n';

describe('workspace symbols', () => {
  let editor: Editor;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const ask = async (query: string): Promise<string[]> =>
    (await editor.request('workspace/symbol', { query })).map(
      ({ name, location }: Json) => `${location.uri.slice(uriOf('').length + 1)}: ${name}`,
    );

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-symbols-'));
    write('a.txt', harbour);
    write('b.md', market);
    write('README.md', harbour);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });
  const start = async (): Promise<void> => {
    editor = await startEditor(asking, { folders: [uriOf('')] });
  };

  it('are the names of every draft, found by any part and in any case', async () => {
    await start();
    assert.deepEqual(await ask('orsk'), ['a.txt: Lena Orsk']);
    assert.deepEqual(await ask('MALOUF'), ['b.md: Idris Malouf']);
    assert.deepEqual(await ask('nobody'), []);
    const all = await ask('');
    assert.ok(all.includes('a.txt: Lena Orsk') && all.includes('b.md: Idris Malouf'), `${all}`);
  });

  it('lead to where the name is introduced, and say how often it stands there', async () => {
    await start();
    const [{ location, containerName }] = await editor.request('workspace/symbol', { query: 'Orsk' });
    assert.deepEqual(location.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 15 } });
    assert.equal(containerName, 'person, 2 times');
  });

  it('are in the house’s form, found by the story’s spelling too', async () => {
    write('copydesk.json', '{ "extends": ["recommended", "ap"] }');
    write('c.txt', 'Moammar Qaddafi spoke on Monday. Qaddafi said the wall would hold.\n');
    await start();
    assert.deepEqual(await ask('Qaddafi'), ['c.txt: Moammar Gadhafi (Moammar Qaddafi)']);
    assert.deepEqual(await ask('Gadhafi'), ['c.txt: Moammar Gadhafi']);
  });

  it('follow what is typed, what changes on disk and what comes and goes there', async () => {
    await start();
    assert.deepEqual(await ask('Orsk'), ['a.txt: Lena Orsk']);
    editor.open(uriOf('a.txt'), harbour);
    editor.type(uriOf('a.txt'), 6, 10, 'Vera');
    assert.deepEqual(await ask('Orsk'), ['a.txt: Vera Orsk']);
    write('b.md', harbour);
    write('new.wire', harbour);
    rmSync(path.join(folder, 'README.md'));
    const changes = [
      { uri: uriOf('b.md'), type: 2 },
      { uri: uriOf('new.wire'), type: 1 },
    ];
    editor.notify('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await ask('Orsk'), ['a.txt: Vera Orsk', 'b.md: Lena Orsk', 'new.wire: Lena Orsk']);
    rmSync(path.join(folder, 'b.md'));
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('b.md'), type: 3 }] });
    assert.deepEqual(await ask('Orsk'), ['a.txt: Vera Orsk', 'new.wire: Lena Orsk']);
  });

  it('of a whole archive are bounded, and an answer nobody waits for is given up', async () => {
    for (let i = 0; i < 600; i++) write(`${i}.txt`, harbour);
    await start();
    const asked = editor.request('workspace/symbol', { query: 'no such name' });
    editor.notify('$/cancelRequest', { id: asked.id });
    await assert.rejects(asked, (e: RpcError) => e.code === -32800);
    assert.equal((await ask('Orsk')).length, 500);
  });
});
