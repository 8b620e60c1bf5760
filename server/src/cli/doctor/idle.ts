// What settings, ignore files, comments and clearances say, and nothing is there that they could mean.
import { list } from '../../config/extends';
import { matchesGlob, matchesNames } from '../../config/glob';
import { folderOf, inside } from '../../config/path';
import type { Lists } from '../../config/ignore';
import { SETTINGS_FILE } from '../../config/chain';
import { CLEARANCE_FILE } from '../../config/clearance-lines';
import { ADDRESSED, USELESS_COMMENT } from '../../document/formats/comments';
import { counted } from '../../report/counted';
import { kindAt } from '../../workspace/regular-file';
import { shownAs } from '../../workspace/shown-as';
import { asSettingsSay } from '../as-settings-say';
import type { Desk } from '../resolve-settings';
import { deadIn, inWords } from '../dead-clearances';
import { inputAt } from '../inputs';
import { foldersAbove, type Uncounted, uncountedIn } from '../uncounted-clearances';

/** A contract: fields may be added, never changed. */
export interface Idle {
  readonly what: 'override' | 'ignore' | 'include' | 'comment' | 'clearance';
  /** The file in which it stands. */
  readonly path: string;
  readonly line?: number;
  /** A sentence. */
  readonly message: string;
}

/** What a walk below a folder has met. Absolute, with forward slashes. */
export interface Met {
  readonly folder: string;
  /** Drafts that are read. */
  readonly drafts: readonly string[];
  /** Drafts, files that are passed over, and folders. */
  readonly all: readonly string[];
}

export async function idleIn(met: Met, desk: Desk): Promise<Idle[]> {
  const known = new Map<string, Lists>();
  for (const file of [`${met.folder}/draft.txt`, ...met.all]) {
    const { lists } = (await desk.at(file)).resolved;
    known.set(folderOf(file), lists);
  }
  const { folder, drafts } = met;
  const { root } = (await desk.at(`${folder}/draft.txt`)).resolved;
  return [
    ...idleSettings(met, [...known.values()]),
    ...(await idleComments(drafts, desk)),
    ...(await idleClearances(root, (file) => inside(folder, file) !== undefined, desk)),
  ];
}

/** The same of one draft: its comments, and what was cleared in it. */
export async function idleOf(file: string, desk: Desk): Promise<Idle[]> {
  const { root } = (await desk.at(file)).resolved;
  return [...(await idleComments([file], desk)), ...(await idleClearances(root, (one) => one === file, desk))];
}

const shown = (file: string): string => shownAs(file, process.cwd());

/** Settings above the folder may mean drafts that were not looked at, so they are left alone. */
function idleSettings({ folder, drafts, all }: Met, lists: readonly Lists[]): Idle[] {
  const found: Idle[] = [];
  const below = (home: string): boolean => inside(folder, home) !== undefined;
  const layers = new Map(lists.flatMap((one) => one.layers).map((layer) => [`${layer.path}\0${layer.folder}`, layer]));
  for (const { path, folder: home, settings } of layers.values()) {
    if (!below(home)) continue;
    const tell = (what: Idle['what'], message: string): void => void found.push({ what, path: shown(path), message });
    const meets = (glob: string, files: readonly string[]): boolean =>
      files.some((file) => {
        const relative = inside(home, file);
        return relative !== undefined && matchesGlob(glob, relative);
      });
    for (const [i, { files }] of (settings.overrides ?? []).entries())
      if (!list(files).some((glob) => meets(glob, drafts)))
        tell('override', `Override ${i + 1} (${list(files).join(', ')}) means no draft.`);
    for (const glob of settings.ignore ?? [])
      if (!meets(glob.replace(/^!/, ''), all))
        tell(
          'ignore',
          `"${glob}" under "ignore" ${glob.startsWith('!') ? 'takes nothing back in' : 'passes nothing over'}.`,
        );
    for (const glob of settings.include ?? [])
      if (!meets(glob, drafts)) tell('include', `"${glob}" under "include" takes nothing in.`);
  }
  const ignoreFiles = new Map(lists.flatMap((one) => one.ignoreFiles).map((file) => [file.path, file]));
  for (const { path, lines } of ignoreFiles.values()) {
    const home = folderOf(path);
    if (!below(home)) continue;
    for (const { pattern, line, keeps, names, foldersOnly } of lines) {
      const means = (file: string): boolean => {
        const relative = inside(home, file);
        if (!relative || !matchesNames(names, relative.split('/'))) return false;
        return !foldersOnly || kindAt(file).stat?.isDirectory() === true;
      };
      if (!all.some(means))
        found.push({
          what: 'ignore',
          path: shown(path),
          line,
          message: `"${pattern}" ${keeps ? 'takes nothing back in' : 'passes nothing over'}.`,
        });
    }
  }
  return found;
}

