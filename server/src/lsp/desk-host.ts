// Settings, clearances and drafts of a desk, read and written where they are: on disk, or through the client.
import { buildSettings } from '../config/build';
import { CLEARANCE_FILE, type ClearanceLine, type Clearances, inTheWay, today } from '../config/clearance-lines';
import type { SettingsFile } from '../config/file';
import { keptUnlessFailed } from '../config/files';
import { folderOf, inside, nameOf, resolveFrom } from '../config/path';
import { IGNORE_FILE, passedOverBy } from '../config/ignore';
import { SETTINGS_FILE } from '../config/chain';
import { maybePage } from '../config/house-folder';
import { createResolver, type Resolver } from '../config/resolve';
import { textOf } from '../document/decode';
import type { Problem } from '../document/story';
import { rules } from '../rules/index';
import { Trouble } from '../workspace/trouble';
import type { Host } from './host';
import type { Place } from './place';

/** A file or folder, with the place (disk or client) through which it is read. */
interface Located {
  readonly place: Place;
  readonly path: string;
}

/** @param disk this machine's files; a browser has none. @param client all other files, where the client offers them. */
export function deskHost({ disk, client }: { readonly disk?: Place; readonly client: Place }): Host {
  let places: readonly Place[] = disk ? [disk] : [];
  let roots: readonly Located[] = [];
  let config: string | undefined;
  let last: readonly SettingsFile[] = [];
  /** Resolvers by place, then by the editor's own settings: these differ from folder to folder, and the house's files outrank them. */
  const resolvers = new Map<Place, Map<string, Resolver>>();
  const clearances = new Map<string, Promise<Clearances>>();
  /** Problems of each file that settings were read from, by URI. */
  const settingsRead = new Map<string, readonly Problem[]>();

  const isRoot = (path: string): boolean => roots.some((root) => root.path === path);

  const shownAs = (path: string): string =>
    roots.map((root) => inside(root.path, path)).find((within) => within) ?? path;

  /** Undefined for an untitled document, and for a file outside every open folder. */
  function locate(uri: string): Located | undefined {
    for (const place of places) {
      const path = place.toPath(uri);
      if (path === undefined) continue;
      const near = !place.inFoldersOnly || roots.some((root) => inside(root.path, path) !== undefined);
      return near ? { place, path } : undefined;
    }
    return undefined;
  }

  function located(uri: string): Located {
    const found = locate(uri);
    if (!found) throw new Trouble(`${uri} lies in no folder that is open. Open its folder first.`);
    return found;
  }

  function resolver(place: Place, own: SettingsFile): Resolver {
    const ofPlace = resolvers.get(place) ?? new Map<string, Resolver>();
    resolvers.set(place, ofPlace);
    const key = JSON.stringify(own);
    const known = ofPlace.get(key);
    if (known) return known;
    const files = {
      read: place.read,
      real: place.real,
      ...(place.broken && { broken: place.broken }),
      ...(place.names && { names: place.names }),
      isRoot: (folder: string) => isRoot(folder) || place.isRoot(folder),
      fallbackRoot: (folder: string) => folder,
    };
    const made = createResolver({ files, rules, config, last, otherwise: [own] });
    ofPlace.set(key, made);
    return made;
  }

  const clearancesOf = (place: Place, root: string): Promise<Clearances> =>
    keptUnlessFailed(clearances, root, async () => place.readClearances(root));

  return {
    begin(options) {
      if (options.files) places = [...places, client];
      config = options.config && located(options.config).path;
      last = (options.last ?? []) as readonly SettingsFile[];
    },
    canonical(uri) {
      const at = locate(uri);
      return at ? at.place.toUri(at.path) : uri;
    },
    isSettingsFile(uri) {
      const isNamedSo = [SETTINGS_FILE, IGNORE_FILE, CLEARANCE_FILE].some((file) => uri.endsWith(`/${file}`));
      // a settings file may have any name, where another extends it
      return isNamedSo || maybePage(uri) || settingsRead.has(this.canonical(uri));
    },
    settingsProblems: (uri) => settingsRead.get(uri),
    setFolders(folders) {
      roots = folders.flatMap((uri) => {
        const place = places.find((one) => one.toPath(uri) !== undefined);
        return place ? [{ place, path: place.toPath(uri) as string }] : [];
      });
      this.settingsChanged();
    },
    async settingsFor(uri, own) {
      const lies = locate(uri);
      const { place, path } = lies ?? beside(roots[0], uri) ?? {};
      if (!place || path === undefined)
        return { settings: buildSettings([own], rules), problems: new Map(), cleared: [], files: [] };
      const { settings, genre, date, fields, ignored, across, root, files, pages, ...found } = await resolver(
        place,
        own,
      ).for(path);
      const cleared = await clearancesOf(place, root);
      const name = inside(root, path) ?? path;
      const { toUri } = place;
      const problems = new Map<string, Problem[]>([...files, ...pages].map((file) => [toUri(file), []]));
      const tell = (file: string, problem: Problem): void => {
        problems.set(toUri(file), [...(problems.get(toUri(file)) ?? []), problem]);
      };
      for (const { path: file, ...problem } of found.problems) tell(file, problem);
      for (const problem of cleared.problems) tell(`${root}/${CLEARANCE_FILE}`, problem);
      for (const [file, told] of problems) settingsRead.set(file, told);
      const settingsFile = toUri(files.at(-1) ?? `${root}/${SETTINGS_FILE}`);
      return {
        settings,
        genre,
        date,
        fields,
        problems,
        files: files.map(toUri),
        across,
        cleared: cleared.of(name),
        ...(lies && { desk: { name, shown: shownAs(path), root: toUri(root), settingsFile } }),
        ...(ignored?.kind === 'unasked' && { unasked: true as const }),
        ...(ignored && { ignored: `${nameOf(path)} is not a draft: ${passedOverBy(ignored, root)}` }),
      };
    },
    settingsChanged() {
      for (const ofPlace of resolvers.values()) for (const one of ofPlace.values()) one.forget();
      clearances.clear();
      settingsRead.clear();
    },
    async *drafts(folder, tell) {
      const { place, path } = locate(folder) ?? {};
      if (!place || path === undefined) return;
      const passesOver = async (file: string): Promise<boolean> =>
        (await resolver(place, {}).for(file)).ignored !== undefined;
      for await (const file of place.drafts(path, passesOver, tell)) yield place.toUri(file);
    },
    async read(uri) {
      const at = locate(uri);
      const file = await at?.place.readDraft(at.path);
      return file && textOf(file);
    },
    async isUtf8(uri) {
      const at = locate(uri);
      const file = await at?.place.readDraft(at.path);
      return file !== undefined && 'text' in file && file.encoding === undefined;
    },
    async readSettings(uri) {
      const { place, path } = located(uri);
      const read = await place.read(path);
      if (typeof read === 'object') throw new Trouble(read.message);
      return read;
    },
    async clearances(folder) {
      const { place, path } = locate(folder) ?? {};
      if (!place || path === undefined) return [];
      const { root } = await resolver(place, {}).for(`${path}/draft.txt`);
      const { all } = await clearancesOf(place, root);
      const own = await Promise.all(all.map(({ file }) => liesBelow(place, root, resolveFrom(root, file))));
      // a line may name any path; paths outside the root are not looked at
      return all.flatMap((line, i) => (own[i] ? [{ ...line, uri: place.toUri(`${root}/${line.file}`) }] : []));
    },
    async clear({ root, name }, decisions) {
      const date = today();
      const lines = decisions.map(
        ({ reason, ...clearance }) =>
          ({
            file: name,
            ...clearance,
            ...(reason === 'revoked' ? { revoked: true } : { reason }),
            date,
          }) as ClearanceLine,
      );
      const { place, path } = located(root);
      const { broken } = await place.readClearances(path);
      if (broken) throw new Trouble(inTheWay(broken));
      refuse(await place.appendClearances(path, lines));
    },
    async write(uri, text) {
      const { place, path } = located(uri);
      const root = roots.find((one) => inside(one.path, path) !== undefined)?.path ?? folderOf(path);
      refuse(await place.write(root, path, text));
    },
    async remove(uri) {
      const { place, path } = located(uri);
      refuse(await place.remove(path));
    },
  };
}

/** Whether the file is inside the root, links followed. Of a file that is gone the name alone decides. */
async function liesBelow(place: Place, root: string, path: string): Promise<boolean> {
  if (inside(root, path) === undefined) return false;
  const real = await place.real(path);
  return real === undefined || inside((await place.real(root)) ?? root, real) !== undefined;
}

/** The path that an untitled document would have in the first folder, whose settings it takes. */
const beside = (root: Located | undefined, uri: string): Located | undefined =>
  root && { ...root, path: `${root.path}/${uri.slice(uri.lastIndexOf('/') + 1)}` };

function refuse(problem: Problem | undefined): void {
  if (problem) throw new Trouble(problem.message);
}
