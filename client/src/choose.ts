// What an entry of the menu under a finding asks yet: why it is fine, who said so, for whom a rule is off. And the key that clears.
import * as vscode from 'vscode';
import { type Choice, type Choose, chooseCommand } from '../../server/src/lsp/protocol/choices';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront, whyNotRead } from './drafts';
import { leftOff } from './initials';
import { rangeOf, type Target, targetOf } from './go-to';
import { findingAt } from './queries';

export const registerChoices = (desk: Desk): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(chooseCommand, choose),
    vscode.commands.registerCommand(commands.clear, () => clearHere(desk)),
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

interface Placed {
  readonly range: Target;
}

/** A snippet leaves selected what is to be typed over. */
type Change = Placed & ({ readonly newText: string } | { readonly snippet: { readonly value: string } });

/** An entry of the desk's menu, in the protocol's words. */
export interface Action {
  readonly title: string;
  readonly edit?: object;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
  /** What it is about. */
  readonly diagnostics: readonly (Placed & { readonly message: string })[];
}

/** The draft that edits are meant for. */
export type Meant = Pick<Choose, 'uri' | 'version'>;

/**
 * Makes the edit, if the draft is as it was when the menu was made, and runs the command.
 * @returns whether it was done: not where the draft has changed, or the person has left off.
 */
export async function perform({ uri, version }: Meant, { edit, command }: Choice): Promise<boolean> {
  if (edit) {
    const target = vscode.Uri.parse(uri);
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === target.toString());
    if (open?.version !== version || !(await vscode.workspace.applyEdit(editOf(edit as Edit)))) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('The draft has changed meanwhile, so nothing was done.'), 5000);
      return false;
    }
  }
  if (!command) return true;
  return (await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))) !== leftOff;
}

function editOf({ documentChanges, changes = {} }: Edit): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  const all: readonly (readonly [string, readonly Change[]])[] = documentChanges
    ? documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits] as const)
    : Object.entries(changes);
  for (const [uri, edits] of all) made.set(vscode.Uri.parse(uri), edits.map(changeOf));
  return made;
}

const changeOf = (change: Change): vscode.TextEdit | vscode.SnippetTextEdit =>
  'snippet' in change
    ? new vscode.SnippetTextEdit(rangeOf(change.range), new vscode.SnippetString(change.snippet.value))
    : new vscode.TextEdit(rangeOf(change.range), change.newText);

/** What an entry asks yet, where it does. */
export const askedBy = ({ command }: Action): Choose | undefined =>
  command?.command === chooseCommand ? (command.arguments?.[0] as Choose) : undefined;

/**
 * What the desk itself offers at a place: fixes, reasons to clear it, quiet. The desk is asked, and not the editor: that adds what
 * others offer there, an assistant's "Fix" among them, and does not say whose an entry is.
 */
export const actionsAt = (desk: Desk, uri: vscode.Uri, range: vscode.Range): Promise<readonly Action[]> =>
  desk.ask('textDocument/codeAction', {
    textDocument: { uri: uri.toString() },
    range: targetOf(range),
    context: { diagnostics: [], only: [vscode.CodeActionKind.QuickFix.value] },
  });

/** The finding at the cursor; else the one on its line. */
async function clearHere(desk: Desk): Promise<boolean> {
  const editor = draftInFront();
  if (!editor) return false;
  const { uri } = editor.document;
  const at = editor.selection.active;
  const finding = findingAt(uri, at);
  if (!finding) {
    const said = whyNotRead(desk, uri) ?? vscode.l10n.t('The desk asks nothing here.');
    vscode.window.setStatusBarMessage(said, 5000);
    return false;
  }
  const place = finding.range.contains(at) ? at : finding.range.start;
  const actions = await actionsAt(desk, uri, new vscode.Range(place, place));
  const asked = actions.flatMap((action) => askedBy(action) ?? []).find(({ kind }) => kind === 'clear');
  return asked ? choose(asked) : false;
}
