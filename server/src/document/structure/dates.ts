// Dates and times as wire copy writes them, read at a given offset of a short text.
import { isSpace } from '../../text/span';

export interface WireDate {
  /** Behind its last character. */
  readonly end: number;
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
}

// Full and short forms in English, then those of German, French and Spanish desks' own datelines.
export const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene'],
  ['february', 'feb', 'febr', 'februar', 'février', 'fev', 'févr', 'febrero'],
  ['march', 'mar', 'märz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'juin', 'junio'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre'],
  ['october', 'oct', 'okt', 'oktober', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dez', 'dezember', 'décembre', 'déc', 'diciembre', 'dic'],
];
const months = new Map(monthNames.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

const weekdays = new Map(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].flatMap((name, i) =>
    [name, name.slice(0, 3), name.slice(0, 4), name.slice(0, 5)].map((form) => [form, i] as const),
  ),
);

const WORD = /\p{L}{3,10}/uy;
const NUMBER = /\d{1,4}/y;
const ISO = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/y;

/** The date that starts at `from`: "March 13", "Sept. 23, 2016", "25 APR 89", "Monday, Dec. 5", "2016-12-07". */
export function dateAt(text: string, from: number): WireDate | undefined {
  const unit = text.charCodeAt(from);
  if (unit >= 48 && unit <= 57) {
    const iso = match(ISO, text, from);
    return iso ? checked(from + iso[0].length, Number(iso[3]), Number(iso[2]), Number(iso[1])) : dayFirst(text, from);
  }
  const named = weekdayAt(text, from);
  if (!named) return monthFirst(text, from);
  const at = skip(text, named.end, ',');
  const date = monthFirst(text, at) ?? dayFirst(text, at);
  return date && { ...date, weekday: named.weekday };
}

/** "Monday", "Mon.", "Tues": 0 is Sunday. */
export function weekdayAt(text: string, from: number): { readonly end: number; readonly weekday: number } | undefined {
  const word = match(WORD, text, from);
  const weekday = weekdays.get(word?.[0].toLowerCase() ?? '');
  if (!word || weekday === undefined) return undefined;
  const end = from + word[0].length;
  return { weekday, end: text[end] === '.' ? end + 1 : end };
}

/** ISO `2016-12-07` where the year is known too. */
export const isoOf = ({ year, month, day }: WireDate): string | undefined =>
  year === undefined ? undefined : `${year}-${two(month)}-${two(day)}`;

const two = (n: number): string => String(n).padStart(2, '0');

function monthFirst(text: string, from: number): WireDate | undefined {
  const month = monthAt(text, from);
  if (!month) return undefined;
  const dayFrom = skip(text, month.end, '');
  const day = match(NUMBER, text, dayFrom);
  if (!day || day[0].length > 2) return undefined;
  const end = ordinalEnd(text, dayFrom + day[0].length);
  return withYear(text, end, Number(day[0]), month.month);
}

function dayFirst(text: string, from: number): WireDate | undefined {
  const day = match(NUMBER, text, from);
  if (!day || day[0].length > 2) return undefined;
  const month = monthAt(text, skip(text, ordinalEnd(text, from + day[0].length), '.'));
  return month && withYear(text, month.end, Number(day[0]), month.month);
}

function monthAt(text: string, from: number): { readonly end: number; readonly month: number } | undefined {
  const word = match(WORD, text, from);
  const month = months.get(word?.[0].toLowerCase() ?? '');
  if (!word || month === undefined) return undefined;
  const end = from + word[0].length;
  return { month, end: text[end] === '.' ? end + 1 : end };
}

function withYear(text: string, end: number, day: number, month: number): WireDate | undefined {
  const from = skip(text, end, ',');
  const year = match(NUMBER, text, from);
  const next = year ? text[from + year[0].length] : undefined;
  if (!year || (next !== undefined && /[\p{L}\d:]/u.test(next))) return checked(end, day, month);
  if (year[0].length === 4) return checked(from + 4, day, month, Number(year[0])) ?? checked(end, day, month);
  // Wire datelines of the last century give two figures.
  if (year[0].length === 2 && from > end) return checked(from + 2, day, month, century(Number(year[0])));
  return checked(end, day, month);
}

const century = (year: number): number => (year >= 50 ? 1900 : 2000) + year;

function checked(end: number, day: number, month: number, year?: number): WireDate | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  if (year === undefined) return { end, day, month };
  if (year < 1800 || year > 2200) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? { end, day, month, year } : undefined;
}

const ordinalEnd = (text: string, at: number): number =>
  /^(?:st|nd|rd|th)\b/i.test(text.slice(at, at + 3)) ? at + 2 : at;

/** Past one of `marks`, where it stands there, and white space. */
function skip(text: string, from: number, marks: string): number {
  let at = from;
  if (at < text.length && marks.includes(text[at] as string)) at++;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function match(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
