// Files that somebody else laid in a folder: pipes, and what may not be read.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { type Folder, ownData, program, type Ran } from './cli';

export const clean = 'The council meets on Monday, the mayor said.\n';
export const marked = 'The council meets on Monday with TK members, the mayor said.\n';
export const furnished = `${clean}\nThe meeting is open to all, she said. Enditem\n`;
export const posix = process.platform !== 'win32';

export const at = (made: Folder, name: string): string => path.join(made.path, name);

export function pipe(file: string): void {
  assert.equal(spawnSync('mkfifo', [file]).status, 0);
}

/** Ten times what it takes; a run that waits for ever is killed and has no code. */
export function soon(made: Folder, args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: made.path,
    encoding: 'utf8',
    input,
    timeout: 20_000,
    killSignal: 'SIGKILL',
    env: { PATH: process.env.PATH, XDG_DATA_HOME: ownData() },
  });
  assert.doesNotMatch(stderr + stdout, /fault of copydesk/);
  return { code: status, out: stdout, err: stderr };
}
