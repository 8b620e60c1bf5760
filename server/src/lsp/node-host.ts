// The host in Node: the workspace layer under URIs instead of paths.
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSettings } from '../config/build';
import type { SettingsFile } from '../config/file';
import { inside, nameOf } from '../config/path';
import { createResolver, type Resolver, SETTINGS_FILE } from '../config/resolve';
import type { Problem } from '../document/story';
import { rules } from '../rules/index';
import {
  appendClearances,
  CLEARANCE_FILE,
  type ClearanceLine,
  type Clearances,
  readClearances,
} from '../workspace/clearance-file';
import { findDrafts } from '../workspace/find-drafts';
import { readDraftFile } from '../workspace/read-draft';
import { settingsFiles, slashes } from '../workspace/settings-files';
import { writeAtomically } from '../workspace/write-file';
import type { Host } from './host';

export function nodeHost(): Host {
  let roots: ReadonlySet<string> = new Set();
  let config: string | undefined;
  let last: readonly SettingsFile[] = [];
  /** By what the editor says: that yields to the house's files, and differs from folder to folder. */
  const resolvers = new Map<string, Resolver>();
  const clearances = new Map<string, Clearances>();

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
    const made = createResolver({ files, rules, config, last, otherwise: [own], now: new Date().toISOString() });
    resolvers.set(key, made);
    return made;
  }

  function clearancesOf(root: string): Clearances {
    const known = clearances.get(root) ?? readClearances(root);
    clearances.set(root, known);
    return known;
  }

  return {
    begin(options) {
      config = options.config && toPath(options.config);
      last = (options.last ?? []) as readonly SettingsFile[];
    },
    canonical: (uri) => (isFile(uri) ? toUri(toPath(uri)) : uri),
    isSettingsFile: (uri) => uri.endsWith(`/${SETTINGS_FILE}`) || uri.endsWith(`/${CLEARANCE_FILE}`),
    setFolders(folders) {
      roots = new Set(folders.filter(isFile).map(toPath));
      this.settingsChanged();
    },
    async settingsFor(uri, own) {
      const [first] = roots;
      const path = isFile(uri) ? toPath(uri) : first && `${first}/${uri.slice(uri.lastIndexOf('/') + 1)}`;
      if (path === undefined) return { settings: buildSettings([own], rules), problems: new Map(), cleared: [] };
      const { settings, genre, date, ignored, root, files, ...found } = await resolver(own).for(path);
      const cleared = clearancesOf(root);
      const name = inside(root, path) ?? path;
      const problems = new Map<string, Problem[]>(files.map((file) => [toUri(file), []]));
      const tell = (file: string, problem: Problem): void => {
        problems.set(toUri(file), [...(problems.get(toUri(file)) ?? []), problem]);
      };
      for (const { path: file, ...problem } of found.problems) tell(file, problem);
      for (const problem of cleared.problems) tell(`${root}/${CLEARANCE_FILE}`, problem);
      const settingsFile = toUri(files.at(-1) ?? `${root}/${SETTINGS_FILE}`);
      return {
        settings,
        genre,
        date,
        problems,
        cleared: cleared.of(name),
        ...(isFile(uri) && { desk: { name, root: toUri(root), settingsFile } }),
        ...(ignored && { ignored: `${nameOf(path)} is not a draft: it is on the list of names that are left alone.` }),
      };
    },
    settingsChanged() {
      for (const one of resolvers.values()) one.forget();
      clearances.clear();
    },
    async *drafts(folder) {
      const passesOver = async (file: string): Promise<boolean> => (await resolver({}).for(file)).ignored;
      for await (const file of findDrafts(toPath(folder), passesOver)) yield toUri(file);
    },
    async read(uri) {
      if (!isFile(uri)) return undefined;
      const file = readDraftFile(toPath(uri));
      return typeof file !== 'string' && file.code === 'missing-file' ? undefined : file;
    },
    async readSettings(uri) {
      return readFile(toPath(uri), 'utf8').catch(() => undefined);
    },
    async clear({ root, name }, decisions) {
      const date = new Date().toISOString().slice(0, 10);
      const lines = decisions.map(
        ({ reason, ...clearance }) =>
          ({
            file: name,
            ...clearance,
            ...(reason === 'revoked' ? { revoked: true } : { reason }),
            date,
          }) as ClearanceLine,
      );
      refuse(appendClearances(toPath(root), lines));
    },
    async write(uri, text) {
      refuse(writeAtomically(toPath(uri), text));
    },
  };
}

function refuse(problem: Problem | undefined): void {
  if (problem) throw new Error(problem.message);
}

const isFile = (uri: string): boolean => uri.startsWith('file:');
const toPath = (uri: string): string => slashes(fileURLToPath(uri)).replace(/\/$/, '') || '/';
const toUri = (path: string): string => pathToFileURL(path).href;
