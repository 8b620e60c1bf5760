// Where configuration lies on disk, for `config/resolve.ts`.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import type { Files } from '../config/resolve';

/** @param workingFolder where the search ends for drafts inside it that lie under no root. */
export const settingsFiles = (workingFolder: string): Files => ({
  read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  real(file) {
    try {
      return slashes(realpathSync.native(file));
    } catch {
      return undefined;
    }
  },
  isRoot: (folder) => existsSync(path.join(folder, '.git')),
  fallbackRoot: (folder) => (`${folder}/`.startsWith(`${slashes(workingFolder)}/`) ? slashes(workingFolder) : folder),
});

/** Configuration and records write paths with forward slashes everywhere. */
export const slashes = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));
