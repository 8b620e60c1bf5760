// The command line on a machine on a bad day: a slow disk, a clock that jumps, settings that are rewritten under it, folders that are gone or
// read-only, workers that are killed. Nothing is lost, and whoever runs it reads one clear sentence.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, ownData, program, type Ran } from '../support/cli';
import { root } from '../support/root';
import { times } from '../support/times';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const furnished = `${marked}\nThe meeting is open to all, she said. Enditem\n`;
const preload = `--require ${path.join(root, 'test/support/bad-day.cjs')}`;
const on = (made: Folder, day: string, args: readonly string[]): Ran =>
  made.run(args, '', { NODE_OPTIONS: preload, BAD_DAY: day });
const drafts = (count: number, text = furnished): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, `${text}\nMore came from pier ${i}.\n`]));

describe('a bad day', function () {
  this.timeout(120_000);

  for (const day of ['slow', 'clock', 'slow clock'])
    it(`(${day}) changes no answer, kept or not, and no file but by its fixes`, () => {
      const made = folder({ ...drafts(4), 'copydesk.json': '{ "extends": ["ap"] }', '.copydeskignore': '3.txt\n' });
      const lint = ['lint', '--format', 'ndjson'];
      const usual = made.run(lint);
      assert.deepEqual(on(made, day, lint), usual);
      for (let i = 0; i < 2; i++) assert.deepEqual(on(made, day, [...lint, '--cache']), usual);
      assert.deepEqual(on(made, day, [...lint, '--jobs', '2']), usual);
      assert.equal(on(made, day, ['clear', '0.txt:1', '--reason', 'confirmed']).code, 0);
      assert.match(made.read('.copydesk/cleared.jsonl'), /^\{"file":"0\.txt",.*"date":"\d{4}-\d\d-\d\d"\}\n$/);
      on(made, day, [...lint, '--fix']);
      assert.equal(made.read('1.txt'), furnished.replace(' Enditem', '') + '\nMore came from pier 1.\n');
    });

  it('settings that are rewritten while it runs: each draft is answered by the old or the new ones, or the run says what is wrong', async () => {
    const made = folder(drafts(60));
    const [old, young] = ['{ "rules": { "placeholder": "off" } }', '{ "rules": { "placeholder": "error" } }'];
    const file = made.write('copydesk.json', old);
    const known = [old, young, ''].map((settings) => {
      made.write('copydesk.json', settings || '{}');
      return answersOf(made.run(['lint', '--format', 'ndjson']).out);
    });
    for (let i = 0; i < times(4, 40); i++) {
      const turns = setInterval(() => {
        // half of the time as an editor writes, half as a shell does
        const text = Math.random() < 0.5 ? old : young;
        if (Math.random() < 0.5) return writeFileSync(file, text.slice(0, Math.floor(Math.random() * text.length)));
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      }, 3);
      const { out, code } = await ran(made, ['lint', '--format', 'ndjson', '--jobs', String(1 + (i % 2))]);
      clearInterval(turns);
      const told = answersOf(out);
      assert.equal(told.size, 60);
      for (const [name, answer] of told)
        assert.ok(
          known.some((one) => one.get(name) === answer),
          `${name}: ${answer}`,
        );
      if ([...told].some(([name, answer]) => known.slice(0, 2).every((one) => one.get(name) !== answer)))
        assert.equal(code, 2);
    }
  });

  it('a worker that is killed: the run says so with 2, and every draft is whole', () => {
    for (let i = 0; i < times(3, 30); i++) {
      const made = folder(drafts(120));
      const { code, err } = on(made, 'worker', ['lint', '--fix', '--format', 'ndjson', '--jobs', '2']);
      assert.equal(code, 2, err);
      assert.match(err, /worker .*left early, with code 9/);
      for (let k = 0; k < 120; k++) {
        const text = made.read(`${k}.txt`);
        const before = `${furnished}\nMore came from pier ${k}.\n`;
        assert.ok(text === before || text === before.replace(' Enditem', ''), `${k}.txt: ${text}`);
      }
      assert.deepEqual(
        readdirSync(made.path).filter((name) => name.endsWith('.tmp')),
        [],
      );
    }
  });

  it('killed while it clears: each decision is there whole or not at all', async () => {
    const made = folder(drafts(30, marked));
    const started = performance.now();
    await ran(made, ['clear', '--baseline']);
    const whole = performance.now() - started;
    for (let i = 0; i < times(6, 60); i++) {
      rmSync(path.join(made.path, '.copydesk'), { recursive: true, force: true });
      await ran(made, ['clear', '--baseline'], whole * (0.4 + (0.6 * i) / times(6, 60)));
      const rest = made.run(['clear', '--baseline']);
      assert.equal(rest.code, 0, rest.err);
      assert.equal(linesOf(made).length, 30);
      assert.equal(made.run(['lint', '--format', 'ndjson']).code, 0);
    }
  });
});

