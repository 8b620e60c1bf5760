// Writing below a root and nowhere else: a link that leads out of it is never written through, whatever put it there.
import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { inside } from '../config/path';
import { problem } from '../document/decode';
import type { Problem } from '../document/story';
import { realOf, unlikeAFile } from './regular-file';
import { slashes } from './slashes';
import { unwritableBecause } from './trouble';

/**
 * Where a file lies when all links are followed, or would lie: its folders are made where they are missing.
 * @param file relative to the root, with forward slashes.
 * @returns an absolute path without links in it, or why nothing may be written there.
 */
export function placeInside(root: string, file: string): { readonly path: string } | Problem {
  const names = file.split('/');
  const last = names.pop() as string;
  try {
    const folder = folderInside(root, names);
    if (typeof folder !== 'string') return folder;
    const at = path.join(folder, last);
    const link = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink();
    if (link && !statSync(at, { throwIfNoEntry: false })) return refused(file, 'is a link that leads nowhere');
    const real = link ? realpathSync.native(at) : at;
    if (!holds(root, real)) return leadsOut(file, root);
    const stat = statSync(real, { throwIfNoEntry: false });
    const kind = stat && unlikeAFile(stat);
    return kind ? refused(file, `is ${kind}`) : { path: real };
  } catch (error) {
    const { why, remedy } = unwritableBecause((error as NodeJS.ErrnoException).code);
    return problem('unwritable-file', `${file} cannot be written (${why}), so nothing was. ${remedy}.`);
  }
}

/**
 * The first link on the way to a file below the root that leads out of it, as it is called from the root; nothing where there is none,
 * and for a file that a person has named elsewhere.
 */
export function linkOutOf(root: string, file: string): string | undefined {
  const names = (inside(slashes(root), slashes(file)) || '').split('/').filter(Boolean);
  let at = realOf(root) ?? root;
  for (const [i, name] of names.entries()) {
    const next = path.join(at, name);
    if (!lstatSync(next, { throwIfNoEntry: false })?.isSymbolicLink()) at = next;
    else {
      const real = realOf(next);
      // one that leads nowhere leads to nothing that could be written
      if (real === undefined) return undefined;
      if (!holds(root, real)) return names.slice(0, i + 1).join('/');
      at = real;
    }
  }
  return undefined;
}

/** The folder of these names below the root, made where it is missing, step by step: none is made behind a link that leads out. */
export function folderInside(root: string, names: readonly string[]): string | Problem {
  let at = realpathSync.native(root);
  for (const [i, name] of names.entries()) {
    const next = path.join(at, name);
    const shown = names.slice(0, i + 1).join('/');
    if (!lstatSync(next, { throwIfNoEntry: false })) make(next);
    if (!statSync(next, { throwIfNoEntry: false })) return refused(shown, 'is a link that leads nowhere');
    at = realpathSync.native(next);
    if (!holds(root, at)) return leadsOut(shown, root);
    if (!statSync(at).isDirectory()) return refused(shown, 'is no folder');
  }
  return at;
}

/** Makes a folder. Another run may make it at the same moment, and then it is there too. */
function make(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const holds = (root: string, real: string): boolean =>
  inside(slashes(realpathSync.native(root)), slashes(real)) !== undefined;

const leadsOut = (file: string, root: string): Problem => refused(file, `is a link that leads outside ${root}`);

const refused = (file: string, why: string): Problem =>
  problem('unwritable-file', `${file} ${why}, so nothing was written. Put one of your own there instead.`);
