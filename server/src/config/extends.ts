// Settings files with what they extend, outermost first: presets by name, files and house packs inside the root.
import type { Problem } from '../document/story';
import type { Rule } from '../rules/rule';
import type { SettingsFile } from './file';
import { type Files, keptUnlessFailed, liesInside, NOT_COUNTED, type SettingsProblem } from './files';
import { pagesBeside } from './house-folder';
import type { OtherRule } from './no-rule';
import { isScoped, looksLikeFile, mayBePackage, type Pack, packageAbove, packAt } from './pack';
import { folderOf, inside, resolveFrom } from './path';
import { noPreset, preset } from './presets/index';

/** Settings with what was made of the house's own rules. */
export interface ReadSettings extends SettingsFile {
  /** Those of `houseRules` and of the pages beside the file. */
  readonly own?: readonly Rule[];
  /** These rules and no others are asked, whatever is said of them. */
  readonly only?: readonly string[];
}

/** One file's settings where they lie. */
export interface Layer {
  readonly path: string;
  readonly folder: string;
  readonly settings: ReadSettings;
  /** Pages of house rules beside the file: no drafts. */
  readonly pages?: readonly string[];
  /** Rules that it sets and that are none of ours. */
  readonly others?: readonly OtherRule[];
  /** Nothing in the file counts as it stands: it cannot be read. */
  readonly unread?: true;
  /** The pack whose settings these are. */
  readonly pack?: Pack;
}

/** What a settings file comes to, with those that it extends. */
export interface Extended {
  readonly layers: readonly Layer[];
  readonly problems: readonly SettingsProblem[];
}

export interface SettingsReader {
  /** The file by itself; nothing where there is none. */
  read(path: string): Promise<Read | undefined>;
  /** The file's own layer with those that it extends before it; none where there is no such file. */
  extended(path: string, root: string): Promise<Extended>;
  /** Reads every file anew. One that has become unreadable keeps its last good settings. */
  forget(): void;
}

interface Read extends Pick<Layer, 'settings' | 'pages' | 'others' | 'unread'> {
  readonly problems: readonly SettingsProblem[];
}

export function createSettingsReader(files: Files, rules: readonly Rule[]): SettingsReader {
  const good = new Map<string, Read>();
  let reads = new Map<string, Promise<Read | undefined>>();
  const read = (path: string): Promise<Read | undefined> =>
    keptUnlessFailed(reads, path, async () => {
      const text = await files.read(path);
      if (text === undefined) return undefined;
      const before = good.get(path) ?? { settings: {} };
      if (typeof text !== 'string')
        return { ...before, unread: true, problems: [{ ...text, path, message: `${text.message} ${NOT_COUNTED}` }] };
      const parsed = (await import('./parse')).parseSettings(text, rules);
      const { settings, others } = parsed;
      const problems = parsed.problems.map((p) => ({ ...p, path, message: settings ? p.message : unheeded(p) }));
      if (!settings) return { ...before, unread: true, problems };
      const beside = await pagesBeside(files, folderOf(path));
      const found = { settings, others, problems: [...problems, ...beside.problems] };
      const own =
        settings.houseRules || beside.pages.length
          ? (await import('./house-rules')).ownRules(settings, parsed.placeOf, { path, pages: beside.pages, rules })
          : undefined;
      const whole = own
        ? {
            ...found,
            settings: { ...settings, own: own.own },
            pages: own.pages,
            problems: [...found.problems, ...own.problems],
          }
        : found;
      good.set(path, whole);
      return whole;
    });
  return {
    read,
    extended: (path, root) => extended({ files, rules, read, root, known: new Map() }, path, []),
    forget: () => void (reads = new Map()),
  };
}

/** What follows from a fault for which the whole file is left out: whoever reads the text alone says what follows there. */
const unheeded = ({ code, message }: Problem): string =>
  `${message} ${code === 'settings-not-json' ? 'Put it right; until then the file does not count.' : NOT_COUNTED}`;

/** One walk from a file through all that it builds on. */
interface Walk {
  readonly files: Files;
  readonly rules: readonly Rule[];
  readonly read: SettingsReader['read'];
  readonly root: string;
  /** Files of this walk that were met before: each counts once, and its problems are told once. */
  readonly known: Map<string, Extended>;
}