describe('clearances', function () {
  this.timeout(120_000);
  const decided = (made: Folder): string => {
    made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    return made.read('.copydesk/cleared.jsonl');
  };

  it('that a merge has left in two versions both count, are told of once, and none is added until the marks are gone', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': marked });
    const line = decided(made);
    const other = line.replace('a.txt', 'c.txt');
    for (const end of ['\n', '\r\n']) {
      const file = `${other}<<<<<<< HEAD\n${line}||||||| base\n=======\n${other}>>>>>>> night\n`.replaceAll('\n', end);
      made.write('.copydesk/cleared.jsonl', file);
      const lint = made.run(['lint', '--format', 'ndjson']);
      assert.equal(lint.code, 2);
      const [told, a] = lint.out
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one));
      assert.deepEqual(
        told.problems.map((one: { line: number; message: string }) => [one.line, one.message]),
        [
          [
            2,
            'A merge has left two versions in lines 2 to 7. The decisions of both count; take out Git’s marks (<<<<<<<, =======, >>>>>>>) and keep the lines between them.',
          ],
        ],
      );
      assert.deepEqual(a.diagnostics, [], 'what was decided counts');
      for (const args of [
        ['clear', 'b.txt:1', '--reason', 'confirmed'],
        ['clear', 'a.txt:1', '--undo'],
        ['clear', '--baseline'],
      ]) {
        const { code, err } = made.run(args);
        assert.equal(code, 2);
        assert.match(
          err,
          /^copydesk: Nothing was cleared: line 2 of \.copydesk\/cleared\.jsonl is in the way\. A merge/,
        );
        assert.equal(made.read('.copydesk/cleared.jsonl'), file, 'nothing is lost');
      }
      made.write('.copydesk/cleared.jsonl', file.replace(/^[<|=>]{7}.*\r?\n/gm, ''));
      assert.equal(made.run(['clear', 'b.txt:1', '--reason', 'confirmed']).code, 0);
      assert.equal(linesOf(made).length, 4);
    }
  });

  it('one of which is half a line are told with its line, and none is added until that is put right', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': marked });
    const line = decided(made);
    for (let cut = 1; cut < line.length - 1; cut += 9) {
      const file = line + line.slice(0, cut);
      made.write('.copydesk/cleared.jsonl', file);
      const { code, err } = made.run(['clear', 'b.txt:1', '--reason', 'confirmed']);
      assert.equal(code, 2, String(cut));
      assert.match(
        err,
        /^copydesk: Nothing was cleared: line 2 of \.copydesk\/cleared\.jsonl is in the way\. This line is no clearance, so it does not count\. Take it out/,
      );
      assert.equal(made.read('.copydesk/cleared.jsonl'), file);
    }
    assert.match(made.run(['lint']).out, /cleared\.jsonl\n +2:1 /);
  });

  it('of a later version than this one are told of, and stand in nobody’s way', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': marked });
    const line = decided(made);
    made.write('.copydesk/cleared.jsonl', line.replace('"confirmed"', '"asked-the-desk"'));
    assert.equal(made.run(['clear', 'b.txt:1', '--reason', 'confirmed']).code, 2);
    assert.equal(linesOf(made).length, 2);
  });

  it('that many write at the same time, and one takes out what is dead, are all there', async () => {
    const made = folder(drafts(8, marked));
    made.write('gone.txt', marked);
    for (let i = 0; i < times(2, 30); i++) {
      rmSync(path.join(made.path, '.copydesk'), { recursive: true, force: true });
      made.write('gone.txt', marked);
      made.run(['clear', 'gone.txt:1', '--reason', 'confirmed']);
      rmSync(path.join(made.path, 'gone.txt'));
      const clear = (k: number) => ran(made, ['clear', `${k}.txt:1`, '--reason', 'confirmed']);
      const runs = Array.from({ length: 8 }, (_, k) => clear(k));
      for (const { code, err } of await Promise.all([...runs, ran(made, ['clear', '--prune'])]))
        assert.equal(code, 0, err);
      const files = new Set(linesOf(made).map(({ file }) => file));
      for (let k = 0; k < 8; k++) assert.ok(files.has(`${k}.txt`), `the decision on ${k}.txt is lost`);
    }
  });
});

