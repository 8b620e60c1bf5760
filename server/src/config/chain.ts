// The settings files and ignore files above a folder, up to the root that they may not look beyond.
import {
  brokenAt,
  type Files,
  keptUnlessFailed,
  leadsOut,
  liesInside,
  NOT_COUNTED,
  type SettingsProblem,
} from './files';
import type { Layer, SettingsReader } from './extends';
import { IGNORE_FILE, type IgnoreFile, parseIgnoreFile } from './ignore';
import type { Rule } from '../rules/rule';
import { noRule } from './no-rule';
import { folderOf, inside, resolveFrom } from './path';

export const SETTINGS_FILE = 'copydesk.json';

/** All that speaks of the drafts in a folder, outermost first. */
export interface Chain {
  readonly root: string;
  readonly layers: readonly Layer[];
  readonly ignoreFiles: readonly IgnoreFile[];
  readonly problems: readonly SettingsProblem[];
}

export interface ChainFinder {
  above(folder: string): Promise<Chain>;
  /** Reads every file anew. */
  forget(): void;
}

/** @param config the one settings file to use, instead of those above the folder. @param rules our own. */
export function createChainFinder(
  files: Files,
  settings: SettingsReader,
  config: string | undefined,
  rules: readonly Pick<Rule, 'id'>[],
): ChainFinder {
  let chains = new Map<string, Promise<Chain>>();
  let ignoreFiles: IgnoreFiles = new Map();
  return {
    above: (folder) =>
      keptUnlessFailed(chains, folder, async () => {
        const found = await (config === undefined
          ? settingsAbove(files, settings, folder)
          : settingsNamed(files, settings, config, folder));
        const ignored = await ignoreFilesAbove(files, ignoreFiles, folder, found.searched);
        return {
          root: found.root,
          layers: found.layers,
          ignoreFiles: ignored.ignoreFiles,
          problems: [...found.problems, ...unknownRules(found.layers, rules), ...ignored.problems],
        };
      }),
    forget() {
      settings.forget();
      chains = new Map();
      ignoreFiles = new Map();
    },
  };
}

/** What the files say of rules that neither we nor any of these files has. */
function unknownRules(layers: readonly Layer[], rules: readonly Pick<Rule, 'id'>[]): SettingsProblem[] {
  const known = [...rules, ...layers.flatMap(({ settings }) => settings.own ?? [])].map(({ id }) => id);
  // a rule that is not in order is told of where it stands
  const meant = new Set([...known, ...layers.flatMap(({ settings }) => Object.keys(settings.houseRules ?? {}))]);
  return layers.flatMap(({ path, others = [] }) =>
    others.flatMap((other) => (meant.has(other.id) ? [] : [{ ...noRule(other, known), path }])),
  );
}

/** @prop searched the folder up to which ignore files are looked for. */
interface Found extends Omit<Chain, 'ignoreFiles'> {
  readonly searched: string;
}

/** Where the named file takes the place of settings, ignore files hold all the same. */
async function settingsNamed(files: Files, settings: SettingsReader, config: string, folder: string): Promise<Found> {
  const root = folderOf(config);
  return { root, searched: await nearestRoot(files, folder), ...(await settings.extended(config, root)) };
}

async function nearestRoot(files: Files, folder: string): Promise<string> {
  for (let at = folder; ; at = folderOf(at)) {
    if (await files.isRoot(at)) return at;
    if (isTop(at)) return files.fallbackRoot(folder);
  }
}

async function settingsAbove(files: Files, settings: SettingsReader, folder: string): Promise<Found> {
  const { root, paths, links, broken } = await filesAbove(files, settings, folder);
  const layers: Layer[] = [];
  const problems = broken.filter(({ path }) => inside(root, path) !== undefined);
  for (const path of paths) {
    if (inside(root, path) === undefined) continue;
    if (links.has(path) && !(await liesInside(files, root, path))) {
      problems.push(leadsOut(path, root));
      continue;
    }
    const found = await settings.extended(path, root);
    layers.push(...found.layers);
    problems.push(...found.problems);
  }
  return { root, searched: root, layers, problems };
}

/** Settings files from the folder up to its root, outermost first. A link may lead anywhere: it is not read before the root is known. */
async function filesAbove(files: Files, settings: SettingsReader, folder: string) {
  const links = new Set<string>();
  const paths: string[] = [];
  const broken: SettingsProblem[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    const path = resolveFrom(at, SETTINGS_FILE);
    const real = await files.real(path);
    if (real !== undefined) paths.unshift(path);
    else broken.push(...(await brokenAt(files, path)));
    const own = real !== undefined && inside((await files.real(at)) ?? at, real) !== undefined;
    if (real !== undefined && !own) links.add(path);
    const isRoot = (own && (await settings.read(path))?.settings.root) || (await files.isRoot(at));
    if (isRoot || isTop(at)) return { root: isRoot ? at : files.fallbackRoot(folder), paths, links, broken };
  }
}

const isTop = (folder: string): boolean => folder === '' || folderOf(folder) === folder;

/** By folder. */
type IgnoreFiles = Map<string, Promise<IgnoreFile | SettingsProblem | undefined>>;

async function ignoreFilesAbove(
  files: Files,
  read: IgnoreFiles,
  folder: string,
  root: string,
): Promise<Pick<Chain, 'ignoreFiles' | 'problems'>> {
  const found: IgnoreFile[] = [];
  const problems: SettingsProblem[] = [];
  for (let at = folder; inside(root, at) !== undefined; at = folderOf(at)) {
    const one = await keptUnlessFailed(read, at, () => ignoreFileIn(files, at, root));
    if (one && 'lines' in one) {
      found.unshift(one);
      problems.push(...one.problems.map((problem) => ({ ...problem, path: one.path })));
    } else if (one) problems.push(one);
    if (isTop(at)) break;
  }
  return { ignoreFiles: found, problems };
}

async function ignoreFileIn(
  files: Files,
  folder: string,
  root: string,
): Promise<IgnoreFile | SettingsProblem | undefined> {
  const path = resolveFrom(folder, IGNORE_FILE);
  if ((await files.real(path)) === undefined) return (await brokenAt(files, path))[0];
  if (!(await liesInside(files, root, path))) return leadsOut(path, root);
  const text = await files.read(path);
  if (text === undefined) return undefined;
  if (typeof text === 'string') return parseIgnoreFile(text, path);
  return { ...text, path, message: `${text.message} ${NOT_COUNTED}` };
}
