// The source map: a tree beside the draft of who is cited and where, which claims stand alone, and how names are spelled.
// The desk says what stands in it; here it is drawn, leads to the text, and follows the cursor.
import * as vscode from 'vscode';
import { type MapEntry, type SourcesView, sourceMapMethod } from '../../server/src/lsp/protocol/views';
import { commands } from './commands';
import type { Desk } from './server-life';
import { follow, type Followed } from './follow';
import { rangeOf } from './go-to';

export const sourceMapView = 'copydesk.sourceMap';

/** Says which words stand in an empty view: package.json has them. */
const emptyContext = 'copydesk.sourceMap.empty';

interface Node {
  /** Stays the same from one answer to the next, so that what was opened stays open. */
  readonly id: string;
  readonly entry: MapEntry;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
}

export function registerSourceMap(desk: Desk): vscode.Disposable {
  const { t } = vscode.l10n;
  const changed = new vscode.EventEmitter<void>();
  let roots: readonly Node[] = [];
  let shown: vscode.TextDocument | undefined;
  let drawn = '';

  const view = vscode.window.createTreeView<Node>(sourceMapView, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node ? node.children : roots)],
      getParent: ({ parent }) => parent,
      getTreeItem: (node) => itemOf(node, shown),
    },
  });

  function show(known: Followed<SourcesView>): void {
    const entries = known.state === 'read' ? known.answer.entries : [];
    const alone = known.state === 'read' ? (known.answer.alone ?? 0) : 0;
    view.badge = alone
      ? { value: alone, tooltip: alone === 1 ? t('One claim stands alone') : t('{0} claims stand alone', alone) }
      : undefined;
    shown = known.state === 'read' ? known.document : undefined;
    void vscode.commands.executeCommand('setContext', emptyContext, known.state === 'read' ? 'nothing' : known.state);
    const now = JSON.stringify([shown?.uri.toString(), entries]);
    if (now === drawn) return;
    drawn = now;
    roots = nodesOf(entries);
    changed.fire();
    followCursor();
  }

  /** Selects the line of the tree that is about the place where the cursor stands. */
  function followCursor(): void {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== shown) return;
    const at = editor.selection.active;
    if (view.selection.some((node) => holds(node, at))) return;
    const node = nodeAt(roots, at);
    if (node) void view.reveal(node, { select: true, focus: false });
  }

  const following = follow<SourcesView>(desk, sourceMapMethod, () => view.visible, show);
  return vscode.Disposable.from(
    view,
    changed,
    following,
    view.onDidChangeVisibility(() => following.look()),
    vscode.window.onDidChangeTextEditorSelection(followCursor),
  );
}

function nodesOf(entries: readonly MapEntry[], parent?: Node): readonly Node[] {
  const times = new Map<string, number>();
  return entries.map((entry) => {
    const name = `${entry.kind} ${entry.label}`;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    const node = { id: `${parent?.id ?? ''}/${name} ${time}`, entry, parent, children: [] as readonly Node[] };
    node.children = nodesOf(entry.entries, node);
    return node;
  });
}

function itemOf({ id, entry, parent }: Node, document: vscode.TextDocument | undefined): vscode.TreeItem {
  const { label, note, kind, range, entries } = entry;
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, entries.length ? (parent ? Collapsed : Expanded) : None);
  item.id = id;
  item.description = note;
  item.tooltip = note ? `${label} (${note})` : label;
  item.iconPath = icons[kind];
  item.contextValue = kind;
  if (range && document)
    item.command = {
      title: vscode.l10n.t('Go to the text'),
      command: commands.goTo,
      arguments: [document.uri.toString(), range],
    };
  return item;
}

const icons: Readonly<Partial<Record<MapEntry['kind'], vscode.ThemeIcon>>> = {
  source: new vscode.ThemeIcon('person'),
  claim: new vscode.ThemeIcon('question'),
  name: new vscode.ThemeIcon('symbol-text'),
};

const holds = ({ entry: { range } }: Node, at: vscode.Position): boolean =>
  range !== undefined && rangeOf(range).contains(at);

/** What stands for the narrowest place that holds the position: a statement before its source. */
function nodeAt(nodes: readonly Node[], at: vscode.Position): Node | undefined {
  const wanted: readonly MapEntry['kind'][] = ['claim', 'statement', 'mention'];
  for (const kind of wanted) {
    const found = all(nodes).find((node) => node.entry.kind === kind && holds(node, at));
    if (found) return found;
  }
  return undefined;
}

const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children)]);
