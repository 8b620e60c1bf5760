// Quantities: every number of a paragraph with its value, in digits or words, with what it counts and how firm it is.
import type { Paragraph, Sentence } from '../document/paragraph';
import { has, recordAt, Shape, spanOf, type Tokens, wordAt } from '../document/token';
import { perWord } from '../document/word';
import { type Bound, numberLexicon, type Phrase } from '../lexicon/numbers/load';
import { monthAt } from './calendar';
import { bank, type Need, perParagraphWith } from '../document/gates';
import type { Span } from '../text/span';

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

/** Those that lie in a sentence. Found by halving, so that a paragraph of many sentences costs no more than its length. */
export function quantitiesIn(
  paragraph: Paragraph,
  { firstToken, lastToken }: Pick<Sentence, 'firstToken' | 'lastToken'>,
): readonly Quantity[] {
  const { list } = quantitiesOf(paragraph);
  let from = 0;
  for (let to = list.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((list[middle] as Quantity).first < firstToken) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < list.length && (list[end] as Quantity).last <= lastToken) end++;
  return end - from === list.length ? list : list.slice(from, end);
}

/** A quick look: most words begin no number. */
function mayBegin(tokens: Tokens, i: number): boolean {
  if (has(tokens, i, Shape.number)) return true;
  const begins = beginsNumber(recordAt(tokens, i));
  if (begins !== 'with another') return begins;
  const { words, bounds } = numberLexicon();
  const next = wordAt(tokens, i + 1);
  return words.has(next) || (bounds.get(wordAt(tokens, i))?.some((bound) => bound.words[1] === next) ?? false);
}

/** Whether a quantity in words may begin with the word: an article only "with another", "a dozen". */
const beginsNumber = perWord((word): boolean | 'with another' =>
  isArticle(word) ? 'with another' : beginsWithNumber(word),
);

/** "Seven", "seven-day". */
function beginsWithNumber(word: string): boolean {
  const { starts } = numberLexicon();
  if (starts.has(word)) return true;
  const hyphen = word.indexOf('-');
  return hyphen > 0 && starts.has(word.slice(0, hyphen));
}

/** A number as read, before anybody asks what it counts. */
interface Reading {
  readonly value: number;
  readonly last: number;
  readonly upTo?: number;
  readonly vague?: boolean;
  readonly kind?: QuantityKind;
}