async function idleComments(drafts: readonly string[], desk: Desk): Promise<Idle[]> {
  const found: Idle[] = [];
  const compare = asSettingsSay(desk);
  for (const file of drafts) {
    const input = await inputAt(file);
    if (typeof input.content !== 'string' || !input.content.includes(ADDRESSED)) continue;
    const place = await desk.at(file);
    const story = (await place.reader(input.format))(input.content);
    const { record } = place.answer(story, input.content, await compare(input, place));
    for (const { code, line, message } of record.problems)
      if (code === USELESS_COMMENT)
        found.push({ what: 'comment', path: shown(file), ...(line !== undefined && { line }), message });
  }
  return found;
}

async function idleClearances(root: string, within: (file: string) => boolean, desk: Desk): Promise<Idle[]> {
  const dead = await deadIn(desk, root, within);
  return dead.map((one) => {
    const [match, them] = one.lines.length === 1 ? ['matches', 'it'] : ['match', 'them'];
    const message = `${counted(one.lines.length, 'clearance')} ${match} nothing: ${inWords(one)}. "copydesk clear --prune" takes ${them} out.`;
    return { what: 'clearance', path: shown(`${root}/${one.file}`), message };
  });
}

/**
 * Clearances of the folder or draft that stand where no desk of it looks: above its root, or in a folder that has ceased to be one.
 * @param met what lies below, where it is a folder.
 */
export async function uncountedClearances(target: string, met: Met | undefined, desk: Desk): Promise<Idle[]> {
  const below = met ? [met.folder, ...met.all.map(folderOf)] : [];
  const homes = new Set([...below, ...foldersAbove(target)]);
  const found = await uncountedIn(desk, homes, (file) => inside(target, file) !== undefined);
  return found.map((one) => ({
    what: 'clearance',
    path: shown(`${one.home}/${CLEARANCE_FILE}`),
    message: whyUncounted(one),
  }));
}

function whyUncounted({ home, root, because, count }: Uncounted): string {
  const what = `${counted(count, 'clearance')} for drafts in ${shown(root)} ${count === 1 ? 'does' : 'do'} not count`;
  const [them, lines] = count === 1 ? ['it', 'line'] : ['them', 'lines'];
  const move = `move the ${lines} to ${shown(`${root}/${CLEARANCE_FILE}`)}, with "file" as seen from there`;
  const own = `"root": true in ${shown(`${home}/${SETTINGS_FILE}`)}`;
  if (inside(home, root) === undefined)
    return `${what}: the desk's root is above. Put ${own} to have ${them}, or ${move}.`;
  if (because === 'settings')
    return `${what}: ${shown(`${root}/${SETTINGS_FILE}`)} says "root": true. Take that out to have ${them}, or ${move}.`;
  return because === 'git'
    ? `${what}: a repository is a desk of its own. To have ${them}, ${move}.`
    : `${what} from here: no folder above says that it is the root. Put ${own} to have ${them}.`;
}
