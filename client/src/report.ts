// The desk report beside the draft: a page that the desk writes, shown as it is. It holds no script and may fetch nothing.
import * as vscode from 'vscode';
import { type Report, reportMethod } from '../../server/src/lsp/protocol/views';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';
import { follow } from './follow';

export function registerReport(desk: Desk): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  const following = follow<Report>(
    desk,
    reportMethod,
    () => panel?.visible === true,
    (known) => {
      // a page about the draft that was in front last stays until there is another one to read
      if (panel && known.state === 'read') panel.webview.html = known.answer.html;
    },
    { command: commands.goTo },
  );

  function show(): void {
    if (!draftInFront()) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Copydesk: Open a draft first; the report is about the one in front.'),
      );
      return;
    }
    if (!panel) {
      panel = vscode.window.createWebviewPanel(
        'copydesk.report',
        vscode.l10n.t('Desk Report'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, enableFindWidget: true, enableCommandUris: [commands.goTo], localResourceRoots: [] },
      );
      panel.onDidChangeViewState(() => following.look());
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.reveal(undefined, true);
    following.look();
  }

  return vscode.Disposable.from(following, vscode.commands.registerCommand(commands.showReport, show), {
    dispose: () => panel?.dispose(),
  });
}
