// Compares the names of a draft with those of its folder, where settings ask for it. After an edit
// only that draft's names are extracted again, and only drafts that use a changed name are linted again.
import { type Across, type FolderNames, folderNames } from '../analysis/names/across';
import type { FullName } from '../analysis/names/roll';
import { kept } from '../config/files';
import { inWalkOrder } from '../config/path';
import type { Client } from './client';
import { breathe } from './every-draft';
import type { Host, Resolved } from './host';
import { namesOnDisk } from './names-on-disk';
import type { OpenDraft, OpenDrafts } from './open-drafts';
import type { SettingsStore } from './settings-store';

export interface Comparison {
  /**
   * Takes the names of a draft as they are now, and reports the change to other drafts of its folder.
   * @returns what the folder spells otherwise; undefined where settings do not compare, or while the folder is being read.
   */
  take(uri: string, resolved: Resolved, names: () => readonly FullName[]): Across | undefined;
  /** What the folder spells otherwise than the names taken last. Returns the same object as long as its content is the same. */
  of(resolved: Resolved): Across | undefined;
  /** The address of another draft of the folder. @param path as reports show it. */
  uriOf(resolved: Resolved, path: string): string;
  /** Resolves once all drafts with which this one is compared are read. */
  whole(resolved: Resolved): Promise<void>;
  /** Call it when a file that is not open has changed or is gone. */
  changed(uri: string): void;
  /** Call it when settings or folders have changed: names are gathered again at the next question, unchanged drafts from memory. */
  forget(): void;
}

interface Around {
  readonly client: Client;
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly drafts: OpenDrafts;
  /** Reads an open draft, and so calls `take` with its names. */
  read(draft: OpenDraft): Promise<unknown>;
  news(uris: readonly string[]): void;
}

/** The drafts of a folder, as far as they are read. */
interface Folder {
  readonly names: FolderNames;
  /** Addresses by path. */
  readonly uris: Map<string, string>;
  readonly whole: Promise<void>;
  isWhole: boolean;
}

export function folderComparison({ client, host, settings, drafts, read, news }: Around): Comparison {
  const listed = client.options.across;
  const namesOf = namesOnDisk(host, listed !== undefined);
  let folders = new Map<string, Folder>();

  function openFolder(root: string): Folder {
    const uris = new Map<string, string>();
    const folder: Folder = {
      names: folderNames(listed ? inOrderOf(listed, uris) : inWalkOrder),
      uris,
      // a folder that cannot be read through is compared with nothing
      whole: Promise.resolve()
        .then(() => readAll(folder, listed ?? host.drafts(root)))
        .catch(() => undefined),
      isWhole: false,
    };
    return folder;
  }

  /** @param begin whether to start reading a folder that nobody has asked about yet. */
  function folderOf({ across, desk }: Resolved, begin: boolean): Folder | undefined {
    if (!desk || !(across || listed)) return undefined;
    const root = listed ? '' : desk.root;
    return begin ? kept(folders, root, () => openFolder(root)) : folders.get(root);
  }

  async function readAll(folder: Folder, uris: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const open = new Map([...drafts.all()].map((draft) => [host.canonical(draft.uri), draft]));
    for await (const uri of uris) {
      const draft = open.get(uri);
      if (draft && drafts.get(draft.uri) === draft) await read(draft);
      else await readFile(uri, folder);
      await breathe();
    }
    folder.isWhole = true;
    news([...drafts.all()].map(({ uri }) => uri).filter((uri) => [...folder.uris.values()].includes(uri)));
  }

  /** @param only the folder that is being read: a file that belongs to another one is left to that. */
  async function readFile(uri: string, only?: Folder): Promise<void> {
    const { own, resolved } = await settings.ofFile(uri);
    const folder = folderOf(resolved, false);
    if (!folder || (only && folder !== only)) return;
    const isDraft = own.enable && (listed || resolved.ignored === undefined);
    const names = isDraft ? await namesOf(uri, resolved) : undefined;
    // a draft that was opened meanwhile has the text that the client sends
    if (!drafts.get(uri)) put(folder, uri, resolved, names);
  }

  function put(folder: Folder, uri: string, resolved: Resolved, names: readonly FullName[] | undefined): void {
    const concerned = putNames(folder, uri, pathOf(resolved), names);
    if (folder.isWhole && concerned.length) news(concerned);
  }

  return {
    take(uri, resolved, names) {
      const folder = folderOf(resolved, true);
      if (folder) put(folder, uri, resolved, names());
      return concerning(folder, resolved);
    },
    of: (resolved) => concerning(folderOf(resolved, true), resolved),
    uriOf: (resolved, path) => folderOf(resolved, false)?.uris.get(path) ?? path,
    whole: async (resolved) => folderOf(resolved, true)?.whole,
    changed(uri) {
      if (folders.size && !drafts.get(uri)) void readFile(uri).catch(() => undefined);
    },
    forget() {
      folders = new Map();
    },
  };
}

/** The path by which a folder knows a draft: as reports show it. */
const pathOf = ({ desk }: Resolved): string => desk?.shown as string;

/** Paths in the order of their addresses in a list. */
function inOrderOf(listed: readonly string[], uris: ReadonlyMap<string, string>): (a: string, b: string) => number {
  const places = new Map(listed.map((uri, i) => [uri, i]));
  const placeOf = (path: string): number => places.get(uris.get(path) ?? '') ?? -1;
  return (a, b) => placeOf(a) - placeOf(b);
}

/** @param names nothing where the draft is gone. @returns the addresses of the drafts for which this is news. */
function putNames(
  { names: known, uris }: Folder,
  uri: string,
  path: string,
  names: readonly FullName[] | undefined,
): readonly string[] {
  if (names) uris.set(path, uri);
  const concerned = known.set(path, names);
  if (!names) uris.delete(path);
  return [...concerned].flatMap((other) => uris.get(other) ?? []);
}

/** Nothing as long as the folder is being read. */
const concerning = (folder: Folder | undefined, resolved: Resolved): Across | undefined =>
  folder?.isWhole ? folder.names.concerning(pathOf(resolved)) : undefined;
