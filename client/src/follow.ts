// Following the draft in front: what a view shows of it is asked for again whenever the draft changes, and only the newest
// answer counts. Until that is there the view keeps what it has, so nothing flickers.
import * as vscode from 'vscode';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';

const isPage = (tab: vscode.Tab | undefined): boolean =>
  tab !== undefined && !(tab.input instanceof vscode.TabInputText);

/** What is known of the draft in front. */
export type Followed<Answer> =
  | { readonly state: 'no draft' | 'away' }
  /** The desk leaves this document alone. */
  | { readonly state: 'not read'; readonly document: vscode.TextDocument }
  | { readonly state: 'read'; readonly document: vscode.TextDocument; readonly answer: Answer };

/** How long a writer rests before a view looks again, in ms: a view beside the text need not follow each key. */
const REST = 250;

export interface Following extends vscode.Disposable {
  /** Looks again now: the view has come into sight, say. */
  look(): void;
}

/**
 * @param method a request that takes `{ uri }` and answers with the version it is about, or null.
 * @param more what the request takes besides.
 * @param wanted whether anybody sees what is shown: if not, nothing is asked.
 */
export function follow<Answer extends { readonly version: number }>(
  desk: Desk,
  method: string,
  wanted: () => boolean,
  show: (known: Followed<Answer>) => void,
  more: object = {},
): Following {
  let asking: vscode.CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(wait = 0): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), wait);
  }

  async function ask(): Promise<void> {
    asking?.cancel();
    if (!wanted()) return;
    const document = draftInFront()?.document;
    if (!document) {
      // a page that lies over the draft, a manual, say, is no reason to forget it
      if (isPage(vscode.window.tabGroups.activeTabGroup.activeTab)) return;
      show({ state: 'no draft' });
      return;
    }
    const mine = new vscode.CancellationTokenSource();
    asking = mine;
    try {
      const answer = await desk.ask<Answer | null>(method, { uri: document.uri.toString(), ...more }, mine.token);
      if (mine.token.isCancellationRequested) return;
      if (!answer) show({ state: 'not read', document });
      // of an older version: the change that made it old has this asked again
      else if (answer.version === document.version) show({ state: 'read', document, answer });
    } catch {
      if (!mine.token.isCancellationRequested) show({ state: 'away' });
    }
  }

  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(() => look()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === draftInFront()?.document) look(REST);
    }),
    // settings and clearances change what is said without a key being pressed
    desk.onStatus(() => look(REST)),
    desk.onLife(() => look()),
  ];
  look();
  return {
    look: () => look(),
    dispose() {
      clearTimeout(timer);
      asking?.cancel();
      for (const listener of listeners) listener.dispose();
    },
  };
}
