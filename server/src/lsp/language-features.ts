// Which handler answers which question about a document.
import type { CodeActionParams, Connection } from 'vscode-languageserver';
import { codeActions } from './handlers/code-actions';
import { codeLens } from './handlers/code-lens';
import { execute } from './handlers/commands';
import { completion } from './handlers/completion';
import { answer } from './handlers/diagnostics';
import { foldingRanges } from './handlers/folding';
import { hover } from './handlers/hover';
import { inlayHints } from './handlers/inlay-hints';
import { definition, highlights, prepareRename, references, rename } from './handlers/names';
import { outline } from './handlers/outline';
import { selectionRanges } from './handlers/selection-ranges';
import { semanticTokens, semanticTokensInRange } from './handlers/semantic-tokens';
import { tellStatus } from './handlers/status';
import type { Running } from './running';
import type { answering } from './safely';

/** @param running the server as it runs; throws where it was not begun, or is over. */
export function answerLanguageFeatures(
  connection: Connection,
  answers: ReturnType<typeof answering>,
  running: () => Running,
): void {
  connection.languages.diagnostics.on(
    answers('textDocument/diagnostic', async (params) => {
      const { session } = running();
      const report = await answer(session, params);
      const draft = session.drafts.get(params.textDocument.uri);
      if (draft) await tellStatus(session, draft, await session.shown(draft));
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    answers('workspace/diagnostic', (params, token, _progress, partial) =>
      running().folders.answer(params, token, partial),
    ),
  );
  connection.onCodeAction(
    answers('textDocument/codeAction', (params: CodeActionParams) => codeActions(running().session, params)),
  );
  connection.onHover(answers('textDocument/hover', (params) => hover(running().session, params)));
  connection.onCompletion(answers('textDocument/completion', (params) => completion(running().session, params)));
  connection.onDefinition(answers('textDocument/definition', (params) => definition(running().session, params)));
  connection.onReferences(answers('textDocument/references', (params) => references(running().session, params)));
  connection.onDocumentHighlight(
    answers('textDocument/documentHighlight', (params) => highlights(running().session, params)),
  );
  connection.onPrepareRename(
    answers('textDocument/prepareRename', (params) => prepareRename(running().session, params)),
  );
  connection.onRenameRequest(answers('textDocument/rename', (params) => rename(running().session, params)));
  connection.onDocumentSymbol(answers('textDocument/documentSymbol', (params) => outline(running().session, params)));
  connection.onSelectionRanges(
    answers('textDocument/selectionRange', (params) => selectionRanges(running().session, params)),
  );
  connection.onWorkspaceSymbol(
    answers('workspace/symbol', (params, token) => running().everyName.answer(params, token)),
  );
  connection.onFoldingRanges(
    answers('textDocument/foldingRange', (params) => foldingRanges(running().session, params)),
  );
  connection.onCodeLens(
    answers('textDocument/codeLens', (params, token) => codeLens(running().session, params, token)),
  );
  connection.languages.inlayHint.on(
    answers('textDocument/inlayHint', (params, token) => inlayHints(running().session, params, token)),
  );
  connection.languages.semanticTokens.on(
    answers('textDocument/semanticTokens/full', (params) => semanticTokens(running().session, params)),
  );
  connection.languages.semanticTokens.onRange(
    answers('textDocument/semanticTokens/range', (params) => semanticTokensInRange(running().session, params)),
  );
  connection.onExecuteCommand(answers('workspace/executeCommand', (params) => execute(running().session, params)));
}
