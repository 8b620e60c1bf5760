// Token patterns: how lexicons say what a run of words looks like, and a matcher that is linear in the text.
//
//   killed|wounded   one of these words            <force>      a word or phrase of a named group
//   ..3              up to three words, no mark    ,,8          up to eight tokens, commas too
//   #  #%  #$  #/    a count, percent, money, share of a whole; #age; #year; #nth; #big, #huge from 100, 1000
//   Name             a run of capitalised words    ly  ed       an adverb; a verb in the past
//   ^                the sentence begins here      !not|never   none of these stands here
//   word?            may be missing
//
// An apposition between commas may stand between any two parts: "The contractor, Arkel Corp, bribed …".
//
// Patterns never look inside quotation marks: what stands there is somebody else's.
import { looksLikeAdverb } from '../lexicon/adverbs';
import type { Paragraph, Sentence } from '../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../document/token';
import type { Word } from '../document/word';
import { type Quantities, quantitiesIn, quantitiesOf, type Quantity } from './quantities';
import {
  type Element,
  type Entry,
  NEEDS_NONE,
  type Part,
  type Pattern,
  type PatternBook,
  unknown,
} from './pattern-book';

/** Tokens `[first, last)` that a pattern fits. */
export interface Match<T> {
  readonly is: T;
  readonly first: number;
  readonly last: number;
}

/** Every match in the sentence, at most one for each pattern and place. A pattern is tried where its rarest parts stand too. */
export function matchesIn<T>(book: PatternBook<T>, paragraph: Paragraph, sentence: Sentence): Match<T>[] {
  const { tokens } = paragraph;
  const { firstToken, lastToken } = sentence;
  const text: Text = { tokens, of: book.of, quantities: quantitiesOf(paragraph), first: firstToken, last: lastToken };
  const found: Match<T>[] = [];
  const numbers = book.byQuantity.length > 0 && text.quantities.list.length > 0;
  const names = book.byName.length > 0;
  lookFor(book, text, quantitiesIn(paragraph, sentence));
  if (!numbers && !names) {
    for (const i of book.starts) if (!has(tokens, i, Shape.quoted)) tryThoseOf(book, text, i, found);
    return found;
  }
  for (let i = firstToken; i < lastToken; i++) {
    if (has(tokens, i, Shape.quoted)) continue;
    tryThoseOf(book, text, i, found);
    if (numbers && text.quantities.at.has(i))
      for (const pattern of book.byQuantity) tryAt(book, text, pattern, i, 0, found);
    if (names && beginsName(text, i)) for (const pattern of book.byName) tryAt(book, text, pattern, i, 0, found);
  }
  return found;
}

/** The patterns that the word at `i` begins, as far as the rarest part of each stands in the sentence. */
function tryThoseOf<T>(book: PatternBook<T>, text: Text, i: number, found: Match<T>[]): void {
  const { begins, rarest } = book.of(recordAt(text.tokens, i));
  for (let k = 0; k < begins.length; k++) {
    const need = rarest[k] as number;
    if (need !== NEEDS_NONE && book.met[need] !== book.sentence) continue;
    const { pattern, done } = begins[k] as (typeof begins)[number];
    tryAt(book, text, pattern, i, done, found);
  }
}

/** @param done how many of its elements the word at `first` is known to be. */
function tryAt<T>(
  { met, sentence }: PatternBook<T>,
  text: Text,
  pattern: Pattern<T>,
  first: number,
  done: 0 | 1,
  found: Match<T>[],
): void {
  const { needs } = pattern;
  for (let k = 0; k < needs.length; k++) if (met[needs[k] as number] !== sentence) return;
  // its elements are read when it is first tried
  const last = fitFrom(text, pattern.elements, done, first + done);
  if (last >= 0) found.push({ is: pattern.is, first, last });
}

/** Notes which needs the sentence meets, wherever in it, and which words of it begin patterns. */
function lookFor<T>(book: PatternBook<T>, { tokens, first, last }: Text, quantities: readonly Quantity[]): void {
  const { met, of, byKind, starts } = book;
  const sentence = ++book.sentence;
  starts.length = 0;
  for (let i = first; i < last; i++) {
    const entry = of(recordAt(tokens, i));
    if (entry === unknown) continue;
    const { begins, meets } = entry;
    if (begins.length) starts.push(i);
    for (let k = 0; k < meets.length; k++) met[meets[k] as number] = sentence;
  }
  for (const { kind } of quantities) for (const need of byKind.get(kind) ?? []) met[need] = sentence;
}

interface Text {
  readonly tokens: Tokens;
  readonly of: (word: Word) => Pick<Entry<unknown>, 'parts' | 'phrases'>;
  readonly quantities: Quantities;
  readonly first: number;
  readonly last: number;
}

/** Token behind the fit of `elements` from `e` on at token `i`, or -1. Gaps are short, so the work at one place is bounded. */
function fitFrom(text: Text, elements: readonly Element[], e: number, i: number): number {
  const element = elements[e];
  if (!element) return i;
  switch (element.type) {
    case 'start':
      return i === firstWord(text) ? fitFrom(text, elements, e + 1, i) : -1;
    case 'not':
      return i < text.last && text.of(recordAt(text.tokens, i)).parts.has(element.part)
        ? -1
        : fitFrom(text, elements, e + 1, i);
    case 'gap':
      return fitGap(text, elements, e, i, element);
    case 'one': {
      const end = fitUnquoted(text, elements, e, i, element);
      if (end >= 0) return end;
      if (element.optional) return fitFrom(text, elements, e + 1, i);
      const behind = e > 0 && wordAt(text.tokens, i) === ',' ? afterApposition(text, i) : -1;
      return behind < 0 ? -1 : fitUnquoted(text, elements, e, behind, element);
    }
  }
}

