// Sets up plain text for prose (word wrap and the like) where the writer asks for it. Files in wire copy are set up by default, but
// plain text may be anything. A writer is asked once, when a first plain text with findings is opened.
import * as vscode from 'vscode';
import { commands } from './commands';
import type { Desk } from './server-life';

const set: Readonly<Record<string, unknown>> = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };

/** Key of the note that the person was asked, whatever the answer was. */
const wasAsked = 'copydesk.askedAboutPlainText';

export const registerProse = (desk: Desk, { globalState }: vscode.ExtensionContext): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(commands.setUpPlainText, setUp),
    desk.onStatus(({ uri, findings }) => {
      if (findings && !globalState.get(wasAsked) && isUnwrappedInFront(uri)) {
        void globalState.update(wasAsked, true);
        void offer();
      }
    }),
  );

function isUnwrappedInFront(uri: string): boolean {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'plaintext' || document.uri.toString() !== vscode.Uri.parse(uri).toString())
    return false;
  return vscode.workspace.getConfiguration('editor', document).get('wordWrap') === 'off';
}

async function offer(): Promise<void> {
  const { t } = vscode.l10n;
  const yes = t('Yes');
  const question = t('Copydesk: wrap lines and hide the minimap in plain text?');
  if ((await vscode.window.showInformationMessage(question, yes, t('No'))) === yes) await setUp();
}

/** Writes the person's own settings, and offers the way back with the message. */
async function setUp(): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const before = settings.inspect<Record<string, unknown>>('[plaintext]')?.globalValue ?? {};
  await settings.update('[plaintext]', { ...before, ...set }, vscode.ConfigurationTarget.Global);
  const { t } = vscode.l10n;
  const undo = t('Undo');
  const chosen = await vscode.window.showInformationMessage(
    t(
      'Copydesk: lines of plain text wrap at the window’s edge from now on, and the minimap is hidden there. It stands in your own settings.',
    ),
    undo,
  );
  if (chosen === undo)
    await settings.update(
      '[plaintext]',
      Object.keys(before).length ? before : undefined,
      vscode.ConfigurationTarget.Global,
    );
}