describe('a folder that cannot be written', () => {
  it('on a read-only disk is linted; what would be written is refused in one sentence', function () {
    this.timeout(60_000);
    const made = folder();
    const disk = path.join(made.path, 'disk');
    mkdirSync(disk);
    // only the superuser of a machine that lets him may make a disk
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) this.skip();
    try {
      writeFileSync(path.join(disk, 'a.txt'), furnished);
      mkdirSync(path.join(disk, '.git'));
      spawnSync('mount', ['-o', 'remount,ro', disk]);
      const run = (...args: string[]): Ran => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
          cwd: disk,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, XDG_DATA_HOME: ownData() },
        });
        return { code: status, out: stdout, err: stderr };
      };
      assert.equal(run('lint').code, 1);
      assert.match(run('lint', '--cache').err, /^copydesk: \.copydesk\/cache cannot be made inside [^\n]*\n$/);
      const fixed = run('lint', '--fix', '--format', 'ndjson');
      assert.equal(fixed.code, 2);
      const [{ message }] = JSON.parse(fixed.out.trim()).problems;
      assert.equal(
        message,
        'a.txt cannot be written (its disk is read-only), so nothing in it was changed. Make it writable and run the command again.',
      );
      for (const args of [
        ['clear', 'a.txt:1', '--reason', 'confirmed'],
        ['init'],
        ['lint', '--output', 'json=r.json'],
      ]) {
        const { code, err } = run(...args);
        assert.equal(code, 2, args[0]);
        assert.match(err, /^copydesk: [^\n]*\(its disk is read-only\)[^\n]*Make it writable[^\n]*\n$/, args[0]);
      }
      assert.equal(readFileSync(path.join(disk, 'a.txt'), 'utf8'), furnished);
      assert.deepEqual(readdirSync(disk).sort(), ['.git', 'a.txt']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('since it is gone is told so in one sentence, whatever is asked', function () {
    if (process.platform === 'win32') this.skip();
    for (const args of ['lint', 'clear a.txt:1 --reason confirmed', 'rules', 'doctor']) {
      const made = folder({ 'a.txt': marked });
      const script = `cd "$1" && rm -rf "$1" && exec "$2" "$3" ${args}`;
      const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', made.path, process.execPath, program], {
        encoding: 'utf8',
      });
      assert.match(stderr, /^copydesk: The folder that you are in is gone\. [^\n]*\n$/, args);
      assert.equal(status, 2, args);
    }
  });
});

function answersOf(out: string): Map<string, string> {
  const records = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return new Map(
    records.filter(({ path: file }) => file.endsWith('.txt')).map((one) => [one.path, JSON.stringify(one.diagnostics)]),
  );
}

const linesOf = (made: Folder): { readonly file: string }[] =>
  made
    .read('.copydesk/cleared.jsonl')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line));

/** Resolves when the process has ended. @param after ms until it is killed */
function ran({ path: cwd }: Folder, args: readonly string[], after?: number): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { cwd });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}
