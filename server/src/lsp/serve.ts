// The language server on a connection: what it can do, how it begins and ends, and what it does when documents, settings or files
// change. `language-features.ts` says which handler answers which question. Runs wherever a host does.
import {
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
import { commands } from './handlers/commands';
import { fixAllKind } from './handlers/fix-all';
import { legend } from './handlers/semantic-tokens';
import { workspaceDiagnostics } from './handlers/workspace-diagnostics';
import { workspaceNames } from './handlers/workspace-symbols';
import type { Host } from './host';
import { answerLanguageFeatures } from './language-features';
import { rest } from './open-drafts';
import { answerOwnRequests } from './own-requests';
import { draftChanged, letGo, type Running, settingsChanged, showAnew } from './running';
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

/** Words that the server knows at a time: those of a few hundred stories. */
const WORDS = 8_000;

export function serve(connection: Connection, host: Host): void {
  rememberWords(WORDS);
  const answers = answering(connection);
  const takes = taking(connection);
  let begun: Running | undefined;
  let over = false;
  const running = (): Running => {
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
    session.onNews.add((uris) => void takes('news', () => showAnew(running(), uris))(undefined));
    return capabilities(params);
  });

  connection.onInitialized(takes('initialized', () => subscribe(running().session, takes)));

  connection.onDidOpenTextDocument(
    takes('textDocument/didOpen', (params) => {
      const { session } = running();
      return draftChanged(running(), session.drafts.open(params));
    }),
  );
  connection.onDidChangeTextDocument(
    takes('textDocument/didChange', (params) => draftChanged(running(), running().session.drafts.change(params))),
  );
  connection.onDidSaveTextDocument(
    takes('textDocument/didSave', ({ textDocument: { uri } }) => {
      const { session } = running();
      const draft = session.drafts.get(uri);
      if (host.isSettingsFile(uri)) return settingsChanged(running());
      if (!draft?.writing) return undefined;
      const waited = draft.writing.timer !== undefined;
      rest(draft);
      return waited ? session.news([uri]) : undefined;
    }),
  );
  connection.onDidCloseTextDocument(
    takes('textDocument/didClose', async ({ textDocument: { uri } }) => {
      const { session } = running();
      const closed = session.drafts.close(uri);
      letGo(running(), uri);
      session.comparison.changed(uri);
      if (!session.client.pulls) await connection.sendDiagnostics({ uri, diagnostics: [] });
      if (closed) await carryToSaved(session, closed);
    }),
  );

  answerLanguageFeatures(connection, answers, running);
  answerOwnRequests(connection, answers, () => running().session);
  connection.workspace.onDidRenameFiles(
    takes('workspace/didRenameFiles', (params) => carryClearances(running().session, params)),
  );

  connection.onDidChangeConfiguration(
    takes('workspace/didChangeConfiguration', ({ settings }) => {
      running().session.settings.given(settings);
      settingsChanged(running());
    }),
  );
  connection.onDidChangeWatchedFiles(
    takes('workspace/didChangeWatchedFiles', ({ changes }) => {
      const { session } = running();
      if (changes.some(({ uri }) => host.isSettingsFile(uri))) return settingsChanged(running());
      const drafts = changes.filter(({ uri }) => formatOfName(uri) !== undefined);
      // an open draft is what the client says it is, whatever lies on disk
      for (const { uri } of drafts) {
        if (session.drafts.get(uri)) continue;
        letGo(running(), uri);
        session.comparison.changed(uri);
      }
    }),
  );

  connection.listen();
}

/** Folders come and go once the client is known to say so. */
async function subscribe(session: Session, takes: ReturnType<typeof taking>): Promise<void> {
  const { client, connection } = session;
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
