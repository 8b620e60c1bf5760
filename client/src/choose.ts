// What an entry of the menu under a finding asks yet: why it is fine, who said so, for whom a rule is off. And the key that clears.
import * as vscode from 'vscode';
import { type Choice, type Choose, chooseCommand, type Place } from '../../server/src/lsp/protocol';
import { commands } from './commands';
import { draftInFront } from './drafts';
import { findingsOn } from './queries';

export const registerChoices = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(chooseCommand, choose),
    vscode.commands.registerCommand(commands.clear, clearHere),
  );

/** @returns whether something was chosen and done. */
export async function choose(asked: Choose): Promise<boolean> {
  let choices = asked.choices;
  for (;;) {
    const chosen = await pick(asked, choices);
    if (!chosen) return false;
    if (!chosen.choices) return perform(asked, chosen);
    choices = chosen.choices;
  }
}

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

async function pick({ title, about }: Choose, choices: readonly Choice[]): Promise<Choice | undefined> {
  const items = choices.flatMap((choice, i): Item[] => {
    const { label, group } = choice;
    const isNew = group !== undefined && choices[i - 1]?.group !== group;
    return [...(isNew ? [{ label: group, kind: vscode.QuickPickItemKind.Separator }] : []), { label, choice }];
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: `Copydesk: ${title}`,
    ...(about && { placeHolder: about }),
  });
  return picked?.choice;
}

/** As much of the protocol's workspace edit as a menu sends. */
interface Edit {
  readonly documentChanges?: readonly {
    readonly textDocument: { readonly uri: string };
    readonly edits: readonly Change[];
  }[];
  readonly changes?: Readonly<Record<string, readonly Change[]>>;
}

interface Change {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

/** The edit, where the draft is as it was when the menu was made; then the command. */
export async function perform({ uri, version }: Choose, { edit, command }: Choice): Promise<boolean> {
  if (edit) {
    const target = vscode.Uri.parse(uri);
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === target.toString());
    if (open?.version !== version || !(await vscode.workspace.applyEdit(editOf(edit as Edit)))) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('The draft has changed meanwhile, so nothing was done.'), 5000);
      return false;
    }
  }
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  return true;
}

function editOf({ documentChanges, changes = {} }: Edit): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  const all: readonly (readonly [string, readonly Change[]])[] = documentChanges
    ? documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits] as const)
    : Object.entries(changes);
  for (const [uri, edits] of all)
    for (const { range, newText } of edits) made.replace(vscode.Uri.parse(uri), rangeIn(range), newText);
  return made;
}

const rangeIn = ({ start, end }: Change['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** What the menu at a place asks of this kind. */
export async function askedAt(uri: vscode.Uri, range: vscode.Range, kind: Choose['kind']): Promise<Choose | undefined> {
  const actions = await actionsAt(uri, range);
  const asked = actions.flatMap(({ command }): Choose[] =>
    command?.command === chooseCommand ? [command.arguments?.[0] as Choose] : [],
  );
  return asked.find((one) => one.kind === kind);
}

/** What the desk offers at a place: fixes, reasons to clear it, quiet. */
export const actionsAt = (uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );

/** The finding at the cursor; else the one on its line. */
async function clearHere(): Promise<boolean> {
  const editor = draftInFront();
  if (!editor) return false;
  const { uri } = editor.document;
  const at = editor.selection.active;
  const found = findingsOn(uri);
  const finding =
    found.find(({ range }) => range.contains(at)) ?? found.find(({ range }) => range.start.line === at.line);
  if (!finding) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('The desk asks nothing here.'), 5000);
    return false;
  }
  const place = finding.range.contains(at) ? at : finding.range.start;
  const asked = await askedAt(uri, new vscode.Range(place, place), 'clear');
  return asked ? choose(asked) : false;
}
