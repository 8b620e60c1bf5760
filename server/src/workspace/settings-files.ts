// Where configuration lies on disk, for `config/resolve.ts`.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { IGNORE_FILE } from '../config/ignore';
import { nameOf } from '../config/path';
import type { Files } from '../config/resolve';
import { slashes } from './slashes';
import { brokenAt, largestOf, readRegularText, realOf } from './regular-file';

/** @param workingFolder where the search ends for drafts inside it that lie under no root. */
export const settingsFiles = (workingFolder: string): Files => ({
  read: (file) =>
    readRegularText(file, nameOf(file) === IGNORE_FILE ? largestOf.ignore : largestOf.settings, nameOf(file)),
  real: realOf,
  broken: (file) => brokenAt(file, nameOf(file)),
  isRoot: (folder) => existsSync(path.join(folder, '.git')),
  fallbackRoot: (folder) => (`${folder}/`.startsWith(`${slashes(workingFolder)}/`) ? slashes(workingFolder) : folder),
});
