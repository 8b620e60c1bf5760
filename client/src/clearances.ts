// The clearances: a tree of what was decided to be fine in the open folders, draft by draft, with what can be done about each;
// and the last decision taken back.
import * as vscode from 'vscode';
import { type ClearanceEntry, type ClearanceList, clearancesMethod } from '../../server/src/lsp/protocol/views';
import { serverCommands } from '../../server/src/lsp/server-commands';
import { commands } from './commands';
import type { Cleared, Desk } from './server-life';
import { rangeOf } from './go-to';

const clearancesView = 'copydesk.clearances';

/** A draft with its clearances. */
interface Draft {
  readonly file: string;
  readonly entries: readonly ClearanceEntry[];
}

type Node = Draft | ClearanceEntry;

const isDraft = (node: Node): node is Draft => 'entries' in node;

/** How long to wait after something has changed, in ms: the list is read from every draft that it names. */
const REST = 400;

export function registerClearances(desk: Desk): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let drafts: readonly Draft[] = [];
  let drawn = '';
  let asking: vscode.CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const view = vscode.window.createTreeView<Node>(clearancesView, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node): Node[] => (node ? (isDraft(node) ? [...node.entries] : []) : [...drafts]),
      getTreeItem: (node) => (isDraft(node) ? draftItem(node) : entryItem(node)),
    },
  });

  function look(wait = REST): void {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), wait);
  }

  async function read(): Promise<void> {
    asking?.cancel();
    if (!view.visible) return;
    const mine = new vscode.CancellationTokenSource();
    asking = mine;
    // away: what was read last stays, the status item says what is wrong
    const list = await desk.ask<ClearanceList>(clearancesMethod, {}, mine.token).catch(() => undefined);
    if (!list || mine.token.isCancellationRequested) return;
    const now = JSON.stringify(list);
    if (now === drawn) return;
    drawn = now;
    drafts = [...new Set(list.entries.map(({ file }) => file))].map((file) => ({
      file,
      entries: list.entries.filter((entry) => entry.file === file),
    }));
    changed.fire();
  }

  return vscode.Disposable.from(
    view,
    changed,
    { dispose: () => clearTimeout(timer) },
    view.onDidChangeVisibility(() => look(0)),
    desk.onStatus(() => look()),
    desk.onLife(() => look()),
    desk.onCleared(() => look()),
    vscode.workspace.onDidRenameFiles(() => look()),
    // a key names no line: it selects the one in focus first
    vscode.commands.registerCommand(commands.askAgain, async (node: Node | undefined = view.selection[0]) => {
      if (!node || isDraft(node)) return;
      const { uri, clearance } = node;
      await vscode.commands.executeCommand(serverCommands.revoke, { uri, clearance });
      look(0);
    }),
    registerUndo(desk),
  );
}

function draftItem({ file, entries }: Draft): vscode.TreeItem {
  const item = new vscode.TreeItem(file, vscode.TreeItemCollapsibleState.Expanded);
  item.id = file;
  item.description = String(entries.length);
  item.iconPath = new vscode.ThemeIcon('file');
  return item;
}

/** The sentence first: two of a rule are told apart by nothing else. Of one that is gone nobody keeps the words. */
function entryItem(entry: ClearanceEntry): vscode.TreeItem {
  const { uri, rule, reason, initials, date, alive, standing, words, range } = entry;
  const { t } = vscode.l10n;
  const item = new vscode.TreeItem(words ? shortened(words) : plainName(rule));
  const decided = [inWords(reason), initials, date || t('for this session')].filter(Boolean).join(', ');
  const about = words ? `${plainName(rule)} · ${decided}` : decided;
  item.description = alive ? about : `${about} · ${standing ? t('not asked now') : t('no longer counts')}`;
  item.tooltip = [
    ...(words ? [`“${words}”`] : []),
    `${plainName(rule)} (${rule})`,
    alive
      ? t('Cleared: {0}.', decided)
      : standing
        ? t('Cleared: {0}. The desk asks nothing about the sentence now; if it does again, this counts.', decided)
        : t('Cleared: {0}. It no longer counts: the sentence has changed, or the draft is gone.', decided),
  ].join('\n\n');
  item.iconPath = alive
    ? new vscode.ThemeIcon('check')
    : new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  item.contextValue = 'clearance';
  item.accessibilityInformation = { label: `${words ?? plainName(rule)}, ${item.description}` };
  // the editor's own command, since a click on it leaves the focus in the list: a Delete that follows is not for the draft
  if (range)
    item.command = {
      title: vscode.l10n.t('Go to the text'),
      command: 'vscode.open',
      arguments: [vscode.Uri.parse(uri), { selection: rangeOf(range) }],
    };
  return item;
}

/** Characters of a sentence in the list at most; the hover has the whole. */
const SHORT = 70;

const shortened = (words: string): string =>
  words.length > SHORT ? `${words.slice(0, SHORT).replace(/\s\S*$/, '')} …` : words;

/** "unattributed claim" */
const plainName = (rule: string): string => rule.replaceAll('-', ' ');

/** As the desk's file names them; one that somebody wrote into it by hand is shown as it stands. */
function inWords(reason: string): string {
  const { t } = vscode.l10n;
  const words: Readonly<Record<string, string>> = {
    witnessed: t('witnessed'),
    'public-record': t('public record'),
    confirmed: t('confirmed'),
    'house-style': t('house style'),
    'false-alarm': t('false alarm'),
    baseline: t('baseline'),
  };
  return words[reason] ?? reason;
}

/** How long the way back stands in the status bar, in ms. */
const OFFERED = 15_000;

/** Right after a clearing the status bar offers the way back; the palette always does. */
function registerUndo(desk: Desk): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.undo', vscode.StatusBarAlignment.Left, -100);
  item.name = vscode.l10n.t('Copydesk: the last clearing');
  item.command = commands.undoClearing;
  const cleared: Cleared[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function offer(): void {
    clearTimeout(timer);
    const last = cleared.at(-1);
    if (!last) {
      item.hide();
      return;
    }
    const all = last.clearances ?? [last.clearance];
    const what = all.length > 1 ? `${plainName(all[0]?.rule ?? '')} (${all.length})` : plainName(all[0]?.rule ?? '');
    item.text = `$(discard) ${vscode.l10n.t('Cleared: {0}, {1}. Click to undo', what, inWords(last.reason ?? ''))}`;
    item.tooltip = vscode.l10n.t('Click to take the clearing back: the desk asks again.');
    item.show();
    timer = setTimeout(() => item.hide(), OFFERED);
  }

  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    desk.onCleared((decision) => {
      cleared.push(decision);
      offer();
    }),
    vscode.commands.registerCommand(commands.undoClearing, async () => {
      const last = cleared.pop();
      item.hide();
      if (last) await vscode.commands.executeCommand(serverCommands.revoke, last);
      else vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was cleared in this window.'), 5000);
    }),
  );
}
