// Calendar words where they stand, and the arithmetic of days.
import { has, recordAt, Shape, type Tokens } from '../document/token';
import { perWord } from '../document/word';
import { calendar } from '../lexicon/dates/load';

/** 1 to 12 where token `i` names a month ("March", "Dec", "Dec."); a lower-case "may" or "march" is a verb. */
export function monthAt(tokens: Tokens, i: number): number | undefined {
  return has(tokens, i, Shape.capital) ? monthOf(recordAt(tokens, i)) : undefined;
}

/** 0 = Sunday where token `i` names a weekday, "Tuesday's" too. */
export function weekdayAt(tokens: Tokens, i: number): number | undefined {
  return has(tokens, i, Shape.word) ? weekdayNamed(recordAt(tokens, i)) : undefined;
}

/** A month or a weekday, whatever its capitals: most words are neither. */
export const isCalendarWord = perWord(
  (word): boolean => calendar().months.has(bare(word)) || calendar().weekdays.has(bare(word)),
);

const monthOf = perWord((word) => calendar().months.get(bare(word)));
const weekdayNamed = perWord((word) => calendar().weekdays.get(bare(word)));

const bare = (word: string): string => word.replace(/(?:'s|\.)$/, '');

/** A day counted from 1 January 1970; undefined where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / 86_400_000 : undefined;
}

/** The day number of an ISO date `2016-12-07`; undefined where it is none. */
export function dayOf(iso: string | undefined): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? '');
  return parts ? dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** 0 = Sunday. Day 0, 1 January 1970, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
