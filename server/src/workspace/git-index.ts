// What the next commit would hold: Git's index, its own bytes, and which of their lines are new. The working tree has no say in it,
// and neither have attributes, filters or flags of the index.
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { inWalkOrder, inside } from '../config/path';
import { LARGEST, problem } from '../document/decode';
import type { Problem } from '../document/story';
import { changedLines, type Lines } from '../text/changed-lines';
import { blobOf, commitOf, LINK, outputOf, type Repository, recordedAt, records, sameName, topOf } from './git';
import { readRegular, realOf } from './regular-file';
import { slashes } from './slashes';

/** A file that the next commit brings, or changes. */
export interface Staged {
  /** Where it lies or would lie: absolute, with forward slashes, below the folder that was asked about where it is inside. */
  readonly file: string;
  /** Its bytes in the index; those of its file where Git LFS keeps them and they are the same; else a problem. */
  content(): Promise<Buffer | Problem>;
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
  const recorded = await recordedAt(repository, base);
  const blob = (oid: string): Promise<Buffer> => blobOf(repository, oid);
  const shown = shownFrom(folder, root);
  const staged: Staged[] = [];
  for (const { name, mode, oid } of await indexOf(repository)) {
    const old = recorded.of(sameName(name));
    if (mode === LINK || mode === REPOSITORY || old?.oid === oid) continue;
    const file = shown(name);
    const content = async (): Promise<Buffer | Problem> => behindPointer(await blob(oid), file, name);
    staged.push({
      file,
      content,
      async lines() {
        const before = old?.type === 'blob' && old.mode !== LINK ? await blob(old.oid) : undefined;
        const now = await content();
        // what LFS kept of an older version is not here to be compared
        if (!before || isPointer(before) || !(now instanceof Uint8Array)) return ALL;
        return changedLines(before.toString('latin1'), now.toString('latin1'));
      },
    });
  }
  return staged.sort((a, b) => inWalkOrder(a.file, b.file));
}

const ALL: readonly Lines[] = [{ from: 1, to: Number.POSITIVE_INFINITY }];
const REPOSITORY = '160000';

interface Indexed {
  readonly name: string;
  readonly mode: string;
  readonly oid: string;
}

async function indexOf(repository: Repository): Promise<Indexed[]> {
  const entries: Indexed[] = [];
  for (const record of records(await outputOf(repository, ['ls-files', '--stage', '-z', '--full-name']))) {
    const at = record.indexOf('\t');
    const [mode = '', oid = '', stage] = record.slice(0, at).split(' ');
    if (stage === '0') entries.push({ name: record.slice(at + 1), mode, oid });
  }
  return entries;
}

const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\n/;
/** Bytes that a pointer is shorter than, by its specification. */
const LONGEST_POINTER = 1024;

const isPointer = (bytes: Buffer): boolean => bytes.length < LONGEST_POINTER && POINTER.test(bytes.toString('latin1'));

/** The copy that a pointer stands for lies in the working tree, unless that has changed since: a pointer passed as copy would be praised. */
function behindPointer(bytes: Buffer, file: string, name: string): Buffer | Problem {
  if (!isPointer(bytes)) return bytes;
  const [, sum] = POINTER.exec(bytes.toString('latin1')) ?? [];
  const own = readRegular(file, LARGEST, name);
  if (own instanceof Uint8Array && createHash('sha256').update(own).digest('hex') === sum) return own;
  return problem(
    'kept-elsewhere',
    `${name} is kept by Git LFS, and its file is not what was added, so it was not read. Add the file as it is now.`,
  );
}

/** Git knows the root by its real path; a person may stand in the repository under another. */
function shownFrom(folder: string, root: string): (name: string) => string {
  const at = slashes(path.resolve(folder));
  const below = inside(realOf(root) ?? root, realOf(at) ?? at);
  const top =
    below === undefined ? root : below === '' ? at : at.endsWith(`/${below}`) ? at.slice(0, -below.length - 1) : root;
  return (name) => `${top}/${name}`;
}