const LONGEST_APPOSITION = 10;

/** "The contractor, Arkel Corp, bribed …": the token behind the second comma, or -1. */
function afterApposition({ tokens, last }: Text, comma: number): number {
  if (!has(tokens, comma + 1, Shape.capital) && !articles.has(wordAt(tokens, comma + 1))) return -1;
  const limit = Math.min(last - 1, comma + LONGEST_APPOSITION);
  for (let i = comma + 1; i < limit && !has(tokens, i, Shape.quoted); i++) {
    // "Gordon Corp, Merrill Inc, Burns …" is a list
    if (wordAt(tokens, i) === ',') return has(tokens, i + 1, Shape.capital) ? -1 : i + 1;
    if (has(tokens, i, Shape.mark) && !isHyphen(wordAt(tokens, i)) && wordAt(tokens, i) !== '.') return -1;
  }
  return -1;
}

const articles = new Set(['a', 'an', 'the']);

const fitUnquoted = (text: Text, elements: readonly Element[], e: number, i: number, one: Part): number =>
  i < text.last && !has(text.tokens, i, Shape.quoted) ? fitOne(text, elements, e, i, one) : -1;

/** Tries each way in which one of the alternatives stands at `i`, phrases before words. */
function fitOne(text: Text, elements: readonly Element[], e: number, i: number, one: Part): number {
  const { tokens, quantities, last } = text;
  const record = recordAt(tokens, i);
  const { parts, phrases } = text.of(record);
  for (const phrase of phrases.get(one.part) ?? none) {
    if (i + phrase.length > last || !standsAt(tokens, phrase, i)) continue;
    const end = fitFrom(text, elements, e + 1, i + phrase.length);
    if (end >= 0) return end;
  }
  if (parts.has(one.part) || (one.adverb && isAdverb(record.text)) || (one.past && isPast(record.text))) {
    const end = fitFrom(text, elements, e + 1, i + 1);
    if (end >= 0) return end;
  }
  const quantity = one.kinds.size ? quantities.at.get(i) : undefined;
  if (quantity && one.kinds.has(quantity.kind) && quantity.value >= one.least && quantity.last <= last) {
    const end = fitFrom(text, elements, e + 1, quantity.last);
    if (end >= 0) return end;
  }
  return one.name && isNamed(text, i) ? fitFrom(text, elements, e + 1, nameEnd(text, i)) : -1;
}

const none: readonly never[] = [];

function standsAt(tokens: Tokens, phrase: readonly string[], i: number): boolean {
  for (let k = 0; k < phrase.length; k++) if (wordAt(tokens, i + k) !== phrase[k]) return false;
  return true;
}

function fitGap(
  text: Text,
  elements: readonly Element[],
  e: number,
  i: number,
  { most, commas }: { readonly most: number; readonly commas: boolean },
): number {
  for (let k = 0; k <= most && i + k <= text.last; k++) {
    const end = fitFrom(text, elements, e + 1, i + k);
    if (end >= 0) return end;
    const at = i + k;
    if (
      has(text.tokens, at, Shape.mark) &&
      !(commas && wordAt(text.tokens, at) === ',') &&
      !isHyphen(wordAt(text.tokens, at))
    )
      return -1;
  }
  return -1;
}

const isHyphen = (word: string): boolean => word === '-' || word === "'" || word === '%';

/** Adverbs that stand between a subject or an auxiliary and its verb. */
const adverbs = new Set(
  'also now still already again later then just once soon even long often never not reportedly'.split(' '),
);
const isAdverb = (word: string): boolean => adverbs.has(word) || looksLikeAdverb(word);

const irregular = new Set(
  'lent sold gave took paid sent hid let kept built bought broke drove fed left led lost made shot spent stole told threw wrote put cut shut set held brought chose sank burnt'.split(
    ' ',
  ),
);
const isPast = (word: string): boolean => (word.length > 4 && word.endsWith('ed')) || irregular.has(word);

/** Words that a capital makes no name of, at the start of a sentence. */
const plain = new Set(
  'the a an this that these those it its he she they we i you his her their our my your there here what who which when where why how in on at by for from to of with as and but or if while after before since although though because until unless despite during under over some many most all no not several few more other others one two three'.split(
    ' ',
  ),
);

const isNamed = ({ tokens }: Text, i: number): boolean =>
  has(tokens, i, Shape.capital) && has(tokens, i, Shape.word) && !plain.has(wordAt(tokens, i));

const beginsName = (text: Text, i: number): boolean => isNamed(text, i) && (i === text.first || !isNamed(text, i - 1));

/** Tokens of one name: in a line of capitals the work at one place would else be as long as the line. */
const LONGEST_NAME = 30;

function nameEnd(text: Text, i: number): number {
  const most = Math.min(text.last, i + LONGEST_NAME);
  let at = i;
  while (at < most && isNamed(text, at)) at++;
  return at;
}

function firstWord({ tokens, first, last }: Text): number {
  let i = first;
  while (i < last && has(tokens, i, Shape.mark)) i++;
  return i;
}
