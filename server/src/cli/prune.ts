// `copydesk clear --prune`: takes out what matches nothing any more, and leaves every other line as it stands.
import * as path from 'node:path';
import { BAD_CLEARANCE, CLEARANCE_FILE } from '../config/clearance-lines';
import { inside } from '../config/path';
import { clearanceKey } from '../engine/clearances';
import { counted } from '../report/counted';
import { visible } from '../report/escape';
import { shownAs } from '../workspace/shown-as';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import { readClearances, takeOutClearances } from '../workspace/clearance-file';
import type { Arguments } from './arguments';
import { type Dead, deadIn, inWords } from './dead-clearances';
import { openDesk, rootOf } from './resolve-settings';
import { complain, print } from './output';
import { sentencesOn } from './tell-settings';

/** Of the drafts that the paths name, or of the whole desk. */
export async function prune(args: Arguments): Promise<number> {
  for (const flag of ['reason', 'rule', 'initials', 'baseline', 'undo'])
    if (args.has(flag)) throw new Trouble(`--prune decides nothing, so it cannot go with --${flag}. Leave one out.`);
  const desk = openDesk(args);
  const named = args.rest.map((one) => slashes(path.resolve(one)));
  const roots = new Set<string>();
  for (const one of named.length ? named : [process.cwd()]) roots.add(await rootOf(desk, one));
  const within = (file: string): boolean => !named.length || named.some((one) => inside(one, file) !== undefined);
  const found: Pruned[] = [];
  for (const root of roots) found.push({ root, dead: await deadIn(desk, root, within) });
  // a line that cannot be read stays where it is, and decides nothing
  const unsettled = desk.newProblems();
  const sentences = sentencesOn(unsettled);
  sentences.forEach(complain);
  if (unsettled.some(({ code }) => code !== BAD_CLEARANCE))
    throw new Trouble('So nothing was taken out: what is not in order may be what decides.');
  for (const one of found) await takeOut(one);
  return sentences.length ? 2 : 0;
}

/** What matches nothing any more in the clearances of one desk. */
interface Pruned {
  readonly root: string;
  readonly dead: readonly Dead[];
}

async function takeOut({ root, dead }: Pruned): Promise<void> {
  const { all } = readClearances(root);
  const lines = new Set(dead.flatMap((one) => one.lines.map((line) => keyOf(line.file, clearanceKey(line)))));
  if (!lines.size) {
    await print(
      all.length ? `${counted(all.length, 'clearance')}, none that matches nothing.\n` : 'Nothing is cleared here.\n',
    );
    return;
  }
  const file = `${root}/${CLEARANCE_FILE}`;
  const problem = takeOutClearances(root, (line) => lines.has(keyOf(line.file, clearanceKey(line))));
  if (problem) throw new Trouble(problem.message);
  for (const one of dead)
    await print(`${visible(one.file)}: ${counted(one.lines.length, 'clearance')} taken out: ${inWords(one)}.\n`);
  await print(`${lines.size} of ${counted(all.length, 'clearance')} taken out of ${shownAs(file, process.cwd())}.\n`);
}

const keyOf = (file: string, key: string): string => `${file}\0${key}`;
