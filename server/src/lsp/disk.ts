// The disk as a place: the workspace layer under URIs.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { appendClearances, readClearances } from '../workspace/clearance-file';
import { findDrafts } from '../workspace/find-drafts';
import { readDraft } from '../workspace/read-draft';
import { removeFile } from '../workspace/remove-file';
import { settingsFiles } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { writeInside } from '../workspace/write-file';
import type { FileStore } from './file-store';

export const disk: FileStore = {
  ...settingsFiles(''),
  inFoldersOnly: false,
  toPath: (uri) => (uri.startsWith('file:') ? slashes(fileURLToPath(uri)).replace(/\/$/, '') || '/' : undefined),
  toUri: (path) => pathToFileURL(path).href,
  drafts: (folder, passesOver, tell) =>
    findDrafts(folder, passesOver, { tell: (path, why) => tell?.(why(path).message) }),
  async readDraft(path) {
    const file = await readDraft(path);
    return 'code' in file && file.code === 'missing-file' ? undefined : file;
  },
  readClearances,
  appendClearances,
  write: writeInside,
  remove: removeFile,
};
