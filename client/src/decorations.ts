// Sourced and unsourced in the text, for who asks for it: what somebody stands behind, and the claims that stand alone.
import * as vscode from 'vscode';
import { type Sources, sourcesMethod } from '../../server/src/lsp/protocol/views';
import { commands } from './commands';
import type { Desk } from './server-life';
import { follow, type Followed } from './follow';

export const showSourced = 'showSourced';

export function registerDecorations(desk: Desk): vscode.Disposable {
  const looks = {
    cited: look('copydesk.citedBackground', { border: '1px solid', borderColor: themed('contrastBorder') }),
    carried: look('copydesk.carriedBackground', below('dotted', 'copydesk.carriedBorder')),
    alone: look('copydesk.aloneBackground', {
      ...below('dashed', 'copydesk.aloneBorder'),
      overviewRulerColor: themed('charts.orange'),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  };

  function show(known: Followed<Sources>): void {
    const wanted = known.state === 'read' && isOn(known.document) ? known : undefined;
    const spans = wanted && spansOf(wanted.answer);
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const here = document === wanted?.document ? spans : undefined;
      const ranges = (those: readonly Span[] = []) =>
        those.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
      for (const name of ['cited', 'carried', 'alone'] as const)
        editor.setDecorations(looks[name], ranges(here?.[name]));
    }
  }

  const following = follow<Sources>(desk, sourcesMethod, isAnywhere, show);
  return vscode.Disposable.from(
    following,
    ...Object.values(looks),
    vscode.commands.registerCommand(commands.toggleSourced, toggle),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(`copydesk.${showSourced}`)) return;
      if (isAnywhere()) following.look();
      else show({ state: 'no draft' });
    }),
  );
}

const themed = (color: string): vscode.ThemeColor => new vscode.ThemeColor(color);

/** A ground must be so light that words of any colour are read on it, and then two of them look alike: a line below says which it is. */
const below = (line: string, color: string): vscode.DecorationRenderOptions => ({
  borderStyle: line,
  borderWidth: '0 0 1px 0',
  borderColor: themed(color),
});

const look = (ground: string, more: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType =>
  vscode.window.createTextEditorDecorationType({ backgroundColor: themed(ground), ...more });

/** What each colour says, on its ground: lines of Markdown with a little HTML. Nothing where they are not shown. */
export function legendOf(document: vscode.TextDocument): readonly string[] {
  if (!isOn(document)) return [];
  const { t } = vscode.l10n;
  const on = (name: string, said: string): string =>
    `<span style="background-color:var(--vscode-copydesk-${name}Background);">${said}</span>`;
  return [
    on('cited', t('cites a source')),
    on('carried', t('rests on the source of another sentence (dotted line)')),
    on('alone', t('a claim that nobody stands behind (dashed line)')),
  ];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A claim that stands alone colours its sentence; in a sentence that cites somebody for something else, its own words. */
function spansOf({ record: { sentences }, judged }: Sources) {
  const [alone, cleared] = [new Set(judged?.alone), new Set(judged?.cleared)];
  return {
    cited: sentences.filter(({ attributed }) => attributed),
    // somebody stands behind it: a source of another sentence, or whoever has cleared it
    carried: sentences.filter(
      ({ attributed, coveredBy }, i) => !attributed && (coveredBy !== undefined || cleared.has(i)) && !alone.has(i),
    ),
    alone: sentences.flatMap((sentence, i): readonly Span[] => {
      if (!alone.has(i)) return [];
      const claims = sentence.claims.filter(({ status }) => status === 'unsourced');
      return sentence.attributed && claims.length ? claims : [sentence];
    }),
  };
}

const isOn = (scope?: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('copydesk', scope).get(showSourced, false);

const isAnywhere = (): boolean => isOn(vscode.window.activeTextEditor?.document);

/** Where a folder has its own word on it, there; else for the person. */
async function toggle(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const settings = vscode.workspace.getConfiguration('copydesk', document);
  const said = settings.inspect<boolean>(showSourced);
  const target =
    said?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : said?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update(showSourced, !isOn(document), target);
}
