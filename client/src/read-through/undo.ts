// What a read-through has done, each with the way back.
import * as vscode from 'vscode';
import { serverCommands } from '../../../server/src/lsp/server-commands';
import { difference } from '../../../server/src/text/edit';
import type { PlaceInDraft } from './place';

export interface Done {
  /** Where it was done: the question there is asked again. */
  readonly at: PlaceInDraft;
  /** @returns why it could not be taken back; nothing where it was. */
  readonly undo: () => Promise<string | undefined>;
}

/** The server's own commands, and which of them takes each back. */
const ways: Readonly<Record<string, string>> = {
  [serverCommands.clear]: serverCommands.revoke,
  [serverCommands.turnOff]: serverCommands.undo,
  [serverCommands.notADraft]: serverCommands.undo,
  [serverCommands.prefer]: serverCommands.undo,
  [serverCommands.spellEverywhere]: serverCommands.undoSpelling,
};

/** @param what does it, and tells which command that was. @returns nothing where nothing was done. */
export async function doing(
  document: vscode.TextDocument,
  at: PlaceInDraft,
  what: () => Promise<{ readonly command: string; readonly argument: unknown } | undefined>,
): Promise<Done | undefined> {
  const before = document.getText();
  const done = await what();
  if (!done) return undefined;
  const after = document.getText();
  const way = ways[done.command];
  return {
    at,
    async undo() {
      const refused = way && (await taken(way, done.argument));
      if (refused) return refused;
      if (before === after || document.getText() === before)
        return way ? undefined : vscode.l10n.t('That cannot be taken back from here.');
      if (document.getText() !== after) return vscode.l10n.t('The text has been changed since. Undo it there.');
      await vscode.workspace.applyEdit(turning(document, after, before));
      return undefined;
    },
  };
}

/** @returns why it was not, where the server refused: a draft has been changed since. */
const taken = (way: string, argument: unknown): Thenable<string | undefined> =>
  vscode.commands.executeCommand(way, argument).then(
    () => undefined,
    (error: Error) => error.message,
  );

/** What turns the one text into the other, as one change. */
function turning(document: vscode.TextDocument, from: string, to: string): vscode.WorkspaceEdit {
  const { start, end, text } = difference(from, to);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return edit;
}
