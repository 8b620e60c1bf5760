// What would keep Git waiting for ever: pipes and devices where it expects files. The few that it always reads are looked at before
// it is asked; all the others only when it has been silent for a while.
import { readdir } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { kindAt, readRegularText } from './regular-file';
import { shownAs } from './shown-as';

export interface Hindrance {
  /** As a sentence names it. */
  readonly file: string;
  /** "a pipe". */
  readonly kind: string;
}

/** Bytes of a file of Git's own that is looked into. */
const LARGEST = 1 << 20;

const ofRepository = ['HEAD', 'index', 'commondir', 'config.worktree'];
const shared = ['config', 'packed-refs', 'shallow', 'info/exclude', 'info/attributes', 'objects/info/alternates'];
const amongFiles = ['.gitignore', '.gitattributes', '.gitmodules'];

/** Those among the files that every question has Git read. @param folder which holds `.git`. */
export function* keyFiles(folder: string): Generator<Hindrance> {
  const own = gitFolder(folder);
  const common = own === undefined ? undefined : commonFolder(own);
  const files = [
    ...(own === undefined ? [] : ofRepository.map((name) => path.join(own, name))),
    ...(common === undefined ? [] : shared.map((name) => path.join(common, name))),
    ...amongFiles.map((name) => path.join(folder, name)),
  ];
  const configs = [common && path.join(common, 'config'), own && path.join(own, 'config.worktree')];
  for (const file of [...files, ...configs.flatMap((one) => (one === undefined ? [] : namedIn(one, folder)))])
    yield* hindranceAt(file);
}

/** All of them, however deep. @param over ends the search. */
export async function* hindrances(folder: string, over: AbortSignal): AsyncGenerator<Hindrance> {
  yield* keyFiles(folder);
  const own = gitFolder(folder);
  for (const home of new Set(own === undefined ? [] : [own, commonFolder(own)]))
    for await (const file of filesBelow(home, over)) yield* hindranceAt(file);
  for await (const file of filesBelow(folder, over, '.git'))
    if (amongFiles.includes(path.basename(file))) yield* hindranceAt(file);
}

function* hindranceAt(file: string): Generator<Hindrance> {
  const { stat } = kindAt(file);
  const isPipe = stat?.isFIFO();
  if (!isPipe && !(stat?.isCharacterDevice() && stat.rdev !== NULL_DEVICE)) return;
  yield { file: shownAs(file, process.cwd()), kind: isPipe ? 'a pipe' : 'a device' };
}

/** `/dev/null`, which is at an end at once: many a configuration names it. */
const NULL_DEVICE = kindAt('/dev/null').stat?.rdev;

/** Where a repository keeps its own files. `.git` may be a file that says where. */
function gitFolder(folder: string): string | undefined {
  const named = process.env.GIT_DIR;
  const at = path.resolve(folder, named || '.git');
  if (kindAt(at).stat?.isDirectory()) return at;
  const told = readRegularText(at, LARGEST);
  return typeof told === 'string' && told.startsWith('gitdir:')
    ? path.resolve(folder, told.slice(7).trim())
    : undefined;
}

/** What several working trees share. */
function commonFolder(own: string): string {
  const told = readRegularText(path.join(own, 'commondir'), LARGEST);
  return typeof told === 'string' ? path.resolve(own, told.trim()) : own;
}

/** Deepest that one configuration includes another, as with Git. */
const DEEPEST = 10;

/** Files that a configuration has Git read: others that it includes, and a list of what is to be passed over. */
function namedIn(config: string, folder: string, depth = 0): string[] {
  const text = depth < DEEPEST ? readRegularText(config, LARGEST) : undefined;
  if (typeof text !== 'string') return [];
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    const key = line
      .slice(0, Math.max(0, at))
      .trim()
      .split(/[\s\]]/)
      .at(-1)
      ?.toLowerCase();
    const value = line
      .slice(at + 1)
      .replaceAll('"', '')
      .trim();
    if (key === 'excludesfile') return [placeOf(value, folder)];
    if (key !== 'path') return [];
    const included = placeOf(value, path.dirname(config));
    return [included, ...namedIn(included, folder, depth + 1)];
  });
}

const placeOf = (value: string, from: string): string =>
  value.startsWith('~/') ? path.join(os.homedir(), value.slice(2)) : path.resolve(from, value);

/** All that is no folder; no link to a folder is followed. @param but a name of folders that are left out. */
async function* filesBelow(folder: string, over: AbortSignal, but?: string): AsyncGenerator<string> {
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined && !over.aborted; at = waiting.pop()) {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(at, entry.name);
      if (!entry.isDirectory()) yield file;
      else if (entry.name !== but) waiting.push(file);
    }
  }
}
