// The desk: the language server's life in this window. It is started again when it dies, and afresh when the person asks.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol/status';
import { openProblems, type Problems } from './problems';
import { readFolder } from './folder';
import { type WorkspacePulls, type WorkspaceRead, workspacePulls } from './workspace-pulls';

export type Life = 'starting' | 'running' | 'away';

/** What the server's command to clear was told. */
export interface Cleared {
  readonly uri: string;
  readonly clearance?: { readonly rule: string };
  readonly reason?: string;
  /** Instead of one: all of a rule. */
  readonly clearances?: readonly { readonly rule: string }[];
}

export interface Desk extends vscode.Disposable {
  readonly output: vscode.LogOutputChannel;
  /** What the desk made of a document. */
  readonly onStatus: vscode.Event<Status>;
  /** What it made of it last; nothing where it has not read it. */
  statusOf(uri: vscode.Uri): Status | undefined;
  readonly onLife: vscode.Event<Life>;
  /** Somebody has cleared a finding. */
  readonly onCleared: vscode.Event<Cleared>;
  /** Resolves also where it could not be started: the status item and the output say so. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** @throws where the desk is away, or does not know the request. */
  ask<Answer>(method: string, params: object, token?: vscode.CancellationToken): Promise<Answer>;
  /** Reads the drafts below a folder, and puts what stands on them into Problems until they change. */
  readFolder(
    folder: vscode.Uri,
    token: vscode.CancellationToken,
    tell: (drafts: number) => void,
  ): Promise<WorkspaceRead>;
  /** Reads every draft of the workspace, and keeps the answers in Problems from then on. */
  readonly readWorkspace: WorkspacePulls['read'];
}

const away = (): Error =>
  new Error(vscode.l10n.t('Copydesk is not running. Run “Copydesk: Restart” to start it again.'));

/** What the language client is joined to. */
export interface Wiring {
  readonly output: vscode.LogOutputChannel;
  readonly pulls: WorkspacePulls;
  readonly problems: Problems;
  readonly tellStatus: (status: Status) => void;
  readonly tellLife: (life: Life) => void;
  readonly tellCleared: (cleared: Cleared) => void;
}

/** Makes a client that knows how to start the server: as a process, or in a worker. */
export type Connect = (wiring: Wiring) => Promise<BaseLanguageClient>;

export function openDesk(connect: Connect): Desk {
  const output = vscode.window.createOutputChannel('Copydesk', { log: true });
  const events = openEvents();
  const pulls = workspacePulls();
  const problems = openProblems(pulls.isWanted);
  const { tellStatus, tellLife, tellCleared } = events;
  const server = serverLife(connect, { output, pulls, problems, tellStatus, tellLife, tellCleared });
  return {
    output,
    onStatus: events.onStatus,
    statusOf: events.statusOf,
    onLife: events.onLife,
    onCleared: events.onCleared,
    start: server.start,
    restart: server.restart,
    ask: async (method, params, token) => {
      // a command may be what wakes the extension
      await server.settled();
      const client = server.running();
      // the library takes a third argument as one that is sent along, an absent token too
      return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
    },
    readWorkspace: pulls.read,
    readFolder: (folder, token, tell) => readFolder(server.running(), problems, folder, token, tell),
    dispose: () => {
      void server.stop();
      for (const it of [output, events, problems]) it.dispose();
    },
  };
}

/** What the server tells of, passed on to all in this window who ask. What it made of a document is remembered. */
function openEvents() {
  const status = new vscode.EventEmitter<Status>();
  const life = new vscode.EventEmitter<Life>();
  const cleared = new vscode.EventEmitter<Cleared>();
  const known = new Map<string, Status>();
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  return {
    onStatus: status.event,
    onLife: life.event,
    onCleared: cleared.event,
    statusOf: (uri: vscode.Uri): Status | undefined => known.get(uri.toString()),
    tellStatus(one: Status): void {
      known.set(vscode.Uri.parse(one.uri).toString(), one);
      status.fire(one);
    },
    tellLife(one: Life): void {
      if (one !== 'running') known.clear();
      life.fire(one);
    },
    tellCleared: (one: Cleared): void => cleared.fire(one),
    dispose(): void {
      for (const it of [status, life, cleared, closed]) it.dispose();
    },
  };
}

/** The client that is joined to the server now. */
function serverLife(connect: Connect, wiring: Wiring) {
  const { output } = wiring;
  let client: BaseLanguageClient | undefined;
  /** One thing after the other: a client that is still being made cannot be stopped. */
  let doing: Promise<void> = Promise.resolve();
  const next = (what: () => Promise<void>): Promise<void> => {
    doing = doing.then(what);
    return doing;
  };

  async function start(): Promise<void> {
    try {
      client = await connect(wiring);
      await client.start();
      output.info('Copydesk is running.');
    } catch (error) {
      output.error(`Copydesk could not be started: ${String(error)}`);
    }
  }

  async function stop(): Promise<void> {
    const old = client;
    client = undefined;
    // one that died, or never came up, has nothing left to stop
    await old?.dispose().catch((error) => output.warn(`Stopping: ${String(error)}`));
  }

  return {
    start: () => next(start),
    restart: () =>
      next(async () => {
        await stop();
        await start();
      }),
    stop: () => next(stop),
    /** Resolves when all that was begun so far is done. */
    settled: (): Promise<void> => doing,
    /** @throws where the desk is away. */
    running(): BaseLanguageClient {
      if (!client?.isRunning()) throw away();
      return client;
    },
  };
}
