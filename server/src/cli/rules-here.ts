// The rules that hold where a command stands: ours, and those that the house has made.
import { rulesFor } from '../engine/settings';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { shownAs } from '../workspace/shown-as';
import type { Arguments } from './arguments';
import { complain } from './output';
import { openDesk } from './resolve-settings';

/** What is wrong with the settings is told on standard error. */
export async function rulesHere(args: Arguments): Promise<readonly Rule[]> {
  const desk = openDesk(args);
  // a draft that lay here would be read so
  const { resolved } = await desk.at('draft.txt');
  for (const { path, line, message } of desk.newProblems())
    complain(`${shownAs(path, process.cwd())}${line === undefined ? '' : `:${line}`}: ${message}`);
  return rulesFor(resolved.settings, rules);
}
