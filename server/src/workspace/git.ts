// What Git says has changed: files, and the lines in them. Git is asked what it has recorded; what lies in the working tree is
// read here, byte for byte, so that no attribute, filter or flag of the index can say that a change is none.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import * as path from 'node:path';
import { inside } from '../config/path';
import { LARGEST } from '../document/decode';
import { changedLines, type Lines } from '../text/changed-lines';
import { type Answer, askGit } from './git-program';
import { readRegular, realOf } from './regular-file';
import { slashes } from './slashes';
import { Trouble } from './trouble';

export interface Changes {
  /** The changed lines of a file, all of one that is new; nothing where it has not changed. @param file absolute, with forward slashes. */
  linesOf(file: string): readonly Lines[] | undefined;
}

const ALL: readonly Lines[] = [{ from: 1, to: Number.POSITIVE_INFINITY }];

/**
 * What differs between the working tree and a commit, new files that are not ignored included. On a branch that has left `ref`,
 * the commit is the one where it left: what the others did meanwhile is not counted.
 * @param ref default: the last commit; before the first one everything is new.
 * @throws Trouble where Git is missing, the folder is in no repository, or there is no such commit.
 */
export function changesSince(ref: string | undefined, folder: string): Changes {
  const root = topOf(folder);
  return changesIn({ root, inner: false }, commitOf(root, ref));
}

/** The Git of this machine, and the repository that a folder lies in; nothing where there is none. */
export function repositoryOf(folder: string): { readonly version?: string; readonly repository?: string } {
  const line = (args: readonly string[]): string | undefined => {
    try {
      const answer = askGit(repositoryAbove(folder) ?? folder, args);
      return answer?.ok ? answer.out.toString('utf8').trimEnd() : undefined;
    } catch {
      return undefined;
    }
  };
  const version = line(['--version'])?.replace('git version ', '');
  const repository = line(['rev-parse', '--show-toplevel']);
  return { ...(version && { version }), ...(repository && { repository: slashes(repository) }) };
}

/** Whether Git knows a branch, tag or commit by this name. */
export const isCommit = (ref: string, folder: string): boolean =>
  commitNamed(repositoryAbove(folder) ?? folder, ref).ok;

/** A repository, and whether it lies inside the one that was asked about. */
interface Repository {
  readonly root: string;
  readonly inner: boolean;
}

/** @param base a commit; nothing where everything is new. */
function changesIn(repository: Repository, base: string | undefined): Changes {
  const { root } = repository;
  const recorded = base === undefined ? new Map<string, Entry>() : entriesOf(repository, base);
  const renamed = base === undefined ? new Map<string, string>() : renamesSince(repository, base);
  const known = namesIn(repository, ['ls-files', '-z']);
  const untracked = namesIn(repository, ['ls-files', '--others', '--exclude-standard', '-z']);
  const inner = new Map<string, Changes>();
  const asked = new Map<string, readonly Lines[] | undefined>();

  function find(file: string): readonly Lines[] | undefined {
    const name = nameIn(root, file);
    // nobody can say of what lies elsewhere that it has not changed
    if (name === undefined) return ALL;
    for (const [folder, entry] of foldersOf(name)) {
      // a repository in this one: what it is recorded at is what it has changed since
      if (entry?.type === 'commit') return insideOf(folder, entry.oid).linesOf(file);
      if (untracked.has(`${folder}/`)) return ALL;
    }
    const before = recorded.get(name) ?? recorded.get(renamed.get(name) ?? '');
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!before) return known.has(name) || untracked.has(name) ? ALL : undefined;
    if (stat?.isSymbolicLink()) return behindLink(file, before);
    return before.mode === LINK ? ALL : comparedWith(before.oid, file);
  }

  function* foldersOf(name: string): Generator<readonly [string, Entry | undefined]> {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
      yield [name.slice(0, at), recorded.get(name.slice(0, at))];
  }

  function insideOf(folder: string, oid: string): Changes {
    const before = inner.get(folder);
    if (before) return before;
    const at = path.join(root, folder);
    const made: Changes = existsSync(path.join(at, '.git'))
      ? changesIn({ root: at, inner: true }, commitNamed(at, oid, true).ok ? oid : undefined)
      : { linesOf: () => ALL };
    inner.set(folder, made);
    return made;
  }

  /** A link that is as it was is as what it leads to is. */
  function behindLink(file: string, before: Entry): readonly Lines[] | undefined {
    if (before.mode !== LINK || !blob(before.oid).equals(Buffer.from(slashes(readlinkSync(file))))) return ALL;
    const real = realOf(file);
    return real === undefined || real === file ? ALL : linesOf(real);
  }

  function comparedWith(oid: string, file: string): readonly Lines[] | undefined {
    const now = readRegular(file, LARGEST);
    // what cannot be read is told by whoever reads it next
    if (!(now instanceof Uint8Array)) return ALL;
    if (oidOf(now, oid.length) === oid) return undefined;
    const lines = changedLines(blob(oid).toString('latin1'), now.toString('latin1'));
    return lines.length ? lines : undefined;
  }

  const blob = (oid: string): Buffer => told(repository, ['cat-file', 'blob', oid]);

  function linesOf(file: string): readonly Lines[] | undefined {
    if (!asked.has(file)) asked.set(file, find(file));
    return asked.get(file);
  }
  return { linesOf };
}

