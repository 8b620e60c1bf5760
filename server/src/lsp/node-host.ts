// The host in Node: the workspace layer under URIs instead of paths.
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSettings } from '../config/build';
import { formatOf, notDrafts } from '../config/drafts';
import { matchesList } from '../config/glob';
import { rules } from '../rules/index';
import { readDraftFile } from '../workspace/read-draft';
import type { Host } from './host';

export function nodeHost(): Host {
  return {
    isSettingsFile: (uri) => /\/(?:copydesk\.json|\.copydesk\/cleared\.jsonl)$/.test(uri),
    async settingsFor(uri, folder, own) {
      const settings = buildSettings([own], rules, new Date().toISOString());
      const name = folder
        ? path.relative(fileURLToPath(folder), fileURLToPath(uri))
        : uri.slice(uri.lastIndexOf('/') + 1);
      const ignored = matchesList(notDrafts, name.toLowerCase());
      return { settings, problems: new Map(), ...(ignored && { ignored: `${name} is not a draft, by its name.` }) };
    },
    settingsChanged() {},
    async *drafts(folder) {
      const root = fileURLToPath(folder);
      for (const entry of (await readdir(root, { recursive: true })).sort())
        if (formatOf(entry) && !matchesList(notDrafts, entry.toLowerCase()))
          yield pathToFileURL(path.join(root, entry)).href;
    },
    async read(uri) {
      const file = readDraftFile(fileURLToPath(uri));
      return typeof file === 'string' ? file : file.code === 'missing-file' ? undefined : file;
    },
  };
}
