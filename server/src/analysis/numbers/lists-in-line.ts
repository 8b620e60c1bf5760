// Lists announced with a count in the same sentence: "three conditions: an end to the fighting, …", "four countries (Norway, …)".
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { isListNoun } from './list-nouns';
import { isExact } from './parts';
import { type Quantity, quantitiesIn } from '../../language/quantities';

export interface ListInLine {
  readonly count: Quantity;
  /** Offsets relative to the paragraph. */
  readonly items: readonly Span[];
  /** The list may be read so that it has as many as announced. */
  readonly agrees: boolean;
}

/** In order of place. Only lists whose items can be told apart; names where the count is of anything, else what a list is made of. */
export const listsInLineOf = perParagraphWith([aNumber], [], (paragraph: Paragraph): readonly ListInLine[] =>
  inSentences(paragraph, (sentence) =>
    quantitiesIn(paragraph, sentence).flatMap((count) => listBehind(paragraph, sentence, count) ?? []),
  ),
);

/** Words of what is counted, at most: "four neighbouring countries". */
const NOUN_WITHIN = 3;

/** More are not written in a line. */
const MOST = 9;

function listBehind(p: Paragraph, sentence: Sentence, count: Quantity): ListInLine | undefined {
  const { tokens } = p;
  // "two of the four towns (Lom and Brod)"
  if (wordAt(tokens, count.first - 1) === 'of' || wordAt(tokens, count.first - 2) === 'of') return undefined;
  if (has(tokens, count.first, Shape.capital) && !has(tokens, count.first, Shape.initial)) return undefined;
  if (count.kind !== 'count' || !isExact(p, count) || !(count.value >= 2 && count.value <= MOST)) return undefined;
  const opens = openingBehind(tokens, count);
  const closes = opens === undefined ? undefined : closingOf(tokens, sentence, opens);
  if (opens === undefined || closes === undefined) return undefined;
  const items = itemsBetween(tokens, opens + 1, closes);
  if (!items) return undefined;
  const { list, least } = items;
  const names = list.every((item) => isName(tokens, item));
  const counts = isListNoun(wordAt(tokens, opens - 1)) && wordAt(tokens, opens) === ':';
  if (!names && !counts) return undefined;
  // more than announced may be a comma inside one of them, where they are not all alike
  if (list.length > count.value && !names && !areAlike(tokens, list)) return undefined;
  return {
    count,
    items: list.map(([first, last]) => {
      const { start, end } = spanOf(tokens, first, last);
      return { start, end };
    }),
    agrees:
      count.value >= (names && !isHalfOfOne(tokens, list.at(-1)) ? list.length : least) && count.value <= list.length,
  };
}

/** The colon, bracket, dash or comma behind what is counted. */
function openingBehind(tokens: Tokens, { last }: Quantity): number | undefined {
  for (let at = last; at <= last + NOUN_WITHIN; at++) {
    const word = wordAt(tokens, at);
    if (at > last && openers.has(word)) return at;
    if (at > last && word === ',') return isPlural(tokens, at - 1) ? at : undefined;
    if (!has(tokens, at, Shape.word)) return undefined;
  }
  return undefined;
}

/** "villages", "men"; no name. */
const isPlural = (tokens: Tokens, at: number): boolean =>
  !has(tokens, at, Shape.capital) && /(?:s|men|people|children)$/.test(wordAt(tokens, at));

const openers: ReadonlySet<string> = new Set([':', '(', '--', '—', '–']);

/** Where the list ends: its bracket or dash, or the sentence's stop. */
function closingOf(tokens: Tokens, { lastToken }: Sentence, opens: number): number | undefined {
  const mark = wordAt(tokens, opens);
  const closing = mark === '(' ? ')' : mark === ':' ? '.' : mark;
  if (mark === ',') return endOfNames(tokens, opens + 1, lastToken);
  const at = tokens.word.indexOf(closing, opens + 1);
  if (mark === ':') return wordAt(tokens, lastToken - 1) === '.' ? lastToken - 1 : undefined;
  return at > 0 && at < lastToken ? at : undefined;
}

/** "Karl Holm, Jan Bero and Ivo Kern, were": the comma or stop behind the last of names joined by "and". */
function endOfNames(tokens: Tokens, from: number, to: number): number | undefined {
  let and = false;
  for (let at = from; at < to; at++) {
    const word = wordAt(tokens, at);
    if (and && (word === ',' || word === '.')) return at;
    and ||= word === 'and';
    if (word !== ',' && word !== 'and' && word !== 'the' && !has(tokens, at, Shape.capital)) return undefined;
  }
  return undefined;
}

/** Tokens `[first, last)`. */
type Item = readonly [first: number, last: number];

/**
 * Between commas and one "and"; undefined where another mark, a number or a second "and" leaves it open what an item is.
 * `least`: the items if the last "and" joins two words of one.
 */
function itemsBetween(
  tokens: Tokens,
  from: number,
  to: number,
): { readonly list: readonly Item[]; readonly least: number } | undefined {
  const list: Item[] = [];
  let first = from;
  let ands = 0;
  let oxford = false;
  for (let at = from; at <= to; at++) {
    const word = wordAt(tokens, at);
    const and = word === 'and';
    if (at === to || word === ',' || and) {
      if (ands > 0 && at < to) return undefined;
      if (at > first) list.push([first, at]);
      else if (!and) return undefined;
      else oxford = true;
      if (and) ands++;
      first = at + 1;
    } else if (!has(tokens, at, Shape.word) || has(tokens, at, Shape.quoted | Shape.number) || word === 'or')
      return undefined;
  }
  return ands === 1 && list.length > 1 ? { list, least: oxford ? list.length : list.length - 1 } : undefined;
}

/** "Bosnia and Herzegovina": one name with an "and" in it. */
const isHalfOfOne = (tokens: Tokens, [first]: Item = [0, 0]): boolean => secondHalves.has(wordAt(tokens, first));

const secondHalves = wordList('second halves of names');

/** "Norway", "the Ivory Coast": every word with a capital. */
function isName(tokens: Tokens, [first, last]: Item): boolean {
  const from = wordAt(tokens, first) === 'the' ? first + 1 : first;
  if (from >= last || last - from > 3) return false;
  for (let at = from; at < last; at++) if (!has(tokens, at, Shape.capital)) return false;
  return true;
}

const determiners = wordList('articles');

/** All with an article, or all with the same word first. */
function areAlike(tokens: Tokens, list: readonly Item[]): boolean {
  const firsts = list.map(([first]) => wordAt(tokens, first));
  return firsts.every((word) => determiners.has(word)) || new Set(firsts).size === 1;
}
