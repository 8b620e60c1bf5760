// `--fix` killed at any moment, or on a disk that is full: each file is the old one or the new one, never a part of either.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';
import { times } from '../support/times';

const TRIES = times(16, 200);
const DRAFTS = 12;

const body = 'The council meets on Monday, the mayor said.\n\n'.repeat(40);
const before = `${body}The meeting is open to all, she said. Enditem\n`;
const after = `${body}The meeting is open to all, she said.\n`;

describe('an interrupted --fix', () => {
  it(`leaves no broken file, killed ${TRIES} times`, async () => {
    const made = folder();
    const names = Array.from({ length: DRAFTS }, (_, k) => `${k}.txt`);
    const restore = (): void => names.forEach((name) => void made.write(name, before));
    restore();
    const start = performance.now();
    await killed(made.path, undefined);
    const whole = performance.now() - start;
    let midway = 0;
    for (let i = 0; i < TRIES; i++) {
      restore();
      // from the first file's turn to the last one's
      await killed(made.path, whole * (0.3 + (0.7 * i) / TRIES));
      const texts = names.map(made.read);
      for (const [k, text] of texts.entries())
        assert.ok(text === before || text === after, `${k}.txt holds ${text.length} characters`);
      if (new Set(texts).size > 1) midway++;
    }
    assert.ok(midway > 0, 'some runs were stopped between the first file and the last');
    const rest = made.run(['lint', '--fix', '--format', 'ndjson']);
    assert.equal(rest.out.trim().split('\n').length, DRAFTS, 'what a killed run left beside them is no draft');
    for (const name of names) assert.equal(made.read(name), after);
    const left = readdirSync(made.path).filter((name) => !names.includes(name) && name !== '.git');
    assert.ok(
      left.every((name) => /^\.copydesk-\w+\.tmp$/.test(name)),
      left.join(),
    );
  }).timeout(600_000);
});

describe('a full disk', () => {
  it('keeps each file whole under --fix, says so in a sentence, and ends with 2', function () {
    const made = folder();
    const disk = path.join(made.path, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
    // only the superuser of a machine that lets him may make a disk that is small enough
    if (!mounted) this.skip();
    try {
      for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(path.join(disk, name), before);
      fill(path.join(disk, 'rest'));
      const { code, out } = made.run(['lint', '--fix', 'disk', '--format', 'ndjson']);
      assert.equal(code, 2);
      const told = out
        .trim()
        .split('\n')
        .flatMap((line) => JSON.parse(line).problems);
      assert.deepEqual(
        told.map(({ message }: { message: string }) => message),
        ['a.txt', 'b.txt', 'c.txt'].map(
          (name) =>
            `disk/${name} cannot be written (the disk is full), so nothing in it was changed. Make room and run the command again.`,
        ),
      );
      for (const name of ['a.txt', 'b.txt', 'c.txt']) assert.equal(readFileSync(path.join(disk, name), 'utf8'), before);
      assert.deepEqual(readdirSync(disk).sort(), ['a.txt', 'b.txt', 'c.txt', 'rest']);
      const report = made.run(['lint', 'disk', '--output', 'json=disk/report.json']);
      assert.equal(report.code, 2);
      assert.match(
        report.err,
        /^copydesk: The report was not written: disk\/report\.json cannot be written \(the disk is full\)/,
      );
      assert.deepEqual(readdirSync(disk).sort(), ['a.txt', 'b.txt', 'c.txt', 'rest']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  for (const args of [['lint'], ['lint', '--format', 'json'], ['sources', 'a.txt'], ['rules']])
    it(`ends "${args.join(' ')}" with 2 and a sentence where the output cannot be written`, function () {
      if (process.platform !== 'linux') this.skip();
      const made = folder({ 'a.txt': before });
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: made.path,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      assert.equal(
        stderr,
        'copydesk: The output cannot be written: the disk is full. Make room and run the command again.\n',
      );
      assert.equal(status, 2);
    });
});

/** Writes until there is no room for a byte more. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeFileSync(handle, 'x'.repeat(1024));
  } catch {
    // that was the last
  } finally {
    closeSync(handle);
  }
}

/** Resolves when the process has ended. @param after ms until it is killed */
function killed(cwd: string, after: number | undefined): Promise<void> {
  const child = spawn(process.execPath, [program, 'lint', '--fix', '--format', 'ndjson'], { cwd, stdio: 'ignore' });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
