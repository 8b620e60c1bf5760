// When: what each sentence of a paragraph says about time, and what that means on the story's own day.
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, spanOf, wordAt } from '../../document/token';
import { data as phraseLines } from '../../lexicon/dates/phrases.tsv';
import { firstWhere, type Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { quantitiesOf } from '../../language/quantities';
import { matchesIn } from '../../language/patterns';
import { type PatternBook, patternBook } from '../../language/pattern-book';
import { dayNumber, dayOf, isCalendarWord, monthAt, weekdayAt } from '../../language/calendar';

/** fresh: news of these days · settled: told before, or long past · coming: still ahead. */
export type When = 'fresh' | 'settled' | 'coming';

/** An expression of time. Offsets relative to the paragraph. */
export interface Time extends Span {
  readonly sentence: number;
  readonly is:
    | { readonly kind: 'phrase'; readonly when: When }
    | { readonly kind: 'weekday'; readonly weekday: number; readonly turned?: 'last' | 'next' }
    | { readonly kind: 'date'; readonly month: number; readonly day?: number; readonly year?: number }
    | { readonly kind: 'year'; readonly year: number };
}

/** In order of their sentences. Nothing inside quotation marks: that time is the speaker's. */
export const timesOf = perParagraph((paragraph: Paragraph): readonly Time[] => {
  const { tokens, sentences } = paragraph;
  const numbers = quantitiesOf(paragraph).at;
  const found: Time[] = [];
  sentences.forEach((s, sentence) => {
    for (const { is, first, last } of matchesIn(phrases(), paragraph, s))
      found.push({ sentence, is: { kind: 'phrase', when: is }, ...spanOf(tokens, first, last) });
    for (let i = s.firstToken; i < s.lastToken; i++) {
      const isDay = isCalendarWord(recordAt(tokens, i));
      if (!(isDay || numbers.has(i)) || has(tokens, i, Shape.quoted)) continue;
      const time = (isDay ? (weekday(paragraph, i) ?? date(paragraph, i)) : undefined) ?? year(paragraph, i);
      if (!time) continue;
      found.push({ sentence, is: time.is, ...spanOf(tokens, time.first, time.last) });
      i = time.last - 1;
    }
  });
  return found;
});

/** Those of one sentence. Found by halving, so that a paragraph of many sentences costs no more than its length. */
export function timesIn(paragraph: Paragraph, { start, end: stop }: Span): readonly Time[] {
  const all = timesOf(paragraph);
  const from = firstWhere(all, (time) => time.start >= start);
  const end = firstWhere(all, (time) => time.start >= stop);
  return end - from === all.length ? all : all.slice(from, end);
}

let known: PatternBook<When> | undefined;
const phrases = (): PatternBook<When> => (known ??= patternBook(phraseLines, (when) => when as When));

interface Found {
  readonly first: number;
  readonly last: number;
  readonly is: Time['is'];
}

function weekday({ tokens }: Paragraph, i: number): Found | undefined {
  const day = weekdayAt(tokens, i);
  if (day === undefined) return undefined;
  const before = wordAt(tokens, i - 1);
  const turned = before === 'last' || before === 'next' ? before : undefined;
  return { first: i, last: i + 1, is: { kind: 'weekday', weekday: day, ...(turned && { turned }) } };
}

/** "March 4", "4 March", "March 4, 2016", "March 2016", "in March". */
function date(paragraph: Paragraph, i: number): Found | undefined {
  const { tokens } = paragraph;
  const { at } = quantitiesOf(paragraph);
  const month = monthAt(tokens, i);
  if (month === undefined) return undefined;
  const dayBefore = at.get(i - 1);
  const dayAfter = at.get(i + 1);
  const day = dayAfter?.kind === 'day' ? dayAfter : dayBefore?.kind === 'day' ? dayBefore : undefined;
  const end = Math.max(i + 1, day?.last ?? 0);
  const yearAt = wordAt(tokens, end) === ',' ? end + 1 : end;
  const year = at.get(yearAt)?.kind === 'year' ? at.get(yearAt) : undefined;
  return {
    first: Math.min(i, day?.first ?? i),
    last: year?.last ?? end,
    is: { kind: 'date', month, ...(day && { day: day.value }), ...(year && { year: year.value }) },
  };
}

function year(paragraph: Paragraph, i: number): Found | undefined {
  const quantity = quantitiesOf(paragraph).at.get(i);
  return quantity?.kind === 'year'
    ? { first: i, last: quantity.last, is: { kind: 'year', year: quantity.value } }
    : undefined;
}

/** A date without its year is taken for the one nearest to the story's day. */
const DAYS_OF_NEWS = 8;

/**
 * What the time means on the story's day; undefined where that cannot be told.
 * @param today the story's own date, ISO; without it only what needs no date is decided.
 */
export function whenOf({ is }: Time, today: string | undefined): When | undefined {
  if (is.kind === 'phrase') return is.when;
  if (is.kind === 'weekday') return is.turned === 'next' ? 'coming' : 'fresh';
  const now = dayOf(today);
  if (now === undefined) return is.kind === 'year' || is.year !== undefined ? 'settled' : undefined;
  const year = Number(today?.slice(0, 4));
  if (is.kind === 'year') return is.year < year ? 'settled' : is.year > year ? 'coming' : undefined;
  const days = nearest(is, year, now);
  if (days === undefined) return undefined;
  return days > 1 ? 'coming' : days >= -DAYS_OF_NEWS ? 'fresh' : 'settled';
}

/** Copy that names no year looks back: a date is taken for the next one only where that is this near. In days. */
const AHEAD = 60;

/** Days from `now` to the date meant; a month without a day counts from its middle. */
function nearest(
  { month, day = 15, year: given }: { readonly month: number; readonly day?: number; readonly year?: number },
  year: number,
  now: number,
): number | undefined {
  const distances = (given === undefined ? [year - 1, year, year + 1] : [given])
    .map((y) => dayNumber(y, month, day))
    .filter((d) => d !== undefined)
    .map((d) => d - now)
    .filter((d) => given !== undefined || d <= AHEAD);
  return distances.sort((a, b) => Math.abs(a) - Math.abs(b))[0];
}
