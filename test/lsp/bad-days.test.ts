// The server on a bad day: killed while it writes, on a slow disk, under a clock that jumps, in a folder that is gone or that a merge has left
// in two versions. What it has said is written is there, and what cannot be is said in one sentence.
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, startEditor } from '../support/editor';
import { root } from '../support/root';
import type { Json } from '../support/rpc';
import { times } from '../support/times';

const text = 'At least 17 people were killed in TK villages.\n';
const DRAFTS = 12;

describe('a bad day of the server', function () {
  this.timeout(120_000);
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const filed = (): string => readFileSync(path.join(folder, '.copydesk/cleared.jsonl'), 'utf8');
  const at = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };

  async function started(day?: string): Promise<Editor> {
    const before = process.env.NODE_OPTIONS;
    if (day) {
      process.env.BAD_DAY = day;
      process.env.NODE_OPTIONS = `--require ${path.join(root, 'test/support/bad-day.cjs')}`;
    }
    try {
      return await startEditor(asking, { folders: [uriOf('.')] });
    } finally {
      if (day) {
        delete process.env.BAD_DAY;
        if (before === undefined) delete process.env.NODE_OPTIONS;
        else process.env.NODE_OPTIONS = before;
      }
    }
  }

  async function clear(editor: Editor, uri: string): Promise<void> {
    const actions = await editor.actions(uri, at);
    const { command } = actions.find(({ title }: Json) => title.endsWith('the desk has confirmed it'));
    await editor.request('workspace/executeCommand', command);
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-bad-day-'));
    mkdirSync(path.join(folder, '.git'));
    for (let i = 0; i < DRAFTS; i++) writeFileSync(path.join(folder, `${i}.txt`), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('killed at any moment: each decision that it has answered is there, whole, and the next one goes on', async () => {
    for (let i = 0; i < times(3, 40); i++) {
      const editor = await started();
      const answered: string[] = [];
      const asked = Array.from({ length: DRAFTS }, (_, k) => {
        editor.open(uriOf(`${k}.txt`), text);
        return clear(editor, uriOf(`${k}.txt`)).then(
          () => void answered.push(`${k}.txt`),
          () => undefined,
        );
      });
      if (i > 0) setTimeout(() => editor.process.kill('SIGKILL'), 100 + Math.random() * 300);
      await Promise.all(asked);
      editor.process.kill('SIGKILL');
      const next = await started();
      const { entries } = await next.request('copydesk/clearances', {});
      const there = new Set(entries.map(({ file }: Json) => file));
      for (const name of answered) assert.ok(there.has(name), `${name} was cleared, and is not there`);
      if (i === 0) assert.equal(answered.length, DRAFTS);
      next.open(uriOf('0.txt'), `${text}\n`);
      if (!there.has('0.txt')) await clear(next, uriOf('0.txt'));
      for (const line of filed().trim().split('\n')) JSON.parse(line);
      await next.stop();
    }
  });

  for (const day of ['slow', 'clock'])
    it(`(${day}) changes no answer`, async () => {
      const [usual, bad] = [await started(), await started(day)];
      for (const editor of [usual, bad]) editor.open(uriOf('0.txt'), text);
      for (let i = 0; i < 12; i++) {
        for (const editor of [usual, bad]) editor.type(uriOf('0.txt'), i, i, i % 3 ? 'x' : '\n');
        assert.deepEqual(await bad.diagnostics(uriOf('0.txt')), await usual.diagnostics(uriOf('0.txt')));
      }
      await clear(bad, uriOf('0.txt')).catch(() => undefined);
      await Promise.all([usual.stop(), bad.stop()]);
    });

  it('clearances that a merge has left in two versions: the draft is read, and clearing is refused until the marks are gone', async () => {
    let editor = await started();
    editor.open(uriOf('0.txt'), text);
    await clear(editor, uriOf('0.txt'));
    await editor.stop();
    const file = `<<<<<<< HEAD\n${filed()}=======\n>>>>>>> night\n`;
    writeFileSync(path.join(folder, '.copydesk/cleared.jsonl'), file);
    editor = await started();
    editor.open(uriOf('0.txt'), text);
    editor.open(uriOf('1.txt'), text);
    assert.deepEqual(
      (await editor.diagnostics(uriOf('0.txt'))).map(({ code }) => code),
      ['placeholder'],
    );
    await assert.rejects(
      clear(editor, uriOf('1.txt')),
      /Nothing was cleared: line 1 of .*cleared\.jsonl is in the way\. A merge/,
    );
    assert.equal(filed(), file);
    writeFileSync(path.join(folder, '.copydesk/cleared.jsonl'), file.replace(/^[<=>]{7}.*\n/gm, ''));
    await clear(editor, uriOf('1.txt'));
    assert.equal(filed().trim().split('\n').length, 2);
    await editor.stop();
  });

  it('a folder that is gone: open drafts are answered, a decision is refused in one sentence, and the folder back again is the old one', async () => {
    const editor = await started();
    editor.open(uriOf('0.txt'), text);
    const before = await editor.diagnostics(uriOf('0.txt'));
    rmSync(folder, { recursive: true });
    editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('0.txt'), type: 3 }] });
    editor.type(uriOf('0.txt'), text.length, text.length, '\n');
    assert.deepEqual(await editor.diagnostics(uriOf('0.txt')), before);
    await assert.rejects(
      clear(editor, uriOf('0.txt')),
      /cannot be written \(there is no such folder\), so nothing was/,
    );
    mkdirSync(path.join(folder, '.git'), { recursive: true });
    await clear(editor, uriOf('0.txt'));
    assert.equal(filed().trim().split('\n').length, 1);
    await editor.stop();
  });
});
