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
  const { kindOf, entriesOf, bytesOf, write, remove } = clientFiles(connection);

  async function read(path: string): Promise<string | Problem | undefined> {
    const bytes = await bytesOf(path);
    return bytes instanceof Uint8Array ? decode(bytes, path) : bytes;
  }

  async function readDraft(path: string): Promise<Decoded | Problem | undefined> {
    const bytes = await bytesOf(path);
    return bytes instanceof Uint8Array ? decodeDraft(bytes, path, formatOfName(path)) : bytes;
  }

  async function* drafts(...[folder, passesOver, tell]: Parameters<FileStore['drafts']>): AsyncGenerator<string> {
    const entries = await entriesOf(folder);
    // the other folders are read all the same
    if (typeof entries === 'string')
      return tell?.(`${folder} cannot be listed (${entries}), so no draft in it is read.`);
    for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${name}`;
      if ((kind === 'file' && formatOfName(name) === undefined) || (await passesOver(path))) continue;
      if (kind === 'file') yield path;
      else yield* drafts(path, passesOver, tell);
    }
  }

  async function names(folder: string): Promise<readonly string[]> {
    const entries = await entriesOf(folder);
    return typeof entries === 'string'
      ? []
      : entries.flatMap(({ name, kind }) => (kind === 'file' ? [name] : [])).sort();
  }

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
    remove,
  };
}

/** What is asked of the client about its files. Where one cannot be read or written that is a problem; a folder, the reason. */
function clientFiles(connection: Connection) {
  const ask = <Answer>(method: string, params: object): Promise<Answer> => connection.sendRequest(method, params);
  const brief = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const done = (fault: string | null, sentence: (fault: string) => string): Problem | undefined =>
    fault === null ? undefined : problem('unwritable-file', sentence(fault));

  return {
    kindOf: (path: string): Promise<FileKind | null> =>
      ask(filesMethods.kind, { uri: toUri(path) } satisfies FileParams),
    /** Nothing where the path is no folder; a word why it cannot be listed. */
    async entriesOf(folder: string): Promise<readonly FileEntry[] | string> {
      const entries = await ask<readonly FileEntry[] | null>(filesMethods.list, { uri: toUri(folder) }).catch(brief);
      return entries ?? [];
    },
    async bytesOf(path: string): Promise<Uint8Array | Problem | undefined> {
      const asked: ReadFileParams = { uri: toUri(path), largest: LARGEST };
      const file = await ask<FileContent | null>(filesMethods.read, asked).catch(brief);
      if (typeof file === 'string') return problem('unreadable-file', `${path} cannot be read (${file}).`);
      if (!file) return undefined;
      return file.bytes === undefined ? tooLarge(path, file.size) : fromCharacters(file.bytes);
    },
    async write(path: string, more: Omit<WriteFileParams, 'uri'>): Promise<Problem | undefined> {
      const fault = await ask<null>(filesMethods.write, { uri: toUri(path), ...more }).catch(brief);
      return done(fault, (why) => `${path} cannot be written (${why}), so nothing was changed. Make it writable.`);
    },
    async remove(path: string): Promise<Problem | undefined> {
      const fault = await ask<null>(filesMethods.remove, { uri: toUri(path) }).catch(brief);
      return done(fault, (why) => `${path} cannot be taken away (${why}). Delete it by hand.`);
    },
  };
}

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
