// From query to query with a key: the cursor goes to what the desk asks next, and what it asks is shown there.
import * as vscode from 'vscode';
import type { DiagnosticData } from '../../server/src/lsp/protocol/diagnostics';
import { commands } from './commands';
import { draftInFront } from './drafts';
import { goTo } from './go-to';

export const registerQueries = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(commands.nextQuery, () => step(1)),
    vscode.commands.registerCommand(commands.previousQuery, () => step(-1)),
  );

/** What the desk has found in a document, in order of place. What could not be read is no finding. */
export function findingsOn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.source === 'copydesk' && dataOf(one)?.kind !== 'problem')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
}

/** The finding at the place; else the first on its line. */
export function findingAt(uri: vscode.Uri, at: vscode.Position): vscode.Diagnostic | undefined {
  const found = findingsOn(uri);
  return found.find(({ range }) => range.contains(at)) ?? found.find(({ range }) => range.start.line === at.line);
}

export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The language client keeps what the server sent along. */
const dataOf = (diagnostic: vscode.Diagnostic): DiagnosticData | undefined =>
  (diagnostic as { readonly data?: DiagnosticData }).data;

const isQuery = (diagnostic: vscode.Diagnostic): boolean => dataOf(diagnostic)?.kind === 'query';

/** Behind the last comes the first again. */
async function step(direction: 1 | -1): Promise<void> {
  const editor = draftInFront();
  if (!editor) return;
  const queries = findingsOn(editor.document.uri).filter(isQuery);
  const here = editor.selection.active;
  const next =
    direction > 0
      ? (queries.find(({ range }) => range.start.isAfter(here)) ?? queries[0])
      : (queries.findLast(({ range }) => range.start.isBefore(here)) ?? queries.at(-1));
  if (!next) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copydesk asks nothing in this draft.'), SAID);
    return;
  }
  await show(editor.document.uri, next);
}

/** How long a sentence stands in the status bar, in ms. */
const SAID = 5000;

/** The cursor at its beginning, and its message beside it. */
export async function show(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<void> {
  await goTo(uri, new vscode.Range(range.start, range.start));
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
