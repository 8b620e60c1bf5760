// The status item: off, clean, how many findings, or trouble, for the draft in front of the writer.
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol';
import { commands } from './commands';
import type { Desk, Life } from './desk';
import { isProse, mayBeDraft as isHandedOver, selector } from './drafts';

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
    if (!document || !isProse(document)) {
      item.hide();
      return;
    }
    const face = !isHandedOver(document) ? unread(document.languageId) : life === 'away' ? away() : faceOf(status);
    item.text = face.text;
    item.tooltip = tooltipOf(face);
    item.command = face.command;
    const confirmed = face.confirmed ?? [];
    item.accessibilityInformation = { label: [face.tooltip, ...confirmed, ...(face.figures ?? [])].join('\n') };
    about.text = `Copydesk: ${face.tooltip.split('\n')[0]}`;
    about.detail = confirmed.length ? vscode.l10n.t('Confirmed: {0}', confirmed.join('; ')) : '';
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
  readonly figures?: readonly string[];
}

/** What was checked and is right stands below, each with its tick; then how long it is. */
function tooltipOf({ tooltip, confirmed = [], figures = [] }: Face): vscode.MarkdownString {
  const page = new vscode.MarkdownString(undefined, true);
  page.appendText(tooltip);
  if (confirmed.length) page.appendMarkdown(`\n\n${confirmed.map((one) => `$(check) ${one}`).join('  \n')}`);
  if (figures.length) page.appendMarkdown(`\n\n${figures.join('  \n')}`);
  return page;
}

const away = (): Face => ({
  text: '$(warning) Copydesk',
  tooltip: vscode.l10n.t('Copydesk is not running. Click to start it again.'),
  command: commands.restart,
  warns: true,
});

const reading = (): Face => ({
  text: '$(loading~spin) Copydesk',
  tooltip: vscode.l10n.t('Copydesk is reading this draft.'),
});

/** A document in a language that people write in, and that nobody here can read. */
const unread = (language: string): Face => ({
  text: '$(circle-slash) Copydesk',
  tooltip: vscode.l10n.t(
    'Copydesk does not read documents in the language “{0}”. It reads plain text, Markdown and wire copy, and HTML and XML where you ask for them. Click to say that this is plain text.',
    language,
  ),
  command: 'workbench.action.editor.changeLanguageMode',
});

function faceOf(status: Status | undefined): Face {
  if (!status) return reading();
  const { t } = vscode.l10n;
  const { state, message, confirmed, figures = [] } = status;
  const saying = (sentence: string) => [sentence, message].filter(Boolean).join('\n');
  const command = commands.menu;
  switch (state) {
    case 'off':
      return {
        text: '$(circle-slash) Copydesk',
        tooltip: message || t('Copydesk does not read this document.'),
        command,
      };
    case 'clean':
      return {
        text: '$(check) Copydesk',
        tooltip: saying(t('Copydesk has read this draft and asks nothing.')),
        ...{ confirmed, figures, command },
      };
    case 'foreign':
      return { text: `$(circle-slash) ${t('Copydesk: not English')}`, tooltip: message, figures, command };
    case 'findings':
      return {
        text: `$(comment) Copydesk ${countOf(status)}`,
        tooltip: saying(`${inWords(status)} ${t('Click for what to do.')}`),
        ...{ confirmed, figures, command },
      };
    case 'trouble':
      return {
        text: `$(warning) Copydesk${status.wasRead && status.findings ? ` ${countOf(status)}` : ''}`,
        tooltip: status.wasRead
          ? [inWords(status), t('A settings file is not in order:'), message].join('\n')
          : saying(t('Copydesk could not read this draft as it should. Click for the output.')),
        command: status.wasRead ? command : commands.openOutput,
        figures,
        warns: true,
      };
  }
}

/** What must not run apart from what is asked, each with its sign. */
function countOf({ findings, mustNotRun = 0 }: Status): string {
  const others = findings - mustNotRun;
  if (!mustNotRun) return String(findings);
  return `$(error) ${mustNotRun}${others ? ` $(question) ${others}` : ''}`;
}

function inWords({ findings, mustNotRun = 0 }: Status): string {
  const { t } = vscode.l10n;
  if (!findings) return t('Copydesk has read this draft and asks nothing.');
  const others = findings - mustNotRun;
  const rest = others === 1 ? t('one thing to look at') : t('{0} things to look at', others);
  if (!mustNotRun) return t('Copydesk has {0} in this draft.', rest);
  const wrong = mustNotRun === 1 ? t('one thing that must not run') : t('{0} things that must not run', mustNotRun);
  return others ? t('Copydesk has {0}, and {1}.', wrong, rest) : t('Copydesk has {0}.', wrong);
}
