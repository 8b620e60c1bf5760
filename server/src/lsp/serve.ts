// The language server on a connection: what it can do, and which handler answers what. Runs wherever a host does.
import {
  type CodeActionParams,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { formatOfName, formats, formatTable } from '../document/formats/table';
import { rememberWords } from '../document/word';
import { readClient } from './client';
import { carryClearances, carryToSaved } from './handlers/clearances';
import { codeActions } from './handlers/code-actions';
import { codeLens } from './handlers/code-lens';
import { commands, execute } from './handlers/commands';
import { fixAllKind } from './handlers/fix-all';
import { completion } from './handlers/completion';
import { answer, publish, withdrawProblems } from './handlers/diagnostics';
import { foldingRanges } from './handlers/folding';
import { hover } from './handlers/hover';
import { inlayHints } from './handlers/inlay-hints';
import { definition, highlights, prepareRename, references, rename } from './handlers/names';
import { outline } from './handlers/outline';
import { selectionRanges } from './handlers/selection-ranges';
import { legend, semanticTokens, semanticTokensInRange } from './handlers/semantic-tokens';
import { tellStatus } from './handlers/status';
import { type WorkspaceDiagnostics, workspaceDiagnostics } from './handlers/workspace-diagnostics';
import { type WorkspaceNames, workspaceNames } from './handlers/workspace-symbols';
import type { Host } from './host';
import { type OpenDraft, rest } from './open-drafts';
import { answerOwnRequests } from './own-requests';
import { answering, taking } from './safely';
import { createSession, type Session } from './session';
import { speak } from './words';

/** Files whose change on disk changes what is shown. Settings may build on files of any name. */
const watched = [draftsAnd('jsonc'), '**/.copydeskignore', '**/.copydesk/cleared.jsonl'];

/** Every file whose name may be a draft's, and those with these extensions. */
function draftsAnd(...others: readonly string[]): string {
  const extensions = formats.flatMap((format) => formatTable[format].extensions);
  return `**/*.{${[...extensions.map((one) => one.slice(1)), ...others].join(',')}}`;
}

/** Renames that clearances are carried over: of drafts, and of folders with drafts in them. */
const renames = [
  { pattern: { glob: draftsAnd(), matches: 'file' as const } },
  { pattern: { glob: '**/*', matches: 'folder' as const } },
];

/** Drafts longer than this, in UTF-16 units, are not read at every keystroke where several have come in meanwhile. */
const LONG = 100_000;

/** Words that the server knows at a time: those of a few hundred stories. */
const WORDS = 8_000;

export function serve(connection: Connection, host: Host): void {
  rememberWords(WORDS);
  const answers = answering(connection);
  const takes = taking(connection);
  let begun:
    | { readonly session: Session; readonly folders: WorkspaceDiagnostics; readonly everyName: WorkspaceNames }
    | undefined;
  let over = false;
  const now = () => {
    if (over)
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was told to shut down: it takes `exit` only.');
    if (begun) return begun;
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Send `initialize` first.');
  };

  connection.onShutdown(() => {
    over = true;
  });
  connection.onInitialize((params) => {
    if (begun) throw new ResponseError(ErrorCodes.InvalidRequest, '`initialize` was sent before, and counts once.');
    const client = readClient(params);
    speak(client.options.words);
    const session = createSession(connection, client, host);
    begun = { session, folders: workspaceDiagnostics(session), everyName: workspaceNames(session) };
    session.onNews.add((uris) => void takes('news', () => show(session, uris))(undefined));
    return capabilities(params);
  });

  connection.onInitialized(takes('initialized', () => subscribe(now().session)));

  connection.onDidOpenTextDocument(
    takes('textDocument/didOpen', (params) => {
      const { session } = now();
      return changed(session.drafts.open(params));
    }),
  );
  connection.onDidChangeTextDocument(
    takes('textDocument/didChange', (params) => changed(now().session.drafts.change(params))),
  );
  connection.onDidSaveTextDocument(
    takes('textDocument/didSave', ({ textDocument: { uri } }) => {
      const { session } = now();
      const draft = session.drafts.get(uri);
      if (host.isSettingsFile(uri)) return settingsChanged();
      if (!draft?.writing) return undefined;
      const waited = draft.writing.timer !== undefined;
      rest(draft);
      return waited ? session.news([uri]) : undefined;
    }),
  );
  connection.onDidCloseTextDocument(
    takes('textDocument/didClose', async ({ textDocument: { uri } }) => {
      const { session } = now();
      const closed = session.drafts.close(uri);
      stale(uri);
      session.comparison.changed(uri);
      if (!session.client.pulls) await connection.sendDiagnostics({ uri, diagnostics: [] });
      if (closed) await carryToSaved(session, closed);
    }),
  );

  connection.languages.diagnostics.on(
    answers('textDocument/diagnostic', async (params) => {
      const { session } = now();
      const report = await answer(session, params);
      const draft = session.drafts.get(params.textDocument.uri);
      if (draft) await tellStatus(session, draft, await session.shown(draft));
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    answers('workspace/diagnostic', (params, token, _progress, partial) =>
      now().folders.answer(params, token, partial),
    ),
  );
  connection.onCodeAction(
    answers('textDocument/codeAction', (params: CodeActionParams) => codeActions(now().session, params)),
  );
  connection.onHover(answers('textDocument/hover', (params) => hover(now().session, params)));
  connection.onCompletion(answers('textDocument/completion', (params) => completion(now().session, params)));
  connection.onDefinition(answers('textDocument/definition', (params) => definition(now().session, params)));
  connection.onReferences(answers('textDocument/references', (params) => references(now().session, params)));
  connection.onDocumentHighlight(
    answers('textDocument/documentHighlight', (params) => highlights(now().session, params)),
  );
  connection.onPrepareRename(answers('textDocument/prepareRename', (params) => prepareRename(now().session, params)));
  connection.onRenameRequest(answers('textDocument/rename', (params) => rename(now().session, params)));
  connection.onDocumentSymbol(answers('textDocument/documentSymbol', (params) => outline(now().session, params)));
  connection.onSelectionRanges(
    answers('textDocument/selectionRange', (params) => selectionRanges(now().session, params)),
  );
  connection.onWorkspaceSymbol(answers('workspace/symbol', (params, token) => now().everyName.answer(params, token)));
  connection.onFoldingRanges(answers('textDocument/foldingRange', (params) => foldingRanges(now().session, params)));
  connection.onCodeLens(answers('textDocument/codeLens', (params, token) => codeLens(now().session, params, token)));
  connection.languages.inlayHint.on(
    answers('textDocument/inlayHint', (params, token) => inlayHints(now().session, params, token)),
  );
  connection.languages.semanticTokens.on(
    answers('textDocument/semanticTokens/full', (params) => semanticTokens(now().session, params)),
  );
  connection.languages.semanticTokens.onRange(
    answers('textDocument/semanticTokens/range', (params) => semanticTokensInRange(now().session, params)),
  );
  connection.onExecuteCommand(answers('workspace/executeCommand', (params) => execute(now().session, params)));
  answerOwnRequests(connection, answers, () => now().session);
  connection.workspace.onDidRenameFiles(
    takes('workspace/didRenameFiles', (params) => carryClearances(now().session, params)),
  );

  connection.onDidChangeConfiguration(
    takes('workspace/didChangeConfiguration', ({ settings }) => {
      now().session.settings.given(settings);
      settingsChanged();
    }),
  );
  connection.onDidChangeWatchedFiles(
    takes('workspace/didChangeWatchedFiles', ({ changes }) => {
      const { session } = now();
      if (changes.some(({ uri }) => host.isSettingsFile(uri))) return settingsChanged();
      const drafts = changes.filter(({ uri }) => formatOfName(uri) !== undefined);
      // an open draft is what the client says it is, whatever lies on disk
      for (const { uri } of drafts) {
        if (session.drafts.get(uri)) continue;
        stale(uri);
        session.comparison.changed(uri);
      }
    }),
  );

  /** A draft was opened or edited: whoever is pushed to hears at once, the others ask. */
  async function changed(draft: OpenDraft | undefined): Promise<void> {
    if (!draft) return;
    const { session } = now();
    stale(draft.uri);
    if (session.client.pulls) return;
    if (draft.text.length > LONG) {
      // the writer may have typed on while the version before was read: the newest is enough
      const { version } = draft;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (draft.version !== version) return;
    }
    await push(session, draft);
  }

  /** What is known of a document may be true no longer; of all, where none is named. */
  function stale(uri?: string): void {
    const { folders, everyName } = now();
    folders.changed(uri);
    everyName.changed(uri);
  }

  /** Something else than typing changed what is shown: of these documents, or of all. */
  async function show(session: Session, uris: readonly string[] | undefined): Promise<void> {
    for (const uri of uris ?? [undefined]) stale(uri);
    const { pulls, refreshes } = session.client;
    if (pulls) {
      if (refreshes) await connection.languages.diagnostics.refresh();
      return;
    }
    const { drafts } = session;
    for (const one of uris?.flatMap((uri) => drafts.get(uri) ?? []) ?? drafts.all()) await push(session, one);
    if (!uris) await withdrawProblems(session);
  }

  function settingsChanged(): void {
    const { session } = now();
    session.settings.forget();
    session.comparison.forget();
    session.news();
    refreshViews(session);
  }

  connection.listen();

  /** Folders come and go once the client is known to say so. */
  async function subscribe(session: Session): Promise<void> {
    const { client } = session;
    if (client.changesFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        takes('workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          session.settings.setFolders([
            ...session.settings.folders.filter((uri) => !gone.has(uri)),
            ...added.map(({ uri }) => uri),
          ]);
          session.comparison.forget();
          session.news();
        }),
      );
    if (client.registersConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' });
    if (client.registersWatchers)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      });
  }
}

async function push(session: Session, draft: OpenDraft): Promise<void> {
  await publish(session, draft);
  await tellStatus(session, draft, await session.shown(draft));
}

/** What a client shows beside diagnostics and asks for by itself only when somebody types. */
function refreshViews({ connection, client }: Session): void {
  for (const method of client.refreshable) void connection.sendRequest(method).catch(() => undefined);
}

function capabilities({ capabilities: { workspace, textDocument } }: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'copydesk' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...(textDocument?.diagnostic && {
        diagnosticProvider: { identifier: 'copydesk', interFileDependencies: false, workspaceDiagnostics: true },
      }),
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      executeCommandProvider: { commands: Object.values(commands) },
      hoverProvider: true,
      documentSymbolProvider: { label: 'Copydesk' },
      selectionRangeProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      semanticTokensProvider: { legend, full: true, range: true },
      completionProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
      ...(workspace?.workspaceFolders && {
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: { filters: renames } },
        },
      }),
    },
  };
}
