// A false alarm, written down for whoever looks after Copydesk: a text that is filled in and stays here. Nothing is sent.
import * as vscode from 'vscode';
import { draftInFront } from './drafts';
import { findingsOn, ruleOf } from './queries';
import { commands } from './commands';

export const registerFalseAlarm = ({ extension }: vscode.ExtensionContext): vscode.Disposable =>
  vscode.commands.registerCommand(commands.reportFalseAlarm, async () => {
    const editor = draftInFront();
    const at = editor?.selection.active;
    const found = editor ? findingsOn(editor.document.uri) : [];
    const finding =
      at && (found.find(({ range }) => range.contains(at)) ?? found.find(({ range }) => range.start.line === at.line));
    const { version } = extension.packageJSON as { readonly version: string };
    const content = textOf(version, finding, finding && editor?.document);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: false });
  });

function textOf(
  version: string,
  finding: vscode.Diagnostic | undefined,
  document: vscode.TextDocument | undefined,
): string {
  const { t } = vscode.l10n;
  const sentence = finding && document ? document.lineAt(finding.range.start.line).text.trim() : '';
  const lines = [
    `# ${t('False alarm')}`,
    '',
    t(
      'This text stays on your machine: Copydesk sends nothing. Change what must not leave the newsroom, then copy it to whoever looks after Copydesk at your desk.',
    ),
    '',
    `- ${t('Rule: {0}', finding ? ruleOf(finding) : '')}`,
    `- ${t('Copydesk {0}, VS Code {1}', version, vscode.version)}`,
    `- ${t('Language: {0}', document?.languageId ?? '')}`,
    '',
    `## ${t('What the desk asked')}`,
    '',
    finding?.message ?? '',
    '',
    `## ${t('The words it marked')}`,
    '',
    ...quoted(finding && document ? document.getText(finding.range) : ''),
    '',
    `## ${t('The line they stand in')}`,
    '',
    ...quoted(sentence),
    '',
    `## ${t('Why it should not have asked')}`,
    '',
    '',
  ];
  // whatever stands in the text is about a draft, and no draft
  return `<!-- copydesk-ignore -->\n\n${lines.join('\n')}`;
}

const quoted = (text: string): string[] => text.split('\n').map((line) => `> ${line}`);
