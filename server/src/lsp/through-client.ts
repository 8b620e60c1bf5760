// The client's files as a place: for folders that lie on no disk of this machine, and for a server that runs in a browser.
import type { Connection } from 'vscode-languageserver';
import { CLEARANCE_FILE, noClearances, parseClearances, toLines } from '../config/clearance-lines';
import { formatOfName } from '../document/formats/table';
import { type Decoded, decode, decodeDraft, LARGEST, problem, tooLarge } from '../document/decode';
import type { Problem } from '../document/story';
import type { FileStore } from './file-store';
import { sampleScheme } from './protocol/options';
import {
  type FileContent,
  type FileEntry,
  type FileKind,
  type FileParams,
  filesMethods,
  type ReadFileParams,
  type WriteFileParams,
} from './protocol/files';

export function throughClient(connection: Connection): FileStore {
  const ask = <Answer>(method: string, params: object): Promise<Answer> => connection.sendRequest(method, params);

  const kindOf = (path: string): Promise<FileKind | null> =>
    ask(filesMethods.kind, { uri: toUri(path) } satisfies FileParams);

  const content = (path: string): Promise<FileContent | null> =>
    ask(filesMethods.read, { uri: toUri(path), largest: LARGEST } satisfies ReadFileParams);

  async function bytesOf(path: string): Promise<Uint8Array | Problem | undefined> {
    const file = await content(path).catch(brief);
    if (typeof file === 'string') return problem('unreadable-file', `${path} cannot be read (${file}).`);
    if (!file) return undefined;
    return file.bytes === undefined ? tooLarge(path, file.size) : fromCharacters(file.bytes);
  }

  async function read(path: string): Promise<string | Problem | undefined> {
    const bytes = await bytesOf(path);
    return bytes instanceof Uint8Array ? decode(bytes, path) : bytes;
  }

  async function readDraft(path: string): Promise<Decoded | Problem | undefined> {
    const bytes = await bytesOf(path);
    return bytes instanceof Uint8Array ? decodeDraft(bytes, path, formatOfName(path)) : bytes;
  }

  const write = async (path: string, more: Omit<WriteFileParams, 'uri'>): Promise<Problem | undefined> => {
    const fault = await ask<null>(filesMethods.write, { uri: toUri(path), ...more }).catch(brief);
    return fault === null
      ? undefined
      : problem('unwritable-file', `${path} cannot be written (${fault}), so nothing was changed. Make it writable.`);
  };

  /** Empty where the path is no folder, or cannot be listed: the other folders are read all the same. */
  async function entriesOf(folder: string, tell: Parameters<FileStore['drafts']>[2]): Promise<readonly FileEntry[]> {
    const entries = await ask<readonly FileEntry[] | null>(filesMethods.list, { uri: toUri(folder) }).catch(brief);
    if (typeof entries === 'string') tell?.(`${folder} cannot be listed (${entries}), so no draft in it is read.`);
    return typeof entries === 'string' ? [] : (entries ?? []);
  }

  async function* drafts(...[folder, passesOver, tell]: Parameters<FileStore['drafts']>): AsyncGenerator<string> {
    for (const { name, kind } of [...(await entriesOf(folder, tell))].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${name}`;
      if ((kind === 'file' && formatOfName(name) === undefined) || (await passesOver(path))) continue;
      if (kind === 'file') yield path;
      else yield* drafts(path, passesOver, tell);
    }
  }

  const names = async (folder: string): Promise<readonly string[]> => {
    const entries = await ask<readonly FileEntry[] | null>(filesMethods.list, { uri: toUri(folder) }).catch(() => null);
    return (entries ?? []).flatMap(({ name, kind }) => (kind === 'file' ? [name] : [])).sort();
  };

  return {
    inFoldersOnly: true,
    toPath,
    toUri,
    read,
    // the client says of a link that it is none of its files, since nobody can tell where it leads
    real: async (path) => ((await kindOf(path)) ? path : undefined),
    names,
    isRoot: async (folder) => (await kindOf(`${folder}/.git`)) !== null,
    drafts,
    readDraft,
    async readClearances(root) {
      const lines = await read(`${root}/${CLEARANCE_FILE}`);
      if (lines === undefined) return noClearances;
      return typeof lines === 'string' ? parseClearances(lines) : { ...noClearances, problems: [lines] };
    },
    appendClearances: (root, lines) => write(`${root}/${CLEARANCE_FILE}`, { text: toLines(lines), append: true }),
    // the client refuses to write through links, so `root` needs no check here
    write: (_root, path, text) => write(path, { text }),
    async remove(path) {
      const fault = await ask<null>(filesMethods.remove, { uri: toUri(path) }).catch(brief);
      return fault === null
        ? undefined
        : problem('unwritable-file', `${path} cannot be taken away (${fault}). Delete it by hand.`);
    },
  };
}

const brief = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Scheme and authority as they stand, then the path decoded: `memfs:/my drafts`, `vscode-vfs://github/desk/drafts`. */
function toPath(uri: string): string | undefined {
  const [, place, path] = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)((?:\/[^?#]*)?)$/i.exec(uri) ?? [];
  if (place === undefined || path === undefined || place === 'untitled:' || place === `${sampleScheme}:`)
    return undefined;
  return place + decodeURIComponent(path).replace(/\/$/, '');
}

/** As VS Code writes them: all but letters, digits and `-._~` is encoded. */
function toUri(path: string): string {
  const [place = ''] = /^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i.exec(path) ?? [];
  const names = path.slice(place.length);
  const encoded = (name: string): string =>
    encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return place + names.split('/').map(encoded).join('/');
}

/** See {@link FileContent}. */
const fromCharacters = (bytes: string): Uint8Array => Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
