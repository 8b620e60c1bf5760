// The read-through: what the desk has found, one finding after another, with what can be done about each at hand. Everything
// is done with the keyboard: Enter leaves a finding as it is, the arrows choose something else, Escape ends it.
import * as vscode from 'vscode';
import { commands } from './commands';
import { draftInFront } from './drafts';
import { goTo } from './go-to';
import { findingsOn, ruleOf } from './queries';

/** What came of it. */
export interface ReadThrough {
  readonly settled: number;
  readonly left: number;
  /** Ended before the last finding. */
  readonly stopped: boolean;
}

export const registerReadThrough = (): vscode.Disposable =>
  vscode.commands.registerCommand(commands.readThrough, readThrough);

async function readThrough(): Promise<ReadThrough | undefined> {
  const document = draftInFront()?.document;
  if (!document) {
    await say('Open a draft first: the read-through is of the one in front.');
    return undefined;
  }
  const { uri } = document;
  const passed = passing();
  let [settled, left] = [0, 0];
  for (;;) {
    const open = findingsOn(uri).filter(passed.isAhead);
    const finding = open[0];
    if (!finding) break;
    const number = settled + left + 1;
    const choice = await ask(uri, finding, `${number} of ${number + open.length - 1}`);
    passed.pass(finding);
    if (choice === undefined || choice === 'stop') {
      await say(summary(settled, left, open.length));
      return { settled, left: left + open.length, stopped: true };
    }
    if (choice === 'leave') {
      left++;
      continue;
    }
    await perform(uri, choice);
    settled++;
  }
  await say(summary(settled, left, 0));
  return { settled, left, stopped: false };
}

/** Which findings come yet: what was done may move them, so those behind the last one count, by their place. */
function passing() {
  let at: vscode.Position | undefined;
  let rules: string[] = [];
  return {
    isAhead: (finding: vscode.Diagnostic): boolean =>
      !at || finding.range.start.isAfter(at) || (finding.range.start.isEqual(at) && !rules.includes(ruleOf(finding))),
    pass(finding: vscode.Diagnostic): void {
      if (!at?.isEqual(finding.range.start)) rules = [];
      at = finding.range.start;
      rules.push(ruleOf(finding));
    },
  };
}

type Choice = vscode.CodeAction | 'leave' | 'stop';

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/** Nothing where the person pressed Escape. */
async function ask(uri: vscode.Uri, finding: vscode.Diagnostic, progress: string): Promise<Choice | undefined> {
  await goTo(uri, finding.range);
  const actions = await actionsFor(uri, finding);
  const items: Item[] = [
    { label: '$(arrow-right) Leave it as it is', choice: 'leave' },
    ...actions.map((choice): Item => ({ label: choice.title, choice })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: '$(close) Stop here', choice: 'stop' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `Copydesk: ${progress} · ${ruleOf(finding)}`,
    placeHolder: finding.message,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** What the desk offers where the finding begins: its fixes, reasons to clear it, quiet. */
const actionsFor = (uri: vscode.Uri, { range: { start } }: vscode.Diagnostic): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(start, start),
    vscode.CodeActionKind.QuickFix.value,
  );

/** Does it, and waits until the desk has read what came of it. */
async function perform(uri: vscode.Uri, { edit, command }: vscode.CodeAction): Promise<void> {
  const read = nextReading(uri);
  if (edit) await vscode.workspace.applyEdit(edit);
  // a command may go on asking: nobody is kept waiting here for that
  if (command)
    await Promise.race([vscode.commands.executeCommand(command.command, ...(command.arguments ?? [])), resting()]);
  await read;
}

/** How long the desk may take at most to read a draft again, in ms. */
const PATIENCE = 3000;

const resting = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

function nextReading(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, PATIENCE);
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) done();
    });
    function done(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
}

function summary(settled: number, left: number, unread: number): string {
  if (!settled && !left && !unread) return 'The desk asks nothing in this draft.';
  const parts = [
    ...(settled ? [`${settled} settled`] : []),
    ...(left ? [`${left} left as ${left === 1 ? 'it is' : 'they are'}`] : []),
    ...(unread ? [`${unread} not read yet`] : []),
  ];
  return `${unread ? 'Stopped' : 'Read through'}: ${parts.join(', ')}.`;
}

/** Said where the questions stood, so that nobody has to look for it. Enter or Escape puts it away. */
async function say(sentence: string): Promise<void> {
  await vscode.window.showQuickPick([{ label: `$(check) ${sentence}` }], { title: 'Copydesk: read-through' });
}
