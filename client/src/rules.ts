// The rules, each a switch: what it asks, how often it asks that now, and its manual a key away. What is switched stands in the
// person's own settings; where a folder has a copydesk.json, that decides, and the person is told so.
import * as vscode from 'vscode';
import { type RulesOff, rulesOffMethod } from '../../server/src/lsp/protocol/choices';
import { commands } from './commands';
import type { Desk } from './server-life';
import { draftInFront } from './drafts';
import { openManual } from './manual';
import { type Manifest, rulesIn } from './manifest';
import { findingsOn, ruleOf } from './queries';
import { type Rules, severityOf, switched } from './rule-switches';
import { places } from './settings-changes';

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
    const said = [rule, now ? t('{0} in open drafts', now) : '', elsewhere ? t('off {0}', elsewhere) : ''];
    // the sentence first: it is what a person looks for, and a long one needs the line
    return {
      rule,
      severity,
      label: sentenceOf(description),
      detail: said.filter(Boolean).join(' · '),
      ...withManual(),
    };
  });
  // what a folder's file turns off asks nothing here, whatever the person's own settings say
  const isOn = ({ rule, severity }: Item): boolean => !off.has(rule) && (severityOf(own[rule]) ?? severity) !== 'off';
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = t('Copydesk: Rules');
  // the count of what is ticked stands in front of it
  picker.placeholder = t('Ticked rules ask. Enter keeps your choice and says for whom.');
  picker.canSelectMany = true;
  picker.matchOnDetail = true;
  picker.items = items;
  picker.selectedItems = items.filter(isOn);
  picker.onDidTriggerItemButton(({ item }) => void openManual(item.rule));
  picker.onDidHide(() => picker.dispose());
  picker.onDidAccept(() => {
    const wanted = new Set(picker.selectedItems.map(({ rule }) => rule));
    picker.hide();
    const fixed = items.filter(({ rule }) => off.has(rule) && wanted.has(rule));
    if (fixed.length) void tellFixed(fixed, off);
    void keep(
      items.filter(({ rule }) => !off.has(rule)),
      wanted,
      isOn,
      settings,
    );
  });
  picker.show();
}

/** Without what it weighs by itself: the tick says what it does here. */
const sentenceOf = (description: string): string => description.replace(/ Default: \w+\.$/, '');

const withManual = (): Pick<Item, 'buttons'> => ({
  buttons: [{ iconPath: new vscode.ThemeIcon('book'), tooltip: vscode.l10n.t('Read why a desk asks') }],
});

/** Only what was changed is written, where that is decided. */
async function keep(
  items: readonly Item[],
  wanted: ReadonlySet<string>,
  isOn: (item: Item) => boolean,
  settings: vscode.WorkspaceConfiguration,
): Promise<void> {
  const changed = items.filter((item) => isOn(item) !== wanted.has(item.rule));
  if (!changed.length) return;
  const held = settings.inspect<Rules>('rules');
  const before = places.map(({ of }) => held?.[of]);
  const now = switched(
    before,
    changed.map(({ rule, severity }) => ({ rule, severity, on: wanted.has(rule) })),
  );
  const write = async (rulesOf: (place: number) => Rules | undefined): Promise<void> => {
    for (const [i, { target }] of places.entries()) if (now.has(i)) await settings.update('rules', rulesOf(i), target);
  };
  await write((place) => now.get(place));
  const isOfWorkspace = [...now.keys()].some((place) => place > 0);
  await tellSwitched(changed, wanted, isOfWorkspace, () => write((place) => before[place]));
}

/** A tick changes nothing about a rule that a file of the folder turns off: that decides. */
async function tellFixed(ticked: readonly Item[], off: ReadonlyMap<string, string>): Promise<void> {
  const said = ticked.map(({ rule }) => vscode.l10n.t('{0} stays off {1}.', rule, off.get(rule) ?? '')).join(' ');
  await vscode.window.showInformationMessage(`Copydesk: ${said}`);
}

/** Which rules ask now and which no more, with the way back. */
async function tellSwitched(
  changed: readonly Item[],
  wanted: ReadonlySet<string>,
  isOfWorkspace: boolean,
  takeBack: () => Thenable<void>,
): Promise<void> {
  const { t } = vscode.l10n;
  const [on, off] = [true, false].map((is) => changed.filter(({ rule }) => wanted.has(rule) === is)) as [
    Item[],
    Item[],
  ];
  const names = (items: readonly Item[]): string => items.map(({ rule }) => rule).join(', ');
  const said = [
    ...(off.length ? [t('Off now: {0}.', names(off))] : []),
    ...(on.length ? [t('On now: {0}.', names(on))] : []),
    isOfWorkspace ? t('It stands in the settings of this workspace.') : t('It stands in your own settings.'),
  ].join(' ');
  const undo = t('Undo');
  if ((await vscode.window.showInformationMessage(`Copydesk: ${said}`, undo)) === undo) await takeBack();
}

/** What stands in Problems on drafts that are open, by rule. */
function countsByRule(): Map<string, number> {
  const found = vscode.workspace.textDocuments.flatMap(({ uri }) => findingsOn(uri));
  const counts = new Map<string, number>();
  for (const one of found) counts.set(ruleOf(one), (counts.get(ruleOf(one)) ?? 0) + 1);
  return counts;
}

async function offElsewhere(desk: Desk, uri: vscode.Uri): Promise<Map<string, string>> {
  const { entries } = await desk
    .ask<RulesOff>(rulesOffMethod, { uri: uri.toString() })
    .catch((): RulesOff => ({ entries: [] }));
  return new Map(entries.filter(({ where }) => where !== 'me').map(({ rule, said }) => [rule, said]));
}
