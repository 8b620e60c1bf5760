// An editor in a test: opens drafts, types into them, and keeps their text in step, as a pushed-to or an asking client.
import { applyEdits } from '../../server/src/text/edit';
import { lineIndex } from '../../server/src/text/line-index';
import { type Json, type Rpc, startServer } from './rpc';

export const pushed = { workspace: { workspaceFolders: true }, textDocument: {} };
export const asking = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { diagnostic: {} },
};

export interface Editor extends Rpc {
  /** What the server says it can do. */
  readonly capabilities: Json;
  open(uri: string, text: string, languageId?: string): void;
  /** Replaces `[start, end)` of what is open under the URI. */
  type(uri: string, start: number, end: number, text: string): void;
  /** Applies a workspace edit of the server's to the texts here, and tells the server. */
  apply(edit: Json): void;
  text(uri: string): string;
  version(uri: string): number;
  save(uri: string): void;
  /** What stands on the document: asked for, or the newest that was pushed for its version. */
  diagnostics(uri: string): Promise<Json[]>;
  actions(uri: string, range: Json, only?: string[]): Promise<Json[]>;
}

export async function startEditor(
  capabilities: object = pushed,
  {
    folders = [],
    options,
    settings = {},
    program,
  }: { folders?: string[]; options?: object; settings?: object; program?: string } = {},
): Promise<Editor> {
  const rpc = startServer(undefined, undefined, program);
  const documents = new Map<string, { text: string; version: number }>();
  rpc.answers['workspace/configuration'] = ({ items }) => items.map(() => settings);
  const { capabilities: offered } = await rpc.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions: options,
    workspaceFolders: folders.length ? folders.map((uri) => ({ uri, name: 'desk' })) : null,
  });
  rpc.notify('initialized', {});
  const pulls = 'diagnostic' in ((capabilities as Json).textDocument ?? {});
  const of = (uri: string) => {
    const document = documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  };
  const type: Editor['type'] = (uri, start, end, text) => {
    const document = of(uri);
    const range = { start: positionOf(document.text, start), end: positionOf(document.text, end) };
    document.text = document.text.slice(0, start) + text + document.text.slice(end);
    document.version++;
    const textDocument = { uri, version: document.version };
    rpc.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  };
  return {
    ...rpc,
    capabilities: offered,
    type,
    open(uri, text, languageId = 'plaintext') {
      documents.set(uri, { text, version: 1 });
      rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    apply(edit) {
      const changes: [string, Json[]][] = edit.documentChanges
        ? edit.documentChanges.map((one: Json) => [one.textDocument.uri, one.edits])
        : Object.entries(edit.changes);
      for (const [uri, edits] of changes) {
        const { text } = of(uri);
        const wanted = edits.map(({ range, newText }) => ({
          start: offsetOf(text, range.start),
          end: offsetOf(text, range.end),
          text: newText,
        }));
        type(uri, 0, text.length, applyEdits(text, wanted));
      }
    },
    text: (uri) => of(uri).text,
    version: (uri) => of(uri).version,
    save: (uri) => rpc.notify('textDocument/didSave', { textDocument: { uri } }),
    async diagnostics(uri) {
      if (pulls) return (await rpc.request('textDocument/diagnostic', { textDocument: { uri } })).items;
      // the newest for this version: a later push of the same version replaces an earlier one
      await rpc.next('textDocument/publishDiagnostics', (p) => p.uri === uri && p.version === of(uri).version);
      const all = rpc.heard.filter((m) => m.method === 'textDocument/publishDiagnostics' && m.params.uri === uri);
      return all.at(-1)?.params.diagnostics;
    },
    actions: (uri, range, only) =>
      rpc.request('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
  };
}

export function positionOf(text: string, offset: number): { line: number; character: number } {
  const { starts } = lineIndex(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] as number) };
}

export const offsetOf = (text: string, { line, character }: { line: number; character: number }): number =>
  (lineIndex(text).starts[line] ?? text.length) + character;
