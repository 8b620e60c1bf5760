// What the palette offers.
import * as vscode from 'vscode';
import type { Desk } from './desk';
import { openManual } from './manual';
import type { WorkspaceRead } from './workspace-pulls';

export const commands = {
  restart: 'copydesk.restart',
  lintWorkspace: 'copydesk.lintWorkspace',
  showManual: 'copydesk.showManual',
  openOutput: 'copydesk.openOutput',
  nextQuery: 'copydesk.nextQuery',
  previousQuery: 'copydesk.previousQuery',
  readThrough: 'copydesk.readThrough',
  whySilent: 'copydesk.whySilent',
  toggleSourced: 'copydesk.toggleSourced',
  openSample: 'copydesk.openSample',
  askAgain: 'copydesk.askAgain',
  undoClearing: 'copydesk.undoClearing',
  undoSettings: 'copydesk.undoSettings',
  turnOnAgain: 'copydesk.turnOnAgain',
  showReport: 'copydesk.showReport',
  goTo: 'copydesk.goTo',
} as const;

export function registerCommands(desk: Desk, { extension }: vscode.ExtensionContext): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.restart, () => desk.restart()),
    registerCommand(commands.lintWorkspace, () => lintWorkspace(desk)),
    registerCommand(commands.showManual, (rule?: string) => showManual(extension.packageJSON, rule)),
    registerCommand(commands.openOutput, () => desk.output.show()),
  );
}

/** Reads every draft, opens Problems, and returns and says what it came to. */
async function lintWorkspace(desk: Desk): Promise<WorkspaceRead> {
  const read = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Copydesk reads the workspace', cancellable: true },
    (progress, token) => desk.readWorkspace(token, (count) => progress.report({ message: drafts(count) })),
  );
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(`Copydesk: ${inWords(read)}`);
  return read;
}

function inWords(read: WorkspaceRead): string {
  const { findings, draftsWithFindings, stopped } = read;
  if (stopped && !read.drafts) return 'Stopped before the first draft was read.';
  if (!read.drafts)
    return vscode.workspace.workspaceFolders
      ? 'This workspace holds no drafts.'
      : 'No folder is open: there is nothing to read.';
  const said = findings
    ? `${findings} ${findings === 1 ? 'finding' : 'findings'} in ${draftsWithFindings} of ${drafts(read.drafts)}`
    : `Nothing to ask in ${drafts(read.drafts)}`;
  return stopped ? `${said}; the others were not read.` : `${said}.`;
}

const drafts = (count: number): string => `${count} ${count === 1 ? 'draft' : 'drafts'}`;

/** The manual of the rule named; else of the finding at the cursor; else of one picked from the list. */
async function showManual(manifest: Manifest, rule = ruleAtCursor()): Promise<void> {
  const wanted = rule ?? (await pickRule(manifest));
  if (wanted) await openManual(wanted);
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'copydesk' && range.contains(editor.selection.active));
  const code = here?.code;
  const id = typeof code === 'object' ? code.value : code;
  return id === undefined ? undefined : String(id);
}

/** As much of package.json as is read here: `npm run generate` writes every rule into the settings. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly 'copydesk.rules': { readonly properties: Record<string, { description: string }> };
      };
    };
  };
}

async function pickRule({ contributes }: Manifest): Promise<string | undefined> {
  const rules = contributes.configuration.properties['copydesk.rules'].properties;
  const items = Object.entries(rules).map(([label, { description }]) => ({ label, detail: description }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Copydesk: Show Manual',
    placeHolder: 'Which rule?',
    matchOnDetail: true,
  });
  return picked?.label;
}
