// The words of the calendar, read at first use.
import { data } from './words.tsv';
import { rowsOf } from '../schema';
import { calendarWords } from '../schemas';

export interface Calendar {
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 = Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
}

let known: Calendar | undefined;

export function calendar(): Calendar {
  if (known) return known;
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const { kind, word, number } of rowsOf(calendarWords, data))
    (kind === 'month' ? months : weekdays).set(word, number);
  return (known = { months, weekdays });
}
