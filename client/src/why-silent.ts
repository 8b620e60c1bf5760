// "Why is this silent?": once, at the cursor and on request, the desk tells what keeps it from asking about a sentence.
import * as vscode from 'vscode';
import { type Why, whyMethod } from '../../server/src/lsp/protocol/views';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';
import { rangeOf } from './go-to';

export function registerWhySilent(desk: Desk): vscode.Disposable {
  /** The answer that waits for the hover to be shown. */
  let answer: { readonly uri: string; readonly why: Why } | undefined;

  async function show(): Promise<void> {
    const editor = draftInFront();
    if (!editor) return;
    const { document, selection } = editor;
    const uri = document.uri.toString();
    const { line, character } = selection.active;
    const why = await desk.ask<Why | null>(whyMethod, { uri, position: { line, character } });
    if (!why) {
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Copydesk does not read this document. Its status item says why.'),
        5000,
      );
      return;
    }
    answer = { uri, why };
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.whySilent, show),
    vscode.window.onDidChangeTextEditorSelection(() => {
      answer = undefined;
    }),
    // for every document: it answers for the one that was asked about
    vscode.languages.registerHoverProvider('*', {
      provideHover(document, position) {
        if (!answer || answer.uri !== document.uri.toString()) return undefined;
        const range = rangeOf(answer.why.range);
        return range.contains(position)
          ? new vscode.Hover(new vscode.MarkdownString(answer.why.markdown), range)
          : undefined;
      },
    }),
  );
}
