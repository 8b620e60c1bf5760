// Actions that settle a finding without touching the copy: the rule is turned off, or the document is no draft.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Reading } from '../reading';
import type { Session } from '../session';
import type { Here } from './code-actions';
import { commands } from './commands';

export function settle(_session: Session, { uri }: Reading, here: readonly Here[]): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const rule of new Set(here.map(({ finding }) => finding.rule))) {
    const diagnostics = here.filter(({ finding }) => finding.rule === rule).map(({ shown }) => shown);
    actions.push(action(`Turn off ${rule} for this folder`, commands.turnOff, { uri, rule }, diagnostics));
  }
  if (here.length) {
    const diagnostics = here.map(({ shown }) => shown);
    actions.push(action('This is not a draft: leave it alone', commands.notADraft, { uri }, diagnostics));
  }
  return actions;
}

function action(title: string, command: string, argument: object, diagnostics: Here['shown'][]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command, arguments: [argument] },
  };
}
