// What the client at the other end can do, read once from its first request.
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol/options';

export interface Client {
  /** It declared `textDocument.diagnostic`: it asks for diagnostics and is never pushed to. */
  readonly pulls: boolean;
  /** It may be told to ask again. */
  readonly refreshes: boolean;
  /** Requests by which it may be told to ask again for what it shows beside diagnostics. */
  readonly refreshable: readonly string[];
  /** It takes diagnostics of other documents with those asked for. */
  readonly takesRelatedDocuments: boolean;
  /** It answers `workspace/configuration`. */
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly appliesEdits: boolean;
  /** It takes edits with the version they are meant for. */
  readonly versionsEdits: boolean;
  /** It takes edits that leave something selected. */
  readonly takesSnippets: boolean;
  /** It lets a person tick edits that carry an annotation. */
  readonly annotatesEdits: boolean;
  /** Ranges that it folds in one document at most. */
  readonly mostFolds: number;
  /** It says when folders come and go. */
  readonly changesFolders: boolean;
  readonly options: InitializationOptions;
  /** URIs of the folders it has open. */
  readonly folders: readonly string[];
}

export function readClient({
  capabilities,
  initializationOptions,
  workspaceFolders,
  ...rest
}: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  const single = rest.rootUri ? [rest.rootUri] : [];
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    refreshable: refreshable
      .filter((view) => workspace?.[view]?.refreshSupport)
      .map((view) => `workspace/${view}/refresh`),
    takesRelatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    appliesEdits: workspace?.applyEdit === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesSnippets:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    annotatesEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    changesFolders: workspace?.workspaceFolders === true,
    options: isObject(initializationOptions) ? initializationOptions : {},
    folders: workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : single,
  };
}

const refreshable = ['semanticTokens', 'inlayHint', 'codeLens', 'foldingRange'] as const;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
