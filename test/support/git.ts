// Repositories for tests, made by Git as it comes: no settings of the machine, a name and an address of their own.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Folder, folder } from './cli';

/** What Git, and a command that asks it, may know of the machine. */
export const gitEnv = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

const settings = {
  'user.name': 'Desk',
  'user.email': 'desk@example.org',
  'init.defaultBranch': 'main',
  'protocol.file.allow': 'always',
};
const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** @returns what it printed. Throws where Git fails. */
export const git = (at: string, ...args: readonly string[]): string =>
  execFileSync('git', [...flags, ...args], { cwd: at, env: gitEnv, stdio: 'pipe', encoding: 'utf8' });

/** A folder whose files are its first commit. @param lay what else is laid into it before that. */
export function repository(
  files: Readonly<Record<string, string | Buffer>>,
  lay: (made: Folder) => void = () => undefined,
): Folder {
  const made = folder(files);
  rmSync(path.join(made.path, '.git'), { recursive: true });
  git(made.path, 'init', '-q');
  lay(made);
  git(made.path, 'add', '-A');
  git(made.path, 'commit', '-qm', 'first');
  return made;
}
