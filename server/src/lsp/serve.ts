// The language server on a connection: what it can do, how it begins and ends. `language-features.ts` says which handler answers which
// question, `notifications.ts` what is done when documents, settings or files change. Runs wherever a host does.
import {
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { rememberWords } from '../document/word';
import { readClient } from './client';
import { commands } from './handlers/commands';
import { fixAllKind } from './handlers/fix-all';
import { legend } from './handlers/semantic-tokens';
import { workspaceDiagnostics } from './handlers/workspace-diagnostics';
import { workspaceNames } from './handlers/workspace-symbols';
import type { Host } from './host';
import { answerLanguageFeatures } from './language-features';
import { renames, takeNotifications } from './notifications';
import { answerOwnRequests } from './own-requests';
import { type Running, showAnew } from './running';
import { answering, taking } from './safely';
import { createSession } from './session';
import { speak } from './words';

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

  takeNotifications(connection, takes, host, running);
  answerLanguageFeatures(connection, answers, running);
  answerOwnRequests(connection, answers, () => running().session);

  connection.listen();
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
