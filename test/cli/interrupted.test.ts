// `--fix` killed at any moment: each file is the old one or the new one, never a part of either.
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { folder, program } from '../support/cli';

const TRIES = 10;
const DRAFTS = 12;

describe('an interrupted --fix', () => {
  it('leaves no broken file', async () => {
    const body = 'The council meets on Monday, the mayor said.\n\n'.repeat(40);
    const before = `${body}The meeting is open to all, she said. Enditem\n`;
    const after = `${body}The meeting is open to all, she said.\n`;
    const made = folder();
    const whole = await timed(made.path);
    let stopped = 0;
    for (let i = 0; i < TRIES; i++) {
      for (let k = 0; k < DRAFTS; k++) made.write(`${k}.txt`, before);
      // from the first file's turn to the last one's
      const code = await killed(made.path, whole * (0.3 + (0.7 * i) / TRIES));
      if (code === null) stopped++;
      for (let k = 0; k < DRAFTS; k++) {
        const now = made.read(`${k}.txt`);
        assert.ok(now === before || now === after, `${k}.txt holds ${now.length} characters`);
      }
    }
    assert.ok(stopped > 0, 'some runs were stopped in their midst');
    const rest = made.run(['lint', '--fix', '--format', 'ndjson']);
    assert.equal(rest.out.trim().split('\n').length, DRAFTS, 'what a killed run left beside them is no draft');
    for (let k = 0; k < DRAFTS; k++) assert.equal(made.read(`${k}.txt`), after);
    const left = readdirSync(made.path).filter((name) => !/^\d+\.txt$|^\.git$/.test(name));
    assert.ok(
      left.every((name) => /^\.\d+\.txt\.\d+\.tmp$/.test(name)),
      left.join(),
    );

    async function timed(path: string): Promise<number> {
      for (let k = 0; k < DRAFTS; k++) made.write(`${k}.txt`, before);
      const start = performance.now();
      await killed(path, undefined);
      return performance.now() - start;
    }
  }).timeout(120_000);
});

/** Resolves with the exit code, null where the process was killed first. @param after ms */
function killed(cwd: string, after: number | undefined): Promise<number | null> {
  const child = spawn(process.execPath, [program, 'lint', '--fix', '--format', 'ndjson'], { cwd, stdio: 'ignore' });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
