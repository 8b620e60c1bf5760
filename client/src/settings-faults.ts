// Settings files that are not in order: told once for each state of a fault, with the way to the place. Until it is put right what the
// house has decided there does not count, for anybody, and a sign on the status item alone would say so to nobody.
import * as vscode from 'vscode';
import type { SettingsFault } from '../../server/src/lsp/protocol/status';
import type { Desk } from './server-life';

export function registerSettingsFaults(desk: Desk): vscode.Disposable {
  /** By draft, what stands wrong in its settings: what several drafts share is told once. */
  const standing = new Map<string, readonly string[]>();
  return vscode.Disposable.from(
    desk.onStatus(({ uri, faults = [] }) => {
      const told = new Set([...standing.values()].flat());
      standing.set(
        uri,
        faults.map(({ said }) => said),
      );
      // whoever has the file before them sees its marks, and is at work on it
      for (const fault of faults) if (!told.has(fault.said) && !isInSight(fault)) void tell(fault);
    }),
  );
}

const isInSight = ({ uri }: SettingsFault): boolean => {
  const file = vscode.Uri.parse(uri).toString();
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === file);
};

async function tell(fault: SettingsFault): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showWarningMessage(`Copydesk: ${fault.said}`, open)) === open) await openFault(fault);
}

/** The file, with the cursor where the fault is. */
export const openFault = ({ uri, at }: SettingsFault): Thenable<vscode.TextEditor> => {
  const place = new vscode.Position(at.line, at.character);
  return vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(place, place) });
};
