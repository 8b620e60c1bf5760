// What is no draft: the list that everybody shares, `ignore` in settings, and `.copydeskignore` files, which are written as Git's are.
import type { Problem } from '../document/story';
import { extensionOf, formatOfName, formatTable, whyUnread } from '../document/formats/table';
import { notDrafts } from './drafts';
import type { SettingsFile } from './file';
import { matchesGlob, matchesNames } from './glob';
import { folderOf, inside, nameOf } from './path';

export const IGNORE_FILE = '.copydeskignore';

/** What a file is passed over by. */
export interface Ignored {
  readonly pattern: string;
  /** The file in which the pattern stands; nothing for the list that everybody shares. */
  readonly path?: string;
  /** Its line in an ignore file, from 1. */
  readonly line?: number;
  /** What keeps it is its kind: one that is read where somebody asks for it, or one that nobody here can read. */
  readonly kind?: 'unasked' | 'unread';
  /** It is a page of a house rule. */
  readonly isPage?: true;
}

/** A `.copydeskignore`, read. */
export interface IgnoreFile {
  readonly path: string;
  readonly lines: readonly IgnoreLine[];
  readonly problems: readonly Problem[];
}

interface IgnoreLine {
  /** As it stands in the file. */
  readonly pattern: string;
  readonly line: number;
  /** `!`: takes back in what a line above has passed over. */
  readonly keeps: boolean;
  readonly foldersOnly: boolean;
  /** The names of the path that it means, from the file's folder; `**` spans folders. */
  readonly names: readonly string[];
}

export interface Lists {
  readonly root: string;
  /** Outermost first. */
  readonly layers: readonly {
    readonly path: string;
    readonly folder: string;
    readonly settings: SettingsFile;
    readonly pages?: readonly string[];
  }[];
  /** Outermost first. */
  readonly ignoreFiles: readonly IgnoreFile[];
}

/** The pattern that decides that a file is no draft, or nothing. An ignore file outranks settings, and those the shared list. */
export function ignoredBy(path: string, { root, layers, ignoreFiles }: Lists): Ignored | undefined {
  const fromRoot = (inside(root, path) ?? nameOf(path)).toLowerCase();
  const shared = notDrafts.find((pattern) => matchesGlob(pattern, fromRoot));
  if (layers.some(({ pages }) => pages?.includes(path))) return { pattern: nameOf(path), isPage: true };
  let ignored: Ignored | undefined = shared === undefined ? byKind(path) : { pattern: shared };
  for (const { path: file, folder, settings } of layers) {
    const relative = inside(folder, path);
    if (
      ignored?.kind === 'unasked' &&
      relative !== undefined &&
      settings.include?.some((one) => matchesGlob(one, relative))
    )
      ignored = undefined;
    for (const pattern of relative === undefined ? [] : (settings.ignore ?? []))
      if (matchesGlob(pattern.replace(/^!/, ''), relative as string))
        ignored = pattern.startsWith('!') ? undefined : { pattern, path: file };
  }
  const said = saidOf(path, ignoreFiles);
  if (!said) return ignored;
  return said.keeps ? undefined : { pattern: said.pattern, path: said.path, line: said.line };
}

/** A file of a kind that may be anything, and one that is not read at all. */
function byKind(path: string): Ignored | undefined {
  const pattern = `*${extensionOf(path)}`;
  if (whyUnread(path)) return { pattern, kind: 'unread' };
  const format = formatOfName(path);
  return format && formatTable[format].onlyWhenNamed ? { pattern, kind: 'unasked' } : undefined;
}

/** Why, as the rest of a sentence. @param root where paths are shortened to. */
export function passedOverBy({ pattern, path, line, kind, isPage }: Ignored, root: string): string {
  if (isPage) return "it is a rule of the house's own.";
  if (kind === 'unread') return 'no file of its kind is read. Save it as plain text or Markdown.';
  if (kind === 'unasked')
    return `files of its kind are read where somebody asks for it: name it under "include" in copydesk.json, or its language in the setting copydesk.languages.`;
  if (path === undefined) return `it is on the list of names that are left alone ("${pattern}").`;
  const file = inside(root, path) ?? path;
  return line === undefined
    ? `"ignore" in ${file} passes over "${pattern}".`
    : `line ${line} of ${file} passes over "${pattern}".`;
}

/** Patterns, and characters of one, that anybody means: each path is held against all of them. */
const MOST = 10_000;
const LONGEST = 4096;

/** @param path of the file; its patterns count from the folder that it lies in. */
export function parseIgnoreFile(text: string, path: string): IgnoreFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((pattern, i) => parseLine(pattern, i + 1) ?? []);
  const long = lines.find(({ pattern }) => pattern.length > LONGEST);
  const problems = [
    ...(long ? [tooMuch(`This pattern is longer than ${LONGEST} characters, and no path is`, long)] : []),
    ...(lines.length > MOST ? [tooMuch(`There are more than ${MOST} patterns`, lines[MOST] as IgnoreLine)] : []),
  ];
  return { path, lines: problems.length ? [] : lines, problems };
}

const tooMuch = (why: string, { line }: IgnoreLine): Problem => ({
  code: 'bad-setting',
  message: `${why}, so the file does not count. Leave out what passes over no draft.`,
  line,
  column: 1,
});

function parseLine(written: string, line: number): IgnoreLine | undefined {
  const pattern = withoutTrailingSpaces(written);
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const keeps = pattern.startsWith('!');
  const bare = keeps ? pattern.slice(1) : pattern;
  const foldersOnly = bare.endsWith('/');
  const names = (foldersOnly ? bare.slice(0, -1) : bare).split('/').map(unescaped);
  // a slash at the beginning or in the middle ties the pattern to its folder
  if (names.length === 1) names.unshift('**');
  else if (names[0] === '') names.shift();
  // `old/**` means what lies in the folder, and not the folder
  if (names.at(-1) === '**') names.push('*');
  return { pattern, line, keeps, foldersOnly, names };
}

function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ' && text[end - 2] !== '\\') end--;
  return text.slice(0, end);
}

/** A character behind a backslash is itself: `\*` → `[*]`. */
const unescaped = (name: string): string =>
  name.replace(/\\(.)/g, (_, character: string) => (/[*?[]/.test(character) ? `[${character}]` : character));

/** What the ignore files say of a path. What lies in a folder that is passed over cannot be taken back in, as with Git. */
function saidOf(path: string, files: readonly IgnoreFile[]): (IgnoreLine & Pick<IgnoreFile, 'path'>) | undefined {
  const [outermost] = files;
  const below = outermost && inside(folderOf(outermost.path), path);
  if (!below) return undefined;
  for (let end = below.indexOf('/'); end >= 0; end = below.indexOf('/', end + 1)) {
    const said = lastOf(files, path.slice(0, path.length - below.length + end), true);
    if (said && !said.keeps) return said;
  }
  return lastOf(files, path, false);
}

function lastOf(files: readonly IgnoreFile[], path: string, isFolder: boolean): ReturnType<typeof saidOf> {
  for (const file of files.toReversed()) {
    const relative = inside(folderOf(file.path), path);
    if (!relative) continue;
    const names = relative.split('/');
    const line = file.lines.findLast((one) => (isFolder || !one.foldersOnly) && matchesNames(one.names, names));
    if (line) return { ...line, path: file.path };
  }
  return undefined;
}
