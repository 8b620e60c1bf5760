// Which settings hold for a draft: the copydesk.json files above it, what they extend, and the overrides that mean it.
import type { Genre, Problem } from '../document/story';
import type { Settings } from '../engine/settings';
import type { Rule } from '../rules/rule';
import { buildSettings } from './build';
import type { Override, SettingsFile } from './file';
import { matchesGlob } from './glob';
import { IGNORE_FILE, type IgnoreFile, type Ignored, ignoredBy, parseIgnoreFile } from './ignore';
import { folderOf, inside, nameOf, resolveFrom } from './path';
import { noPreset, preset } from './presets/index';

export const SETTINGS_FILE = 'copydesk.json';

/** What configuration asks of whoever holds the files. Paths or URIs, absolute, with forward slashes. */
export interface Files {
  /** The file's text; nothing where there is none; a problem where it is there and cannot be read. */
  read(path: string): string | Problem | undefined | Promise<string | Problem | undefined>;
  /** The path with every symbolic link followed; nothing where there is no such file. */
  real(path: string): string | undefined | Promise<string | undefined>;
  /** Why a path that leads to no file is there all the same: a link to nowhere, a folder that may not be looked into. */
  broken?(path: string): Problem | undefined | Promise<Problem | undefined>;
  /** True where settings further up do not count: the workspace folder, a folder that holds `.git`. */
  isRoot(folder: string): boolean | Promise<boolean>;
  /** Where the search ends if no root is found: the working folder, say. */
  fallbackRoot(folder: string): string;
}

/** A problem of a settings file. */
export interface SettingsProblem extends Problem {
  readonly path: string;
}

export interface Resolved {
  /** The very same object for every draft to which the same settings apply. */
  readonly settings: Settings;
  readonly genre?: Genre;
  readonly date?: string;
  /** Not a draft, and by what. */
  readonly ignored?: Ignored;
  /** Its names are compared with those of the other drafts below the root that say so. */
  readonly across: boolean;
  readonly root: string;
  /** The files that decided, outermost first. */
  readonly files: readonly string[];
  /** What they say of this draft, and what a caller says over them, the later winning. */
  readonly applied: readonly Applied[];
  readonly problems: readonly SettingsProblem[];
}

/** Settings that count for a draft. */
export interface Applied {
  /** The file in which they stand; nothing where the caller gave them. */
  readonly path?: string;
  /** Which of the file's overrides, from 0. */
  readonly override?: number;
  readonly settings: SettingsFile;
}

export interface Resolver {
  for(path: string): Promise<Resolved>;
  /** Reads every settings file anew. One that has become unreadable keeps its last good settings. */
  forget(): void;
}

export interface ResolverOptions {
  readonly files: Files;
  readonly rules: readonly Rule[];
  /** The one file to use, instead of those above the draft. */
  readonly config?: string | undefined;
  /** Settings that win over every file: a flag of the command line, the editor's own. */
  readonly last?: readonly SettingsFile[];
  /** Settings for drafts that no file speaks of. */
  readonly otherwise?: readonly SettingsFile[];
  /** The moment of linting, ISO 8601. */
  readonly now?: string | undefined;
}

/** One file's settings where they lie. */
interface Layer {
  readonly path: string;
  readonly folder: string;
  readonly settings: SettingsFile;
}

interface Chain {
  readonly root: string;
  readonly layers: readonly Layer[];
  readonly ignoreFiles: readonly IgnoreFile[];
  readonly problems: readonly SettingsProblem[];
}

/** What a settings file comes to, with those that it extends. */
type Extended = Pick<Chain, 'layers' | 'problems'>;

interface Read {
  readonly settings: SettingsFile;
  readonly problems: readonly SettingsProblem[];
}

