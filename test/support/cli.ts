// Runs the built command line as a shell does, in a folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { root } from './root';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  /** Runs `copydesk` with this folder as the working folder. */
  run(args: readonly string[], input?: string | Buffer, env?: Readonly<Record<string, string>>): Ran;
  write(name: string, content: string | Buffer): string;
  read(name: string): string;
}

export const program = path.join(root, 'dist/cli.js');

const made: string[] = [];
let data: string | undefined;

/** Where the person who runs these tests keeps what is his own: no home that is really somebody's. */
export function ownData(): string {
  if (data === undefined) made.push((data = mkdtempSync(path.join(os.tmpdir(), 'copydesk-data-'))));
  return data;
}

after(() => {
  for (const home of made) rmSync(home, { recursive: true, force: true });
});

/** A folder with these files, removed when the tests are through. It is a root: no settings above it count. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  const home = mkdtempSync(path.join(os.tmpdir(), 'copydesk-cli-'));
  made.push(home);
  const one: Folder = {
    path: home,
    run(args, input = '', env = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: home,
        input,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, XDG_DATA_HOME: ownData(), ...env },
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
    write(name, content) {
      const file = path.join(home, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    read: (name) => readFileSync(path.join(home, name), 'utf8'),
  };
  mkdirSync(path.join(home, '.git'));
  for (const [name, content] of Object.entries(files)) one.write(name, content);
  return one;
}
