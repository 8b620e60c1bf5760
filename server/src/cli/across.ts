// Drafts held against one another: those of a run (`--across`), or those below a root whose settings say so. How they spell their
// names is read before any is answered for.
import { type FolderNames, folderNames } from '../analysis/names/across';
import { fullNamesOf, rollOf } from '../analysis/names/roll';
import { type DraftNames, folderList } from '../records/folder-names';
import { lineIndex } from '../text/line-index';
import { findDrafts } from '../workspace/find-drafts';
import { Trouble } from '../workspace/trouble';
import type { Arguments } from './arguments';
import type { Compare } from './as-settings-say';
import { type Desk, openDesk } from './resolve-settings';
import { type Input, inputAt, inputsOf } from './inputs';
import { complain, print } from './output';
import { newSentences } from './tell-settings';

/** `lint --across`: each draft of the run is held against all of them. @throws Trouble on standard input, which cannot be read twice. */
export async function withTheRun(args: Arguments, desk: Desk): Promise<Compare> {
  refuseInput(args, ['input', 'stdin-filename']);
  const { names, take } = inOrderOfReading(desk);
  for await (const input of inputsOf(unshared(args), desk)) await take(input);
  return async ({ shown }) => names.concerning(shown);
}

/** The drafts that `--across` holds against one another: one job of several marks its own, but holds them against all. */
export const unshared = (args: Arguments): Arguments => ({
  ...args,
  value: (flag) => (flag === 'shard' ? undefined : args.value(flag)),
});

/** As the settings say: each draft is held against those below its root that say so. Each root is read once. */
export function withTheRoot(desk: Desk): Compare {
  const folders = new Map<string, Promise<Reading>>();
  const read = async (root: string): Promise<Reading> => {
    const folder = inOrderOfReading(desk);
    const passesOver = async (file: string): Promise<boolean> => (await desk.at(file)).resolved.ignored !== undefined;
    for await (const file of findDrafts(root, passesOver)) {
      const { resolved } = await desk.at(file);
      if (resolved.across && resolved.root === root) await folder.take(await inputAt(file));
    }
    return folder;
  };
  return async (input, { resolved: { root } }) => {
    const known = folders.get(root) ?? read(root);
    folders.set(root, known);
    const { names, take } = await known;
    // not as it lies there, or not there at all
    if (input.piped) await take(input);
    return names.concerning(input.shown);
  };
}

interface Reading {
  readonly names: FolderNames;
  /** What cannot be read is left to the run itself to tell. */
  take(input: Pick<Input, 'file' | 'shown' | 'format' | 'content'>): Promise<void>;
}

/** Only the names of each draft are kept, so memory grows with the names, not with the copy. */
function inOrderOfReading(desk: Desk): Reading {
  const order = new Map<string, number>();
  const names = folderNames((a, b) => (order.get(a) as number) - (order.get(b) as number));
  return {
    names,
    async take({ file, shown, format, content }) {
      if (typeof content !== 'string') return;
      const { reader } = await desk.at(file);
      if (!order.has(shown)) order.set(shown, order.size);
      names.set(shown, fullNamesOf((await reader(format))(content), lineIndex(content)));
    },
  };
}

/** For `names`. Resolves with the exit code: 0, or 2 where something could not be read. */
export async function listAcross(args: Arguments): Promise<number> {
  refuseInput(args, ['input']);
  const { folderRolls } = await import('../report/name-index/folder');
  const desk = openDesk(args);
  let allRead = true;
  const tell = (sentence: string): void => {
    complain(sentence);
    allRead = false;
  };
  const drafts: DraftNames[] = [];
  for await (const draft of draftNames(args, desk, tell)) drafts.push(draft);
  for (const sentence of newSentences(desk)) tell(sentence);
  const write = folderRolls[args.value('format') ?? 'pretty'] as (typeof folderRolls)[string];
  await print(write(folderList(drafts)));
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
