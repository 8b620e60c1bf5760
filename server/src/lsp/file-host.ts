// Settings, clearances and drafts of a desk, read and written where they are: on disk, or through the client.
import { SETTINGS_FILE } from '../config/chain';
import { CLEARANCE_FILE } from '../config/clearance-lines';
import type { SettingsFile } from '../config/file';
import { maybePage } from '../config/house-folder';
import { IGNORE_FILE } from '../config/ignore';
import { inside, resolveFrom } from '../config/path';
import { textOf } from '../document/decode';
import { Trouble } from '../workspace/trouble';
import type { Host } from './host';
import { type HostSettings, hostSettings } from './host-settings';
import { hostWriting } from './host-writing';
import type { FileStore } from './file-store';
import { fileStores, type FileStores } from './file-stores';

/** @param disk this machine's files; a browser has none. @param client all other files, where the client offers them. */
export function fileHost({ disk, client }: { readonly disk?: FileStore; readonly client: FileStore }): Host {
  const stores = fileStores(disk);
  const settings = hostSettings(stores);
  const { locate, located } = stores;
  const canonical = (uri: string): string => {
    const at = locate(uri);
    return at ? at.store.toUri(at.path) : uri;
  };
  return {
    begin(options) {
      if (options.files) stores.add(client);
      const config = options.config && located(options.config).path;
      settings.begin({ config, last: (options.last ?? []) as readonly SettingsFile[] });
    },
    canonical,
    isSettingsFile(uri) {
      const isNamedSo = [SETTINGS_FILE, IGNORE_FILE, CLEARANCE_FILE].some((file) => uri.endsWith(`/${file}`));
      // a settings file may have any name, where another extends it
      return isNamedSo || maybePage(uri) || settings.read.has(canonical(uri));
    },
    settingsProblems: (uri) => settings.read.get(uri),
    setFolders(folders) {
      stores.setFolders(folders);
      settings.forget();
    },
    settingsFor: settings.settingsFor,
    settingsChanged: settings.forget,
    ...reading(stores, settings),
    ...hostWriting(stores),
  };
}

/** Drafts, settings files and clearances, read as they stand. */
const reading = (
  { locate, located }: FileStores,
  { find, clearancesOf }: HostSettings,
): Pick<Host, 'drafts' | 'read' | 'isUtf8' | 'readSettings' | 'clearances'> => ({
  async *drafts(folder, tell) {
    const { store, path } = locate(folder) ?? {};
    if (!store || path === undefined) return;
    const passesOver = async (file: string): Promise<boolean> =>
      (await find({ store, path: file })).ignored !== undefined;
    for await (const file of store.drafts(path, passesOver, tell)) yield store.toUri(file);
  },
  async read(uri) {
    const at = locate(uri);
    const file = await at?.store.readDraft(at.path);
    return file && textOf(file);
  },
  async isUtf8(uri) {
    const at = locate(uri);
    const file = await at?.store.readDraft(at.path);
    return file !== undefined && 'text' in file && file.encoding === undefined;
  },
  async readSettings(uri) {
    const { store, path } = located(uri);
    const read = await store.read(path);
    if (typeof read === 'object') throw new Trouble(read.message);
    return read;
  },
  async clearances(folder) {
    const { store, path } = locate(folder) ?? {};
    if (!store || path === undefined) return [];
    const { root } = await find({ store, path: `${path}/draft.txt` });
    const { all } = await clearancesOf(store, root);
    const own = await Promise.all(all.map(({ file }) => liesBelow(store, root, resolveFrom(root, file))));
    // a line may name any path; paths outside the root are not looked at
    return all.flatMap((line, i) => (own[i] ? [{ ...line, uri: store.toUri(`${root}/${line.file}`) }] : []));
  },
});

/** Whether the file is inside the root, links followed. Of a file that is gone the name alone decides. */
async function liesBelow(store: FileStore, root: string, path: string): Promise<boolean> {
  if (inside(root, path) === undefined) return false;
  const real = await store.real(path);
  return real === undefined || inside((await store.real(root)) ?? root, real) !== undefined;
}
