// `import { lint } from 'copydesk'`: the desk as a library. It reads no file, no clock but for embargoes, and keeps nothing.
import { buildSettings } from '../config/build';
import type { SettingsFile } from '../config/file';
import { noPreset, preset } from '../config/presets/index';
import { type Format as AnyFormat, formats } from '../document/draft';
import { formatTable } from '../document/formats/table';
import { parserFor } from '../document/formats/parser';
import { type Genre, genres, type Story } from '../document/story';
import { fixUntilStable } from '../engine/fix';
import { answer, read, type Reader } from '../engine/answer';
import type { Diagnostic, LintRecord } from '../engine/record';
import type { Settings } from '../engine/settings';
import { type NamesRecord, namesRecord } from '../report/names';
import { type SourcesRecord, sourcesRecord } from '../report/sources';
import { rules as registry } from '../rules/index';
import type { Kind, Severity } from '../rules/severity';

export type { Diagnostic, Genre, Kind, LintRecord, NamesRecord, Severity, SettingsFile, SourcesRecord };

/** What a text may be written in; a Word file is none. */
export type Format = Exclude<AnyFormat, 'docx'>;

/** What a draft is, and what the newsroom has decided. All may be left out. */
export interface Options {
  /** Default `text`. */
  readonly format?: Format;
  /** The day it is written for, such as `2016-12-07`. */
  readonly date?: string;
  readonly genre?: Genre;
  /** The moment that embargoes are judged by, ISO 8601. Default: the clock. */
  readonly now?: string;
  /** As `copydesk.json` holds them; `extends` names presets, not files. The same object again costs no second reading. */
  readonly settings?: SettingsFile;
}

/**
 * What a desk would mark. Offsets are UTF-16 units into `text`.
 * @throws TypeError where an option cannot be: its message says which and why. Never because of the text.
 */
export async function lint(text: string, options: Options = {}): Promise<LintRecord> {
  const desk = await open(options);
  return desk.lint(text);
}

/** What is left after every fix that is safe unseen, and the text that it is left in. */
export interface FixedRecord extends LintRecord {
  readonly text: string;
  /** How many findings were put right. */
  readonly applied: number;
}

/** Applies every fix that is safe to apply unseen, until nothing changes. @throws TypeError as {@link lint}. */
export async function fix(text: string, options: Options = {}): Promise<FixedRecord> {
  const desk = await open(options);
  const { withheld: _, ...fixed } = fixUntilStable(text, (copy) => desk.lint(copy).diagnostics);
  const left = desk.lint(fixed.text);
  return { ...fixed, ...left, problems: [...left.problems, ...fixed.problems] };
}

/** Who says what: the ledger of a story. @throws TypeError as {@link lint}. */
export async function sources(text: string, options: Options = {}): Promise<SourcesRecord> {
  const desk = await open(options);
  return sourcesRecord(desk.read(text));
}

/** Each name with its spellings, in the form that the house prefers. @throws TypeError as {@link lint}. */
export async function names(text: string, options: Options = {}): Promise<NamesRecord> {
  const desk = await open(options);
  return namesRecord(desk.read(text), desk.settings.house);
}

/** One rule as it ships. */
export interface RuleInfo {
  /** As `copydesk explain` and settings name it. */
  readonly id: string;
  readonly summary: string;
  readonly category: string;
  readonly kind: Kind;
  readonly severity: Severity | 'off';
}

/** Every rule there is. */
export const rules: readonly RuleInfo[] = registry.map(({ id, summary, category, kind, severity }) => ({
  id,
  summary,
  category,
  kind,
  severity,
}));

interface OpenDesk {
  readonly settings: Settings;
  read(text: string): Story;
  lint(text: string): LintRecord;
}

async function open({ format = 'text', date, genre, now, settings: file }: Options): Promise<OpenDesk> {
  if (date !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))))
    throw new TypeError(`date cannot be "${date}". Write a day like 2016-12-07.`);
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new TypeError(`now cannot be "${now}". Write a moment like 2016-12-07T14:30Z.`);
  if (!texts.includes(format)) throw new TypeError(`format cannot be "${format}". Use one of: ${texts.join(', ')}.`);
  if (genre !== undefined && !genres.includes(genre))
    throw new TypeError(`genre cannot be "${genre}". Use one of: ${genres.join(', ')}.`);
  const parser = await parserFor(format);
  const checked = await settingsOf(file ?? none);
  const settings = buildSettings([checked], registry, now ?? new Date().toISOString());
  const given = { date: date ?? checked.date, genre: genre ?? checked.genre, fields: checked.fields };
  const reader: Reader = { format, parser, ...given };
  return {
    settings,
    read: (text) => read(reader, text),
    lint: (text) => answer(reader, text, { settings }).record,
  };
}

/** Formats that a text can be in. */
const texts: readonly AnyFormat[] = formats.filter((format) => !formatTable[format].textOf);

const none: SettingsFile = {};
const known = new WeakMap<SettingsFile, Promise<SettingsFile>>();

/** Settings that were found good are not looked through again. */
function settingsOf(file: SettingsFile): Promise<SettingsFile> {
  if (file === none) return Promise.resolve(none);
  let checked = known.get(file);
  if (!checked) known.set(file, (checked = check(file)));
  return checked;
}

async function check(file: SettingsFile): Promise<SettingsFile> {
  const { parseSettings } = await import('../config/parse');
  const { settings, problems } = parseSettings(JSON.stringify(file), registry);
  const [problem] = problems;
  if (!settings || problem) throw new TypeError(`settings: ${problem?.message ?? 'They cannot be read.'}`);
  for (const name of typeof settings.extends === 'string' ? [settings.extends] : (settings.extends ?? []))
    if (!preset(name, registry))
      throw new TypeError(
        `settings: ${noPreset(name)} A file cannot be named here; put what it says into the settings.`,
      );
  return settings;
}
