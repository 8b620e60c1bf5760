// What a command was pointed at: files, folders, globs, standard input; each draft once, in a stable order.
import * as path from 'node:path';
import { draftNames } from '../config/drafts';
import { globFault, isGlob } from '../config/glob';
import { type Decoded, decodeDraft, LARGEST, textOf } from '../document/decode';
import type { Encoding } from '../document/encoding';
import type { Format } from '../document/draft';
import { extensionOf, formatOfName } from '../document/formats/table';
import type { Problem } from '../document/story';
import type { Tell } from '../workspace/find-drafts';
import { unlikeItsSlash } from '../workspace/named-folder';
import { readDraft } from '../workspace/read-draft';
import { kindAt } from '../workspace/regular-file';
import { slashes } from '../workspace/slashes';
import { shownAs } from '../workspace/shown-as';
import type { Arguments, Flags } from './arguments';
import { type Desk, openDesk } from './resolve-settings';
import { isMine, shardOf } from './shard';

export interface Input {
  /** As a report shows it: relative to the working folder where it lies inside. */
  readonly shown: string;
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly format: Format;
  readonly content: string | Problem;
  /** What it is written in, where that is not UTF-8. */
  readonly encoding?: Encoding;
  /** Its place among all drafts, from 0, where they are shared out. */
  readonly index?: number;
  /** It came through standard input, or out of Git's index: there is no file to fix. */
  readonly piped?: true;
  /** What came through standard input, to be handed on as it is where nothing in it can be changed. */
  readonly given?: Uint8Array;
}

export const inputFlags: Flags = {
  'stdin-filename': { takes: '<name>', help: 'Read one draft from standard input, as if it lay there.' },
};

/** Reads drafts one after another, so memory stays flat. What is not there comes as a problem under its own name. */
export async function* inputsOf(args: Arguments, desk: Desk, drafts: Drafts = {}): AsyncGenerator<Input> {
  const piped = args.value('stdin-filename');
  if (piped !== undefined || args.rest.includes('-')) yield await fromStdin(piped ?? 'stdin', process.cwd());
  const shard = shardOf(args);
  let index = 0;
  for await (const { read, untouched: _, ...place } of drafts.places?.(desk) ?? placesOf(args, desk, drafts.wanted)) {
    if (isMine(shard, index)) yield { ...place, ...contentOf(await read()), ...(shard && { index }) };
    index++;
  }
}

/** How many drafts the paths name. Lets other work go on meanwhile. */
export async function countInputs(args: Arguments, { places, wanted }: Drafts): Promise<number> {
  let count = 0;
  const desk = openDesk(args);
  for await (const _ of places?.(desk) ?? placesOf(args, desk, wanted))
    if (++count % 500 === 0) await new Promise(setImmediate);
  return count;
}

const contentOf = (read: Decoded | Problem): Pick<Input, 'content' | 'encoding'> => ({
  content: textOf(read),
  ...('encoding' in read && { encoding: read.encoding }),
});

/** Where a draft lies; it is read when its turn comes. */
export interface Unread extends Omit<Input, 'content' | 'encoding'> {
  read(): Decoded | Problem | Promise<Decoded | Problem>;
  /** It is not to be read at all: it is only told of. */
  readonly untouched?: true;
}

/** Each draft that is named, once, in a stable order. */
export async function* placesOf(args: Arguments, desk: Desk, wanted: Wanted = () => true): AsyncGenerator<Unread> {
  const piped = args.value('stdin-filename');
  const given = args.rest.filter((arg) => arg !== '-');
  const paths = given.length || piped !== undefined || args.rest.length ? given : ['.'];
  const seen = new Set<string>();
  for (const one of paths) {
    for await (const input of expand(one, desk, wanted, process.cwd())) {
      if (seen.has(input.file)) continue;
      seen.add(input.file);
      yield input;
    }
  }
}

/** Whether a file is to be read at all. Absolute path, forward slashes. */
export type Wanted = (file: string) => boolean | Promise<boolean>;

