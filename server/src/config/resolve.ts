// Which settings hold for a draft: the copydesk.json files above it, what they extend, and the overrides that mean it.
import type { FieldMap } from '../document/draft';
import type { Genre } from '../document/story';
import type { Settings } from '../engine/settings';
import type { Rule } from '../rules/rule';
import { buildSettings } from './build';
import { createChainFinder } from './chain';
import { createSettingsReader, type Layer, list, type ReadSettings } from './extends';
import type { Override, SettingsFile } from './file';
import { type Files, kept, type SettingsProblem } from './files';
import { matchesGlob } from './glob';
import { type Ignored, ignoredBy, type Lists } from './ignore';
import type { Pack } from './pack';
import { folderOf, inside } from './path';

export interface Resolved {
  /** The very same object for every draft to which the same settings apply. */
  readonly settings: Settings;
  readonly genre?: Genre;
  readonly date?: string;
  readonly fields?: FieldMap;
  /** Not a draft, and by what. */
  readonly ignored?: Ignored;
  /** Its names are compared with those of the other drafts below the root that say so. */
  readonly across: boolean;
  readonly root: string;
  /** The files that decided, outermost first. */
  readonly files: readonly string[];
  /** Those of them in which nothing counts, since they cannot be read. */
  readonly unread: readonly string[];
  /** The house packs among them. */
  readonly packs: readonly Pack[];
  /** Pages of the house's own rules that were read. */
  readonly pages: readonly string[];
  /** What they say of this draft, and what a caller says over them, the later winning. */
  readonly applied: readonly Applied[];
  /** All that speaks of the drafts in its folder, whether it means this one or not. */
  readonly lists: Lists;
  readonly problems: readonly SettingsProblem[];
}

/** Settings that count for a draft. */
export interface Applied {
  /** The file in which they stand; nothing where the caller gave them. */
  readonly path?: string;
  /** Which of the file's overrides, from 0. */
  readonly override?: number;
  readonly settings: ReadSettings;
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
  readonly last?: readonly ReadSettings[];
  /** Settings for drafts that no file speaks of. */
  readonly otherwise?: readonly SettingsFile[];
  /** The moment of linting, ISO 8601. */
  readonly now?: string | undefined;
}

export function createResolver({ files, rules, config, last = [], otherwise = [], now }: ResolverOptions): Resolver {
  const chains = createChainFinder(files, createSettingsReader(files, rules), config, rules);
  let built = new Map<string, Settings>();
  return {
    async for(path) {
      const chain = await chains.above(folderOf(path));
      const held = chain.layers.flatMap((layer) => appliedOf(layer, path));
      const applied = [...(chain.layers.length ? [] : given(otherwise)), ...held, ...given(last)];
      const all = applied.map(({ settings }) => settings);
      const genre = all.findLast((file) => file.genre)?.genre;
      const date = all.findLast((file) => file.date)?.date;
      const fields = all.findLast((file) => file.fields)?.fields;
      const ignored = ignoredBy(path, chain);
      const key = held.map(({ path, override }) => `${path}\0${override ?? ''}`).join('\n');
      return {
        settings: kept(built, key, () => buildSettings(all, rules, now)),
        ...(genre && { genre }),
        ...(date && { date }),
        ...(fields && { fields }),
        ...(ignored && { ignored }),
        across: all.findLast((file) => file.across !== undefined)?.across === true,
        root: chain.root,
        files: [...new Set(chain.layers.map((layer) => layer.path))],
        unread: chain.layers.flatMap(({ path, unread }) => (unread ? [path] : [])),
        packs: chain.layers.flatMap(({ pack }) => pack ?? []),
        pages: chain.layers.flatMap(({ pages = [] }) => pages),
        applied,
        lists: chain,
        problems: chain.problems,
      };
    },
    forget() {
      chains.forget();
      built = new Map();
    },
  };
}

const given = (files: readonly ReadSettings[]): readonly Applied[] => files.map((settings) => ({ settings }));

/** What a layer says of every draft, and then what those of its overrides say that mean this one. */
function appliedOf({ path, folder, settings }: Layer, draft: string): readonly Applied[] {
  const relative = inside(folder, draft);
  const overrides = relative === undefined ? [] : (settings.overrides ?? []);
  const means = ({ files }: Override): boolean => list(files).some((glob) => matchesGlob(glob, relative as string));
  const meant = overrides.flatMap((one, override) => (means(one) ? [{ path, override, settings: one }] : []));
  return [{ path, settings }, ...meant];
}
