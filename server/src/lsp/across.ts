// Compares the names of a draft with those of its folder, where settings ask for it. Names are kept by the content of each draft.
// After an edit only that draft's names are extracted again, and only drafts that use a changed name are linted again.
import { type Across, type FolderNames, folderNames } from '../analysis/names/across';
import { type FullName, fullNamesOf } from '../analysis/names/roll';
import { formatOfName } from '../document/formats/table';
import { inWalkOrder } from '../config/path';
import { parserFor } from '../document/formats/parser';
import { readStory } from '../document/read';
import { lineIndex } from '../text/line-index';
import type { Client } from './client';
import { breathe } from './every-draft';
import type { Host, Resolved } from './host';
import type { OpenDraft, OpenDrafts } from './open-drafts';
import { resultId } from './result-id';
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

interface Folder {
  readonly names: FolderNames;
  /** Addresses by path. */
  readonly uris: Map<string, string>;
  readonly whole: Promise<void>;
  isWhole: boolean;
}

export function folderComparison({ client, host, settings, drafts, read, news }: Around): Comparison {
  const { across: listed } = client.options;
  const places = new Map(listed?.map((uri, i) => [uri, i]));
  let folders = new Map<string, Folder>();
  const known = new Map<string, { readonly content: string; readonly names: readonly FullName[] }>();

  /** @param begin whether to start reading a folder that nobody has asked about yet. */
  function folderOf({ across, desk }: Resolved, begin: boolean): Folder | undefined {
    if (!desk || !(across || listed)) return undefined;
    const root = listed ? '' : desk.root;
    const open = folders.get(root);
    if (open || !begin) return open;
    const uris = new Map<string, string>();
    const place = (path: string): number => places.get(uris.get(path) ?? '') ?? -1;
    const made: Folder = {
      names: folderNames(listed ? (a, b) => place(a) - place(b) : inWalkOrder),
      uris,
      // a folder that cannot be read through is compared with nothing
      whole: Promise.resolve()
        .then(() => readAll(made, listed ?? host.drafts(root)))
        .catch(() => undefined),
      isWhole: false,
    };
    folders.set(root, made);
    return made;
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

  async function readFile(uri: string, only?: Folder): Promise<void> {
    const { own, resolved } = await settings.ofFile(uri);
    const folder = folderOf(resolved, false);
    if (!folder || (only && folder !== only)) return;
    const isDraft = own.enable && (listed || resolved.ignored === undefined);
    const names = isDraft ? await namesOf(uri, resolved) : undefined;
    // a draft that was opened meanwhile has the text that the client sends
    if (!drafts.get(uri)) put(folder, uri, resolved, names);
  }

  async function namesOf(uri: string, resolved: Resolved): Promise<readonly FullName[] | undefined> {
    const { date, genre, fields } = resolved;
    const { words } = resolved.settings.house;
    const format = formatOfName(uri) ?? (listed && 'text');
    const text = format && (await host.read(uri));
    if (!format || typeof text !== 'string') {
      known.delete(uri);
      return undefined;
    }
    const content = resultId([format, date, genre, JSON.stringify([fields, words]), text]);
    const before = known.get(uri);
    if (before?.content === content) return before.names;
    const story = readStory({ text, format, date, genre, fields, words }, undefined, await parserFor(format));
    const names = fullNamesOf(story, lineIndex(text));
    known.set(uri, { content, names });
    return names;
  }

  function put(folder: Folder, uri: string, { desk }: Resolved, names: readonly FullName[] | undefined): void {
    const path = desk?.shown as string;
    if (names) folder.uris.set(path, uri);
    const concerned = folder.names.set(path, names);
    if (!names) folder.uris.delete(path);
    if (folder.isWhole && concerned.size) news([...concerned].flatMap((other) => folder.uris.get(other) ?? []));
  }

  const slice = (folder: Folder | undefined, { desk }: Resolved): Across | undefined =>
    folder?.isWhole ? folder.names.concerning(desk?.shown as string) : undefined;

  return {
    take(uri, resolved, names) {
      const folder = folderOf(resolved, true);
      if (folder) put(folder, uri, resolved, names());
      return slice(folder, resolved);
    },
    of: (resolved) => slice(folderOf(resolved, true), resolved),
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
