// What has changed in the working tree: files, and the lines in them. Git is asked what it has recorded; what lies in the working
// tree is read here, byte for byte, so that no attribute, filter or flag of the index can say that a change is none.
import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync } from 'node:fs';
import * as path from 'node:path';
import { kept } from '../config/files';
import { inside } from '../config/path';
import { LARGEST } from '../document/decode';
import { changedLines, type Lines } from '../text/changed-lines';
import {
  blobOf,
  commitNamed,
  commitOf,
  type TreeEntry,
  isTopOf,
  LINK,
  namesIn,
  type Committed,
  type Repository,
  recordedAt,
  sameName,
  topOf,
} from './git';
import { readRegular, realOf } from './regular-file';
import { slashes } from './slashes';

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

/** A working tree held against a commit. What was found out of a name is kept: it is asked of every file below it. */
interface WorkingTree {
  readonly repository: Repository;
  readonly recorded: Committed;
  /** Names in the index. */
  readonly known: ReadonlySet<string>;
  /** New files that are not ignored; of a folder in which all are, its name and a slash. */
  readonly untracked: ReadonlySet<string>;
  readonly links: Map<string, boolean>;
  /** Repositories inside this one. */
  readonly inner: Map<string, Promise<Changes>>;
  readonly asked: Map<string, Promise<readonly Lines[] | undefined>>;
}

/** @param base a commit; nothing where everything is new. */
async function changesIn(repository: Repository, base: string | undefined): Promise<Changes> {
  const tree: WorkingTree = {
    repository,
    recorded: await recordedAt(repository, base),
    known: await namesIn(repository, ['ls-files', '-z']),
    untracked: await namesIn(repository, ['ls-files', '--others', '--exclude-standard', '-z']),
    links: new Map(),
    inner: new Map(),
    asked: new Map(),
  };
  return { linesOf: (file) => linesOf(tree, file) };
}

const linesOf = (tree: WorkingTree, file: string): Promise<readonly Lines[] | undefined> =>
  kept(tree.asked, file, () => find(tree, file));

async function find(tree: WorkingTree, file: string): Promise<readonly Lines[] | undefined> {
  const { repository, recorded, known, untracked } = tree;
  const name = nameIn(repository.root, file);
  // nobody can say of what lies elsewhere that it has not changed
  if (name === undefined) return ALL;
  for (const folder of foldersOf(name)) {
    const entry = recorded.entries.get(folder);
    if (isLink(tree, folder)) return behindLink(tree, folder, entry, file);
    // a repository in this one: what it is recorded at is what it has changed since
    if (entry?.type === 'commit') return (await insideOf(tree, folder, entry.oid)).linesOf(file);
    if (untracked.has(`${folder}/`)) return ALL;
  }
  const before = recorded.of(name);
  if (isLink(tree, name)) return behindLink(tree, name, before, file);
  if (!before) return known.has(name) || untracked.has(name) ? ALL : undefined;
  return before.mode === LINK ? ALL : comparedWith(repository, before.oid, file);
}

/** The folders above a file, outermost first. */
function* foldersOf(name: string): Generator<string> {
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) yield name.slice(0, at);
}

const isLink = ({ links, repository: { root } }: WorkingTree, name: string): boolean =>
  kept(links, name, () => lstatSync(path.join(root, name), { throwIfNoEntry: false })?.isSymbolicLink() === true);

const insideOf = ({ inner, repository: { root } }: WorkingTree, folder: string, oid: string): Promise<Changes> =>
  kept(inner, folder, async () => {
    const at = path.join(root, folder);
    if (!(await isTopOf(at))) return { linesOf: async () => ALL };
    return changesIn({ root: at, inner: true }, (await commitNamed(at, oid, true)).ok ? oid : undefined);
  });

/** A link that is as it was, and one that Git is to pass over, is as what it leads to is. @param name of the link. */
async function behindLink(
  tree: WorkingTree,
  name: string,
  before: TreeEntry | undefined,
  file: string,
): Promise<readonly Lines[] | undefined> {
  const isOther = before ? !(await leadsWhereItDid(tree.repository, name, before)) : isNews(tree, name);
  if (isOther) return ALL;
  const real = realOf(file);
  return real === undefined || real === file ? ALL : linesOf(tree, real);
}

/** A name that Git has not recorded and would record, or under which it has recorded a folder. */
const isNews = ({ recorded, known, untracked }: WorkingTree, name: string): boolean =>
  known.has(name) || untracked.has(name) || [...recorded.entries.keys()].some((one) => one.startsWith(`${name}/`));

async function leadsWhereItDid(repository: Repository, name: string, before: TreeEntry): Promise<boolean> {
  if (before.mode !== LINK) return false;
  const leads = readlinkSync(path.join(repository.root, name));
  return (await blobOf(repository, before.oid)).equals(Buffer.from(slashes(leads)));
}

async function comparedWith(repository: Repository, oid: string, file: string): Promise<readonly Lines[] | undefined> {
  const now = readRegular(file, LARGEST);
  // what cannot be read is told by whoever reads it next
  if (!(now instanceof Uint8Array)) return ALL;
  if (oidOf(now, oid.length) === oid) return undefined;
  const lines = changedLines((await blobOf(repository, oid)).toString('latin1'), now.toString('latin1'));
  return lines.length ? lines : undefined;
}

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
