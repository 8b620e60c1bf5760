// Going to a place in a draft, from a view or a page.
import * as vscode from 'vscode';
import type { PositionInFile } from '../../server/src/lsp/protocol/diagnostics';
import { commands } from './commands';

/** Range of the protocol, as views and pages carry it. */
export interface Target {
  readonly start: PositionInFile;
  readonly end: PositionInFile;
}

export const rangeOf = ({ start, end }: Target): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

export const targetOf = ({ start, end }: vscode.Range): Target => ({ start: placeOf(start), end: placeOf(end) });

const placeOf = ({ line, character }: vscode.Position): PositionInFile => ({ line, character });

export const registerGoTo = (): vscode.Disposable =>
  vscode.commands.registerCommand(commands.goTo, (uri: string, target: Target) =>
    goTo(vscode.Uri.parse(uri), rangeOf(target)),
  );

/** Where the draft is open already, there. */
export async function goTo(uri: vscode.Uri, range: vscode.Range): Promise<vscode.TextEditor> {
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(
    open?.document ?? (await vscode.workspace.openTextDocument(uri)),
    {
      viewColumn: open?.viewColumn,
      preview: false,
    },
  );
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
