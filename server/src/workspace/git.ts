// What Git says has changed: files, and the lines in them.
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { slashes } from './settings-files';
import { Trouble } from './trouble';

/** Lines from 1, both ends in. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** By absolute path with forward slashes. */
export type Changes = ReadonlyMap<string, readonly Lines[]>;

const ALL: readonly Lines[] = [{ from: 1, to: Number.POSITIVE_INFINITY }];

/**
 * What differs between the working tree and a commit, new files that are not ignored included. On a branch that has left `ref`,
 * the commit is the one where it left: what the others did meanwhile is not counted.
 * @param ref default: the last commit; before the first one everything is new.
 * @throws Trouble where Git is missing, the folder is in no repository, or there is no such commit.
 */
export function changesSince(ref: string | undefined, folder: string): Changes {
  const top = git(folder, ['rev-parse', '--show-toplevel']);
  if (!top.ok)
    throw new Trouble('This folder is in no Git repository, so nobody can say what has changed. Leave out --changed.');
  const root = top.out.replace(/\r?\n$/, '');
  const base = commitOf(root, ref);
  const options = ['--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules', '--diff-filter=d', '-M'];
  const names = nul(told(root, ['diff', ...options, '--name-only', '-z', base, '--']));
  const patch = told(root, ['diff', ...options, '--unified=0', '--inter-hunk-context=0', base, '--']);
  const at = (name: string): string => slashes(path.resolve(root, name));
  const changes = new Map<string, readonly Lines[]>();
  patchesIn(patch).forEach((lines, i) => {
    changes.set(at(names[i] as string), lines);
  });
  for (const name of nul(told(root, ['ls-files', '--others', '--exclude-standard', '-z']))) changes.set(at(name), ALL);
  return changes;
}

/** The Git of this machine, and the repository that a folder lies in; nothing where there is none. */
export function repositoryOf(folder: string): { readonly version?: string; readonly repository?: string } {
  const line = (args: readonly string[]): string | undefined => {
    const answer = asked(folder, args);
    return answer && 'ok' in answer && answer.ok ? answer.out.trimEnd() : undefined;
  };
  const version = line(['--version'])?.replace('git version ', '');
  const repository = line(['rev-parse', '--show-toplevel']);
  return { ...(version && { version }), ...(repository && { repository: slashes(repository) }) };
}

/** Whether Git knows a branch, tag or commit by this name. */
export const isCommit = (ref: string, folder: string): boolean => commitNamed(folder, ref).ok;

function commitOf(root: string, ref: string | undefined): string {
  const commit = commitNamed(root, ref ?? 'HEAD');
  if (commit.ok) {
    const parting = git(root, ['merge-base', commit.out.trim(), 'HEAD']);
    return (parting.ok ? parting.out : commit.out).trim();
  }
  if (ref !== undefined)
    throw new Trouble(`Git knows no commit "${ref}" here. Check what follows --changed=, or fetch it first.`);
  return told(root, ['hash-object', '-t', 'tree', '--stdin']).trim();
}

const commitNamed = (folder: string, ref: string): Answer =>
  git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);

/** The changed lines of each file, in the order in which Git lists the files. A line of content never begins as a heading does. */
function patchesIn(patch: string): Lines[][] {
  const files: Lines[][] = [];
  for (const line of patch.split('\n')) {
    if (line.startsWith('diff --git ')) files.push([]);
    else if (line.startsWith('@@ ')) files.at(-1)?.push(linesOf(line));
  }
  return files;
}

/** `@@ -4,2 +5,3 @@`: lines 5 to 7 are new. Where lines were only taken out, the two that now meet count: a source may be gone. */
function linesOf(heading: string): Lines {
  const [from = '', count = '1'] = (heading.split(' ')[2] ?? '').slice(1).split(',');
  const start = Number(from);
  return count === '0' ? { from: start, to: start + 1 } : { from: start, to: start + Number(count) - 1 };
}

const nul = (list: string): string[] => list.split('\0').filter(Boolean);

function told(folder: string, args: readonly string[]): string {
  const { ok, out, err } = git(folder, args);
  if (!ok) throw new Trouble(`Git could not say what has changed: ${err.trim().split('\n')[0]}`);
  return out;
}

/** Bytes of an answer that is still taken in. */
const LARGEST_ANSWER = 1 << 29;

function git(folder: string, args: readonly string[]): Answer {
  const answer = asked(folder, args);
  if (!answer)
    throw new Trouble('--changed asks Git, and there is no git on this machine. Install it, or leave out --changed.');
  if ('error' in answer) throw new Trouble(`Git could not say what has changed: ${answer.error.message}`);
  return answer;
}

interface Answer {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

/** @returns nothing where there is no Git. */
function asked(folder: string, args: readonly string[]): Answer | { readonly error: Error } | undefined {
  const { error, status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    maxBuffer: LARGEST_ANSWER,
    windowsHide: true,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  return error ? { error } : { ok: status === 0, out: stdout, err: stderr };
}
