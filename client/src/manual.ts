// The rules' manuals, opened from a finding's code or the palette. The server holds the text; here it becomes a document.
import * as vscode from 'vscode';
import { type Manual, type ManualParams, manualMethod } from '../../server/src/lsp/protocol/views';
import { manualScheme, manualUri } from '../../server/src/lsp/protocol/diagnostics';
import type { Desk } from './server-life';
import { shownPage } from './manual-page';

export const registerManual = (desk: Desk): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(manualScheme, {
    async provideTextDocumentContent({ path }) {
      const rule = path.replace(/^\//, '').replace(/\.md$/, '');
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      const params: ManualParams = { rule, ...(uri !== undefined && { uri }) };
      const manual = await desk.ask<Manual | null>(manualMethod, params);
      return manual ? shownPage(manual.markdown) : `${vscode.l10n.t('Copydesk has no rule called {0}.', rule)}\n`;
    },
  });

/** Rendered, as a page beside the draft: nobody wants to read Markdown's marks, or to lose sight of the copy. */
export const openManual = async (rule: string): Promise<void> => {
  await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.parse(manualUri(rule)));
};
