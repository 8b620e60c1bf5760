// Actions that settle a finding without touching the copy: it is cleared with a reason, its rule is turned off, or the
// document is no draft.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Reading } from '../reading';
import type { Here } from './code-actions';
import type { Session } from '../session';
import { type Argument, commands } from './commands';
import { reasonsFor, reasonsForMany } from '../../engine/reasons';
import type { ForWhom } from './switch-rule';
import { later, t } from '../words';

export function clearings(reading: Reading, here: readonly Here[]): CodeAction[] {
  return here.flatMap((one) => reasonsHere(reading, one).map(({ action }) => action));
}

/** A reason by itself, for a list that says already what it is about, and what gives it. */
export interface Clearing {
  readonly label: string;
  readonly action: CodeAction;
}

/** What clears one finding, a reason each. */
export function reasonsHere(reading: Reading, { finding: { rule }, shown, index }: Here): Clearing[] {
  const { uri } = reading;
  const clearance = reading.clearanceOf(index);
  if (!clearance) return [];
  return reasonsFor(rule).map(([reason, why]) => ({
    label: inList(why),
    action: action(t('Clear {0}: {1}', rule, t(why)), commands.clear, { uri, clearance, reason }, [shown]),
  }));
}

/** All of a kind, as one entry that goes on asking. */
export interface AllLike {
  readonly label: string;
  readonly clearings: readonly Clearing[];
}

/** What clears all that a rule asks of one kind in the draft, where there is more than this one. */
export function reasonsForAllLike(reading: Reading, { finding, shown }: Here): AllLike | undefined {
  const { uri, record } = reading;
  const { rule, class: kind } = finding;
  const clearances = record.diagnostics.flatMap((one, index) =>
    one.rule === rule && one.class === kind ? (reading.clearanceOf(index) ?? []) : [],
  );
  const all = clearances.length;
  if (all < 2) return undefined;
  const clearings = reasonsForMany(rule).map(([reason, why]) => ({
    label: inList(why),
    action: action(t('Clear all {0} of {1}: {2}', all, rule, t(why)), commands.clear, { uri, clearances, reason }, [
      shown,
    ]),
  }));
  return { label: t('Clear all {0} of {1} in this draft…', all, rule), clearings };
}

function inList(why: string): string {
  const said = t(why);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** For the person alone, then for the folder: what others will feel comes last. */
export function quiet({ client }: Session, { uri, resolved }: Reading, here: readonly Here[]): CodeAction[] {
  const actions = [...new Set(here.map(({ finding }) => finding.rule))].flatMap((rule) => {
    const diagnostics = here.filter(({ finding }) => finding.rule === rule).map(({ shown }) => shown);
    const off = (title: string, forWhom: ForWhom): CodeAction =>
      action(t(title, rule), commands.turnOff, { uri, rule, for: forWhom }, diagnostics);
    // where a settings file decides, what the person's own say does not count
    const inOwn = client.options.ownRules && !resolved.files.length;
    const mine = inOwn
      ? off(later('Turn off {0} for me'), 'me')
      : off(later('Turn off {0} for me, until the editor is closed'), 'session');
    if (!resolved.desk) return [...(inOwn ? [mine] : []), off(later('Turn off {0} in this draft'), 'document')];
    return [mine, off(later('Turn off {0} for this folder'), 'folder')];
  });
  if (!here.length) return [];
  const whole = here.map(({ shown }) => shown);
  return [...actions, action(t('This is not a draft: leave it alone'), commands.notADraft, { uri }, whole)];
}

/** Where the client can show a manual. */
export function manuals({ client }: Session, here: readonly Here[]): CodeAction[] {
  if (!client.options.manuals) return [];
  const first = new Map(here.toReversed().map(({ finding, shown }) => [finding.rule, shown]));
  return [...first].toReversed().map(([rule, shown]) => {
    const title = t('Read why a desk asks: {0}', rule);
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
