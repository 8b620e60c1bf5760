// Quantities: every number of a paragraph with its value, in digits or words, with what it counts and how firm it is.
import type { Paragraph, Sentence } from '../document/paragraph';
import { has, recordAt, Shape, spanOf, type Tokens, wordAt } from '../document/token';
import { perWord } from '../document/word';
import { bank, type Need, perParagraphWith } from '../document/gates';
import { type Bound, numberLexicon, type Phrase } from '../lexicon/numbers/load';
import { firstWhere, type Span } from '../text/span';
import { monthAt } from './calendar';
import { beginsWithNumber, isArticle, type Numeral, numeralAt } from './numerals';

export type QuantityKind =
  | 'count'
  | 'share'
  | 'percent'
  | 'money'
  | 'ordinal'
  | 'age'
  // numbers that measure nothing: parts of a date, the hour (its minutes and zone: document/structure/clock.ts), "3-1"
  | 'year'
  | 'day'
  | 'time'
  | 'score';

/** Offsets relative to the paragraph, over bound, number and unit: "at least 17", "$20 million", "3 percent". */
export interface Quantity extends Span {
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly kind: QuantityKind;
  /** Percent as 3 for "3 percent"; a share as 0.75. */
  readonly value: number;
  /** The upper end of a range: 15 in "10 to 15". */
  readonly upTo?: number;
  readonly bound?: Bound;
  /** "dozens", "several hundred": the value is the least that the word can mean. */
  readonly vague: boolean;
}

export interface Quantities {
  readonly list: readonly Quantity[];
  /** By the token that each starts at. */
  readonly at: ReadonlyMap<number, Quantity>;
}

/** What recognisers of figures cannot do without, looked for at once. */
export const figures = bank();

/** A number, in digits or words. */
export const aNumber: Need = figures.word((word) => /\p{N}/u.test(word) || beginsWithNumber(word));

/** "Percent", "%". */
export const aPercentage: Need = figures.word(
  (word) =>
    word.includes('%') ||
    (numberLexicon()
      .units.get(word)
      ?.some(({ is }) => is === 'percent') ??
      false),
);

const noQuantities: Quantities = { list: [], at: new Map() };

/** Sorted, apart from one another. */
export const quantitiesOf = perParagraphWith([aNumber], noQuantities, ({ tokens }: Paragraph): Quantities => {
  const list: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = mayBegin(tokens, i) ? quantityAt(tokens, i) : undefined;
    if (!found) continue;
    list.push(found);
    i = found.last - 1;
  }
  if (!list.length) return noQuantities;
  const at = new Map<number, Quantity>();
  for (const one of list) at.set(one.first, one);
  return { list, at };
});

/** Told to the one, and by us: no bound, no range, no "dozens", nothing inside quotation marks. */
export const isPrecise = (tokens: Tokens, { bound, upTo, vague, first }: Quantity): boolean =>
  !vague && bound === undefined && upTo === undefined && !has(tokens, first, Shape.quoted);

/** Those that lie in a sentence. */
export function quantitiesIn(
  paragraph: Paragraph,
  { firstToken, lastToken }: Pick<Sentence, 'firstToken' | 'lastToken'>,
): readonly Quantity[] {
  const { list } = quantitiesOf(paragraph);
  const from = firstWhere(list, ({ first }) => first >= firstToken);
  let end = from;
  while (end < list.length && (list[end] as Quantity).last <= lastToken) end++;
  return end - from === list.length ? list : list.slice(from, end);
}

/** A quick look: most words begin no number. */
function mayBegin(tokens: Tokens, i: number): boolean {
  if (has(tokens, i, Shape.number)) return true;
  const begins = beginsNumber(recordAt(tokens, i));
  return begins === 'with another' ? goesOnAsNumber(tokens, i) : begins;
}

/** "A dozen", "a few": apart, so that the look at each word makes no closure. */
function goesOnAsNumber(tokens: Tokens, i: number): boolean {
  const { words, bounds } = numberLexicon();
  const next = wordAt(tokens, i + 1);
  return words.has(next) || (bounds.get(wordAt(tokens, i))?.some((bound) => bound.words[1] === next) ?? false);
}

/** Whether a quantity in words may begin with the word: an article only "with another", "a dozen". */
const beginsNumber = perWord((word): boolean | 'with another' =>
  isArticle(word) ? 'with another' : beginsWithNumber(word),
);

function quantityAt(tokens: Tokens, first: number): Quantity | undefined {
  const { bounds } = numberLexicon();
  const bound = phraseAt(tokens, first, bounds);
  const from = first + (bound?.words.length ?? 0);
  const number = numeralAt(tokens, from);
  if (!number) return undefined;
  const { kind, last } = withUnit(tokens, from, number, bound !== undefined);
  return {
    first,
    last,
    kind,
    value: number.value,
    vague: number.vague ?? false,
    ...spanOf(tokens, first, last),
    ...(number.upTo !== undefined && { upTo: number.upTo }),
    ...(bound && { bound: bound.is }),
  };
}

function phraseAt<T>(
  tokens: Tokens,
  i: number,
  phrases: ReadonlyMap<string, readonly Phrase<T>[]>,
): Phrase<T> | undefined {
  return phrases.get(wordAt(tokens, i))?.find(({ words }) => words.every((w, k) => wordAt(tokens, i + k) === w));
}

function withUnit(
  tokens: Tokens,
  from: number,
  number: Numeral,
  bounded: boolean,
): { kind: QuantityKind; last: number } {
  const { last } = number;
  if (number.kind) return { kind: number.kind, last };
  const unit = phraseAt(tokens, last, numberLexicon().units);
  if (unit) return { kind: unit.is, last: last + unit.words.length };
  const age = ageEnd(tokens, last);
  if (age !== undefined) return { kind: 'age', last: age };
  if (wordAt(tokens, from - 1) === 'aged') return { kind: 'age', last };
  if (isHour(wordAt(tokens, last))) return { kind: 'time', last };
  if (!bounded && last === from + 1 && has(tokens, from, Shape.number)) {
    if (number.value <= 31 && Number.isInteger(number.value) && (monthAt(tokens, from - 1) || monthAt(tokens, last)))
      return { kind: 'day', last };
    if (isYear(tokens, from, number.value)) return { kind: 'year', last };
  }
  return { kind: 'count', last };
}

/** Behind "52" in "52 years old", "52-year-old" however the marks fall; undefined where it is no age. */
function ageEnd(tokens: Tokens, i: number): number | undefined {
  const at = wordAt(tokens, i) === '-' ? i + 1 : i;
  if (wordAt(tokens, at).startsWith('year-old')) return at + 1;
  return /^years?$/.test(wordAt(tokens, i)) && wordAt(tokens, i + 1) === 'old' ? i + 2 : undefined;
}

const isHour = (word: string): boolean => /^(?:a\.m|p\.m|am|pm|gmt|utc|o'clock|hrs)\.?$/.test(word);

const beforeYears = new Set(
  'in since by of from until till to during early late mid before after between through and for the'.split(' '),
);

function isYear(tokens: Tokens, i: number, value: number): boolean {
  if (!(value >= 1000 && value <= 2100) || wordAt(tokens, i).length !== 4) return false;
  const before = wordAt(tokens, i - 1);
  if (beforeYears.has(before) && !/s$/.test(wordAt(tokens, i + 1))) return true;
  if (monthAt(tokens, i - 1) || before === ',') return true;
  return !/^\p{Ll}+s$|^(?:people|men|women|children|police|dead)$/u.test(wordAt(tokens, i + 1));
}
