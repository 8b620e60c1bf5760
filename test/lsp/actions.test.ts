// Code actions over the protocol: what they offer, and what the text becomes.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { asking, type Editor, positionOf, pushed, startEditor } from '../support/editor';
import { root } from '../support/root';
import type { Json } from '../support/rpc';

const uri = 'untitled:Untitled-1';
const sample = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');
const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const titles = (actions: Json[]): string[] => actions.map(({ title }) => title);

describe('code actions', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('offer each fix of a finding, the safe ones as preferred, and do what its edits say', async () => {
    editor = await startEditor(asking);
    editor.open(uri, sample, 'wire-copy');
    const found: Json[] = (await editor.diagnostics(uri)).filter((d: Json) => d.data.fixes.length);
    assert.ok(found.length > 0);
    for (const diagnostic of found) {
      const actions = await editor.actions(uri, diagnostic.range, ['quickfix']);
      for (const { title, apply, edits } of diagnostic.data.fixes) {
        const action = actions.find(
          (a) => a.title === title && JSON.stringify(a.diagnostics[0].range) === JSON.stringify(diagnostic.range),
        );
        assert.equal(action?.isPreferred, apply === 'auto', title);
        assert.deepEqual(action.edit.documentChanges, [{ textDocument: { uri, version: 1 }, edits }]);
      }
    }
  });

  it('fix all leaves the very text that the command line leaves', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-'));
    const file = path.join(folder, 'harbour.txt');
    writeFileSync(file, sample);
    spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'lint', '--fix', 'harbour.txt'], { cwd: folder });
    const wanted = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    for (const capabilities of [asking, pushed]) {
      editor = await startEditor(capabilities);
      editor.open(uri, sample);
      const [action, ...others] = await editor.actions(uri, whole, ['source.fixAll.copydesk']);
      assert.deepEqual(others, []);
      assert.equal(action.kind, 'source.fixAll.copydesk');
      editor.apply(action.edit);
      assert.equal(editor.text(uri), wanted);
      assert.notEqual(wanted, sample);
      assert.deepEqual(await editor.actions(uri, whole, ['source.fixAll']), []);
      if (capabilities === asking) await editor.stop();
    }
  });

  it('say nothing where nothing was found, and only what was asked for', async () => {
    editor = await startEditor(pushed);
    editor.open(uri, sample);
    const [first] = await editor.diagnostics(uri);
    assert.deepEqual(await editor.actions(uri, { start: positionOf(sample, 0), end: positionOf(sample, 0) }), []);
    assert.deepEqual(await editor.actions(uri, first.range, ['refactor']), []);
    assert.ok(!titles(await editor.actions(uri, first.range)).includes('Fix everything that is safe to fix'));
  });

  it('a rule is turned off and a document left alone, for the session where it lies nowhere', async () => {
    for (const wanted of [/^Turn off/, /not a draft/]) {
      editor = await startEditor(pushed);
      editor.open(uri, 'The port will close for TK days, the harbour authority said.');
      const [found] = await editor.diagnostics(uri);
      const actions = await editor.actions(uri, found.range);
      const { command } = actions.find(({ title }) => wanted.test(title));
      const before = editor.heard.length;
      await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      const { diagnostics } = await editor.next('textDocument/publishDiagnostics', () => true, before);
      assert.deepEqual(diagnostics, []);
      if (wanted.source.startsWith('^')) await editor.stop();
    }
  });
});
