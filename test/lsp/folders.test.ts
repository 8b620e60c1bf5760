// A folder that others made, in the editor: nothing in it takes the desk away from a draft, and nothing is written out of it.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';

const text = 'At least 17 people were killed in TK villages.\n';

describe('a folder that others made, in the editor', function () {
  this.timeout(30_000);
  let editor: Editor;
  let folder: string;
  let outside: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const rulesOf = async (uri: string): Promise<string[]> =>
    (await editor.diagnostics(uri)).map(({ code }: Json) => code).sort();

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-folder-'));
    outside = mkdtempSync(path.join(os.tmpdir(), 'copydesk-outside-'));
    writeFileSync(path.join(outside, 'kept.txt'), text);
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  const lay: Readonly<Record<string, (file: string) => void>> = {
    'a pipe': (file) => void spawnSync('mkfifo', [file]),
    'a device that never ends': (file) => symlinkSync('/dev/zero', file),
    'a folder': (file) => mkdirSync(file),
    'a link to nowhere': (file) => symlinkSync('nowhere', file),
    'brackets and no end': (file) => writeFileSync(file, '['.repeat(5000)),
  };
  for (const [what, put] of Object.entries(lay))
    it(`settings, ignore file and clearances that are ${what} keep no draft from being read`, async () => {
      mkdirSync(path.join(folder, '.copydesk'));
      for (const name of ['copydesk.json', '.copydeskignore', '.copydesk/cleared.jsonl']) put(path.join(folder, name));
      editor = await startEditor(asking, { folders: [uriOf('.')] });
      editor.open(uriOf('a.txt'), text);
      editor.open('untitled:Untitled-1', text);
      assert.deepEqual(await rulesOf(uriOf('a.txt')), ['placeholder', 'unattributed-claim']);
      assert.deepEqual(await rulesOf('untitled:Untitled-1'), ['placeholder', 'unattributed-claim']);
      writeFileSync(path.join(folder, 'b.txt'), text);
      const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
      assert.ok(items.some(({ uri }: Json) => uri === uriOf('b.txt')));
    });

  it('a decision and a change of settings are refused where a link leads out, in one sentence', async () => {
    symlinkSync(outside, path.join(folder, '.copydesk'));
    symlinkSync(path.join(outside, 'new.json'), path.join(folder, 'copydesk.json'));
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    editor.open(uriOf('a.txt'), text);
    const at = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
    const actions = await editor.actions(uriOf('a.txt'), at);
    const commands = actions.flatMap(({ command }) => (command ? [command as Json] : []));
    // what is off until the editor is closed is written nowhere
    const writing = commands.filter(
      ({ command, arguments: [given] }) => /\.(?:clear|turnOff|notADraft)$/.test(command) && given.for !== 'session',
    );
    assert.ok(writing.length > 2);
    for (const { command, arguments: given } of writing)
      await assert.rejects(
        editor.request('workspace/executeCommand', { command, arguments: given }),
        /is a link that leads|may not|is not in order/,
        command,
      );
    assert.deepEqual(readdirSync(outside), ['kept.txt']);
    assert.equal(readFileSync(path.join(outside, 'kept.txt'), 'utf8'), text);
  });

  it('clearances that name a draft elsewhere are not looked into', async () => {
    mkdirSync(path.join(folder, '.copydesk'));
    symlinkSync(path.join(outside, 'kept.txt'), path.join(folder, 'link.txt'));
    const files = [`../${path.basename(outside)}/kept.txt`, path.join(outside, 'kept.txt'), 'link.txt', 'gone.txt'];
    const line = (file: string): string =>
      `${JSON.stringify({ file, rule: 'placeholder', sentence: '0'.repeat(16), occurrence: 0, reason: 'confirmed', date: '2024-01-01' })}\n`;
    writeFileSync(path.join(folder, '.copydesk/cleared.jsonl'), files.map(line).join(''));
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    const { entries } = await editor.request('copydesk/clearances', {});
    assert.deepEqual(
      entries.map(({ file }: Json) => file),
      ['gone.txt'],
    );
  });

  it('nothing is answered after `shutdown`, and `initialize` counts once', async () => {
    editor = await startEditor(asking, { folders: [uriOf('.')] });
    editor.open(uriOf('a.txt'), text);
    const again = { processId: null, rootUri: null, capabilities: {} };
    await assert.rejects(editor.request('initialize', again), /sent before/);
    assert.equal((await rulesOf(uriOf('a.txt'))).length, 2);
    await editor.request('shutdown');
    await assert.rejects(rulesOf(uriOf('a.txt')), /told to shut down/);
  });
});
