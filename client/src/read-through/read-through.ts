// The read-through: what the desk has found, one finding after another, on a page beside the draft that holds the sentence and the
// whole question. Enter leaves a finding as it is; back, edit and go on, undo and Escape have keys of their own.
import * as vscode from 'vscode';
import { commands } from '../commands';
import { draftInFront, whyNotRead } from '../drafts';
import type { Desk } from '../server-life';
import { type Pass, type ReadThrough, startPass } from './pass';

/** Tells keys that a draft is being read through. */
const underWay = 'copydesk.readingThrough';

export function registerReadThrough(desk: Desk, { extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let pass: Pass | undefined;
  const { registerCommand } = vscode.commands;

  async function start(within?: vscode.Range): Promise<ReadThrough | undefined> {
    if (pass) {
      await pass.goOn();
      return pass?.over;
    }
    const editor = draftInFront();
    if (!editor) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Copydesk: Open a draft first; the read-through is of the one in front.'),
      );
      return undefined;
    }
    const notRead = whyNotRead(desk, editor.document.uri);
    if (notRead) {
      void vscode.window.showInformationMessage(`Copydesk: ${notRead}`);
      return undefined;
    }
    const mine = startPass(desk, editor.document, extensionUri, within);
    pass = mine;
    void vscode.commands.executeCommand('setContext', underWay, true);
    const came = await mine.over;
    if (pass === mine) {
      pass = undefined;
      void vscode.commands.executeCommand('setContext', underWay, false);
    }
    return came;
  }

  return vscode.Disposable.from(
    registerCommand(commands.readThrough, () => start()),
    registerCommand(commands.readThroughGoOn, () => pass?.goOn()),
    registerCommand(commands.checkSelection, () => {
      const editor = draftInFront();
      return start(editor && !editor.selection.isEmpty ? editor.selection : undefined);
    }),
    registerCommand(commands.readThroughLeave, () => pass?.leave()),
    registerCommand(commands.readThroughBack, () => pass?.back()),
    registerCommand(commands.readThroughEdit, () => pass?.edit()),
    registerCommand(commands.readThroughUndo, () => pass?.undo()),
    registerCommand(commands.readThroughStop, () => pass?.stop()),
    registerCommand(commands.readThroughTake, (path: readonly number[]) => pass?.take(path)),
    { dispose: () => void pass?.stop() },
  );
}
