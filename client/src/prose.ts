// Plain text set up for prose, where the writer asks for it: wire copy is by itself, but other people's plain text is theirs.
import * as vscode from 'vscode';
import { commands } from './commands';

const set: Readonly<Record<string, unknown>> = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };

export const registerProse = (): vscode.Disposable =>
  vscode.commands.registerCommand(commands.setUpPlainText, async () => {
    const settings = vscode.workspace.getConfiguration();
    const before = settings.inspect<Record<string, unknown>>('[plaintext]')?.globalValue ?? {};
    await settings.update('[plaintext]', { ...before, ...set }, vscode.ConfigurationTarget.Global);
    const { t } = vscode.l10n;
    const undo = t('Undo');
    const chosen = await vscode.window.showInformationMessage(
      t(
        'Copydesk: lines of plain text wrap at the window’s edge from now on, and the minimap is gone there. It stands in your own settings.',
      ),
      undo,
    );
    if (chosen === undo)
      await settings.update(
        '[plaintext]',
        Object.keys(before).length ? before : undefined,
        vscode.ConfigurationTarget.Global,
      );
  });
