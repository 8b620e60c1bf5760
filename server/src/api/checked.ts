// What a caller says of a draft and of the house, looked through before anything is read: what cannot be is told at once.
import { buildSettings } from '../config/build';
import type { SettingsFile } from '../config/file';
import { noPreset, preset } from '../config/presets/index';
import { type Format as AnyFormat, formats } from '../document/draft';
import { parserFor } from '../document/formats/parser';
import { formatTable } from '../document/formats/table';
import { genres } from '../document/story';
import type { Reader } from '../engine/answer';
import type { Clearance } from '../engine/clearance';
import type { Settings } from '../engine/settings';
import { dayOf } from '../language/calendar';
import { rules } from '../rules/index';
import type { DraftOptions } from './options';

/** What holds for all drafts of a desk. */
export interface Checked {
  readonly settings: Settings;
  readonly file: SettingsFile;
}

/** How one draft is read, and what of it was cleared. @throws TypeError where an option cannot be. */
export async function readerFor(
  { file, settings }: Checked,
  { format = 'text', date, genre, cleared = [] }: DraftOptions,
): Promise<{ readonly reader: Reader; readonly cleared: readonly Clearance[] }> {
  if (date !== undefined && dayOf(date) === undefined)
    throw new TypeError(`date cannot be "${date}". Write a day like 2016-12-07.`);
  if (!texts.includes(format)) throw new TypeError(`format cannot be "${format}". Use one of: ${texts.join(', ')}.`);
  if (genre !== undefined && !genres.includes(genre))
    throw new TypeError(`genre cannot be "${genre}". Use one of: ${genres.join(', ')}.`);
  if (!Array.isArray(cleared) || !cleared.every(isClearance))
    throw new TypeError('cleared holds what is no clearance. Give it what clear() gave, as it was.');
  const parser = await parserFor(format);
  const given = {
    date: date ?? file.date,
    genre: genre ?? file.genre,
    fields: file.fields,
    words: settings.house.words,
  };
  return { reader: { format, parser, ...given }, cleared };
}

const isClearance = (one: Partial<Clearance> | null): boolean =>
  typeof one?.rule === 'string' && typeof one.sentence === 'string' && Number.isInteger(one.occurrence);

/** @throws TypeError where it is no text. */
export function mustBeText(text: unknown): asserts text is string {
  if (typeof text !== 'string')
    throw new TypeError(
      `The draft must be a string, and is ${text === null ? 'null' : typeof text}. fileText() makes one of a file's bytes.`,
    );
}

/** @throws TypeError where it is no moment. */
export function mustBeMoment(now: string | undefined): void {
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new TypeError(`now cannot be "${now}". Write a moment like 2016-12-07T14:30Z.`);
}

/** Formats that a text can be in. */
const texts: readonly AnyFormat[] = formats.filter((format) => !formatTable[format].textOf);

const known = new WeakMap<SettingsFile, Promise<Checked>>();

/** Settings that were found good are not looked through again. @throws TypeError with a sentence where they are not. */
export function checkedSettings(file: SettingsFile = none): Promise<Checked> {
  if (typeof file !== 'object' || file === null)
    return Promise.reject(new TypeError('settings must be an object, as copydesk.json holds one.'));
  let checked = known.get(file);
  if (!checked) known.set(file, (checked = check(file)));
  return checked;
}

const none: SettingsFile = {};

async function check(file: SettingsFile): Promise<Checked> {
  // what nobody has set needs no reader of settings
  if (file === none) return { settings: buildSettings([none], rules), file };
  const { settingsAlone } = await import('../config/settings-alone');
  const { settings, own, problems } = await settingsAlone(JSON.stringify(file), rules);
  const [problem] = problems;
  if (!settings || problem) throw new TypeError(`settings: ${problem?.message ?? 'They cannot be read.'}`);
  for (const name of typeof settings.extends === 'string' ? [settings.extends] : (settings.extends ?? []))
    if (!preset(name, rules))
      throw new TypeError(
        `settings: ${noPreset(name)} A file cannot be named here; put what it says into the settings.`,
      );
  return { settings: buildSettings([{ ...settings, ...(own && { own }) }], rules), file: settings };
}
