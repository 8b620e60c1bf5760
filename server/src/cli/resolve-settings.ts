// The desk as the command line asks it: settings and clearances for each draft, and its answer as a record.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type { Across } from '../analysis/names/across';
import { SETTINGS_FILE } from '../config/chain';
import type { ReadSettings } from '../config/extends';
import type { RuleEntry } from '../config/file';
import type { Ignored } from '../config/ignore';
import { inside } from '../config/path';
import { noPreset, preset, presetNames } from '../config/presets/index';
import { kept, type SettingsProblem } from '../config/files';
import { createResolver, type Resolved } from '../config/resolve';
import type { Draft, Format } from '../document/draft';
import { parserFor } from '../document/formats/parser';
import { type Genre, genres, type Problem, type Story } from '../document/story';
import { type Answer, answerFor, read } from '../engine/answer';
import { isOn, rulesFor, type Settings } from '../engine/settings';
import { dayOf } from '../language/calendar';
import type { House } from '../rules/house';
import { rules } from '../rules/index';
import { type Rule, severities } from '../rules/rule';
import { CLEARANCE_FILE, type ClearanceLine, type Clearances } from '../config/clearance-lines';
import { readClearances } from '../workspace/clearance-file';
import { saysFolder } from '../workspace/named-folder';
import { kindAt } from '../workspace/regular-file';
import { settingsFiles } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import { knownRule } from './known-rule';

/** Flags of every subcommand that reads drafts. */
export const deskFlags: Flags = {
  config: { takes: '<file>', help: 'Use this copydesk.json, and none of those above the drafts.' },
  extends: {
    takes: '<preset>',
    offers: presetNames,
    many: true,
    help: 'Build on a preset, as "extends" in copydesk.json does.',
  },
  date: { takes: '<day>', help: 'The day the drafts are written for, like 2016-12-07.' },
  genre: { takes: '<genre>', choices: genres, help: `What kind of copy it is: ${genres.join(', ')}.` },
  rule: {
    takes: '<id=severity>',
    offers: rules.map(({ id }) => `${id}=`),
    many: true,
    help: 'Set one rule: error, warning, information or off.',
  },
  only: { takes: '<id,…>', offers: rules.map(({ id }) => id), many: true, help: 'Ask these rules and no others.' },
  now: { takes: '<time>', help: 'The moment to judge embargoes by, ISO 8601. Default: the clock.' },
};

export interface Desk {
  /** @param file absolute or relative to the working folder. */
  at(file: string): Promise<DraftDesk>;
  /** Problems of settings and clearances not told before. */
  newProblems(): readonly SettingsProblem[];
  /** Every settings file that was read so far. */
  readFrom(): readonly string[];
  /** The houses' own rules of all drafts so far. */
  ownRules(): readonly Rule[];
  /** Files that were met and passed over for their kind alone, with what their names come to. */
  readonly unasked: Map<string, Ignored>;
}

/** What holds for one draft. */
export interface DraftDesk {
  /** Which settings hold, and where they come from. */
  readonly resolved: Resolved;
  /** Relative to the root, as clearances name it. */
  readonly name: string;
  /** Reads texts of this draft as stories. */
  reader(format: Format, own?: Partial<Draft>): Promise<(text: string) => Story>;
  /** All but the text that an answer depends on, the hour apart. */
  dependsOn(format: Format, own?: Partial<Draft>): readonly string[];
  /** What the desk says of a story that `reader` read from the text. @param across what other drafts spell otherwise. */
  answer(story: Story, text: string, across?: Across): Answer;
  /** Whether a rule asks anything there. */
  isOn(rule: string): boolean;
  /** What the newsroom has decided. */
  readonly house: House;
  /** What editors have decided to be fine. */
  readonly cleared: readonly ClearanceLine[];
  /** Why none is added to what they have written down. */
  readonly broken?: Problem | undefined;
}

export function openDesk(args: Arguments): Desk {
  const workingFolder = process.cwd();
  const config = args.value('config');
  const resolver = createResolver({
    files: settingsFiles(workingFolder),
    rules,
    config: config === undefined ? undefined : namedFile(config, workingFolder),
    last: flagged(args),
    now: momentOf(args.value('now')),
  });
  const flags = { date: dayGiven(args.value('date')), genre: args.value('genre') as Genre | undefined };
  const named = namedRules(args);
  const own = new Map<string, Rule>();
  const cleared = new Map<string, Clearances>();
  const readFrom = new Set<string>();
  const problems = problemsOnce();

  const clearancesOf = (root: string): Clearances =>
    kept(cleared, root, () => {
      const read = readClearances(root);
      for (const problem of read.problems) problems.add({ ...problem, path: `${root}/${CLEARANCE_FILE}` });
      return read;
    });

  return {
    newProblems: problems.take,
    readFrom: () => [...readFrom],
    ownRules: () => [...own.values()],
    unasked: new Map(),
    async at(file) {
      const absolute = slashes(path.resolve(workingFolder, file));
      const resolved = await resolver.for(absolute);
      resolved.problems.forEach(problems.add);
      for (const rule of resolved.settings.own ?? []) own.set(rule.id, rule);
      for (const id of named) knownRule(id, rulesFor(resolved.settings, rules));
      for (const one of resolved.files) readFrom.add(one);
      for (const one of resolved.pages) readFrom.add(one);
      const name = inside(resolved.root, absolute) ?? absolute;
      return placeOf(name, resolved, clearancesOf(resolved.root), flags);
    },
  };
}

