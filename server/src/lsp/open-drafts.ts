// The documents that the client has open, kept in step edit by edit, with the place of the newest edit.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { createMemory, type Memory } from '../document/memory';
import { difference } from '../text/edit';
import type { Reading } from './reading';

export interface OpenDraft {
  readonly uri: string;
  readonly languageId: string;
  readonly memory: Memory;
  text: string;
  version: number;
  /** Where the writer is, until a save or a rest. */
  writing: Writing | undefined;
  reading: { readonly version: number; readonly reading: Reading } | undefined;
  /** The status that the client was told last, as text. */
  toldStatus?: string;
  /** What it was told last of fixes that undo one another. */
  toldUndone?: string;
}

export interface Writing {
  /** File offset behind the newest edit. */
  readonly at: number;
  /** When that was, in ms of `performance.now()`. */
  readonly since: number;
  /** Runs while something waits for the writer to rest. */
  timer?: ReturnType<typeof setTimeout>;
}

export interface OpenDrafts {
  open(params: DidOpenTextDocumentParams): OpenDraft;
  /** Nothing where the document is not open: a client's mistake, and no reason to stop. */
  change(params: DidChangeTextDocumentParams): OpenDraft | undefined;
  close(uri: string): OpenDraft | undefined;
  get(uri: string): OpenDraft | undefined;
  all(): Iterable<OpenDraft>;
}

export function openDrafts(): OpenDrafts {
  const documents = new Map<string, { document: TextDocument; draft: OpenDraft }>();
  return {
    open({ textDocument: { uri, languageId, version, text } }) {
      const document = TextDocument.create(uri, languageId, version, text);
      const memory = createMemory();
      const draft: OpenDraft = { uri, languageId, memory, text, version, writing: undefined, reading: undefined };
      documents.set(uri, { document, draft });
      return draft;
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const known = documents.get(uri);
      if (!known) return undefined;
      const { draft } = known;
      for (const change of contentChanges) {
        const at = endOf(known.document, change);
        known.document = TextDocument.update(known.document, [change], version);
        rest(draft);
        draft.writing = { at, since: performance.now() };
      }
      draft.text = known.document.getText();
      draft.version = version;
      return draft;
    },
    close(uri) {
      const known = documents.get(uri);
      documents.delete(uri);
      if (known) rest(known.draft);
      return known?.draft;
    },
    get: (uri) => documents.get(uri)?.draft,
    *all() {
      for (const { draft } of documents.values()) yield draft;
    },
  };
}

/** The writer is done here for now: nothing waits for them. */
export function rest(draft: OpenDraft): void {
  clearTimeout(draft.writing?.timer);
  draft.writing = undefined;
}

/** Offset behind what the change wrote, in the text after it. */
function endOf(document: TextDocument, change: TextDocumentContentChangeEvent): number {
  if ('range' in change) return document.offsetAt(change.range.start) + change.text.length;
  // the whole text again: what differs is what was edited
  const { start, text } = difference(document.getText(), change.text);
  return start + text.length;
}
