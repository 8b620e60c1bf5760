// Settings and clearances of the files of a host: found by a resolver, kept until they change, told as the server takes them.
import { buildSettings } from '../config/build';
import { SETTINGS_FILE } from '../config/chain';
import { CLEARANCE_FILE, type Clearances } from '../config/clearance-lines';
import type { SettingsFile } from '../config/file';
import { keptUnlessFailed } from '../config/files';
import { passedOverBy } from '../config/ignore';
import { inside, nameOf } from '../config/path';
import { createResolver, type Resolved as Found, type Resolver } from '../config/resolve';
import type { Problem } from '../document/story';
import { rules } from '../rules/index';
import type { Resolved } from './host';
import type { FileStore } from './file-store';
import type { Located, FileStores } from './file-stores';

export interface HostSettings {
  /** @param given the one settings file to use, and settings that win over every file. */
  begin(given: { readonly config: string | undefined; readonly last: readonly SettingsFile[] }): void;
  /** What the house's files say of a file. @param own the editor's own settings, which the house's files outrank. */
  find(file: Located, own?: SettingsFile): Promise<Found>;
  clearancesOf(store: FileStore, root: string): Promise<Clearances>;
  /** All that holds for a draft. @param own what the editor says of it. */
  settingsFor(uri: string, own: SettingsFile): Promise<Resolved>;
  /** Problems of each file that settings were read from, by URI. */
  readonly read: ReadonlyMap<string, readonly Problem[]>;
  forget(): void;
}

export function hostSettings(stores: FileStores): HostSettings {
  let config: string | undefined;
  let last: readonly SettingsFile[] = [];
  /** By store, then by the editor's own settings, which differ from folder to folder. */
  const resolvers = new Map<FileStore, Map<string, Resolver>>();
  const clearances = new Map<string, Promise<Clearances>>();
  const read = new Map<string, readonly Problem[]>();

  function resolver(store: FileStore, own: SettingsFile): Resolver {
    const ofStore = resolvers.get(store) ?? new Map<string, Resolver>();
    resolvers.set(store, ofStore);
    const key = JSON.stringify(own);
    const known = ofStore.get(key);
    if (known) return known;
    const made = createResolver({ files: filesOf(store, stores), rules, config, last, otherwise: [own] });
    ofStore.set(key, made);
    return made;
  }

  const find = ({ store, path }: Located, own: SettingsFile = {}): Promise<Found> => resolver(store, own).for(path);

  const clearancesOf = (store: FileStore, root: string): Promise<Clearances> =>
    keptUnlessFailed(clearances, root, async () => store.readClearances(root));

  return {
    begin(given) {
      ({ config, last } = given);
    },
    find,
    clearancesOf,
    async settingsFor(uri, own) {
      const lies = stores.locate(uri);
      const file = lies ?? stores.beside(uri);
      if (!file) return { settings: buildSettings([own], rules), problems: new Map(), cleared: [], files: [] };
      const found = await find(file, own);
      const cleared = await clearancesOf(file.store, found.root);
      const resolved = toResolved(file, found, cleared);
      for (const [settingsFile, told] of resolved.problems) read.set(settingsFile, told);
      return lies ? { ...resolved, desk: deskOf(file, found, stores.shownAs(file.path)) } : resolved;
    },
    read,
    forget() {
      for (const ofStore of resolvers.values()) for (const one of ofStore.values()) one.forget();
      clearances.clear();
      read.clear();
    },
  };
}

const filesOf = (store: FileStore, { isRoot }: FileStores): Parameters<typeof createResolver>[0]['files'] => ({
  read: store.read,
  real: store.real,
  ...(store.broken && { broken: store.broken }),
  ...(store.names && { names: store.names }),
  isRoot: (folder) => isRoot(folder) || store.isRoot(folder),
  fallbackRoot: (folder) => folder,
});

/** What was found for a file, in the server's words: URIs for paths. */
function toResolved({ store, path }: Located, found: Found, cleared: Clearances): Resolved {
  const { settings, genre, date, fields, ignored, across, root } = found;
  return {
    settings,
    genre,
    date,
    fields,
    problems: problemsOf(store, found, cleared),
    files: found.files.map(store.toUri),
    across,
    cleared: cleared.of(inside(root, path) ?? path),
    ...(ignored?.kind === 'unasked' && { unasked: true as const }),
    ...(ignored && { ignored: `${nameOf(path)} is not a draft: ${passedOverBy(ignored, root)}` }),
  };
}

/** By URI. A file in which nothing is wrong has an empty list. */
function problemsOf(
  { toUri }: FileStore,
  { files, pages, problems, root }: Found,
  cleared: Clearances,
): ReadonlyMap<string, readonly Problem[]> {
  const byFile = new Map<string, Problem[]>([...files, ...pages].map((file) => [toUri(file), []]));
  const tell = (file: string, problem: Problem): void => {
    byFile.set(toUri(file), [...(byFile.get(toUri(file)) ?? []), problem]);
  };
  for (const { path: file, ...problem } of problems) tell(file, problem);
  for (const problem of cleared.problems) tell(`${root}/${CLEARANCE_FILE}`, problem);
  return byFile;
}

const deskOf = (
  { store: { toUri }, path }: Located,
  { files, root }: Found,
  shown: string,
): NonNullable<Resolved['desk']> => ({
  name: inside(root, path) ?? path,
  shown,
  root: toUri(root),
  settingsFile: toUri(files.at(-1) ?? `${root}/${SETTINGS_FILE}`),
});