export function createResolver({ files, rules, config, last = [], otherwise = [], now }: ResolverOptions): Resolver {
  const good = new Map<string, SettingsFile>();
  let reads = new Map<string, Promise<Read | undefined>>();
  let chains = new Map<string, Promise<Chain>>();
  let ignoreFiles = new Map<string, Promise<IgnoreFile | SettingsProblem | undefined>>();
  let built = new Map<string, Settings>();

  const readFile = (path: string): Promise<Read | undefined> =>
    kept(reads, path, async () => {
      const text = await files.read(path);
      if (text === undefined) return undefined;
      const { settings, problems } =
        typeof text === 'string'
          ? (await import('./parse')).parseSettings(text, rules)
          : { settings: undefined, problems: [{ ...text, message: `${text.message} ${NOT_COUNTED}` }] };
      if (settings) good.set(path, settings);
      return { settings: settings ?? good.get(path) ?? {}, problems: problems.map((p) => ({ ...p, path })) };
    });

  /** The file's own layer with those that it extends before it. @param known those of this chain that were met before. */
  async function extended(
    path: string,
    root: string,
    known = new Map<string, Extended>(),
    from: readonly string[] = [],
  ): Promise<Extended> {
    const before = known.get(path);
    if (before) return { ...before, problems: [] };
    const read = await readFile(path);
    if (!read) return { layers: [], problems: [] };
    const problems = [...read.problems];
    const layers: Layer[] = [];
    const folder = folderOf(path);
    const complain = (message: string): void => void problems.push({ code: 'bad-extends', path, message });
    for (const name of list(read.settings.extends).slice(0, MOST_EXTENDED)) {
      if (preset(name, rules)) {
        layers.push({ path, folder, settings: { extends: name } });
        continue;
      }
      if (!looksLikeFile(name)) {
        complain(`${noPreset(name)} Write the name of a preset, or the path of a file such as "./${name}.json".`);
        continue;
      }
      const target = resolveFrom(folder, name);
      if ([...from, path].includes(target))
        complain(`"${name}" extends itself in a circle. Take it out of one of the files.`);
      else if (inside(root, target) === undefined || !(await liesInside(root, target)))
        complain(`There is no file "${name}" inside ${root}. Settings may only build on files in there.`);
      else if (known.size + from.length >= MOST_EXTENDED && !known.has(target))
        complain(`Settings may build on ${MOST_EXTENDED} files, and "${name}" is one too many. Join some of them.`);
      else {
        const inner = await extended(target, root, known, [...from, path]);
        layers.push(...inner.layers);
        problems.push(...inner.problems);
      }
    }
    if (list(read.settings.extends).length > MOST_EXTENDED)
      complain(`"extends" names more than ${MOST_EXTENDED}, and those beyond do not count. Join some of them.`);
    for (const name of (read.settings.overrides ?? []).flatMap((o) => list(o.extends)))
      if (!preset(name, rules)) complain(`${noPreset(name)} An override can build on presets only.`);
    const { extends: _, ...own } = read.settings;
    const told = problems.slice(0, MOST_TOLD);
    if (problems.length > told.length)
      told.push({
        code: 'bad-setting',
        path,
        message: `${problems.length - told.length} more are not in order either.`,
      });
    const found = { layers: lastOfEach([...layers, { path, folder, settings: own }]), problems: told };
    known.set(path, found);
    return found;
  }

  async function findChain(folder: string): Promise<Chain> {
    if (config !== undefined) {
      const root = folderOf(config);
      const { ignoreFiles, problems } = await ignoreFilesAbove(folder, await nearestRoot(folder));
      const named = await extended(config, root);
      return { root, ignoreFiles, ...named, problems: [...named.problems, ...problems] };
    }
    // inwards out: a file that is a link may lead anywhere, so it is not read before the root is known
    const links: string[] = [];
    const found: string[] = [];
    const broken: SettingsProblem[] = [];
    let root = files.fallbackRoot(folder);
    for (let at = folder; ; at = folderOf(at)) {
      const path = resolveFrom(at, SETTINGS_FILE);
      const real = await files.real(path);
      if (real !== undefined) found.unshift(path);
      else broken.push(...(await brokenAt(path)));
      const own = real !== undefined && inside((await files.real(at)) ?? at, real) !== undefined;
      if (real !== undefined && !own) links.push(path);
      if ((own && (await readFile(path))?.settings.root) || (await files.isRoot(at))) {
        root = at;
        break;
      }
      if (folderOf(at) === at || at === '') break;
    }
    const { ignoreFiles, problems } = await ignoreFilesAbove(folder, root);
    const ofSettings = broken.filter(({ path }) => inside(root, path) !== undefined);
    const chain = { root, ignoreFiles, layers: [] as Layer[], problems: [...ofSettings, ...problems] };
    for (const path of found) {
      if (inside(root, path) === undefined) continue;
      if (links.includes(path) && !(await liesInside(root, path))) {
        chain.problems.push(leadsOut(path, root));
        continue;
      }
      const { layers, problems } = await extended(path, root);
      chain.layers.push(...layers);
      chain.problems.push(...problems);
    }
    return chain;
  }

  /** Where the named file takes the place of settings, ignore files hold all the same. */
  async function nearestRoot(folder: string): Promise<string> {
    for (let at = folder; ; at = folderOf(at)) {
      if (await files.isRoot(at)) return at;
      if (folderOf(at) === at || at === '') return files.fallbackRoot(folder);
    }
  }

  async function ignoreFilesAbove(folder: string, root: string): Promise<Pick<Chain, 'ignoreFiles' | 'problems'>> {
    const found: IgnoreFile[] = [];
    const problems: SettingsProblem[] = [];
    for (let at = folder; inside(root, at) !== undefined; at = folderOf(at)) {
      const read = await kept(ignoreFiles, at, () => ignoreFileIn(at, root));
      if (read && 'lines' in read) {
        found.unshift(read);
        problems.push(...read.problems.map((one) => ({ ...one, path: read.path })));
      } else if (read) problems.push(read);
      if (folderOf(at) === at) break;
    }
    return { ignoreFiles: found, problems };
  }

  async function ignoreFileIn(folder: string, root: string): Promise<IgnoreFile | SettingsProblem | undefined> {
    const path = resolveFrom(folder, IGNORE_FILE);
    if ((await files.real(path)) === undefined) return (await brokenAt(path))[0];
    if (!(await liesInside(root, path))) return leadsOut(path, root);
    const text = await files.read(path);
    if (text === undefined) return undefined;
    if (typeof text === 'string') return parseIgnoreFile(text, path);
    return { ...text, path, message: `${text.message} ${NOT_COUNTED}` };
  }

  async function brokenAt(path: string): Promise<SettingsProblem[]> {
    const problem = await files.broken?.(path);
    return problem ? [{ ...problem, path, message: `${problem.message} ${NOT_COUNTED}` }] : [];
  }

  async function liesInside(root: string, path: string): Promise<boolean> {
    const real = await files.real(path);
    return real !== undefined && inside((await files.real(root)) ?? root, real) !== undefined;
  }

  return {
    async for(path) {
      const chain = await kept(chains, folderOf(path), () => findChain(folderOf(path)));
      const held = chain.layers.flatMap((layer) => appliedOf(layer, path));
      const applied = [...(chain.layers.length ? [] : given(otherwise)), ...held, ...given(last)];
      const all = applied.map(({ settings }) => settings);
      const genre = all.findLast((file) => file.genre)?.genre;
      const date = all.findLast((file) => file.date)?.date;
      const ignored = ignoredBy(path, chain);
      const key = held.map(({ path, override }) => `${path}\0${override ?? ''}`).join('\n');
      return {
        settings: kept(built, key, () => buildSettings(all, rules, now)),
        ...(genre && { genre }),
        ...(date && { date }),
        ...(ignored && { ignored }),
        across: all.findLast((file) => file.across !== undefined)?.across === true,
        root: chain.root,
        files: [...new Set(chain.layers.map((layer) => layer.path))],
        applied,
        problems: chain.problems,
      };
    },
    forget() {
      reads = new Map();
      chains = new Map();
      ignoreFiles = new Map();
      built = new Map();
    },
  };
}

