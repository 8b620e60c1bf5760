// Settings that Copydesk changed for a person: the last change taken back, and rules that were turned off turned on again. The desk
// keeps what was changed; here are the commands, and the person's own settings, which only the editor can write.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type OwnRules,
  type OwnRulesParams,
  ownRulesMethod,
  type RulesOff,
  rulesOffMethod,
} from '../../server/src/lsp/protocol/choices';
import { serverCommands } from '../../server/src/lsp/server-commands';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';
import { severityOf } from './rule-switches';

export const registerSettingsChanges = (desk: Desk): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(commands.undoSettings, () => vscode.commands.executeCommand(serverCommands.undo)),
    vscode.commands.registerCommand(commands.turnOnAgain, () => turnOnAgain(desk)),
  );

/** What is off for the draft in front, and where. */
async function turnOnAgain(desk: Desk): Promise<void> {
  const uri = draftInFront()?.document.uri.toString();
  if (!uri) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Copydesk: open a draft first. Which rules are off depends on where it lies.'),
    );
    return;
  }
  const { entries } = await desk.ask<RulesOff>(rulesOffMethod, { uri });
  if (!entries.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Copydesk: nobody has turned off a rule for this draft.'));
    return;
  }
  const items = entries.map((off) => ({ label: off.rule, description: off.said, off }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Copydesk: Turn a Rule On Again'),
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDescription: true,
  });
  if (picked) await vscode.commands.executeCommand(serverCommands.turnOn, { uri, off: picked.off });
}

export const answerForOwnRules = (client: BaseLanguageClient): vscode.Disposable =>
  client.onRequest(ownRulesMethod, (params: OwnRulesParams) => changeOwnRules(params));

/** Where the editor keeps settings, the innermost last. */
export const places = [
  { name: 'user', of: 'globalValue', target: vscode.ConfigurationTarget.Global },
  { name: 'workspace', of: 'workspaceValue', target: vscode.ConfigurationTarget.Workspace },
  { name: 'folder', of: 'workspaceFolderValue', target: vscode.ConfigurationTarget.WorkspaceFolder },
] as const;

async function changeOwnRules(params: OwnRulesParams): Promise<OwnRules> {
  const settings = vscode.workspace.getConfiguration('copydesk', vscode.Uri.parse(params.uri));
  const held = settings.inspect<Record<string, unknown>>('rules');
  const was: Record<string, object | null> = {};
  for (const { name, of, target } of places) {
    const before = held?.[of];
    const after = 'was' in params ? params.was[name] : changed(before, params, name);
    if (after === undefined) continue;
    was[name] = before ?? null;
    await settings.update('rules', after ?? undefined, target);
  }
  return was;
}

/** Nothing where it stays as it is; null where nothing is left to say. */
function changed(
  before: Readonly<Record<string, unknown>> | undefined,
  { rule, off }: Extract<OwnRulesParams, { readonly rule: string }>,
  place: string,
): object | null | undefined {
  if (off) return place === 'user' ? { ...before, [rule]: 'off' } : undefined;
  const entry = before?.[rule];
  if (severityOf(entry) !== 'off') return undefined;
  const { [rule]: _, ...others } = before ?? {};
  return Object.keys(others).length ? others : null;
}
