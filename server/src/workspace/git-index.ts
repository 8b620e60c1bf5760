// What the next commit would hold: Git's index, its own bytes, and which of their lines are new. The working tree has no say in it,
// and neither have attributes, filters or flags of the index.
import * as path from 'node:path';
import { inWalkOrder, inside } from '../config/path';
import { changedLines, type Lines } from '../text/changed-lines';
import {
  commitOf,
  type Entry,
  entriesOf,
  LINK,
  records,
  type Repository,
  renamesSince,
  sameName,
  told,
  topOf,
} from './git';
import { realOf } from './regular-file';
import { slashes } from './slashes';

/** A file that the next commit brings, or changes. */
export interface Staged {
  /** Where it lies or would lie: absolute, with forward slashes, below the folder that was asked about where it is inside. */
  readonly file: string;
  /** Its bytes in the index. */
  content(): Promise<Buffer>;
  /** The lines in which these differ from the last commit's; all of a file that is new. */
  lines(): Promise<readonly Lines[]>;
}

/**
 * In the order of a walk through the folders. A link, a repository inside this one and a file whose merge is not done are left out:
 * none of them is copy that would be committed.
 * @throws Trouble where Git is missing or the folder is in no repository.
 */
export async function stagedIn(folder: string): Promise<readonly Staged[]> {
  const root = await topOf(folder, '--staged');
  const repository: Repository = { root, inner: false };
  const base = await commitOf(root, undefined);
  const before = base === undefined ? new Map<string, Entry>() : await entriesOf(repository, base);
  const renamed = base === undefined ? new Map<string, string>() : await renamesSince(repository, base);
  const blob = (oid: string): Promise<Buffer> => told(repository, ['cat-file', 'blob', oid]);
  const shown = shownFrom(folder, root);
  const staged: Staged[] = [];
  for (const { name, mode, oid } of await indexOf(repository)) {
    const old = before.get(sameName(name)) ?? before.get(renamed.get(sameName(name)) ?? '');
    if (mode === LINK || mode === REPOSITORY || old?.oid === oid) continue;
    const content = (): Promise<Buffer> => blob(oid);
    staged.push({
      file: shown(name),
      content,
      lines: async () =>
        old?.type === 'blob' && old.mode !== LINK
          ? changedLines((await blob(old.oid)).toString('latin1'), (await content()).toString('latin1'))
          : ALL,
    });
  }
  return staged.sort((a, b) => inWalkOrder(a.file, b.file));
}

const ALL: readonly Lines[] = [{ from: 1, to: Number.POSITIVE_INFINITY }];
const REPOSITORY = '160000';

interface Recorded {
  readonly name: string;
  readonly mode: string;
  readonly oid: string;
}

async function indexOf(repository: Repository): Promise<Recorded[]> {
  const entries: Recorded[] = [];
  for (const record of records(await told(repository, ['ls-files', '--stage', '-z', '--full-name']))) {
    const at = record.indexOf('\t');
    const [mode = '', oid = '', stage] = record.slice(0, at).split(' ');
    if (stage === '0') entries.push({ name: record.slice(at + 1), mode, oid });
  }
  return entries;
}

/** Git knows the root by its real path; a person may stand in the repository under another. */
function shownFrom(folder: string, root: string): (name: string) => string {
  const at = slashes(path.resolve(folder));
  const below = inside(realOf(root) ?? root, realOf(at) ?? at);
  const top =
    below === undefined ? root : below === '' ? at : at.endsWith(`/${below}`) ? at.slice(0, -below.length - 1) : root;
  return (name) => `${top}/${name}`;
}
