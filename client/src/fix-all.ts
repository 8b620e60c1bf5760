// Everything that is safe to fix in a draft: by name, or on each save where the writer wants that.
import * as vscode from 'vscode';
import { commands } from './commands';
import { draftInFront, mayBeDraft } from './drafts';

const kind = vscode.CodeActionKind.SourceFixAll.append('copydesk');

export const registerFixAll = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(commands.fixAll, fixAll),
    vscode.workspace.onWillSaveTextDocument((saving) => {
      // what is saved by itself is still being written
      if (saving.reason !== vscode.TextDocumentSaveReason.Manual || !mayBeDraft(saving.document)) return;
      if (vscode.workspace.getConfiguration('copydesk', saving.document).get('fixOnSave', false))
        saving.waitUntil(safeEdits(saving.document));
    }),
  );

async function actionsFor(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, whole, kind.value);
}

async function safeEdits(document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  const edits = (await actionsFor(document)).flatMap(({ edit }) => edit?.get(document.uri) ?? []);
  if (edits.length) tell(changedIn(edits.length));
  return edits;
}

/** @returns how many places were changed. */
async function fixAll(): Promise<number> {
  const document = draftInFront()?.document;
  if (!document) return 0;
  const { version } = document;
  let changed = 0;
  for (const { edit, command } of await actionsFor(document)) {
    if (edit && document.version === version && (await vscode.workspace.applyEdit(edit)))
      changed += edit.get(document.uri).length;
    if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }
  const { t } = vscode.l10n;
  tell(changed ? changedIn(changed) : t('$(check) Copydesk: nothing here can be fixed unseen.'));
  return changed;
}

const changedIn = (places: number): string =>
  places === 1
    ? vscode.l10n.t('$(check) Copydesk changed 1 place. Ctrl+Z takes it back.')
    : vscode.l10n.t('$(check) Copydesk changed {0} places. Ctrl+Z takes it back.', places);

const tell = (said: string): void => void vscode.window.setStatusBarMessage(said, SAID);

/** How long it stands in the status bar, in ms. */
const SAID = 5000;
