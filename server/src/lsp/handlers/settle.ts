// Actions that settle a finding without touching the copy: it is cleared with a reason, its rule is turned off, or the
// document is no draft.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Reason } from '../../engine/clearances';
import type { Reading } from '../reading';
import type { Here } from './code-actions';
import type { Session } from '../session';
import { type Argument, commands } from './commands';
import type { ForWhom } from './switch-rule';

/** Why a finding may be fine, as a desk would say it; the last two are all that a fix can be cleared with. */
const queryReasons: readonly (readonly [Reason, string])[] = [
  ['witnessed', 'our reporter witnessed it'],
  ['public-record', 'it is on the public record'],
  ['confirmed', 'the desk has confirmed it'],
  ['house-style', 'it is house style'],
  ['false-alarm', 'a false alarm'],
];
const fixReasons = queryReasons.slice(-2);

export function clearings(reading: Reading, here: readonly Here[]): CodeAction[] {
  const { uri } = reading;
  return here.flatMap(({ finding, shown, index }) => {
    const clearance = reading.clearanceOf(index);
    if (!clearance) return [];
    return (finding.kind === 'query' ? queryReasons : fixReasons).map(([reason, why]) =>
      action(`Clear ${finding.rule}: ${why}`, commands.clear, { uri, clearance, reason }, [shown]),
    );
  });
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