/** Most files that settings may build on, one through another, and most entries of one "extends". */
const MOST_EXTENDED = 64;

/** Most problems of one file that are told. */
const MOST_TOLD = 60;

const NOT_COUNTED = 'Until then it does not count.';

const leadsOut = (path: string, root: string): SettingsProblem => ({
  code: 'outside-root',
  path,
  message: `${nameOf(path)} is a link that leads outside ${root}, so it does not count. Put a file there instead.`,
});

/** Two that build on one file have it once, where the later stands: a later layer wins over an earlier one in any case. */
function lastOfEach(layers: readonly Layer[]): Layer[] {
  const last = new Map<string, Layer>();
  for (const layer of layers) {
    const key = `${layer.path}\0${layer.settings.extends ?? ''}`;
    last.delete(key);
    last.set(key, layer);
  }
  return [...last.values()];
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const list = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === 'string' ? [names] : (names ?? []);

const looksLikeFile = (name: string): boolean => /[/\\]|\.jsonc?$/.test(name);

const given = (files: readonly SettingsFile[]): readonly Applied[] => files.map((settings) => ({ settings }));

/** What a layer says of every draft, and then what those of its overrides say that mean this one. */
function appliedOf({ path, folder, settings }: Layer, draft: string): readonly Applied[] {
  const relative = inside(folder, draft);
  const overrides = relative === undefined ? [] : (settings.overrides ?? []);
  const means = ({ files }: Override): boolean => list(files).some((glob) => matchesGlob(glob, relative as string));
  const meant = overrides.flatMap((one, override) => (means(one) ? [{ path, override, settings: one }] : []));
  return [{ path, settings }, ...meant];
}