/** @param from the files that led here. */
async function extended(walk: Walk, path: string, from: readonly string[]): Promise<Extended> {
  const before = walk.known.get(path);
  if (before) return { ...before, problems: [] };
  const read = await walk.read(path);
  if (!read) return { layers: [], problems: [] };
  const folder = folderOf(path);
  const layers: Layer[] = [];
  const problems = [...read.problems];
  const complain = (message: string): void => void problems.push({ code: 'bad-extends', path, message });
  const names = list(read.settings.extends);
  for (const name of names.slice(0, MOST_EXTENDED)) {
    if (preset(name, walk.rules)) layers.push({ path, folder, settings: { extends: name } });
    else {
      const target = await targetOf(walk, name, folder);
      const fault = 'fault' in target ? target.fault : faultOf(walk, name, target.path, [...from, path]);
      if ('fault' in target || fault !== undefined) {
        complain(fault as string);
        continue;
      }
      const inner = await extended(walk, target.path, [...from, path]);
      layers.push(...(target.pack ? packed(inner.layers, target.path, target.pack, folder) : inner.layers));
      problems.push(...inner.problems);
    }
  }
  if (names.length > MOST_EXTENDED)
    complain(`"extends" names more than ${MOST_EXTENDED}, and those beyond do not count. Join some of them.`);
  for (const name of (read.settings.overrides ?? []).flatMap((o) => list(o.extends)))
    if (!preset(name, walk.rules)) complain(`${noPreset(name)} An override can build on presets only.`);
  const { extends: _, ...own } = read.settings;
  const { pages, others, unread } = read;
  const beside = { ...(pages && { pages }), ...(others && { others }), ...(unread && { unread }) };
  const layer = { path, folder, settings: own, ...beside };
  const found = { layers: lastOfEach([...layers, layer]), problems: told(problems, path) };
  walk.known.set(path, found);
  return found;
}

interface Target {
  readonly path: string;
  readonly pack?: Pack;
}

/** What a name that is no preset's leads to: a package, a folder that is a pack, a file. */
async function targetOf(
  { files, root }: Walk,
  name: string,
  folder: string,
): Promise<Target | { readonly fault: string }> {
  if (isScoped(name) || !looksLikeFile(name)) {
    const found = mayBePackage(name) ? await packageAbove(files, name, folder, root) : undefined;
    if (found) return found;
    return {
      fault: isScoped(name)
        ? `There is no package "${name}" in a node_modules from ${folder} up to ${root}. Install it; Copydesk fetches nothing.`
        : `${noPreset(name)} Write the name of a preset, of a package in node_modules, or the path of a file such as "./${name}.json".`,
    };
  }
  const path = resolveFrom(folder, name);
  if (inside(root, path) === undefined || !(await liesInside(files, root, path)))
    return { fault: `There is no file "${name}" inside ${root}. Settings may only build on files in there.` };
  return /\.jsonc?$/.test(path) ? { path } : packAt(files, name, path, root);
}

/** A pack's globs mean drafts of whoever builds on it: they count from the folder of that file. */
const packed = (layers: readonly Layer[], path: string, pack: Pack, folder: string): readonly Layer[] =>
  layers.map((layer) => ({ ...layer, folder, ...(layer.path === path && { pack }) }));

/** Why a file may not be built on; nothing where it may. @param from the files that led to it, the one that names it last. */
function faultOf({ known }: Walk, name: string, target: string, from: readonly string[]): string | undefined {
  if (from.includes(target)) return `"${name}" extends itself in a circle. Take it out of one of the files.`;
  if (known.size + from.length > MOST_EXTENDED && !known.has(target))
    return `Settings may build on ${MOST_EXTENDED} files, and "${name}" is one too many. Join some of them.`;
  return undefined;
}

/** Most files that settings may build on, one through another, and most entries of one "extends". */
const MOST_EXTENDED = 64;

/** Most problems of one file that are told. */
const MOST_TOLD = 60;

function told(problems: readonly SettingsProblem[], path: string): readonly SettingsProblem[] {
  const more = problems.length - MOST_TOLD;
  if (more <= 0) return problems;
  return [
    ...problems.slice(0, MOST_TOLD),
    { code: 'bad-setting', path, message: `${more} more are not in order either.` },
  ];
}

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

/** A setting that takes one name or several. */
export const list = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === 'string' ? [names] : (names ?? []);
