// The language client joined to the desk. The library is by far the most of what the extension loads, so nothing loads this, or
// `node-client.ts` and `browser-client.ts`, before the extension is awake.
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  DiagnosticCollectionSource,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { l10n, languages, Uri, window } from 'vscode';
import { type Status, statusMethod } from '../../server/src/lsp/protocol/status';
import type { InitializationOptions } from '../../server/src/lsp/protocol/options';
import { type QuestionParams, questionMethod } from '../../server/src/lsp/protocol/choices';
import { serverCommands } from '../../server/src/lsp/server-commands';
import type { Cleared, Life, Wiring } from './server-life';
import { selector } from './drafts';
import { answerForFiles } from './files';
import { initials, leftOff } from './initials';
import { answerForOwnRules } from './settings-changes';

/** @param make makes the client, with these options. @returns it, not started yet. */
export function wired<Client extends BaseLanguageClient>(
  wiring: Wiring,
  make: (options: LanguageClientOptions) => Client,
): Client {
  const client = make(options(wiring));
  client.onDidChangeState(({ newState }) => wiring.tellLife(lives[newState]));
  client.onNotification(statusMethod, (status: Status) => wiring.tellStatus(status));
  answerForFiles(client);
  answerForOwnRules(client);
  client.onRequest(questionMethod, askPerson);
  return client;
}

/** In the middle of the window: Enter there goes to the question, and not into the draft. */
const askPerson = async ({ message, choices }: QuestionParams): Promise<string | null> =>
  (await window.showInformationMessage(message, { modal: true }, ...choices)) ?? null;

const lives: Readonly<Record<State, Life>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'away',
  [State.StartFailed]: 'away',
};

const options = ({ output, pulls, problems, tellCleared }: Wiring): LanguageClientOptions => ({
  documentSelector: selector(),
  outputChannel: output,
  initializationOptions: {
    status: true,
    files: true,
    ownRules: true,
    questions: true,
    manuals: true,
    choices: true,
    ...(l10n.bundle && { words: l10n.bundle }),
  } satisfies InitializationOptions,
  diagnosticPullOptions: { onChange: true },
  diagnosticCollectionProvider: {
    create(name, source) {
      const collection = languages.createDiagnosticCollection(name);
      if (source === DiagnosticCollectionSource.pull) problems.keepIn(collection);
      return collection;
    },
    dispose(collection) {
      problems.keepNoLongerIn(collection);
      collection.dispose();
    },
  },
  errorHandler: errorHandler(),
  middleware: {
    provideWorkspaceDiagnostics: pulls.provideWorkspaceDiagnostics,
    // of a draft that is opened again before the library has forgotten it, "unchanged" would be an answer, and nothing be shown
    provideDiagnostics(document, previous, token, next) {
      const uri = document instanceof Uri ? document : document.uri;
      return next(document, problems.holds(uri) ? previous : undefined, token);
    },
    async executeCommand(command, args, next) {
      if (command !== serverCommands.clear) return next(command, args);
      const asked = args[0] as Cleared;
      const who = await initials();
      if (who === undefined) return leftOff;
      const answer = await next(command, [{ ...asked, ...(who && { initials: who }) }]);
      tellCleared(asked);
      return answer;
    },
  },
});

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
        message: l10n.t(
          'Copydesk stopped five times in three minutes and was not started again. Your draft is untouched. Run “Copydesk: Restart” to try once more; “Copydesk: Open Output” shows what happened.',
        ),
      };
    },
  };
}
