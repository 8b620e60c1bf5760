// The host in Node: the workspace layer under URIs instead of paths.
import { opendir } from 'node:fs/promises';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSettings } from '../config/build';
import { formatOf, notDrafts } from '../config/drafts';
import { matchesList } from '../config/glob';
import { createResolver, type Resolver, SETTINGS_FILE } from '../config/resolve';
import { rules } from '../rules/index';
import { readDraftFile } from '../workspace/read-draft';
import { settingsFiles, slashes } from '../workspace/settings-files';
import type { Host, Resolved } from './host';

export function nodeHost(): Host {
  let roots: ReadonlySet<string> = new Set();
  let config: string | undefined;
  /** By what the editor says: that yields to the house's files, and differs from folder to folder. */
  const resolvers = new Map<string, Resolver>();

  function resolver(own: Parameters<Host['settingsFor']>[1]): Resolver {
    const key = JSON.stringify(own);
    const known = resolvers.get(key);
    if (known) return known;
    const disk = settingsFiles('');
    const files = {
      ...disk,
      isRoot: (folder: string) => roots.has(folder) || disk.isRoot(folder),
      fallbackRoot: (folder: string) => folder,
    };
    const made = createResolver({ files, rules, config, otherwise: [own], now: new Date().toISOString() });
    resolvers.set(key, made);
    return made;
  }

  return {
    begin(settings) {
      config = settings.config && toPath(settings.config);
    },
    canonical: (uri) => (isFile(uri) ? toUri(toPath(uri)) : uri),
    isSettingsFile: (uri) => uri.endsWith(`/${SETTINGS_FILE}`),
    setFolders(folders) {
      roots = new Set(folders.filter(isFile).map(toPath));
      this.settingsChanged();
    },
    async settingsFor(uri, own) {
      const [root] = roots;
      const path = isFile(uri) ? toPath(uri) : root && `${root}/${uri.slice(uri.lastIndexOf('/') + 1)}`;
      if (path === undefined)
        return { settings: buildSettings([own], rules, new Date().toISOString()), problems: new Map() };
      const { settings, genre, date, ignored, problems, files } = await resolver(own).for(path);
      const byFile = new Map<string, Resolved['problems'] extends ReadonlyMap<string, infer P> ? P : never>();
      for (const file of files) byFile.set(toUri(file), []);
      for (const { path: file, ...problem } of problems)
        byFile.set(toUri(file), [...(byFile.get(toUri(file)) ?? []), problem]);
      const name = path.slice(path.lastIndexOf('/') + 1);
      return {
        settings,
        genre,
        date,
        problems: byFile,
        ...(ignored && {
          ignored: `${name} is not a draft: its name or its folder is on the list of what is ignored.`,
        }),
      };
    },
    settingsChanged() {
      for (const one of resolvers.values()) one.forget();
    },
    async *drafts(folder) {
      for await (const file of draftsBelow(toPath(folder), '')) yield toUri(file);
    },
    async read(uri) {
      if (!isFile(uri)) return undefined;
      const file = readDraftFile(toPath(uri));
      return typeof file !== 'string' && file.code === 'missing-file' ? undefined : file;
    },
  };
}

const isFile = (uri: string): boolean => uri.startsWith('file:');
const toPath = (uri: string): string => slashes(fileURLToPath(uri)).replace(/\/$/, '') || '/';
const toUri = (path: string): string => pathToFileURL(path).href;

async function* draftsBelow(root: string, folder: string): AsyncGenerator<string> {
  const entries = [];
  for await (const entry of await opendir(path.join(root, folder))) entries.push(entry);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (matchesList(notDrafts, name.toLowerCase())) continue;
    if (entry.isDirectory()) yield* draftsBelow(root, name);
    else if (entry.isFile() && formatOf(name)) yield `${root}/${name}`;
  }
}