function quantityAt(tokens: Tokens, first: number): Quantity | undefined {
  const { bounds } = numberLexicon();
  const bound = phraseAt(tokens, first, bounds);
  const from = first + (bound?.words.length ?? 0);
  const number = numberAt(tokens, from);
  if (!number) return undefined;
  const ranged = withRange(tokens, number);
  const { kind, last } = withUnit(tokens, from, ranged, bound !== undefined);
  return {
    first,
    last,
    kind,
    value: ranged.value,
    vague: ranged.vague ?? false,
    ...spanOf(tokens, first, last),
    ...(ranged.upTo !== undefined && { upTo: ranged.upTo }),
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

const numberAt = (tokens: Tokens, i: number): Reading | undefined =>
  has(tokens, i, Shape.number) ? figureAt(tokens, i) : wordsAt(tokens, i);

/** A word in digits as it is written: its sign, its number or both ends of a range, and what is grown together with it. */
interface Figure {
  readonly sign: string;
  readonly value: number;
  readonly upTo: number | undefined;
  readonly suffix: string;
}

const figureOf = perWord((word): Figure | undefined => {
  const figure = FIGURE.exec(word);
  if (!figure) return undefined;
  const [, sign = '', digits = '', upper, suffix = ''] = figure;
  return { sign, value: numeral(digits), upTo: upper === undefined ? undefined : numeral(upper), suffix };
});

const FIGURE = /^([^\d]{0,3})(\d[\d,]*(?:\.\d+)?)(?:[-–](\d[\d,]*(?:\.\d+)?))?[-–]?([\p{L}%][\p{L}%-]*)?$/u;
const numeral = (digits: string): number => Number(digits.replaceAll(',', ''));

/** A number in digits: "30,000", "$1.8bn", "10-15", "21st", "52-year-old". */
function figureAt(tokens: Tokens, i: number): Reading | undefined {
  const word = wordAt(tokens, i);
  if (word.includes(':')) return { value: Number.NaN, last: i + 1, kind: 'time' };
  const figure = figureOf(recordAt(tokens, i));
  if (!figure) return undefined;
  const { sign, suffix } = figure;
  let { value, upTo } = figure;
  let last = i + 1;
  if (upTo !== undefined && upTo <= value) return { value, last, kind: 'score' };
  if (/^(?:st|nd|rd|th)$/.test(suffix)) return { value, last, kind: 'ordinal' };
  if (suffix.startsWith('year-old')) return { value, last, kind: 'age' };
  if (suffix === '%') return { value, last, kind: 'percent', ...(upTo !== undefined && { upTo }) };
  const scale = scaleOf(suffix) ?? (suffix ? undefined : scaleOf(wordAt(tokens, last)));
  if (suffix && scale === undefined) return undefined;
  if (scale !== undefined) {
    value *= scale;
    if (upTo !== undefined) upTo *= scale;
    if (!suffix) last++;
  }
  const money = /[$£€¥]/.test(sign) && ({ kind: 'money' } as const);
  return { value, last, ...money, ...(upTo !== undefined && { upTo }) };
}

const scaleOf = (word: string): number | undefined =>
  // "mln." at a sentence's end reads as an abbreviation
  word === 'k' ? 1000 : word === '' ? undefined : numberLexicon().words.get(word.replace(/\.$/, ''))?.get('scale');

/** A number in words: "seventeen", "two hundred and fifty", "dozens", "tens of thousands", "a third of". */
function wordsAt(tokens: Tokens, i: number): Reading | undefined {
  return shareAt(tokens, i) ?? cardinalAt(tokens, i) ?? vagueAt(tokens, i) ?? ordinalAt(tokens, i);
}

function kindsAt(tokens: Tokens, i: number) {
  return numberLexicon().words.get(wordAt(tokens, i));
}

function cardinalAt(tokens: Tokens, first: number): Reading | undefined {
  let i = first;
  let total = 0;
  let current = 0;
  let read = false;
  if (isArticle(wordAt(tokens, i)) && kindsAt(tokens, i + 1)?.has('scale')) {
    current = 1;
    i++;
  }
  for (; i < tokens.length; i++) {
    const plain = smallNumber(wordAt(tokens, i));
    const scale = kindsAt(tokens, i)?.get('scale');
    if (plain !== undefined) {
      if (read && current % 100 !== 0) break;
      current += plain;
    } else if (scale !== undefined && (read || current) && wordAt(tokens, i).length > 2) {
      if (scale >= 1000) {
        total += (current || 1) * scale;
        current = 0;
      } else current = (current || 1) * scale;
    } else if (
      !(read && wordAt(tokens, i) === 'and' && smallNumber(wordAt(tokens, i + 1)) !== undefined && current >= 100)
    )
      break;
    read = true;
  }
  return read ? { value: total + current, last: i } : undefined;
}

/** "seven", "seventeen", "seventy", "seventy-one"; not "one" in "one of", which counts nothing. */
function smallNumber(word: string): number | undefined {
  const { words } = numberLexicon();
  const dash = word.indexOf('-');
  if (dash > 0) {
    const tens = words.get(word.slice(0, dash))?.get('tens');
    const digit = words.get(word.slice(dash + 1))?.get('digit');
    return tens !== undefined && digit !== undefined ? tens + digit : undefined;
  }
  const kinds = words.get(word);
  return kinds?.get('digit') ?? kinds?.get('teen') ?? kinds?.get('tens');
}

function vagueAt(tokens: Tokens, first: number): Reading | undefined {
  const i = isArticle(wordAt(tokens, first)) ? first + 1 : first;
  if (wordAt(tokens, i) === 'tens' && wordAt(tokens, i + 1) === 'of') return vagueScale(tokens, i + 2, 10);
  const value = kindsAt(tokens, i)?.get('vague');
  if (value === undefined) return undefined;
  // "a few hundred", "several dozen", "hundreds of thousands"
  const scale = scaleOf(wordAt(tokens, i + 1));
  if (scale !== undefined && wordAt(tokens, i + 1).length > 2)
    return { value: value * scale, last: i + 2, vague: true };
  if (wordAt(tokens, i + 1) === 'of') {
    const more = vagueScale(tokens, i + 2, value / 2);
    if (more) return more;
    if (i > first || value >= 24) return { value, last: i + 2, vague: true };
  }
  return { value, last: i + 1, vague: true };
}

function vagueScale(tokens: Tokens, i: number, times: number): Reading | undefined {
  const scale = scaleOf(wordAt(tokens, i).replace(/s$/, ''));
  return wordAt(tokens, i).endsWith('s') && scale !== undefined
    ? { value: times * 2 * scale, last: wordAt(tokens, i + 1) === 'of' ? i + 2 : i + 1, vague: true }
    : undefined;
}

/** "half of", "a third of", "three quarters of", "two-thirds", "one in five". */
function shareAt(tokens: Tokens, i: number): Reading | undefined {
  const { words } = numberLexicon();
  const word = wordAt(tokens, i);
  const dash = word.indexOf('-');
  if (dash > 0) {
    const share = words.get(word.slice(dash + 1))?.get('share');
    const times = words.get(word.slice(0, dash))?.get('digit');
    if (share !== undefined && times !== undefined) return { value: share * times, last: i + 1, kind: 'share' };
  }
  if (word === 'half') {
    const next = wordAt(tokens, i + 1);
    if (isArticle(next)) {
      const scale = scaleOf(wordAt(tokens, i + 2));
      if (scale !== undefined) return { value: scale / 2, last: i + 3 };
    }
    return next === 'of' || next === 'the' ? { value: 0.5, last: i + 1, kind: 'share' } : undefined;
  }
  const times = isArticle(word) ? 1 : (words.get(word)?.get('digit') ?? undefined);
  if (times === undefined) return undefined;
  const share = kindsAt(tokens, i + 1)?.get('share');
  if (share !== undefined && wordAt(tokens, i + 2) === 'of')
    return { value: share * times, last: i + 2, kind: 'share' };
  const out =
    wordAt(tokens, i + 1) === 'out' && wordAt(tokens, i + 2) === 'of' ? 3 : wordAt(tokens, i + 1) === 'in' ? 2 : 0;
  const whole =
    out && !isArticle(word) ? (smallNumber(wordAt(tokens, i + out)) ?? Number(wordAt(tokens, i + out))) : Number.NaN;
  return whole > times && whole <= 1000 ? { value: times / whole, last: i + out + 1, kind: 'share' } : undefined;
}

function ordinalAt(tokens: Tokens, i: number): Reading | undefined {
  const value = kindsAt(tokens, i)?.get('ordinal');
  return value === undefined ? undefined : { value, last: i + 1, kind: 'ordinal' };
}

const isArticle = (word: string): boolean => word === 'a' || word === 'an';

/** "10 to 15", "10 - 15", "between 10 and 15": both ends as one quantity. */
function withRange(tokens: Tokens, number: Reading): Reading {
  const link = wordAt(tokens, number.last);
  if (number.kind === 'ordinal' || number.upTo !== undefined || !/^(?:to|or|-|–)$/.test(link)) return number;
  const upper = numberAt(tokens, number.last + 1);
  if (!upper || upper.kind === 'ordinal' || upper.vague || !(upper.value > number.value)) return number;
  return { ...number, ...(upper.kind && { kind: upper.kind }), upTo: upper.value, last: upper.last };
}

function withUnit(
  tokens: Tokens,
  from: number,
  number: Reading,
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
