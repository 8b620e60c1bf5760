// `lint --staged`: the drafts of the next commit, read from Git's index and not from the working tree, and in them the lines that are new.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { globFault, isGlob, matchesGlob } from '../config/glob';
import { inside } from '../config/path';
import { extensionOf, formatOfName, whyUnread } from '../document/formats/table';
import { type Staged, stagedIn } from '../workspace/git-index';
import { saysFolder, unlikeItsSlash } from '../workspace/named-folder';
import { draftOf } from '../workspace/read-draft';
import { slashes } from '../workspace/slashes';
import { shownAs } from '../workspace/shown-as';
import { Trouble } from '../workspace/trouble';
import type { Arguments } from './arguments';
import { type Changed, onLines } from './changed';
import type { Desk } from './resolve-settings';
import { named, type Unread } from './inputs';

/** What is not in the index, or cannot be asked of it. */
const notStaged = ['changed', 'server', 'across', 'watch'];

/** @throws Trouble where Git cannot say, or another flag wants what is no part of a commit. */
export async function stagedOf(args: Arguments, workingFolder: string): Promise<Changed> {
  for (const flag of notStaged)
    if (args.has(flag))
      throw new Trouble(`--staged reads what the next commit holds, so it cannot go with --${flag}. Leave one out.`);
  if (args.rest.includes('-')) throw new Trouble('--staged reads what the next commit holds, and not standard input.');
  const staged = await stagedIn(workingFolder);
  const byFile = new Map(staged.map((one) => [one.file, one]));
  return {
    drafts: { places: (desk) => placesIn(staged, args, desk, workingFolder) },
    only: onLines(async (file) => byFile.get(file)?.lines(), workingFolder),
  };
}

async function* placesIn(
  staged: readonly Staged[],
  { rest }: Arguments,
  desk: Desk,
  workingFolder: string,
): AsyncGenerator<Unread> {
  const choices = (rest.length ? rest : ['.']).map((one) => choiceOf(one, workingFolder));
  for (const choice of choices) {
    if (isGlob(choice.given) || staged.some(({ file }) => choice.means(file))) continue;
    const unlike = unlikeItsSlash(choice.given);
    const told = named(choice.absolute, choice.given, workingFolder);
    if (unlike) yield { ...told, untouched: true, read: () => unlike };
    else if (!existsSync(choice.absolute)) yield told;
  }
  for (const { file, content } of staged) {
    const chosen = choices.filter((choice) => choice.means(file));
    if (!chosen.length) continue;
    // what a person names is read, whatever the lists say
    if (!chosen.some(({ absolute }) => absolute === file) && !(await isDraft(file, chosen, desk))) continue;
    const shown = shownAs(file, workingFolder);
    const place = { file, shown, format: formatOfName(file) ?? ('text' as const), piped: true as const };
    const read = async () => {
      const bytes = await content();
      return bytes instanceof Uint8Array ? draftOf(file, bytes, shown) : bytes;
    };
    yield { ...place, read };
  }
}

interface Choice {
  readonly given: string;
  readonly absolute: string;
  means(file: string): boolean;
}

/** A file, a folder or a pattern that a person has named. */
function choiceOf(given: string, workingFolder: string): Choice {
  const absolute = slashes(path.resolve(workingFolder, given));
  const pattern = existsSync(absolute) || !isGlob(given) || globFault(given) ? undefined : slashes(given);
  return {
    given,
    absolute,
    means: (file) =>
      pattern === undefined
        ? inside(absolute, file) !== undefined && !(file === absolute && saysFolder(given))
        : matchesGlob(`/${pattern}`, inside(slashes(workingFolder), file) ?? ''),
  };
}

/** As a walk through the folders would find it: of a kind that is read, and passed over by no list, nor the folders it lies in. */
async function isDraft(file: string, chosen: readonly Choice[], desk: Desk): Promise<boolean> {
  if (formatOfName(file) === undefined && whyUnread(file) === undefined && !chosen.some(({ given }) => isGlob(given)))
    return false;
  const { root, ignored } = (await desk.at(file)).resolved;
  for (let at = file.lastIndexOf('/'); at > root.length; at = file.lastIndexOf('/', at - 1)) {
    const folder = (await desk.at(file.slice(0, at))).resolved;
    if (folder.ignored && !folder.ignored.kind) return false;
  }
  // `*.html` names the pages that it means
  if (ignored?.kind === 'unasked' && chosen.some(({ given }) => given.toLowerCase().endsWith(extensionOf(file))))
    return true;
  if (ignored?.kind) desk.unasked.set(file, ignored);
  return ignored === undefined;
}
