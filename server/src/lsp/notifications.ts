// What the client tells of and wants no answer to: documents that are opened, edited, saved and closed, and files, folders and
// settings that change.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { formatOfName, formats, formatTable } from '../document/formats/table';
import { carryClearances, carryToSaved } from './handlers/clearances';
import type { Host } from './host';
import { rest } from './open-drafts';
import { draftChanged, letGo, type Running, settingsChanged } from './running';
import type { taking } from './safely';
import type { Session } from './session';

/** Files whose change on disk changes what is shown. Settings may build on files of any name. */
const watched = [draftsAnd('jsonc'), '**/.copydeskignore', '**/.copydesk/cleared.jsonl'];

/** Renames that clearances are carried over: of drafts, and of folders with drafts in them. */
export const renames = [
  { pattern: { glob: draftsAnd(), matches: 'file' as const } },
  { pattern: { glob: '**/*', matches: 'folder' as const } },
];

/** Every file whose name may be a draft's, and those with these extensions. */
function draftsAnd(...others: readonly string[]): string {
  const extensions = formats.flatMap((format) => formatTable[format].extensions);
  return `**/*.{${[...extensions.map((one) => one.slice(1)), ...others].join(',')}}`;
}

type Takes = ReturnType<typeof taking>;

export function takeNotifications(connection: Connection, takes: Takes, host: Host, running: () => Running): void {
  connection.onInitialized(takes('initialized', () => subscribe(running().session, takes)));
  takeDocuments(connection, takes, host, running);
  takeChanges(connection, takes, host, running);
}

function takeDocuments(connection: Connection, takes: Takes, host: Host, running: () => Running): void {
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
}

/** Of what lies on disk, and of settings. */
function takeChanges(connection: Connection, takes: Takes, host: Host, running: () => Running): void {
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
}

/** Folders come and go once the client is known to say so. */
async function subscribe(session: Session, takes: Takes): Promise<void> {
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
