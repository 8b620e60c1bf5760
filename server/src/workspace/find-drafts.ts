// Finding drafts below a folder: by name, in a stable order, without following links out of it.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { formatOf, notDrafts } from '../config/drafts';
import { isGlob, matchesGlob, matchesList } from '../config/glob';
import { inside } from '../config/path';
import { slashes } from './settings-files';

/** True for a file or folder that is to be passed over. Absolute, with forward slashes. */
export type PassesOver = (file: string) => boolean | Promise<boolean>;

/** Paths of the drafts below a folder, absolute, with forward slashes, folder by folder in the order of their names. */
export async function* findDrafts(folder: string, passesOver: PassesOver = byName(folder)): AsyncGenerator<string> {
  yield* walk(slashes(path.resolve(folder)), passesOver, (file) => formatOf(file) !== undefined);
}

/** The files that a glob means, from the folder where it was written. */
export async function* findByGlob(glob: string, from: string, passesOver: PassesOver): AsyncGenerator<string> {
  const names = slashes(glob).split('/');
  const plain = names.slice(0, Math.max(0, names.findIndex(isGlob)));
  const base = slashes(path.resolve(from, plain.join('/') || '.'));
  const rest = names.slice(plain.length).join('/');
  // on the command line `*.md` means this folder: a pattern with a slash counts from its own
  yield* walk(base, passesOver, (file) => matchesGlob(`/${rest}`, inside(base, file) ?? ''));
}

/** The list that everybody shares, for a caller without settings. */
const byName =
  (folder: string): PassesOver =>
  (file) =>
    matchesList(notDrafts, (inside(slashes(path.resolve(folder)), file) ?? file).toLowerCase());

async function* walk(
  folder: string,
  passesOver: PassesOver,
  wants: (file: string) => boolean,
  root = folder,
): AsyncGenerator<string> {
  for (const entry of entriesOf(folder)) {
    const file = `${folder === '/' ? '' : folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!(await passesOver(file))) yield* walk(file, passesOver, wants, root);
    } else if (wants(file) && (entry.isFile() || (entry.isSymbolicLink() && staysInside(root, file)))) {
      if (!(await passesOver(file))) yield file;
    }
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
  } catch {
    // a folder that may not be read has no drafts for this person
    return [];
  }
}

/** A link to a file inside is a draft under another name; one that leads out is nobody's business here. */
function staysInside(root: string, file: string): boolean {
  try {
    const real = realpathSync(file);
    return inside(slashes(realpathSync(root)), slashes(real)) !== undefined && statSync(real).isFile();
  } catch {
    return false;
  }
}
