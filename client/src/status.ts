// The status item: off, clean, how many findings, or trouble, for the draft in front of the writer.
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol';
import { commands } from './commands';
import type { Desk, Life } from './desk';
import { mayBeDraft, selector } from './drafts';

export function registerStatus(desk: Desk): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Copydesk';
  const about = vscode.languages.createLanguageStatusItem('copydesk.confirmed', selector as vscode.DocumentSelector);
  about.name = 'Copydesk';
  const known = new Map<string, Status>();
  let life: Life = 'starting';

  function show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && known.get(document.uri.toString());
    // commands for a draft that its language alone does not tell
    void vscode.commands.executeCommand('setContext', 'copydesk.reads', status !== undefined && status.state !== 'off');
    if (!document || !mayBeDraft(document)) {
      item.hide();
      return;
    }
    const face = life === 'away' ? away : faceOf(status);
    item.text = face.text;
    item.tooltip = tooltipOf(face);
    item.command = face.command;
    const confirmed = face.confirmed ?? [];
    item.accessibilityInformation = { label: [face.tooltip, ...confirmed].join('\n') };
    about.text = `Copydesk: ${face.tooltip.split('\n')[0]}`;
    about.detail = confirmed.length ? `Confirmed: ${confirmed.join('; ')}` : '';
    about.severity = face.warns ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.backgroundColor = face.warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  }

  return vscode.Disposable.from(
    item,
    about,
    desk.onStatus((status) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    desk.onLife((now) => {
      life = now;
      if (life !== 'running') known.clear();
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    // a document whose language changes is closed and opened again
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
}

/** What the item shows, and what a click on it does. */
interface Face {
  readonly text: string;
  readonly tooltip: string;
  readonly command?: string;
  readonly warns?: boolean;
  readonly confirmed?: readonly string[];
}

/** What was checked and is right stands below, each with its tick. */
function tooltipOf({ tooltip, confirmed = [] }: Face): vscode.MarkdownString {
  const page = new vscode.MarkdownString(undefined, true);
  page.appendText(tooltip);
  if (confirmed.length) page.appendMarkdown(`\n\n${confirmed.map((one) => `$(check) ${one}`).join('  \n')}`);
  return page;
}

const away: Face = {
  text: '$(warning) Copydesk',
  tooltip: 'Copydesk is not running. Click to start it again.',
  command: commands.restart,
  warns: true,
};

const reading: Face = { text: '$(loading~spin) Copydesk', tooltip: 'Copydesk is reading this draft.' };

function faceOf(status: Status | undefined): Face {
  if (!status) return reading;
  const { state, findings, message, confirmed } = status;
  const saying = (sentence: string) => [sentence, message].filter(Boolean).join('\n');
  switch (state) {
    case 'off':
      return { text: '$(circle-slash) Copydesk', tooltip: message || 'Copydesk does not read this document.' };
    case 'clean':
      return {
        text: '$(check) Copydesk',
        tooltip: saying('Copydesk has read this draft and asks nothing.'),
        confirmed,
      };
    case 'findings':
      return {
        text: `$(comment) Copydesk ${findings}`,
        tooltip: saying(`Copydesk has ${findings === 1 ? 'one finding' : `${findings} findings`}. Click to list.`),
        command: 'workbench.actions.view.problems',
        confirmed,
      };
    case 'trouble':
      return {
        text: '$(warning) Copydesk',
        tooltip: saying('Copydesk could not read this draft as it should. Click for the output.'),
        command: commands.openOutput,
        warns: true,
      };
  }
}