/** Problems, each of which is taken once however often it is met. */
function problemsOnce() {
  const met = new Set<string>();
  let fresh: SettingsProblem[] = [];
  return {
    add(problem: SettingsProblem): void {
      const key = JSON.stringify(problem);
      if (!met.has(key)) fresh.push(problem);
      met.add(key);
    },
    take(): readonly SettingsProblem[] {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** @param flags win over settings, and what a text says of itself over both. */
function placeOf(
  name: string,
  resolved: Resolved,
  clearances: Clearances,
  flags: Pick<Draft, 'date' | 'genre'>,
): DraftDesk {
  const { settings, fields } = resolved;
  const cleared = clearances.of(name);
  const given = (own?: Partial<Draft>): Pick<Draft, 'date' | 'genre' | 'fields' | 'words'> => ({
    date: own?.date ?? flags.date ?? resolved.date,
    genre: own?.genre ?? flags.genre ?? resolved.genre,
    fields,
    words: settings.house.words,
  });
  return {
    resolved,
    name,
    async reader(format, own) {
      const parser = await parserFor(format);
      return (text) => read({ format, parser, ...given(own) }, text);
    },
    dependsOn(format, own) {
      const { date = '', genre = '' } = given(own);
      return [format, date, genre, fields ? JSON.stringify(fields) : '', written(settings), JSON.stringify(cleared)];
    },
    isOn: (rule) => isOn(settings, rule),
    house: settings.house,
    answer: (story, text, across) => answerFor(story, text, { settings, cleared, across }),
    cleared,
    broken: clearances.broken,
  };
}

const settingsWritten = new WeakMap<Settings, string>();

/** Settings as text, the hour left out; each is written once. */
function written(settings: Settings): string {
  let text = settingsWritten.get(settings);
  if (text === undefined) {
    text = JSON.stringify([
      [...settings.rules],
      { ...settings.house, now: undefined },
      settings.own?.map(({ house }) => house),
    ]);
    settingsWritten.set(settings, text);
  }
  return text;
}

/** Flags that say what a rule is worth, as the settings that win over every file. */
function flagged(args: Arguments): ReadSettings[] {
  const presets = args.values('extends');
  for (const name of presets)
    if (!preset(name, rules)) throw new Trouble(`${noPreset(name)} Name a file with --config instead.`);
  const files: ReadSettings[] = presets.length ? [{ extends: presets }] : [];
  const only = onlyOf(args);
  if (only.length) files.push({ only });
  for (const setting of args.values('rule')) {
    const [id = '', severity = ''] = setting.split('=');
    if (![...severities, 'off'].includes(severity))
      throw new Trouble(`--rule ${setting} names no severity. Write ${id}=error, =warning, =information or =off.`);
    files.push({ rules: { [id]: severity as RuleEntry } });
  }
  return files;
}

const onlyOf = (args: Arguments): readonly string[] => args.values('only').flatMap((ids) => ids.split(','));

/** What flags call rules: which there are is known once settings are read. */
const namedRules = (args: Arguments): readonly string[] => [
  ...onlyOf(args),
  ...args.values('rule').map((setting) => setting.split('=')[0] as string),
];

function namedFile(file: string, workingFolder: string): string {
  const absolute = path.resolve(workingFolder, file);
  const { stat } = kindAt(absolute);
  if (!stat?.isFile() || saysFolder(file))
    throw new Trouble(`There is no file ${file} to take settings from. Check what follows --config.`);
  return slashes(absolute);
}

/** The root of the desk that a path belongs to: of a folder its own, of a draft that of the folder it lies in. */
export async function rootOf(desk: Desk, named: string): Promise<string> {
  const isFolder = kindAt(named).stat?.isDirectory();
  return (await desk.at(isFolder ? `${named}/draft.txt` : named)).resolved.root;
}

/** Why a folder is the root, where no flag has said so. */
export type RootBecause = 'git' | 'settings' | 'working-folder';

export function whyRoot({ root, applied }: Resolved): RootBecause {
  if (applied.some((one) => one.settings.root && one.path === `${root}/${SETTINGS_FILE}`)) return 'settings';
  return existsSync(path.join(root, '.git')) ? 'git' : 'working-folder';
}

function momentOf(now: string | undefined): string {
  const date = now === undefined ? new Date() : new Date(now);
  if (Number.isNaN(date.getTime()))
    throw new Trouble(`--now cannot be "${now}". Write a moment like 2016-12-07T14:30Z.`);
  return date.toISOString();
}

function dayGiven(day: string | undefined): string | undefined {
  if (day !== undefined && dayOf(day) === undefined)
    throw new Trouble(`--date cannot be "${day}". Write a day like 2016-12-07.`);
  return day;
}
