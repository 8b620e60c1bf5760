// `--cache` and `--watch`: an answer that is kept is the answer that would have been given.
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { type Folder, folder, program } from '../support/cli';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const clean = 'The council meets on Monday, the mayor said.\n';
const lint = (made: Folder, ...flags: string[]) => made.run(['lint', '--format', 'ndjson', ...flags]);

function answersIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => statSync(file).isFile() && path.basename(file) !== '.gitignore');
}

describe('copydesk lint --cache', () => {
  it('answers as without it, first and later, and asks again only what has changed', () => {
    const made = folder({ 'a.txt': marked, 'b.md': `# A story\n\n${marked}`, 'c.txt': clean });
    const without = lint(made);
    assert.deepEqual(lint(made, '--cache'), without);
    const kept = answersIn(path.join(made.path, '.copydesk/cache'));
    assert.equal(kept.length, 3);
    assert.deepEqual(lint(made, '--cache'), without);
    // what is kept is what is said: an answer that was changed in its place comes out
    made.write('c.txt', marked);
    assert.deepEqual(lint(made, '--cache'), lint(made));
    assert.equal(answersIn(path.join(made.path, '.copydesk/cache')).length, 3, 'the same text has the same answer');
    assert.equal(made.read('.copydesk/cache/.gitignore'), '*\n');
  }).timeout(30_000);

  it('knows settings, flags, the day, the format and clearances apart', () => {
    const made = folder({ 'a.txt': `${marked}\nHe will speak on Tuesday, May 3, 2023, the mayor said.\n` });
    const same = (...flags: string[]): void => assert.deepEqual(lint(made, '--cache', ...flags), lint(made, ...flags));
    same();
    same('--rule', 'placeholder=warning');
    same('--date', '2016-12-07');
    same('--only', 'weekday-mismatch');
    same('--genre', 'opinion');
    made.write('copydesk.json', '{ "rules": { "placeholder": "off" } }');
    same();
    made.write('copydesk.json', '{ "glossary": [{ "prefer": "town council", "instead": ["council"] }] }');
    same();
    for (const mark of ['Tuesday', 'Monday', 'Tuesday']) {
      made.write('copydesk.json', JSON.stringify({ lists: { placeholders: [mark.toUpperCase()] } }));
      made.write('b.txt', `The mayor will speak on ${mark.toUpperCase()} again.\n`);
      same();
    }
    made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    same();
    assert.ok(!lint(made, '--cache').out.includes('"placeholder"'));
  }).timeout(60_000);

  it('keeps nothing that is true for an hour only', () => {
    const made = folder({ 'a.txt': `EMBARGOED UNTIL 10:00 GMT, MARCH 4, 2024\n\n${clean}` });
    const before = lint(made, '--cache', '--now', '2024-03-04T09:00Z');
    const after = lint(made, '--cache', '--now', '2024-03-05T09:00Z');
    assert.match(before.out, /must not run before/);
    assert.match(after.out, /has passed/);
    assert.deepEqual(answersIn(path.join(made.path, '.copydesk/cache')), []);
  });

  it('does not believe what is broken', () => {
    const made = folder({ 'a.txt': marked });
    const whole = lint(made, '--cache');
    const [file = ''] = answersIn(path.join(made.path, '.copydesk/cache'));
    const text = readFileSync(file, 'utf8');
    for (const broken of [
      '',
      text.slice(0, 40),
      text.slice(0, -2),
      text.replace('"TK"', '"XX"').replace('error', 'never'),
      '{}',
    ])
      if (broken !== text) {
        writeFileSync(file, broken);
        assert.deepEqual(lint(made, '--cache'), whole);
        assert.equal(readFileSync(file, 'utf8'), text, 'it is put right');
      }
  }).timeout(30_000);

  it('is shared by runs at the same time', async () => {
    const made = folder(
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i % 30}-${i}.txt`, `${i % 30}\n${marked}`])),
    );
    const { out } = lint(made);
    const runs = Array.from({ length: 4 }, (_, i) => {
      const args = [program, 'lint', '--format', 'ndjson', '--cache', '--jobs', String(1 + (i % 2))];
      const child = spawn(process.execPath, args, { cwd: made.path });
      let all = '';
      child.stdout.on('data', (data) => {
        all += data;
      });
      return new Promise((resolve) => child.on('close', () => resolve(all)));
    });
    for (const run of await Promise.all(runs)) assert.equal(run, out);
    const files = answersIn(path.join(made.path, '.copydesk/cache'));
    assert.equal(files.length, 30);
    assert.ok(files.every((file) => !file.endsWith('.tmp')));
  }).timeout(60_000);

  it('lies inside the root, or where a person names it', () => {
    const made = folder({ 'drafts/a.txt': marked });
    const elsewhere = folder();
    mkdirSync(path.join(made.path, '.copydesk'));
    symlinkSync(elsewhere.path, path.join(made.path, '.copydesk/cache'));
    const { err, code } = lint(made, '--cache');
    assert.equal(code, 2);
    assert.match(err, /^copydesk: \.copydesk\/cache cannot be made inside .*, or is a link that leads out of it\. /);
    assert.deepEqual(readdirSync(elsewhere.path), ['.git']);
    assert.equal(lint(made, '--cache-location', path.join(elsewhere.path, 'kept')).code, 1);
    assert.equal(answersIn(path.join(elsewhere.path, 'kept')).length, 1);
  }).timeout(30_000);

  it('goes on where nothing can be kept', () => {
    const made = folder({ 'a.txt': marked, taken: 'a file' });
    assert.deepEqual(lint(made, '--cache-location', 'taken'), lint(made));
  });
});

describe('copydesk lint --watch', () => {
  it('lints again when a draft, a new one or the settings change', async () => {
    const made = folder({ 'a.txt': clean });
    const child = spawn(process.execPath, [program, 'lint', '--watch', '--format', 'json'], { cwd: made.path });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const next = async (): Promise<Record<string, number>> => {
      let text = '';
      for (;;) {
        const { value, done } = await lines.next();
        assert.ok(!done);
        text += value;
        if (value === ']}') break;
      }
      const { files } = JSON.parse(text);
      return Object.fromEntries(
        files.map((f: { path: string; diagnostics: unknown[] }) => [f.path, f.diagnostics.length]),
      );
    };
    try {
      assert.deepEqual(await next(), { 'a.txt': 0 });
      made.write('a.txt', marked);
      assert.deepEqual(await next(), { 'a.txt': 1 });
      made.write('sub/b.txt', marked);
      assert.deepEqual(await next(), { 'a.txt': 1, 'sub/b.txt': 1 });
      made.write('copydesk.json', '{ "rules": { "placeholder": "off" } }');
      assert.deepEqual(await next(), { 'a.txt': 0, 'sub/b.txt': 0 });
      rmSync(path.join(made.path, 'a.txt'));
      assert.deepEqual(await next(), { 'sub/b.txt': 0 });
    } finally {
      child.kill('SIGINT');
    }
    await new Promise((resolve) => child.on('exit', resolve));
  }).timeout(60_000);

  it('cannot go with what is over after one run', () => {
    const made = folder({ 'a.txt': clean });
    for (const flag of ['--fix', '--server', '--stdin-filename=a.txt', '--shard=1/2']) {
      const { err, code } = made.run(['lint', '--watch', flag]);
      assert.match(err, /^copydesk: --watch reads again and again, so it cannot go with --[\w-]+\. Leave one out\.\n$/);
      assert.equal(code, 2);
    }
  });
});
