// Word files: opened as a text that nobody can change, a line a paragraph, with its findings. The desk reads the file; words are put
// right in Word.
import * as vscode from 'vscode';
import { type Word, type WordParams, wordMethod } from '../../server/src/lsp/protocol/views';
import { wordScheme } from '../../server/src/lsp/protocol/options';
import { commands } from './commands';
import type { Desk } from './server-life';

export function registerWord(desk: Desk): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const watchers: vscode.Disposable[] = [];
  return vscode.Disposable.from(
    changed,
    { dispose: () => watchers.splice(0).forEach((one) => void one.dispose()) },
    vscode.workspace.registerTextDocumentContentProvider(wordScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const params: WordParams = { uri: query };
        const { text, problem } = await desk.ask<Word>(wordMethod, params);
        if (problem) void vscode.window.showErrorMessage(problem);
        return text ?? '';
      },
    }),
    vscode.commands.registerCommand(commands.readWordFile, async (named?: vscode.Uri) => {
      const file = named ?? (await chosen());
      if (!file) return undefined;
      const shown = vscode.Uri.from({ scheme: wordScheme, path: file.path, query: file.toString() });
      if (!watchers.length) watchers.push(watching((uri) => changed.fire(uri)));
      const document = await vscode.workspace.openTextDocument(shown);
      return vscode.window.showTextDocument(document, { preview: false });
    }),
  );
}

const chosen = async (): Promise<vscode.Uri | undefined> =>
  (await vscode.window.showOpenDialog({ filters: { Word: ['docx'] }, openLabel: vscode.l10n.t('Read') }))?.[0];

/** A file that Word has saved anew is read anew where it is open. */
function watching(tell: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.docx', true, false, true);
  watcher.onDidChange((file) => {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === wordScheme && uri.query === file.toString()) tell(uri);
  });
  return watcher;
}
