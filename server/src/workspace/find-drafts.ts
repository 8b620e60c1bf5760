// Finding drafts below a folder: by name, in a stable order, without following links out of it.
import { type Dirent, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { formatOf, notDrafts } from '../config/drafts';
import { isGlob, matchesGlob, matchesList } from '../config/glob';
import { inside } from '../config/path';
import { kindAt, liesInside, realOf } from './regular-file';
import { slashes } from './slashes';

/** True for a file or folder that is to be passed over. Absolute, with forward slashes. */
export type PassesOver = (file: string) => boolean | Promise<boolean>;

/** A folder that cannot be read, with the code of the system's error: told, never passed over in silence. */
export type Tell = (folder: string, code: string | undefined) => void;

const nobody: Tell = () => undefined;

/** Paths of the drafts below a folder, absolute, with forward slashes, folder by folder in the order of their names. */
export async function* findDrafts(
  folder: string,
  passesOver: PassesOver = byName(folder),
  tell: Tell = nobody,
): AsyncGenerator<string> {
  const root = slashes(path.resolve(folder));
  yield* walk(root, { root, passesOver, tell, wants: (file) => formatOf(file) !== undefined });
}

/** The files that a glob means, from the folder where it was written. */
export async function* findByGlob(
  glob: string,
  from: string,
  passesOver: PassesOver,
  tell: Tell = nobody,
): AsyncGenerator<string> {
  const names = slashes(glob).split('/');
  const plain = names.slice(0, Math.max(0, names.findIndex(isGlob)));
  const root = slashes(path.resolve(from, plain.join('/') || '.'));
  const rest = names.slice(plain.length).join('/');
  // on the command line `*.md` means this folder: a pattern with a slash counts from its own
  const wants = (file: string): boolean => matchesGlob(`/${rest}`, inside(root, file) ?? '');
  // a pattern that begins nowhere matches nothing
  if (realOf(root) !== undefined) yield* walk(root, { root, passesOver, tell, wants });
}

/** The list that everybody shares, for a caller without settings. */
const byName =
  (folder: string): PassesOver =>
  (file) =>
    matchesList(notDrafts, (inside(slashes(path.resolve(folder)), file) ?? file).toLowerCase());

interface Walk {
  readonly root: string;
  readonly passesOver: PassesOver;
  readonly tell: Tell;
  wants(file: string): boolean;
}

async function* walk(folder: string, walking: Walk): AsyncGenerator<string> {
  const { root, passesOver, tell, wants } = walking;
  for (const entry of entriesOf(folder, tell)) {
    const file = `${folder === '/' ? '' : folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!(await passesOver(file))) yield* walk(file, walking);
    } else if (wants(file) && !leadsOut(root, entry, file) && !(await passesOver(file))) {
      // what a link leads to may be a folder, which is nobody's draft
      if (!entry.isSymbolicLink() || !kindAt(file).stat?.isDirectory()) yield file;
    }
  }
}

function entriesOf(folder: string, tell: Tell): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
  } catch (error) {
    tell(folder, (error as NodeJS.ErrnoException).code);
    return [];
  }
}

/** A link to a file inside is a draft under another name; one that leads out is nobody's business here. */
const leadsOut = (root: string, entry: Dirent, file: string): boolean =>
  entry.isSymbolicLink() && realOf(file) !== undefined && !liesInside(root, file);
