// Finding drafts below a folder: by name, in a stable order, without following links out of the root.
import { type Dirent, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { notDrafts } from '../config/drafts';
import { isGlob, matchesGlob, matchesList } from '../config/glob';
import { inside } from '../config/path';
import { problem } from '../document/decode';
import { formatOfName, formatTable, whyUnread } from '../document/formats/table';
import type { Problem } from '../document/story';
import { isReport } from './beginning';
import { cannotBeRead, kindAt, liesInside, realOf } from './regular-file';
import { slashes } from './slashes';

/** True for a file or folder that is to be passed over. Absolute, with forward slashes. */
export type PassesOver = (file: string) => boolean | Promise<boolean>;

/** What keeps a draft or folder from being read is told, never passed over in silence. @param why the problem, by what the file is called. */
export type Tell = (file: string, why: (name: string) => Problem) => void;

export interface WalkOptions {
  readonly tell?: Tell;
  /** Inside which a link may lead, besides the folder itself. */
  readonly rootOf?: (file: string) => string | Promise<string>;
}

/** Paths of the drafts below a folder, reports of linters left out, absolute, with forward slashes, folder by folder in the order of their names. */
export async function* findDrafts(
  folder: string,
  passesOver: PassesOver = byName(folder),
  told: WalkOptions = {},
): AsyncGenerator<string> {
  const root = slashes(path.resolve(folder));
  yield* walk(root, { ...told, root, passesOver, wants: isOfAKind, anyFolder: true });
}

/** The files that a glob means, from the folder where it was written. */
export async function* findByGlob(
  glob: string,
  from: string,
  passesOver: PassesOver,
  told: WalkOptions = {},
): AsyncGenerator<string> {
  const names = slashes(glob).split('/');
  const plain = names.slice(0, Math.max(0, names.findIndex(isGlob)));
  const root = slashes(path.resolve(from, plain.join('/') || '.'));
  const rest = names.slice(plain.length).join('/');
  // on the command line `*.md` means this folder: a pattern with a slash counts from its own
  const wants = (file: string): boolean => matchesGlob(`/${rest}`, inside(root, file) ?? '');
  // a pattern that begins nowhere matches nothing
  if (realOf(root) !== undefined) yield* walk(root, { ...told, root, passesOver, wants, anyFolder: false });
}

/** A format's, or a kind that newsrooms keep copy in and that is not read: whoever passes over it may tell. */
const isOfAKind = (file: string): boolean => formatOfName(file) !== undefined || whyUnread(file) !== undefined;

/** The list that everybody shares, for a caller without settings. */
const byName =
  (folder: string): PassesOver =>
  (file) =>
    isUnasked(file) || matchesList(notDrafts, (inside(slashes(path.resolve(folder)), file) ?? file).toLowerCase());

const isUnasked = (file: string): boolean => {
  const format = formatOfName(file);
  return whyUnread(file) !== undefined || (format !== undefined && formatTable[format].onlyWhenNamed === true);
};

interface Walk extends WalkOptions {
  readonly root: string;
  readonly passesOver: PassesOver;
  wants(file: string): boolean;
  /** Every folder below may hold what is wanted. */
  readonly anyFolder: boolean;
}

async function* walk(folder: string, walking: Walk): AsyncGenerator<string> {
  const { passesOver, wants } = walking;
  for (const entry of entriesOf(folder, walking)) {
    const file = `${folder === '/' ? '' : folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!(await passesOver(file))) yield* walk(file, walking);
    } else if (entry.isSymbolicLink()) {
      if (await mayBeRead(file, walking)) yield file;
    } else if (wants(file) && !(await passesOver(file)) && !(await isReport(file))) yield file;
  }
}

/**
 * A link to a file inside is a draft under another name, and one to a folder inside is nobody's: it is read where it lies. What leads
 * out of the root is left alone, and that is told: it may have been a draft.
 */
async function mayBeRead(file: string, { root, passesOver, wants, anyFolder, tell, rootOf }: Walk): Promise<boolean> {
  const isFolder = kindAt(file).stat?.isDirectory() === true;
  if (isFolder ? !anyFolder : !wants(file)) return false;
  const leadsOut =
    realOf(file) !== undefined && !liesInside(root, file) && !liesInside((await rootOf?.(file)) ?? root, file);
  if ((isFolder && !leadsOut) || (await passesOver(file)) || (!leadsOut && (await isReport(file)))) return false;
  if (leadsOut) tell?.(file, leadsOutside);
  return !leadsOut;
}

const leadsOutside = (name: string): Problem =>
  problem(
    'outside-root',
    `${name} is a link that leads out of the root, so it was not read. Put it there itself, or under "ignore".`,
  );

function entriesOf(folder: string, { tell }: Walk): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    tell?.(folder, (name) => cannotBeRead(name, code));
    return [];
  }
}
