// What the palette offers.
import * as vscode from 'vscode';
import type { Desk } from './server-life';
import { openManual } from './manual';
import { type Manifest, rulesIn } from './manifest';
import type { WorkspaceRead } from './workspace-pulls';

export const commands = {
  restart: 'copydesk.restart',
  lintWorkspace: 'copydesk.lintWorkspace',
  showManual: 'copydesk.showManual',
  openOutput: 'copydesk.openOutput',
  nextQuery: 'copydesk.nextQuery',
  previousQuery: 'copydesk.previousQuery',
  readThrough: 'copydesk.readThrough',
  readThroughGoOn: 'copydesk.readThroughGoOn',
  readThroughLeave: 'copydesk.readThroughLeave',
  readThroughBack: 'copydesk.readThroughBack',
  readThroughEdit: 'copydesk.readThroughEdit',
  readThroughUndo: 'copydesk.readThroughUndo',
  readThroughStop: 'copydesk.readThroughStop',
  readThroughTake: 'copydesk.readThroughTake',
  checkSelection: 'copydesk.checkSelection',
  whySilent: 'copydesk.whySilent',
  toggleSourced: 'copydesk.toggleSourced',
  openSample: 'copydesk.openSample',
  clear: 'copydesk.clear',
  readWordFile: 'copydesk.readWordFile',
  askAgain: 'copydesk.askAgain',
  undoClearing: 'copydesk.undoClearing',
  undoSettings: 'copydesk.undoSettings',
  turnOnAgain: 'copydesk.turnOnAgain',
  showReport: 'copydesk.showReport',
  goTo: 'copydesk.goTo',
  lintFolder: 'copydesk.lintFolder',
  checkDraft: 'copydesk.checkDraft',
  fixAll: 'copydesk.fixAll',
  rules: 'copydesk.rules',
  menu: 'copydesk.menu',
  setUpPlainText: 'copydesk.setUpPlainText',
  showSources: 'copydesk.showSources',
  reportFalseAlarm: 'copydesk.reportFalseAlarm',
} as const;

export function registerCommands(desk: Desk, { extension }: vscode.ExtensionContext): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.restart, () => desk.restart()),
    registerCommand(commands.lintWorkspace, () => lintWorkspace(desk)),
    registerCommand(commands.lintFolder, (folder?: vscode.Uri) => lintFolder(desk, folder)),
    registerCommand(commands.checkDraft, checkDraft),
    registerCommand(commands.showSources, () => vscode.commands.executeCommand('copydesk.sourceMap.focus')),
    registerCommand(commands.showManual, (rule?: string) => showManual(extension.packageJSON, rule)),
    registerCommand(commands.openOutput, () => desk.output.show()),
  );
}

/** Reads every draft, opens Problems, and returns and says what it came to. */
const lintWorkspace = (desk: Desk): Promise<WorkspaceRead> =>
  lint(
    vscode.l10n.t('Copydesk reads all drafts'),
    (token, tell) => desk.readWorkspace(token, tell),
    vscode.workspace.workspaceFolders
      ? vscode.l10n.t('No open folder holds drafts.')
      : vscode.l10n.t('No folder is open: there is nothing to read.'),
  );

/** The folder that was pointed at; else the only one, or the one picked of several. */
async function lintFolder(desk: Desk, pointedAt?: vscode.Uri): Promise<WorkspaceRead | undefined> {
  const { t } = vscode.l10n;
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  const folder = pointedAt ?? (others.length ? await vscode.window.showWorkspaceFolderPick() : only)?.uri;
  if (!folder) return undefined;
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
  return lint(
    t('Copydesk reads {0}', name),
    (token, tell) => desk.readFolder(folder, token, tell),
    t('This folder holds no drafts.'),
  );
}

/** One draft that was pointed at: open, and what is found on it below. */
async function checkDraft(draft: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(draft, { preview: false });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function lint(
  title: string,
  read: (token: vscode.CancellationToken, tell: (drafts: number) => void) => Promise<WorkspaceRead>,
  nothing: string,
): Promise<WorkspaceRead> {
  const came = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => read(token, (count) => progress.report({ message: drafts(count) })),
  );
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(`Copydesk: ${inWords(came, nothing)}`);
  return came;
}

function inWords(read: WorkspaceRead, nothing: string): string {
  const { t } = vscode.l10n;
  const { findings, draftsWithFindings, stopped } = read;
  if (stopped && !read.drafts) return t('Stopped before the first draft was read.');
  if (!read.drafts) return nothing;
  const found = findings === 1 ? t('1 finding') : t('{0} findings', findings);
  const said = findings
    ? t('{0} in {1} of {2}', found, draftsWithFindings, drafts(read.drafts))
    : t('Nothing to ask in {0}', drafts(read.drafts));
  return stopped ? t('{0}; the others were not read.', said) : `${said}.`;
}

const drafts = (count: number): string => (count === 1 ? vscode.l10n.t('1 draft') : vscode.l10n.t('{0} drafts', count));

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

async function pickRule(manifest: Manifest): Promise<string | undefined> {
  const items = rulesIn(manifest).map(([label, { description }]) => ({ label, detail: description }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Copydesk: Show Manual'),
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDetail: true,
  });
  return picked?.label;
}
