// The status item: off, clean, how many findings, or trouble, for the draft in front of the writer.
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol/status';
import { commands } from './commands';
import { legendOf, showSourced } from './decorations';
import type { Desk, Life } from './server-life';
import { isProse, mayBeDraft as isHandedOver, offBecause, selector } from './drafts';

export function registerStatus(desk: Desk): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Copydesk';
  const about = vscode.languages.createLanguageStatusItem('copydesk.confirmed', selector() as vscode.DocumentSelector);
  about.name = 'Copydesk';
  let life: Life = 'starting';

  function show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && desk.statusOf(document.uri);
    // commands for a draft that its language alone does not tell
    void vscode.commands.executeCommand('setContext', 'copydesk.reads', status !== undefined && status.state !== 'off');
    if (!document || !isProse(document)) {
      item.hide();
      return;
    }
    const face = !isHandedOver(document) ? unread(document.languageId) : life === 'away' ? away() : seen(status);
    item.text = face.text;
    item.tooltip = tooltipOf(face, legendOf(document));
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
    desk.onStatus(show),
    desk.onLife((now) => {
      life = now;
      // a folder of another scheme may be why the desk was started again
      if (now === 'starting') about.selector = selector() as vscode.DocumentSelector;
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidGrantWorkspaceTrust(show),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`copydesk.${showSourced}`)) show();
    }),
    // a document whose language changes is closed and opened again
    vscode.workspace.onDidOpenTextDocument(show),
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

/** What was checked and is right stands below, each with its tick; then how long it is, and what colours in the text say. */
function tooltipOf({ tooltip, confirmed = [], figures = [] }: Face, legend: readonly string[]): vscode.MarkdownString {
  const page = new vscode.MarkdownString(undefined, true);
  page.supportHtml = true;
  page.appendMarkdown(asItReads(tooltip));
  if (confirmed.length) page.appendMarkdown(`\n\n${confirmed.map((one) => `$(check) ${one}`).join('  \n')}`);
  if (figures.length) page.appendMarkdown(`\n\n${figures.join('  \n')}`);
  if (legend.length) page.appendMarkdown(`\n\n${legend.join('  \n')}`);
  return page;
}

/** Text for Markdown. What VS Code has for that, `appendText`, makes each space one at which no line breaks. */
const asItReads = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll('\n', '\n\n');

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

/** In a folder that is not trusted its settings count all the same, for they are data; what they silence is told. */
function seen(status: Status | undefined): Face {
  const face = faceOf(status);
  const { silenced = [] } = status ?? {};
  if (vscode.workspace.isTrusted || !silenced.length) return face;
  const told = vscode.l10n.t(
    'You have not trusted this folder, and its settings turn off what must not run: {0}.',
    silenced.join(', '),
  );
  return { ...face, tooltip: [face.tooltip, told].join('\n') };
}

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
        tooltip: offBecause(status),
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

/** What must not run, what is to be put right and what is asked, each with its sign. */
function countOf(status: Status): string {
  const { mustNotRun, toPutRight, questions } = countsIn(status);
  const parts = [
    ...(mustNotRun ? [`$(error) ${mustNotRun}`] : []),
    ...(toPutRight ? [`$(warning) ${toPutRight}`] : []),
    ...(questions ? [`$(question) ${questions}`] : []),
  ];
  return parts.join(' ');
}

const countsIn = ({ findings, mustNotRun = 0, toPutRight = 0 }: Status) => ({
  ...{ mustNotRun, toPutRight, questions: findings - mustNotRun - toPutRight },
});

function inWords(status: Status): string {
  const { t } = vscode.l10n;
  const { mustNotRun, toPutRight, questions } = countsIn(status);
  const counted = (count: number, one: string, several: string): string[] =>
    count ? [count === 1 ? one : several] : [];
  const parts = [
    ...counted(mustNotRun, t('one thing that must not run'), t('{0} things that must not run', mustNotRun)),
    ...counted(toPutRight, t('one thing to put right'), t('{0} things to put right', toPutRight)),
    ...counted(questions, t('one question'), t('{0} questions', questions)),
  ];
  const last = parts.pop();
  if (last === undefined) return t('Copydesk has read this draft and asks nothing.');
  const all = parts.length ? t('{0} and {1}', parts.join(', '), last) : last;
  return t('Copydesk has {0} in this draft.', all);
}
