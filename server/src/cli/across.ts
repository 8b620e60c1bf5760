// `--across`: the drafts of a run held against one another. How they spell their names is read once, before any is answered for.
import { acrossOf } from '../analysis/names/across';
import { type RollEntry, rollOf } from '../analysis/names/roll';
import { type DraftNames, folderNames } from '../report/folder-names';
import { Trouble } from '../workspace/trouble';
import type { Arguments } from './arguments';
import { type Desk, openDesk } from './desk';
import { inputsOf } from './inputs';
import { complain, print } from './output';

/**
 * For `lint`. Only the names of each draft are kept, so memory grows with the names, not with the copy. What cannot be read is
 * left to the run itself to tell.
 * @throws Trouble on standard input, which cannot be read twice.
 */
export async function compareDrafts(args: Arguments, desk: Desk): Promise<void> {
  refuseInput(args, ['input', 'stdin-filename', 'server']);
  const rolls: (readonly [string, readonly RollEntry[]])[] = [];
  // one job of several marks its own drafts, but holds them against all
  const all: Arguments = { ...args, value: (flag) => (flag === 'shard' ? undefined : args.value(flag)) };
  for await (const { path, roll } of draftNames(all, desk, () => undefined)) rolls.push([path, roll]);
  desk.compare(acrossOf(rolls));
}

/** For `names`. Resolves with the exit code: 0, or 2 where something could not be read. */
export async function listAcross(args: Arguments): Promise<number> {
  refuseInput(args, ['input']);
  const { folderRolls } = await import('../report/roll/folder');
  const desk = openDesk(args);
  let allRead = true;
  const tell = (sentence: string): void => {
    complain(sentence);
    allRead = false;
  };
  const drafts: DraftNames[] = [];
  for await (const draft of draftNames(args, desk, tell)) drafts.push(draft);
  for (const { path, message } of desk.newProblems()) tell(`${path}: ${message}`);
  const write = folderRolls[args.value('format') ?? 'pretty'] as (typeof folderRolls)[string];
  await print(write(folderNames(drafts)));
  return allRead ? 0 : 2;
}

function refuseInput(args: Arguments, flags: readonly string[]): void {
  for (const flag of flags)
    if (args.has(flag))
      throw new Trouble(`--across holds drafts against one another and cannot take --${flag}. Name a folder.`);
  if (args.rest.includes('-'))
    throw new Trouble('--across holds drafts against one another and cannot take "-". Name a folder.');
}

/** The names of each draft, its path as reports show it. @param tell is given a sentence for each that cannot be read. */
async function* draftNames(args: Arguments, desk: Desk, tell: (sentence: string) => void): AsyncGenerator<DraftNames> {
  for await (const { file, shown, format, content } of inputsOf(args, desk)) {
    if (typeof content !== 'string') {
      tell(content.message);
      continue;
    }
    const { reader, house } = await desk.at(file);
    yield { path: shown, roll: rollOf((await reader(format))(content)), house };
  }
}
