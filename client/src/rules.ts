// The rules, each a switch: what it asks, how often it asks that now, and its manual a key away. What is switched stands in the
// person's own settings; where a folder has a copydesk.json, that decides, and the person is told so.
import * as vscode from 'vscode';
import { type RulesOff, rulesOffMethod } from '../../server/src/lsp/protocol';
import { commands } from './commands';
import type { Desk } from './desk';
import { draftInFront } from './drafts';
import { openManual } from './manual';
import { ruleOf } from './queries';

/** As much of package.json as is read here: `npm run generate` writes every rule into the settings. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly 'copydesk.rules': {
          readonly properties: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
        };
      };
    };
  };
}

export const rulesIn = ({ contributes }: Manifest) =>
  Object.entries(contributes.configuration.properties['copydesk.rules'].properties);

export const registerRules = (desk: Desk, { extension }: vscode.ExtensionContext): vscode.Disposable =>
  vscode.commands.registerCommand(commands.rules, () => showRules(desk, extension.packageJSON as Manifest));

interface Item extends vscode.QuickPickItem {
  readonly rule: string;
  readonly severity: string;
}

async function showRules(desk: Desk, manifest: Manifest): Promise<void> {
  const { t } = vscode.l10n;
  const uri = draftInFront()?.document.uri;
  const settings = vscode.workspace.getConfiguration('copydesk', uri);
  const own = settings.get<Record<string, unknown>>('rules', {});
  const off = uri ? await offElsewhere(desk, uri) : new Map<string, string>();
  const counts = countsByRule();
  const items = rulesIn(manifest).map(([rule, { description, default: severity }]): Item => {
    const elsewhere = off.get(rule);
    const now = counts.get(rule);
    const said = [now ? t('{0} now', now) : '', elsewhere ? t('off {0}', elsewhere) : ''].filter(Boolean).join(' · ');
    return { rule, severity, label: rule, description: said, detail: description, buttons: [manualButton()] };
  });
  const isOn = ({ rule, severity }: Item): boolean => severityOf(own[rule], severity) !== 'off';
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = t('Copydesk: Rules');
  picker.placeholder = t('Ticked rules ask. Enter keeps your choice, for you alone.');
  picker.canSelectMany = true;
  picker.matchOnDetail = true;
  picker.items = items;
  picker.selectedItems = items.filter(isOn);
  picker.onDidTriggerItemButton(({ item }) => void openManual(item.rule));
  picker.onDidHide(() => picker.dispose());
  picker.onDidAccept(() => {
    const wanted = new Set(picker.selectedItems.map(({ rule }) => rule));
    picker.hide();
    void keep(items, wanted, isOn, own, settings);
  });
  picker.show();
}

const manualButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('book'),
  tooltip: vscode.l10n.t('Read why a desk asks'),
});

const severityOf = (entry: unknown, otherwise: string): unknown =>
  (Array.isArray(entry) ? entry[0] : entry) ?? otherwise;

/** Only what was changed is written. A rule that is off by default asks as a question. */
async function keep(
  items: readonly Item[],
  wanted: ReadonlySet<string>,
  isOn: (item: Item) => boolean,
  own: Readonly<Record<string, unknown>>,
  settings: vscode.WorkspaceConfiguration,
): Promise<void> {
  const changed = items.filter((item) => isOn(item) !== wanted.has(item.rule));
  if (!changed.length) return;
  const now: Record<string, unknown> = { ...own };
  for (const { rule, severity } of changed) {
    if (!wanted.has(rule)) now[rule] = 'off';
    else if (severity === 'off') now[rule] = 'information';
    else delete now[rule];
  }
  const target = settings.inspect('rules')?.workspaceValue
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update('rules', Object.keys(now).length ? now : undefined, target);
}

/** What stands in Problems, by rule. */
function countsByRule(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, found] of vscode.languages.getDiagnostics())
    for (const one of found) if (one.source === 'copydesk') counts.set(ruleOf(one), (counts.get(ruleOf(one)) ?? 0) + 1);
  return counts;
}

async function offElsewhere(desk: Desk, uri: vscode.Uri): Promise<Map<string, string>> {
  const { entries } = await desk
    .ask<RulesOff>(rulesOffMethod, { uri: uri.toString() })
    .catch((): RulesOff => ({ entries: [] }));
  return new Map(entries.filter(({ where }) => where !== 'me').map(({ rule, said }) => [rule, said]));
}
