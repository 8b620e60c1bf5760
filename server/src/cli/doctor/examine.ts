// What `doctor` finds out: settings with where each comes from, drafts and what is passed over, and what stands round them.
import { existsSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { withoutWeights } from '../../analysis/claims/claims';
import { formatOfName } from '../../document/formats/table';
import type { Ignored } from '../../config/ignore';
import type { Override } from '../../config/file';
import { nameOf } from '../../config/path';
import { preset } from '../../config/presets/index';
import { SETTINGS_FILE } from '../../config/chain';
import type { Applied } from '../../config/resolve';
import { LARGEST } from '../../document/decode';
import type { Format } from '../../document/draft';
import type { ListName } from '../../document/house-words';
import type { Problem } from '../../document/story';
import { rulesFor } from '../../engine/settings';
import { rules } from '../../rules/index';
import { CACHE_FOLDER, sizeOfCache } from '../../workspace/answer-cache';
import { readClearances } from '../../workspace/clearance-file';
import { findDrafts, type Tell } from '../../workspace/find-drafts';
import { repositoryOf } from '../../workspace/git';
import { kindAt } from '../../workspace/regular-file';
import { unlikeItsSlash } from '../../workspace/named-folder';
import { readDraftFile } from '../../workspace/read-draft';
import { slashes } from '../../workspace/slashes';
import { shownAs } from '../../workspace/shown-as';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import { type Desk, openDesk, type DraftDesk, type RootBecause, whyRoot } from '../resolve-settings';
import { packageVersion } from '../help';
import { type PassedOverAs, passedOverAs } from '../passed-over';
import { type Idle, idleIn, idleOf, type Met, uncountedClearances } from './idle';

/** A contract: fields may be added, never changed. Paths are relative to the working folder where they lie inside. */
export interface Examination {
  readonly copydesk: string;
  readonly node: string;
  readonly system: string;
  readonly root: { readonly path: string; readonly because: RootBecause | 'config' };
  readonly settings: {
    /** Outermost first; the later one wins. */
    readonly files: readonly string[];
    /** Those of them in which nothing counts, since they cannot be read. */
    readonly unread?: readonly string[];
    readonly presets: readonly Sourced<string>[];
    /** House packs that they build on. */
    readonly packs: readonly {
      readonly name: string;
      readonly version?: string;
      readonly licence?: string;
      readonly folder: string;
    }[];
    readonly genre?: Sourced<string>;
    readonly date?: Sourced<string>;
    /** Whether names are held against those of the other drafts. */
    readonly across?: Sourced<boolean>;
    /** Forms that the house prefers, those of presets apart. */
    readonly glossary: number;
    /** Entries of its lists, by list. */
    readonly lists: Readonly<Partial<Record<ListName, number>>>;
    /** Rules whose severity or options are not as they are shipped. */
    readonly rules: readonly SetRule[];
  };
  /** Where a draft was named. */
  readonly draft?: {
    readonly path: string;
    readonly format: Format;
    readonly passedOver?: PassedOver;
    readonly cleared: number;
  };
  /** Where a folder was named. */
  readonly drafts?: {
    readonly folder: string;
    readonly read: number;
    readonly passedOver: readonly PassedOver[];
    readonly tooLarge: readonly string[];
    /** Overrides that mean some of them. */
    readonly overrides: readonly Overriding[];
  };
  /** Findings cleared in the whole desk. */
  readonly cleared: number;
  readonly cache?: { readonly folder: string; readonly answers: number; readonly bytes: number };
  readonly git: { readonly version?: string; readonly repository?: string; readonly fault?: string };
  /** What settings, comments and clearances say to nobody: of the folder or draft that was named. */
  readonly idle: readonly Idle[];
  /** What is not in order. */
  readonly problems: readonly (Problem & { readonly path: string })[];
}

/** Where a setting comes from: a file, and which of its overrides (from 1) or presets. */
interface From {
  readonly from: string;
  readonly override?: number;
  readonly preset?: string;
}

interface Sourced<T> extends From {
  readonly value: T;
}

interface SetRule extends From {
  readonly rule: string;
  readonly severity: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** An override with what it says and how many drafts it means. */
export interface Overriding extends From {
  readonly files: readonly string[];
  readonly drafts: number;
  readonly says: Omit<Override, 'files'>;
}

/** A file or folder, the pattern that means it, and where that stands; no `from` for the list that everybody shares. */
export interface PassedOver {
  readonly path: string;
  readonly pattern: string;
  readonly from?: string;
  readonly line?: number;
  /** It is passed over for its kind alone; `report` is what a linter wrote, `no-story` what would not be read were it named. */
  readonly kind?: Exclude<PassedOverAs, 'list'>;
}

export const COMMAND_LINE = 'command line';

/** @throws Trouble where what was named is not there. */
export async function examine(args: Arguments): Promise<Examination> {
  const [named = '.'] = args.rest;
  const target = slashes(path.resolve(named));
  const unlike = unlikeItsSlash(named);
  if (unlike) throw new Trouble(unlike.message);
  const { stat, fault } = kindAt(target);
  if (fault) throw new Trouble(fault.message);
  if (!stat) throw new Trouble(`There is no file or folder ${named}. Check the name.`);
  const desk = openDesk(args);
  const place = await desk.at(stat.isDirectory() ? `${target}/draft.txt` : target);
  const closed: { readonly code: string; readonly message: string; readonly path: string }[] = [];
  const tell: Tell = (file, why) => void closed.push({ ...why(shown(file)), path: shown(file) });
  const met = stat.isDirectory() ? await meet(target, desk, tell) : undefined;
  const asked = met ? { drafts: met.drafts } : { draft: draftAt(target, place) };
  const text = stat.isDirectory() ? '' : await readDraftFile(target, named);
  const unread = typeof text === 'string' ? [] : [{ ...text, path: shown(target) }];
  const { root } = place.resolved;
  const { all } = readClearances(root);
  const git = await repositoryOf(root);
  const found = await (met ? idleIn(met.met, desk) : idleOf(target, desk));
  // whoever names the settings has said whose clearances count
  const uncounted = args.has('config') ? [] : await uncountedClearances(target, met?.met, desk);
  return {
    copydesk: packageVersion(),
    node: process.version,
    system: `${os.platform()} ${os.arch()}`,
    root: { path: root, because: args.has('config') ? 'config' : whyRoot(place.resolved) },
    settings: settingsOf(args, place),
    ...asked,
    cleared: all.length,
    ...cacheOf(root),
    git,
    idle: [...found, ...uncounted],
    problems: [
      ...desk.newProblems().map((one) => ({ ...one, path: shown(one.path) })),
      ...withoutWeights().map((one) => ({ ...one, path: shown(path.join(__dirname, 'lexicons.mjs')) })),
      ...unread,
      ...closed,
      ...(git.fault === undefined ? [] : [{ code: 'git', path: shown(path.join(root, '.git')), message: git.fault }]),
    ],
  };
}

const shown = (file: string): string => shownAs(file, process.cwd());

function settingsOf(args: Arguments, { resolved, house }: DraftDesk): Examination['settings'] {
  const sources = resolved.applied.flatMap(withPresets);
  const presets = sources.flatMap((one) => (one.from.preset ? [{ ...one.from, value: one.from.preset }] : []));
  const lastThat = <T>(pick: (settings: Applied['settings']) => T | undefined): Sourced<T> | undefined => {
    const source = sources.findLast(({ settings }) => pick(settings) !== undefined);
    return source && { value: pick(source.settings) as T, ...source.from };
  };
  const flag = (name: string): Sourced<string> | undefined => {
    const value = args.value(name);
    return value === undefined ? undefined : { value, from: COMMAND_LINE };
  };
  const genre = flag('genre') ?? lastThat((settings) => settings.genre);
  const date = flag('date') ?? lastThat((settings) => settings.date);
  const across = lastThat((settings) => settings.across);
  return {
    files: resolved.files.map(shown),
    ...(resolved.unread.length && { unread: resolved.unread.map(shown) }),
    presets: presets.map(({ preset: _, ...one }) => one),
    packs: resolved.packs.map(({ folder, name = nameOf(folder), ...told }) => ({
      name,
      ...told,
      folder: shown(folder),
    })),
    ...(genre && { genre }),
    ...(date && { date }),
    ...(across && { across }),
    lists: Object.fromEntries(Object.entries(house.words ?? {}).map(([name, entries]) => [name, entries.length])),
    glossary: house.glossary.filter(({ basis }) => basis === 'house').length,
    rules: rulesFor(resolved.settings, rules).flatMap(({ id, severity }) => {
      const last = lastThat((settings) => settings.rules?.[id]);
      if (!last) return [];
      const { value, ...from } = last;
      const [set, options] = typeof value === 'string' ? [value] : value;
      return set === severity && !options ? [] : [{ rule: id, severity: set, ...(options && { options }), ...from }];
    }),
  };
}

/** Settings with where they come from, each after the presets that it builds on. */
function withPresets({ path: file, override, settings }: Applied): { from: From; settings: Applied['settings'] }[] {
  const from: From = {
    from: file === undefined ? COMMAND_LINE : shown(file),
    ...(override !== undefined && { override: override + 1 }),
  };
  const names = [settings.extends ?? []].flat();
  const built = names.flatMap((name) => {
    const found = preset(name, rules);
    return found ? [{ from: { ...from, preset: name }, settings: found }] : [];
  });
  return [...built, { from, settings }];
}

function draftAt(file: string, { resolved, cleared }: DraftDesk): Examination['draft'] {
  const { ignored } = resolved;
  return {
    path: shown(file),
    format: formatOfName(file) ?? 'text',
    ...(ignored && { passedOver: passedOver(file, ignored) }),
    cleared: cleared.length,
  };
}

/** A walk through the folder: what is read, what is passed over, and which overrides mean what. */
async function meet(
  folder: string,
  desk: Desk,
  tell: Tell,
): Promise<{ met: Met; drafts: NonNullable<Examination['drafts']> }> {
  const over: PassedOver[] = [];
  const all: string[] = [];
  const passesOver = async (file: string): Promise<boolean> => {
    all.push(file);
    const { ignored } = (await desk.at(file)).resolved;
    // settings are nobody's draft, and nobody wonders why
    const as = nameOf(file) === SETTINGS_FILE ? undefined : await passedOverAs(file, ignored);
    if (as === 'report') over.push({ path: shown(file), pattern: '', kind: as });
    else if (as && ignored) over.push({ ...passedOver(file, ignored), ...(as !== 'list' && { kind: as }) });
    return ignored !== undefined;
  };
  const rootOf = async (file: string): Promise<string> => (await desk.at(file)).resolved.root;
  const drafts: string[] = [];
  const tooLarge: string[] = [];
  const overrides = new Map<string, Overriding>();
  for await (const file of findDrafts(folder, passesOver, { tell, rootOf })) {
    if ((kindAt(file).stat?.size ?? 0) > LARGEST) tooLarge.push(shown(file));
    else drafts.push(file);
    for (const applied of (await desk.at(file)).resolved.applied) count(overrides, applied);
  }
  return {
    met: { folder, drafts, all },
    drafts: {
      folder: shown(folder),
      read: drafts.length,
      passedOver: over,
      tooLarge,
      overrides: [...overrides.values()],
    },
  };
}

function count(overrides: Map<string, Overriding>, { path: file, override, settings }: Applied): void {
  if (file === undefined || override === undefined) return;
  const key = `${file}\0${override}`;
  const { files, ...says } = settings as Override;
  const drafts = (overrides.get(key)?.drafts ?? 0) + 1;
  overrides.set(key, { from: shown(file), override: override + 1, files: [files].flat(), drafts, says });
}

const passedOver = (file: string, { pattern, path: from, line, kind }: Ignored): PassedOver => ({
  path: shown(file),
  pattern,
  ...(kind && { kind }),
  ...(from !== undefined && { from: shown(from) }),
  ...(line !== undefined && { line }),
});

function cacheOf(root: string): Pick<Examination, 'cache'> {
  const folder = path.join(root, CACHE_FOLDER);
  return existsSync(folder) ? { cache: { folder: shown(folder), ...sizeOfCache(folder) } } : {};
}
