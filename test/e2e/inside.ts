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

/** What an entry of the menu goes on to ask. */
export interface Asked {
  readonly kind: string;
  readonly choices: readonly AskedChoice[];
}

export interface AskedChoice {
  readonly label: string;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
  readonly choices?: readonly AskedChoice[];
}

/** What the menu at a finding asks of this kind: why it is fine (clear), for whom a rule is off (off). */
export async function askedAt(document: vscode.TextDocument, finding: Told, kind: string): Promise<Asked> {
  // the editor gives a menu up where what stands under it has just changed: a person calls it again
  const actions = await eventually('the menu', () =>
    actionsAt(document, rangeOf(document, finding), vscode.CodeActionKind.QuickFix).catch(() => undefined),
  );
  const asked = actions
    .flatMap(({ command }) => (command?.arguments ?? []) as Asked[])
    .find((one) => one.kind === kind);
  if (!asked) throw new Error(`nothing to ${kind} among ${actions.map(({ title }) => title).join(' | ')}`);
  return asked;
}

/** Chooses this below an entry of the menu, as a person does. */
export async function choose(
  document: vscode.TextDocument,
  finding: Told,
  kind: string,
  label: string | RegExp,
): Promise<void> {
  const { choices } = await askedAt(document, finding, kind);
  const chosen = choices.find((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)));
  if (!chosen?.command) throw new Error(`no ${label} among ${choices.map((one) => one.label).join(' | ')}`);
  await vscode.commands.executeCommand(chosen.command.command, ...chosen.command.arguments);
}
