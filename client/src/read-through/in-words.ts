// The read-through in words: the sentence with what is marked in it, how grave that is, and what came of the whole.
import * as vscode from 'vscode';
import type { Shown } from './page';

/** Characters of the lines before and behind. */
const NEAR = 240;

export function wordsAround(
  document: vscode.TextDocument,
  range: vscode.Range,
): Pick<Shown, 'before' | 'words' | 'after'> {
  const first = document.lineAt(range.start.line).range.start;
  const last = document.lineAt(range.end.line).range.end;
  const before = document.getText(new vscode.Range(first, range.start));
  const after = document.getText(new vscode.Range(range.end, last));
  return {
    before: before.length > NEAR ? `… ${before.slice(-NEAR).replace(/^\S+\s/, '')}` : before,
    words: document.getText(range),
    after: after.length > NEAR ? `${after.slice(0, NEAR).replace(/\s\S+$/, '')} …` : after,
  };
}

export const weightOf = ({ severity }: vscode.Diagnostic): string =>
  severity === vscode.DiagnosticSeverity.Error
    ? vscode.l10n.t('must not run')
    : severity === vscode.DiagnosticSeverity.Warning
      ? vscode.l10n.t('should be fixed')
      : vscode.l10n.t('a question');

/** @param grave how many of those that are left must not run. */
export function summary(settled: number, left: number, grave: number, unread: number): string {
  const { t } = vscode.l10n;
  if (!settled && !left && !unread) return t('The desk asks nothing here.');
  const parts = [
    ...(settled ? [t('{0} settled', settled)] : []),
    ...(left ? [left === 1 ? t('1 left as it is') : t('{0} left as they are', left)] : []),
    ...(grave ? [grave === 1 ? t('1 of which must not run') : t('{0} of which must not run', grave)] : []),
    ...(unread ? [t('{0} not read yet', unread)] : []),
  ].join(', ');
  return unread ? t('Stopped: {0}.', parts) : t('Read through: {0}.', parts);
}
