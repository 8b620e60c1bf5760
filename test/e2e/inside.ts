// What the tests inside any VS Code share, on a machine or in a browser: opening drafts, and waiting for what the desk makes of
// them. Nothing here needs Node.
import * as vscode from 'vscode';

export const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const fileOf = (name: string): vscode.Uri => vscode.Uri.joinPath(root(), name);

/** Asks again until there is an answer. @param ms how long at most. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await rest(50);
  }
}

export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Puts a draft back as it was and closes it. */
export async function putBack(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** A finding as a person would tell it: where, which rule, how grave, what it says. */
export interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const severities = ['error', 'warning', 'information', 'hint'];

/** What stands on a document now, in order. */
export const standing = (document: vscode.TextDocument): readonly Told[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .map(({ code, severity, range, message }) => ({
      rule: String(typeof code === 'object' ? code.value : code),
      severity: severities[severity]!,
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      message,
    }))
    .sort(inOrder);

export const inOrder = (a: Told, b: Told): number => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule);

/** Opens a draft and waits until there are findings on it. */
export async function openWithFindings(name: string): Promise<vscode.TextDocument> {
  const document = await open(name);
  await eventually(`findings on ${name}`, () => (standing(document).length ? true : undefined));
  return document;
}

export const actionsAt = async (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value, 50);

/** Does what a click on it in the menu does. */
export async function perform({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export const rangeOf = (document: vscode.TextDocument, { start, end }: Told): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));