/** Which drafts are read, where it is not all that the paths name. */
export interface Drafts {
  readonly wanted?: Wanted;
  /** They are found, and lie, elsewhere than in the folders. */
  readonly places?: (desk: Desk) => AsyncGenerator<Unread>;
}

async function* expand(one: string, desk: Desk, wanted: Wanted, workingFolder: string): AsyncGenerator<Unread> {
  const absolute = path.resolve(workingFolder, one);
  const unlike = isGlob(one) ? undefined : unlikeItsSlash(one);
  if (unlike) {
    yield { ...place(absolute, one, workingFolder), untouched: true, read: () => unlike };
    return;
  }
  const { stat, fault: broken } = kindAt(absolute);
  // a path that a person names is always read, whatever the lists say
  if (stat ? !stat.isDirectory() : broken || !isGlob(one)) {
    if (!stat || (await wanted(slashes(absolute)))) yield named(absolute, one, workingFolder);
    return;
  }
  const fault = stat ? undefined : globFault(one);
  if (fault) {
    yield { ...place(absolute, one, workingFolder), read: () => badGlob(one, fault) };
    return;
  }
  const { findDrafts, findByGlob } = await import('../workspace/find-drafts');
  const passesOver = async (file: string): Promise<boolean> => {
    const { ignored } = (await desk.at(file)).resolved;
    // `*.html` names the pages that it means
    if (ignored?.kind === 'unasked' && !stat && one.toLowerCase().endsWith(extensionOf(file))) return false;
    if (ignored?.kind) desk.unasked.set(file, ignored);
    return ignored !== undefined;
  };
  const closed: Unread[] = [];
  const tell: Tell = (file, why) => {
    const shown = shownAs(file, workingFolder);
    closed.push({ ...place(file, file, workingFolder), untouched: true, read: () => why(shown) });
  };
  const rootOf = async (file: string): Promise<string> => (await desk.at(file)).resolved.root;
  const told = { tell, rootOf };
  const found = stat ? findDrafts(absolute, passesOver, told) : findByGlob(one, workingFolder, passesOver, told);
  let any = false;
  for await (const file of found) {
    any = true;
    yield* closed.splice(0);
    if (await wanted(slashes(file))) yield named(file, shownAs(file, workingFolder), workingFolder);
  }
  if (!any && !closed.length)
    yield { ...place(absolute, one, workingFolder), read: () => noDrafts(one, stat !== undefined) };
  yield* closed;
}

/** The draft that lies there. @param file absolute. */
export const inputAt = async (file: string, workingFolder = process.cwd()): Promise<Input> => ({
  ...place(file, file, workingFolder),
  ...contentOf(await readDraft(file, shownAs(file, workingFolder))),
});

/** A file, by the name that a person gave it. */
export const named = (file: string, name: string, workingFolder: string): Unread => ({
  ...place(file, name, workingFolder),
  read: () => readDraft(file, shownAs(file, workingFolder)),
});

const place = (file: string, named: string, workingFolder: string) => ({
  file: slashes(file),
  shown: shownAs(file, workingFolder),
  format: formatOfName(slashes(named)) ?? ('text' as const),
});

const badGlob = (named: string, why: string): Problem => ({
  code: 'bad-glob',
  message: `The pattern ${named.slice(0, 80)} ${why}, so it matches nothing. Write several shorter ones.`,
});

const noDrafts = (named: string, isFolder: boolean): Problem => ({
  code: 'no-drafts',
  message: isFolder
    ? `There are no drafts in the folder ${named}. Drafts are ${draftNames()} files that no ignore list passes over; name a file to lint it all the same.`
    : `No draft matches ${named}. Check the pattern, and put it in quotation marks.`,
});

async function fromStdin(name: string, workingFolder: string): Promise<Input> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    size += part.length;
    // what is too long is told by its length, so the rest need not be kept
    if (size <= LARGEST + part.length) parts.push(part);
  }
  const input = place(path.resolve(workingFolder, name), name, workingFolder);
  const given = Buffer.concat(parts);
  const read = contentOf(await decodeDraft(given, name, formatOfName(name)));
  return { ...input, ...read, piped: true, ...(size === given.length && { given }) };
}
