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
  linesOf(file: string): Promise<readonly Lines[] | undefined>;
}

const ALL: readonly Lines[] = [{ from: 1, to: Number.POSITIVE_INFINITY }];

/**
 * What differs between the working tree and a commit, new files that are not ignored included. On a branch that has left `ref`,
 * the commit is the one where it left: what the others did meanwhile is not counted.
 * @param ref default: the last commit; before the first one everything is new.
 * @throws Trouble where Git is missing, the folder is in no repository, or there is no such commit.
 */
export async function changesSince(ref: string | undefined, folder: string): Promise<Changes> {
  const root = await topOf(folder, '--changed');
  return changesIn({ root, inner: false }, await commitOf(root, ref));
}

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

/** @param base a commit; nothing where everything is new. */
async function changesIn(repository: Repository, base: string | undefined): Promise<Changes> {
  const { root } = repository;
  const recorded = base === undefined ? new Map<string, Entry>() : await entriesOf(repository, base);
  const renamed = base === undefined ? new Map<string, string>() : await renamesSince(repository, base);
  const known = await namesIn(repository, ['ls-files', '-z']);
  const untracked = await namesIn(repository, ['ls-files', '--others', '--exclude-standard', '-z']);
  const links = new Map<string, boolean>();
  const inner = new Map<string, Promise<Changes>>();
  const asked = new Map<string, Promise<readonly Lines[] | undefined>>();

  async function find(file: string): Promise<readonly Lines[] | undefined> {
    const name = nameIn(root, file);
    // nobody can say of what lies elsewhere that it has not changed
    if (name === undefined) return ALL;
    for (const [folder, entry] of foldersOf(name)) {
      if (isLink(folder)) return behindLink(folder, entry, file);
      // a repository in this one: what it is recorded at is what it has changed since
      if (entry?.type === 'commit') return (await insideOf(folder, entry.oid)).linesOf(file);
      if (untracked.has(`${folder}/`)) return ALL;
    }
    const before = recorded.get(name) ?? recorded.get(renamed.get(name) ?? '');
    if (isLink(name)) return behindLink(name, before, file);
    if (!before) return known.has(name) || untracked.has(name) ? ALL : undefined;
    return before.mode === LINK ? ALL : comparedWith(before.oid, file);
  }

  function* foldersOf(name: string): Generator<readonly [string, Entry | undefined]> {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
      yield [name.slice(0, at), recorded.get(name.slice(0, at))];
  }

  function isLink(name: string): boolean {
    const before = links.get(name);
    if (before !== undefined) return before;
    const is = lstatSync(path.join(root, name), { throwIfNoEntry: false })?.isSymbolicLink() === true;
    links.set(name, is);
    return is;
  }

  function insideOf(folder: string, oid: string): Promise<Changes> {
    const before = inner.get(folder);
    if (before) return before;
    const at = path.join(root, folder);
    const made = isTopOf(at).then(async (is): Promise<Changes> => {
      if (!is) return { linesOf: async () => ALL };
      return changesIn({ root: at, inner: true }, (await commitNamed(at, oid, true)).ok ? oid : undefined);
    });
    inner.set(folder, made);
    return made;
  }

  /** A link that is as it was, and one that Git is to pass over, is as what it leads to is. @param name of the link. */
  async function behindLink(
    name: string,
    before: Entry | undefined,
    file: string,
  ): Promise<readonly Lines[] | undefined> {
    if ((!before && isNews(name)) || (before && !(await leadsWhereItDid(name, before)))) return ALL;
    const real = realOf(file);
    return real === undefined || real === file ? ALL : linesOf(real);
  }

  /** A name that Git has not recorded and would record, or under which it has recorded a folder. */
  const isNews = (name: string): boolean =>
    known.has(name) || untracked.has(name) || [...recorded.keys()].some((one) => one.startsWith(`${name}/`));

  async function leadsWhereItDid(name: string, before: Entry): Promise<boolean> {
    if (before.mode !== LINK) return false;
    return (await blob(before.oid)).equals(Buffer.from(slashes(readlinkSync(path.join(root, name)))));
  }

  async function comparedWith(oid: string, file: string): Promise<readonly Lines[] | undefined> {
    const now = readRegular(file, LARGEST);
    // what cannot be read is told by whoever reads it next
    if (!(now instanceof Uint8Array)) return ALL;
    if (oidOf(now, oid.length) === oid) return undefined;
    const lines = changedLines((await blob(oid)).toString('latin1'), now.toString('latin1'));
    return lines.length ? lines : undefined;
  }

  const blob = (oid: string): Promise<Buffer> => outputOf(repository, ['cat-file', 'blob', oid]);

  function linesOf(file: string): Promise<readonly Lines[] | undefined> {
    const before = asked.get(file);
    if (before) return before;
    const lines = find(file);
    asked.set(file, lines);
    return lines;
  }
  return { linesOf };
}

/** One whose `.git` is broken is a part of the repository above it, as Git sees it. */
async function isTopOf(folder: string): Promise<boolean> {
  const { ok, out } = await git(folder, ['rev-parse', '--show-toplevel'], true);
  return ok && realOf(out.toString('utf8').replace(/\r?\n$/, '')) === realOf(folder);
}

/** What a commit holds under a name. */
export interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
}

export const LINK = '120000';

export async function entriesOf(repository: Repository, base: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const record of records(await outputOf(repository, ['ls-tree', '-r', '-z', '--full-tree', base]))) {
    const at = record.indexOf('\t');
    const [mode = '', type = '', oid = ''] = record.slice(0, at).split(' ');
    entries.set(sameName(record.slice(at + 1)), { mode, type, oid });
  }
  return entries;
}

/** New names by the old ones' content, as the index has them: `:100644 100644 a… b… R087`, then both names. */
export async function renamesSince(repository: Repository, base: string): Promise<Map<string, string>> {
  const options = ['--cached', '--raw', '-z', '-M', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const list = records(await outputOf(repository, ['diff-index', ...options, '--diff-filter=R', base, '--']));
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < list.length; at += 3)
    renames.set(sameName(list[at + 2] as string), sameName(list[at + 1] as string));
  return renames;
}

const namesIn = async (repository: Repository, args: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(records(await outputOf(repository, args)).map(sameName));

export const records = (list: Buffer): string[] => list.toString('utf8').split('\0').filter(Boolean);

/** Systems whose file names come in more than one spelling have one here. */
export const sameName = (name: string): string =>
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

const commitNamed = (folder: string, ref: string, inner = false): Promise<Answer> =>
  git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], inner);

export async function outputOf({ root, inner }: Repository, args: readonly string[]): Promise<Buffer> {
  const { ok, out, err } = await git(root, args, inner);
  if (!ok) throw new Trouble(couldNot(err));
  return out;
}

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
