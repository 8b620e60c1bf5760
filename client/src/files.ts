// Files that the server cannot reach: those of a folder that lies on no disk, or of any folder where the server is a worker in
// a browser. Answers for what lies in an open folder, and for nothing else.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileContent,
  type FileEntry,
  type FileKind,
  type FileParams,
  filesMethods,
  type ReadFileParams,
  type WriteFileParams,
} from '../../server/src/lsp/protocol/files';

const { fs } = vscode.workspace;

export function answerForFiles(client: BaseLanguageClient): vscode.Disposable {
  // one after the other: two decisions at a time must not overwrite each other
  let written: Promise<unknown> = Promise.resolve();
  return vscode.Disposable.from(
    client.onRequest(filesMethods.kind, ({ uri }: FileParams) => found(uri, fileKindOf)),
    client.onRequest(filesMethods.read, ({ uri, largest }: ReadFileParams) =>
      found(uri, (file) => contentOf(file, largest)),
    ),
    client.onRequest(filesMethods.list, ({ uri }: FileParams) => found(uri, entriesOf)),
    client.onRequest(filesMethods.remove, async ({ uri }: FileParams) => {
      const file = inWorkspace(uri);
      if (!file) throw new Error('it lies in no open folder');
      await found(uri, () => fs.delete(file));
      return null;
    }),
    client.onRequest(filesMethods.write, (params: WriteFileParams) => {
      const writing = written.then(() => write(params));
      written = writing.catch(() => undefined);
      return writing;
    }),
  );
}

/** The answer about a file of the workspace; nothing where it is none, or where there is none. */
async function found<Answer>(uri: string, answer: (file: vscode.Uri) => Thenable<Answer>): Promise<Answer | null> {
  const file = inWorkspace(uri);
  if (!file) return null;
  try {
    return (await isBehindLink(file)) ? null : await answer(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function inWorkspace(uri: string): vscode.Uri | undefined {
  const file = vscode.Uri.parse(uri, true);
  // a path that climbs may begin in a folder and end outside it
  if (file.path.split('/').some((name) => name === '..' || name === '.')) return undefined;
  return vscode.workspace.getWorkspaceFolder(file) && file;
}

/** Nobody can tell where a link leads, so what lies behind one is not there. */
async function isBehindLink(file: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(file)?.uri;
  if (!folder || file.scheme !== 'file') return false;
  const names = file.path.slice(folder.path.length).split('/').filter(Boolean);
  for (let i = 1; i <= names.length; i++) {
    const { type } = await fs.stat(vscode.Uri.joinPath(folder, ...names.slice(0, i)));
    if (type & vscode.FileType.SymbolicLink) return true;
  }
  return false;
}

async function fileKindOf(file: vscode.Uri): Promise<FileKind | null> {
  const { type } = await fs.stat(file);
  return kinds.get(type) ?? null;
}

/** A link has its own bit in the type, so it is neither. */
const kinds: ReadonlyMap<vscode.FileType, FileKind> = new Map([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);

async function entriesOf(folder: vscode.Uri): Promise<readonly FileEntry[]> {
  const entries = await fs.readDirectory(folder);
  return entries.flatMap(([name, type]) => {
    const kind = kinds.get(type);
    return kind ? [{ name, kind }] : [];
  });
}

async function contentOf(file: vscode.Uri, largest: number): Promise<FileContent> {
  const { size, type } = await fs.stat(file);
  // a pipe or a device would keep us waiting
  if (!(type & vscode.FileType.File)) throw new Error('it is no regular file');
  if (size > largest) return { size };
  const bytes = await fs.readFile(file);
  return { size: bytes.length, bytes: toCharacters(bytes) };
}

/** A call takes so many arguments at most. */
const PIECE = 0x2000;

function toCharacters(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += PIECE) characters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return characters;
}

async function write({ uri, text, append }: WriteFileParams): Promise<null> {
  const file = inWorkspace(uri);
  if (!file) throw new Error('it lies in no open folder');
  if (await isBehindLink(file).catch(unlessMissing)) throw new Error('it is a link, or lies behind one');
  const before = append ? await found(uri, fs.readFile) : null;
  await fs.writeFile(file, before ? joined(before, text) : encode(text));
  return null;
}

/** Nothing there is no link; whatever else goes wrong, nobody knows, and nothing is written. */
function unlessMissing(error: unknown): false {
  if (!isMissing(error)) throw error;
  return false;
}

/** A file that someone left without its last line end must not swallow the next line. */
function joined(before: Uint8Array, text: string): Uint8Array {
  const more = encode(before.length && before.at(-1) !== 10 ? `\n${text}` : text);
  const all = new Uint8Array(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
