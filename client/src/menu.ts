// What a click on the status item offers: everything that a person does with the draft in front, in the words of the day.
import * as vscode from 'vscode';
import { serverCommands } from '../../server/src/lsp/server-commands';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront, whyNotRead } from './drafts';
import { findingsOn } from './queries';
import { openFault } from './settings-faults';

interface Item extends vscode.QuickPickItem {
  readonly command?: string;
  readonly argument?: unknown;
  /** Instead of a command. */
  readonly run?: () => Thenable<unknown>;
}

/** What a person does with a draft that is read. */
function ofDraft(findings: number): Item[] {
  const { t } = vscode.l10n;
  return [
    {
      label: `$(checklist) ${t('Read through')}`,
      description: findings ? t('{0} to look at, one after another', findings) : t('nothing to ask'),
      command: commands.readThrough,
    },
    { label: `$(list-unordered) ${t('List in Problems')}`, command: 'workbench.actions.view.problems' },
    { label: `$(wand) ${t('Fix everything that is safe')}`, command: commands.fixAll },
    { label: `$(graph) ${t('Desk report')}`, description: t('the story on one page'), command: commands.showReport },
    {
      label: `$(person) ${t('Sources')}`,
      description: t('who is cited, what stands alone'),
      command: commands.showSources,
    },
  ];
}

/** The sentence is long for an entry: chosen, it is shown whole. */
const unread = (why: string): Item => ({
  label: `$(circle-slash) ${vscode.l10n.t('This file is not read')}`,
  detail: why,
  run: () => vscode.window.showInformationMessage(`Copydesk: ${why}`),
});

export const registerMenu = (desk: Desk): vscode.Disposable =>
  vscode.commands.registerCommand(commands.menu, () => showMenu(desk));

async function showMenu(desk: Desk): Promise<void> {
  const { t } = vscode.l10n;
  const document = draftInFront()?.document;
  const found = document ? findingsOn(document.uri) : [];
  const notRead = document && whyNotRead(desk, document.uri);
  const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
  const faults = (document && desk.statusOf(document.uri)?.faults) ?? [];
  const items: Item[] = [
    ...faults.map((fault) => ({
      label: `$(warning) ${t('Go to what is not in order')}`,
      description: fault.said,
      run: () => openFault(fault),
    })),
    ...(notRead ? [unread(notRead)] : ofDraft(found.length)),
    { label: `$(settings) ${t('Rules')}`, description: t('which are on, what each asks'), command: commands.rules },
    {
      label: `$(symbol-color) ${t('Colour what is sourced')}`,
      description: t('on and off'),
      command: commands.toggleSourced,
    },
    ...(folder
      ? [
          {
            label: `$(folder) ${t('Check folder {0}', folder.name)}`,
            command: commands.lintFolder,
            argument: folder.uri,
          },
        ]
      : []),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(document && !notRead
      ? [
          {
            label: `$(circle-slash) ${t('Off for this file')}`,
            description: t('it is not a draft: leave it alone'),
            command: serverCommands.notADraft,
            argument: { uri: document.uri.toString() },
          },
        ]
      : []),
    { label: `$(report) ${t('Report a false alarm')}`, command: commands.reportFalseAlarm },
    { label: `$(output) ${t('Open the log')}`, command: commands.openOutput },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: 'Copydesk', matchOnDescription: true });
  await picked?.run?.();
  if (picked?.command)
    await vscode.commands.executeCommand(picked.command, ...(picked.argument === undefined ? [] : [picked.argument]));
}
