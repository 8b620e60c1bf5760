// Named days: a weekday and a date that stand for one day, "Tuesday, December 6" or "December 6, a Tuesday".
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { type Story, perEachStory } from '../../document/story';
import { tokenAt, wordAt } from '../../document/token';
import { shift, type Span } from '../../text/span';
import { perParagraph, perStory } from '../../document/memo';
import { dayNumber, dayOf } from '../../language/calendar';
import { type Time, timesOf } from './times';

/** Offsets into the prose. */
export interface NamedDay {
  readonly weekday: Span & { /** 0 = Sunday. */ readonly is: number };
  readonly date: Span;
  /** The day meant, counted from 1 January 1970. */
  readonly day: number;
}

interface Pair {
  readonly weekday: Span & { readonly is: number };
  readonly date: Span & { readonly month: number; readonly day: number; readonly year?: number };
}

/**
 * Dates with a weekday ("Tuesday, December 6") whose year is written, or follows from the story's own date. Others cannot be
 * checked.
 */
export const namedDaysOf = perEachStory(({ blocks, date }): readonly NamedDay[] => {
  const today = dayOf(date);
  return blocks.flatMap(({ start, facts }) =>
    pairsOf(facts).flatMap((pair) => {
      const day = dayMeant(pair.date, today, date);
      if (day === undefined) return [];
      return [{ weekday: { ...shift(pair.weekday, start), is: pair.weekday.is }, date: shift(pair.date, start), day }];
    }),
  );
});

/** Dates that no calendar has: "February 30", "31 September". Offsets into the prose. */
export const noSuchDays = perStory(({ blocks }: Story): readonly Span[] =>
  blocks.flatMap(({ start, facts }) =>
    timesOf(facts).flatMap(({ is, ...span }) =>
      is.kind === 'date' && is.day !== undefined && dayNumber(is.year ?? LEAP, is.month, is.day) === undefined
        ? [shift({ start: span.start, end: span.end }, start)]
        : [],
    ),
  ),
);

/** A year in which February has 29 days. */
const LEAP = 2000;

/** Half a year: a date without its year means the nearest one, and near the middle both would do. */
const UNSURE_DAYS = 150;

function dayMeant({ year, month, day }: Pair['date'], today: number | undefined, date: string | undefined) {
  if (year !== undefined) return dayNumber(year, month, day);
  if (today === undefined) return undefined;
  const own = Number(date?.slice(0, 4));
  return [own - 1, own, own + 1]
    .map((y) => dayNumber(y, month, day))
    .find((d) => d !== undefined && Math.abs(d - today) <= UNSURE_DAYS);
}

const pairsOf = perParagraph((paragraph: Paragraph): readonly Pair[] => {
  const times = timesOf(paragraph);
  return times.flatMap((time, i) => {
    const next = times[i + 1];
    if (!next || next.sentence !== time.sentence) return [];
    return pair(paragraph, time, next) ?? [];
  });
});

function pair(paragraph: Paragraph, first: Time, second: Time): Pair | undefined {
  const weekday = first.is.kind === 'weekday' ? first : second;
  const date = first.is.kind === 'date' ? first : second;
  if (weekday.is.kind !== 'weekday' || date.is.kind !== 'date' || date.is.day === undefined) return undefined;
  if (!isApposed(paragraph, first, second, weekday === first)) return undefined;
  const { month, day, year } = date.is;
  return {
    weekday: { start: weekday.start, end: weekday.end, is: weekday.is.weekday },
    date: { start: date.start, end: date.end, month, day, ...(year !== undefined && { year }) },
  };
}

/** Words that may stand between the two: "Tuesday, the 6th of December", "December 6, which was a Tuesday". */
const between = wordList('words between weekday and date');
const AT_MOST = 4;

function isApposed({ tokens }: Paragraph, first: Span, second: Span, weekdayFirst: boolean): boolean {
  const from = tokenAt(tokens, first.end);
  const to = tokenAt(tokens, second.start);
  if (to - from > AT_MOST) return false;
  let marks = weekdayFirst;
  for (let i = from; i < to; i++) {
    if (!between.has(wordAt(tokens, i))) return false;
    // "December 6 Tuesday" says nothing without a comma
    marks ||= wordAt(tokens, i) === ',' || wordAt(tokens, i) === '(';
  }
  return marks;
}
