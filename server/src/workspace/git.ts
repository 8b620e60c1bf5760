// What Git says of a repository: where its root is, which commit is meant, and what a commit has recorded.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { type Answer, askGit } from './git-program';
import { realOf } from './regular-file';
import { slashes } from './slashes';
import { Trouble } from './trouble';

/** The Git of this machine, and the repository that a folder lies in; nothing where there is none, and a sentence where Git cannot say. */
export async function repositoryOf(
  folder: string,
): Promise<{ readonly version?: string; readonly repository?: string; readonly fault?: string }> {
  const at = repositoryAbove(folder) ?? folder;
  try {
    const version = line(await askGit(path.parse(at).root, ['--version']))?.replace('git version ', '');
    if (version === undefined) return {};
    try {
      const repository = line(await askGit(at, ['rev-parse', '--show-toplevel']));
      return { version, ...(repository && { repository: slashes(repository) }) };
    } catch (error) {
      return { version, fault: couldNot((error as Error).message) };
    }
  } catch {
    return {};
  }
}

const line = (answer: Answer | undefined): string | undefined =>
  answer?.ok ? answer.out.toString('utf8').trimEnd() : undefined;

/** Whether Git knows a branch, tag or commit by this name. */
export const isCommit = async (ref: string, folder: string): Promise<boolean> =>
  (await commitNamed(repositoryAbove(folder) ?? folder, ref)).ok;

/** A repository, and whether it lies inside the one that was asked about. */
export interface Repository {
  readonly root: string;
  readonly inner: boolean;
}

/** One whose `.git` is broken is a part of the repository above it, as Git sees it. */
export async function isTopOf(folder: string): Promise<boolean> {
  const { ok, out } = await git(folder, ['rev-parse', '--show-toplevel'], true);
  return ok && realOf(out.toString('utf8').replace(/\r?\n$/, '')) === realOf(folder);
}

/** What a commit holds under a name. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
}

export const LINK = '120000';

/** What a commit holds. */
export interface Committed {
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Of a file by its name now; one that was renamed since is recorded under its former name. */
  of(name: string): TreeEntry | undefined;
}

/** @param base a commit; nothing where nothing is recorded yet. */
export async function recordedAt(repository: Repository, base: string | undefined): Promise<Committed> {
  if (base === undefined) return { entries: new Map(), of: () => undefined };
  const entries = await entriesOf(repository, base);
  const renames = await renamesSince(repository, base);
  return { entries, of: (name) => entries.get(name) ?? entries.get(renames.get(name) ?? '') };
}

async function entriesOf(repository: Repository, base: string): Promise<Map<string, TreeEntry>> {
  const entries = new Map<string, TreeEntry>();
  for (const record of records(await outputOf(repository, ['ls-tree', '-r', '-z', '--full-tree', base]))) {
    const at = record.indexOf('\t');
    const [mode = '', type = '', oid = ''] = record.slice(0, at).split(' ');
    entries.set(sameName(record.slice(at + 1)), { mode, type, oid });
  }
  return entries;
}

/** New names by the old ones' content, as the index has them: `:100644 100644 a… b… R087`, then both names. */
async function renamesSince(repository: Repository, base: string): Promise<Map<string, string>> {
  const options = ['--cached', '--raw', '-z', '-M', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const list = records(await outputOf(repository, ['diff-index', ...options, '--diff-filter=R', base, '--']));
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < list.length; at += 3)
    renames.set(sameName(list[at + 2] as string), sameName(list[at + 1] as string));
  return renames;
}

export const namesIn = async (repository: Repository, args: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(records(await outputOf(repository, args)).map(sameName));

export const records = (list: Buffer): string[] => list.toString('utf8').split('\0').filter(Boolean);

/** Systems whose file names come in more than one spelling have one here. */
export const sameName = (name: string): string =>
  process.platform === 'darwin'
    ? name.normalize('NFC').toLowerCase()
    : process.platform === 'win32'
      ? name.toLowerCase()
      : name;

/** The nearest folder above that is a repository: one without a working tree, which may lie among the files, is none. */
function repositoryAbove(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** @param asked the flag, for a sentence. @throws Trouble where Git is missing or the folder is in no repository. */
export async function topOf(folder: string, asked: string): Promise<string> {
  const none = `This folder is in no Git repository, so nobody can say what has changed. Leave out ${asked}.`;
  // who sets GIT_DIR says where it is
  const at = process.env.GIT_DIR ? folder : repositoryAbove(folder);
  const top = await (at === undefined ? git(folder, ['--version']) : git(at, ['rev-parse', '--show-toplevel']));
  if (at === undefined) throw new Trouble(none);
  if (top.ok) return slashes(top.out.toString('utf8').replace(/\r?\n$/, ''));
  throw new Trouble(process.env.GIT_DIR || /not a git repository/.test(top.err) ? none : couldNot(top.err));
}

export async function commitOf(root: string, ref: string | undefined): Promise<string | undefined> {
  const commit = await commitNamed(root, ref ?? 'HEAD');
  if (!commit.ok && ref === undefined) return undefined;
  if (!commit.ok)
    throw new Trouble(`Git knows no commit "${ref}" here. Check what follows --changed=, or fetch it first.`);
  const named = commit.out.toString('utf8').trim();
  const parting = await git(root, ['merge-base', named, 'HEAD']);
  return parting.ok ? parting.out.toString('utf8').trim() : named;
}

export const commitNamed = (folder: string, ref: string, inner = false): Promise<Answer> =>
  git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], inner);

export async function outputOf({ root, inner }: Repository, args: readonly string[]): Promise<Buffer> {
  const { ok, out, err } = await git(root, args, inner);
  if (!ok) throw new Trouble(couldNot(err));
  return out;
}

export const blobOf = (repository: Repository, oid: string): Promise<Buffer> =>
  outputOf(repository, ['cat-file', 'blob', oid]);

const couldNot = (why: string): string => `Git could not say what has changed: ${why.trim().split('\n')[0]}`;

async function git(folder: string, args: readonly string[], inner = false): Promise<Answer> {
  let answer: Answer | undefined;
  try {
    answer = await askGit(folder, args, inner);
  } catch (error) {
    throw new Trouble(couldNot((error as Error).message));
  }
  if (!answer)
    throw new Trouble(
      '--changed and --staged ask Git, and there is no git on this machine. Install it, or leave them out.',
    );
  return answer;
}
