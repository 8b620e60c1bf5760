// Where configuration lies on disk, for `config/resolve.ts`.
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { IGNORE_FILE } from '../config/ignore';
import { nameOf } from '../config/path';
import type { Files } from '../config/files';
import { slashes } from './slashes';
import { brokenAt, largestOf, readRegularText, realOf } from './regular-file';

/** The nearest folder above that holds a repository; the folder itself where none does. */
export function rootAbove(folder: string): string {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return slashes(at);
    if (path.dirname(at) === at) return slashes(path.resolve(folder));
  }
}

/** In the order of their characters, which is the same everywhere. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** @param workingFolder where the search ends for drafts inside it that lie under no root. */
export const settingsFiles = (workingFolder: string): Files => ({
  read: (file) =>
    readRegularText(file, nameOf(file) === IGNORE_FILE ? largestOf.ignore : largestOf.settings, nameOf(file)),
  real: realOf,
  broken: (file) => brokenAt(file, nameOf(file)),
  names: namesIn,
  isRoot: (folder) => existsSync(path.join(folder, '.git')),
  fallbackRoot: (folder) => (`${folder}/`.startsWith(`${slashes(workingFolder)}/`) ? slashes(workingFolder) : folder),
});
