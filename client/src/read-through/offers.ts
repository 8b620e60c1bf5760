// What the desk offers at a finding, as the read-through lists it: what is chosen there is done, and told.
import * as vscode from 'vscode';
import { type Choice, type Choose, chooseCommand } from '../../../server/src/lsp/protocol';
import { actionsAt, perform } from '../choose';
import { commands } from '../commands';

/** What can be chosen at a finding. */
export interface Offered {
  readonly label: string;
  readonly asked?: Choose;
  readonly choice: Choice;
  readonly action?: vscode.CodeAction;
}

export async function offersAt(uri: vscode.Uri, finding: vscode.Diagnostic): Promise<Offered[]> {
  const { start } = finding.range;
  const actions = await menuAt(uri, new vscode.Range(start, start));
  // of several findings at one place each is asked about by itself, with what is common to all
  const own = actions.filter(
    ({ diagnostics = [] }) => !diagnostics.length || diagnostics.some((one) => isSame(one, finding)),
  );
  return own.map((action): Offered => {
    const { title: label, command } = action;
    const asked = command?.command === chooseCommand ? (command.arguments?.[0] as Choose) : undefined;
    if (!asked) return { label, choice: { label }, action };
    return { label, asked, choice: { label, choices: asked.choices } };
  });
}

/** How often the menu is asked for, and how long is waited in between, in ms. */
const ASKED = { times: 5, rest: 200 };

/** The editor gives a menu up where what stands in the draft changes meanwhile: it is asked for again. */
async function menuAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await actionsAt(uri, range);
    } catch (error) {
      if (tries === ASKED.times) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASKED.rest));
    }
  }
}

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

export interface Chosen {
  readonly asked?: Choose | undefined;
  readonly choice: Choice;
  readonly action?: vscode.CodeAction | undefined;
}

/** Nothing where the path ends at what goes on asking, or nowhere. */
export function pathIn(offered: readonly Offered[], [first = -1, ...rest]: readonly number[]): Chosen | undefined {
  const entry = offered[first];
  if (!entry) return undefined;
  let { choice } = entry;
  for (const index of rest) {
    const below = choice.choices?.[index];
    if (!below) return undefined;
    choice = below;
  }
  return choice.choices ? undefined : { asked: entry.asked, choice, action: entry.action };
}

/** @returns the command that was run, if any; nothing where nothing was done. */
export async function performed(
  document: vscode.TextDocument,
  { asked, choice, action }: Chosen,
): Promise<{ readonly command: string; readonly argument: unknown } | undefined> {
  const command = choice.command?.command ?? action?.command?.command ?? '';
  const argument = choice.command?.arguments?.[0] ?? action?.command?.arguments?.[0];
  const before = document.version;
  if (!(await run(asked, choice, action))) return undefined;
  if (command === commands.showManual) return undefined;
  return command || document.version !== before ? { command, argument } : undefined;
}

async function run(asked: Choose | undefined, choice: Choice, action: vscode.CodeAction | undefined): Promise<boolean> {
  if (asked) return perform(asked, choice);
  if (action?.edit && !(await vscode.workspace.applyEdit(action.edit))) return false;
  if (action?.command)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  return true;
}
