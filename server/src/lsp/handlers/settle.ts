// Actions that settle a finding without touching the copy: it is cleared with a reason, its rule is turned off, or the
// document is no draft.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Reason } from '../../engine/clearances';
import type { Reading } from '../reading';
import type { Here } from './code-actions';
import { type Argument, commands } from './commands';

/** Why a finding may be fine, as a desk would say it; the last two are all that a fix can be cleared with. */
const queryReasons: readonly (readonly [Reason, string])[] = [
  ['witnessed', 'our reporter witnessed it'],
  ['public-record', 'it is on the public record'],
  ['confirmed', 'the desk has confirmed it'],
  ['house-style', 'it is house style'],
  ['false-alarm', 'a false alarm'],
];
const fixReasons = queryReasons.slice(-2);

export function settle(reading: Reading, here: readonly Here[]): CodeAction[] {
  const { uri } = reading;
  const actions: CodeAction[] = [];
  for (const { finding, shown, index } of here) {
    const clearance = reading.clearanceOf(index);
    if (!clearance) continue;
    for (const [reason, why] of finding.kind === 'query' ? queryReasons : fixReasons)
      actions.push(action(`Clear ${finding.rule}: ${why}`, commands.clear, { uri, clearance, reason }, [shown]));
  }
  for (const rule of new Set(here.map(({ finding }) => finding.rule))) {
    const diagnostics = here.filter(({ finding }) => finding.rule === rule).map(({ shown }) => shown);
    const where = reading.resolved.desk ? 'for this folder' : 'in this draft';
    actions.push(action(`Turn off ${rule} ${where}`, commands.turnOff, { uri, rule }, diagnostics));
  }
  if (here.length) {
    const diagnostics = here.map(({ shown }) => shown);
    actions.push(action('This is not a draft: leave it alone', commands.notADraft, { uri }, diagnostics));
  }
  return actions;
}

function action(title: string, command: string, argument: Argument, diagnostics: Here['shown'][]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command, arguments: [argument] },
  };
}
