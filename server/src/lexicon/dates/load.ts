// The words of the calendar, read at first use.
import { data } from './words.tsv';

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
  for (const line of data.split('\n')) {
    const [kind, word, number] = line.split('\t') as [string, string, string];
    (kind === 'month' ? months : weekdays).set(word, Number(number));
  }
  return (known = { months, weekdays });
}