/** What a commit holds under a name. */
interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
}

const LINK = '120000';

function entriesOf(repository: Repository, base: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const record of records(told(repository, ['ls-tree', '-r', '-z', '--full-tree', base]))) {
    const at = record.indexOf('\t');
    const [mode = '', type = '', oid = ''] = record.slice(0, at).split(' ');
    entries.set(sameName(record.slice(at + 1)), { mode, type, oid });
  }
  return entries;
}

/** New names by the old ones' content, as the index has them: `:100644 100644 a… b… R087`, then both names. */
function renamesSince(repository: Repository, base: string): Map<string, string> {
  const options = ['--cached', '--raw', '-z', '-M', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const list = records(told(repository, ['diff-index', ...options, '--diff-filter=R', base, '--']));
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < list.length; at += 3)
    renames.set(sameName(list[at + 2] as string), sameName(list[at + 1] as string));
  return renames;
}

const namesIn = (repository: Repository, args: readonly string[]): ReadonlySet<string> =>
  new Set(records(told(repository, args)).map(sameName));

const records = (list: Buffer): string[] => list.toString('utf8').split('\0').filter(Boolean);

/** Systems whose file names come in more than one spelling have one here. */
const sameName = (name: string): string =>
  process.platform === 'darwin'
    ? name.normalize('NFC').toLowerCase()
    : process.platform === 'win32'
      ? name.toLowerCase()
      : name;

/** The file's path from the root, however its folder was reached. */
function nameIn(root: string, file: string): string | undefined {
  const direct = inside(root, file);
  if (direct) return sameName(direct);
  const at = file.lastIndexOf('/');
  const folder = realOf(file.slice(0, at) || '/');
  const name = folder === undefined ? undefined : inside(realOf(root) ?? root, `${folder}${file.slice(at)}`);
  return name ? sameName(name) : undefined;
}

/** As Git names content: by SHA-1, or by SHA-256 where names are that long. */
const oidOf = (content: Uint8Array, length: number): string =>
  createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');

/** The nearest folder above that is a repository: one without a working tree, which may lie among the files, is none. */
function repositoryAbove(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function topOf(folder: string): string {
  const none = 'This folder is in no Git repository, so nobody can say what has changed. Leave out --changed.';
  // who sets GIT_DIR says where it is
  const at = process.env.GIT_DIR ? folder : repositoryAbove(folder);
  const top = at === undefined ? git(folder, ['--version']) : git(at, ['rev-parse', '--show-toplevel']);
  if (at === undefined) throw new Trouble(none);
  if (top.ok) return slashes(top.out.toString('utf8').replace(/\r?\n$/, ''));
  throw new Trouble(process.env.GIT_DIR || /not a git repository/.test(top.err) ? none : couldNot(top.err));
}

function commitOf(root: string, ref: string | undefined): string | undefined {
  const commit = commitNamed(root, ref ?? 'HEAD');
  if (!commit.ok && ref === undefined) return undefined;
  if (!commit.ok)
    throw new Trouble(`Git knows no commit "${ref}" here. Check what follows --changed=, or fetch it first.`);
  const named = commit.out.toString('utf8').trim();
  const parting = git(root, ['merge-base', named, 'HEAD']);
  return parting.ok ? parting.out.toString('utf8').trim() : named;
}

const commitNamed = (folder: string, ref: string, inner = false): Answer =>
  git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], inner);

function told({ root, inner }: Repository, args: readonly string[]): Buffer {
  const { ok, out, err } = git(root, args, inner);
  if (!ok) throw new Trouble(couldNot(err));
  return out;
}

const couldNot = (why: string): string => `Git could not say what has changed: ${why.trim().split('\n')[0]}`;

function git(folder: string, args: readonly string[], inner = false): Answer {
  let answer: Answer | undefined;
  try {
    answer = askGit(folder, args, inner);
  } catch (error) {
    throw new Trouble(couldNot((error as Error).message));
  }
  if (!answer)
    throw new Trouble('--changed asks Git, and there is no git on this machine. Install it, or leave out --changed.');
  return answer;
}
