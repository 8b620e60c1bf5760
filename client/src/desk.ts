// The desk: the language server's life in this window. It is started again when it dies, and afresh when the person asks.
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { type InitializationOptions, type Status, statusMethod } from '../../server/src/lsp/protocol';
import { selector } from './drafts';
import { answerForFiles } from './files';
import { openProblems, type Problems } from './problems';
import { type WorkspacePulls, workspacePulls } from './workspace-pulls';

export type Life = 'starting' | 'running' | 'away';

/** What the server's command to clear was told. */
export interface Cleared {
  readonly uri: string;
  readonly clearance: { readonly rule: string };
}

export interface Desk extends vscode.Disposable {
  readonly output: vscode.LogOutputChannel;
  /** What the desk made of a document. */
  readonly onStatus: vscode.Event<Status>;
  readonly onLife: vscode.Event<Life>;
  /** Somebody has cleared a finding. */
  readonly onCleared: vscode.Event<Cleared>;
  /** Resolves also where it could not be started: the status item and the output say so. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** @throws where the desk is away, or does not know the request. */
  ask<Answer>(method: string, params: object, token?: vscode.CancellationToken): Promise<Answer>;
  /** Reads every draft of the workspace, and keeps the answers in Problems from then on. */
  readonly readWorkspace: WorkspacePulls['read'];
}

/** Makes a client that knows how to start the server: as a process, or in a worker. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

export function openDesk(connect: Connect): Desk {
  const output = vscode.window.createOutputChannel('Copydesk', { log: true });
  const status = new vscode.EventEmitter<Status>();
  const life = new vscode.EventEmitter<Life>();
  const cleared = new vscode.EventEmitter<Cleared>();
  const pulls = workspacePulls();
  const problems = openProblems(pulls.isWanted);
  let client: BaseLanguageClient | undefined;

  async function start(): Promise<void> {
    client = connect(options(output, pulls, problems, cleared));
    client.onDidChangeState(({ newState }) => life.fire(lives[newState]));
    client.onNotification(statusMethod, (params: Status) => status.fire(params));
    answerForFiles(client);
    await client.start().catch((error) => output.error(`Copydesk could not be started: ${String(error)}`));
  }

  async function stop(): Promise<void> {
    const old = client;
    client = undefined;
    // one that died, or never came up, has nothing left to stop
    await old?.dispose().catch((error) => output.warn(`Stopping: ${String(error)}`));
  }

  return {
    output,
    onStatus: status.event,
    onLife: life.event,
    onCleared: cleared.event,
    start,
    restart: async () => {
      await stop();
      await start();
    },
    ask: async (method, params, token) => {
      if (!client?.isRunning()) throw new Error('Copydesk is not running. Run “Copydesk: Restart” to start it again.');
      // the library takes a third argument as one that is sent along, an absent token too
      return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
    },
    readWorkspace: pulls.read,
    dispose: () => {
      void stop();
      for (const it of [output, status, life, cleared, problems]) it.dispose();
    },
  };
}

const lives: Readonly<Record<State, Life>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'away',
  [State.StartFailed]: 'away',
};

function options(
  outputChannel: vscode.LogOutputChannel,
  { provideWorkspaceDiagnostics }: WorkspacePulls,
  { collections }: Problems,
  cleared: vscode.EventEmitter<Cleared>,
): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel,
    initializationOptions: { status: true, files: true } satisfies InitializationOptions,
    diagnosticPullOptions: { onChange: true },
    diagnosticCollectionProvider: collections,
    errorHandler: errorHandler(),
    middleware: {
      provideWorkspaceDiagnostics,
      async executeCommand(command, args, next) {
        const answer = await next(command, args);
        if (command === 'copydesk.server.clear') cleared.fire(args[0] as Cleared);
        return answer;
      },
    },
  };
}

const crashes = { most: 4, within: 3 * 60_000 };

/** Restarts a desk that died without a word to the writer, unless it keeps dying. */
function errorHandler() {
  let times: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      times = [...times.filter((time) => now - time < crashes.within), now];
      if (times.length <= crashes.most) return { action: CloseAction.Restart, handled: true };
      return {
        action: CloseAction.DoNotRestart,
        message:
          'Copydesk stopped five times in three minutes and was not started again. Your draft is untouched. ' +
          'Run “Copydesk: Restart” to try once more; “Copydesk: Open Output” shows what happened.',
      };
    },
  };
}
