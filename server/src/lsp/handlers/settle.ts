// Actions that settle a finding without touching the copy: it is cleared with a reason, its rule is turned off, or the
// document is no draft.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Reading } from '../reading';
import type { Here } from './code-actions';
import type { Session } from '../session';
import { type Argument, commands } from './commands';
import { reasonsFor, reasonsForMany } from './reasons';
import type { ForWhom } from './switch-rule';

export function clearings(reading: Reading, here: readonly Here[]): CodeAction[] {
  return here.flatMap((one) => reasonsHere(reading, one));
}

/** What clears one finding, a reason each. */
export function reasonsHere(reading: Reading, { finding: { rule }, shown, index }: Here): CodeAction[] {
  const { uri } = reading;
  const clearance = reading.clearanceOf(index);
  if (!clearance) return [];
  return reasonsFor(rule).map(([reason, why]) =>
    action(`Clear ${rule}: ${why}`, commands.clear, { uri, clearance, reason }, [shown]),
  );
}

/** What clears all that a rule asks of one kind in the draft, where there is more than this one. */
export function reasonsForAllLike(reading: Reading, { finding, shown }: Here): CodeAction[] {
  const { uri, record } = reading;
  const { rule, class: kind } = finding;
  const clearances = record.diagnostics.flatMap((one, index) =>
    one.rule === rule && one.class === kind ? (reading.clearanceOf(index) ?? []) : [],
  );
  if (clearances.length < 2) return [];
  return reasonsForMany(rule).map(([reason, why]) =>
    action(`Clear all ${clearances.length} of ${rule}: ${why}`, commands.clear, { uri, clearances, reason }, [shown]),
  );
}

/** For the person alone, then for the folder: what others will feel comes last. */
export function quiet({ client }: Session, { uri, resolved }: Reading, here: readonly Here[]): CodeAction[] {
  const actions = [...new Set(here.map(({ finding }) => finding.rule))].flatMap((rule) => {
    const diagnostics = here.filter(({ finding }) => finding.rule === rule).map(({ shown }) => shown);
    const off = (whom: string, forWhom: ForWhom): CodeAction =>
      action(`Turn off ${rule} ${whom}`, commands.turnOff, { uri, rule, for: forWhom }, diagnostics);
    // where a settings file decides, what the person's own say does not count
    const mine =
      client.options.ownRules && !resolved.files.length
        ? off('for me', 'me')
        : off('for me, until the editor is closed', 'session');
    if (!resolved.desk) return [...(mine.title.endsWith(' me') ? [mine] : []), off('in this draft', 'document')];
    return [mine, off('for this folder', 'folder')];
  });
  if (!here.length) return [];
  const whole = here.map(({ shown }) => shown);
  return [...actions, action('This is not a draft: leave it alone', commands.notADraft, { uri }, whole)];
}

/** Where the client can show a manual. */
export function manuals({ client }: Session, here: readonly Here[]): CodeAction[] {
  if (!client.options.manuals) return [];
  const first = new Map(here.toReversed().map(({ finding, shown }) => [finding.rule, shown]));
  return [...first].toReversed().map(([rule, shown]) => {
    const title = `Read why a desk asks: ${rule}`;
    const command = { title, command: 'copydesk.showManual', arguments: [rule] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [shown], command };
  });
}

function action(title: string, command: string, argument: Argument, diagnostics: Here['shown'][]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command, arguments: [argument] },
  };
}
