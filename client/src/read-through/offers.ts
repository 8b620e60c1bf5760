// What the desk offers at a finding, as the read-through lists it: what is chosen there is done, and told.
import * as vscode from 'vscode';
import type { Choice } from '../../../server/src/lsp/protocol/choices';
import { type Action, actionsAt, askedBy, type Meant, perform } from '../choose';
import { commands } from '../commands';
import type { Desk } from '../server-life';
import { rangeOf } from '../go-to';

/** What can be chosen at a finding. */
export interface Offered {
  readonly meant: Meant;
  readonly choice: Choice;
}

export async function offersAt(
  desk: Desk,
  { uri, version }: vscode.TextDocument,
  finding: vscode.Diagnostic,
): Promise<Offered[]> {
  const { start } = finding.range;
  const actions = await actionsAt(desk, uri, new vscode.Range(start, start));
  // of several findings at one place each is asked about by itself, with what is common to all
  return actions
    .filter(({ diagnostics }) => diagnostics.some((one) => isOf(finding, one)))
    .map((action): Offered => {
      const { title: label, edit, command } = action;
      const asked = askedBy(action);
      if (asked) return { meant: asked, choice: { label, choices: asked.choices } };
      return {
        meant: { uri: uri.toString(), version },
        choice: { label, ...(edit && { edit }), ...(command && { command }) },
      };
    });
}

const isOf = ({ range, message }: vscode.Diagnostic, shown: Action['diagnostics'][number]): boolean =>
  message === shown.message && range.isEqual(rangeOf(shown.range));

export const isSame = (a: vscode.Diagnostic, b: vscode.Diagnostic): boolean =>
  a.range.isEqual(b.range) && a.message === b.message;

/** Labels as the page draws them. */
export interface Labelled {
  readonly label: string;
  readonly group?: string;
  readonly choices: readonly Labelled[];
}

export const labelsOf = ({ choices = [] }: Choice): Labelled[] =>
  choices.map((one) => ({ label: one.label, ...(one.group && { group: one.group }), choices: labelsOf(one) }));

/** Nothing where the path ends at what goes on asking, or nowhere. */
export function pathIn(offered: readonly Offered[], [first = -1, ...rest]: readonly number[]): Offered | undefined {
  const entry = offered[first];
  if (!entry) return undefined;
  let { choice } = entry;
  for (const index of rest) {
    const below = choice.choices?.[index];
    if (!below) return undefined;
    choice = below;
  }
  return choice.choices ? undefined : { meant: entry.meant, choice };
}

/** @returns the command that was run, if any; nothing where nothing was done. */
export async function performed(
  document: vscode.TextDocument,
  { meant, choice }: Offered,
): Promise<{ readonly command: string; readonly argument: unknown } | undefined> {
  const command = choice.command?.command ?? '';
  const argument = choice.command?.arguments?.[0];
  const before = document.version;
  if (!(await perform(meant, choice)) || command === commands.showManual) return undefined;
  return command || document.version !== before ? { command, argument } : undefined;
}
