// Fix all: what is safe unseen of many findings in one go, of a rule, a name or the whole draft; what is left out is told.
import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import type { Diagnostic } from '../../engine/diagnostic';
import { asEdits, together } from '../../engine/fix';
import { unseenFix, unseenFixes } from '../../engine/unseen';
import type { Reading } from '../reading';
import type { Edits, Here } from './code-actions';
import { type Argument, commands } from './commands';
import { fixedOf, undisputed } from './undone';
import { t } from '../words';

/** Everything that is safe to fix unseen, in one go: on save, or by name. */
export const fixAllKind = 'source.fixAll.copydesk';

/** For each rule here that stands elsewhere too: what is safe unseen of each of its findings. */
export function fixesOfRule(reading: Reading, here: readonly Here[], edit: Edits): CodeAction[] {
  const rules = new Map(here.filter(({ finding }) => unseenFix(finding)).map((one) => [one.finding.rule, one]));
  return [...rules].flatMap(([rule, { shown }]) =>
    fixAllOf(reading, unseenFixes(reading.record.diagnostics.filter((d) => d.rule === rule)), rule, shown, edit),
  );
}

/** All of these that can be made in one go, as many as it says, but for those that others undo: of them the person is told. */
export function fixAllOf(
  reading: Reading,
  all: Diagnostic['fixes'],
  what: string,
  shown: Shown,
  edit: Edits,
): CodeAction[] {
  if (all.length < 2) return [];
  const agreed = undisputed(reading, all);
  const made = together(agreed);
  if (made.length < 2) return [];
  const title = t('Fix all {0} of {1} in this draft', made.length, what);
  const command = agreed.length < all.length ? tellsUndone(reading) : undefined;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown],
      edit: edit(made.flatMap(({ edits }) => edits)),
      ...(command && { command }),
    },
  ];
}

/** What `lint --fix` would leave. Fixes that only later ones make possible become one edit over all that changed. */
export function fixAll(reading: Reading, edit: Edits): CodeAction[] {
  const { record, text } = reading;
  const title = t('Fix everything that is safe to fix');
  const { text: fixed } = fixedOf(reading);
  const command = tellsUndone(reading);
  if (fixed === text) return command ? [{ title, kind: fixAllKind, command }] : [];
  const edits = asEdits(text, fixed, undisputed(reading, unseenFixes(record.diagnostics)));
  return [{ title, kind: fixAllKind, edit: edit(edits), ...(command && { command }) }];
}

/** What a bulk action runs behind its edit where it left such fixes out; nothing where there are none. */
export function tellsUndone(reading: Reading): Command | undefined {
  if (!fixedOf(reading).problems.length) return undefined;
  const argument: Argument = { uri: reading.uri };
  return { title: t('Say what was not fixed, and why'), command: commands.tellUndone, arguments: [argument] };
}
