// Token patterns: how lexicons say what a run of words looks like, and a matcher that is linear in the text.
//
//   killed|wounded   one of these words            <force>      a word or phrase of a named group
//   ..3              up to three words, no mark    ,,8          up to eight tokens, commas too
//   #  #%  #$  #/    a count, percent, money, share of a whole; #age; #year; #nth; #big, #huge from 100, 1000
//   Name             a run of capitalised words    ly  ed       an adverb; a verb in the past
//   ^                the sentence begins here      !not|never   none of these stands here
//   word?            may be missing
//
// Patterns never look inside quotation marks: what stands there is somebody else's.
import type { Paragraph, Sentence } from '../document/paragraph';
import { has, Shape, type Tokens, wordAt } from '../document/token';
import { type Quantities, type QuantityKind, quantitiesOf } from './numbers/quantities';

/** Words of a group; phrases as their words. */
export interface Group {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}
export type Groups = ReadonlyMap<string, Group>;

type Element =
  /** One of: a word, a phrase, a quantity of some kind, a name, an adverb. */
  | ({ readonly type: 'one'; readonly optional: boolean } & Alternatives)
  | { readonly type: 'not'; readonly words: ReadonlySet<string> }
  | { readonly type: 'gap'; readonly most: number; readonly commas: boolean }
  | { readonly type: 'start' };

interface Alternatives {
  /** Words: the element's own, and those of each group that it names. */
  readonly sets: readonly ReadonlySet<string>[];
  /** The same in one, and the phrases by their first word: put together when a text first asks. */
  words?: ReadonlySet<string>;
  byFirst?: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly phrases: readonly (readonly string[])[];
  readonly kinds: ReadonlySet<QuantityKind>;
  /** The least value of a quantity. */
  readonly least: number;
  readonly name: boolean;
  readonly adverb: boolean;
  readonly past: boolean;
}

interface Pattern<T> {
  readonly is: T;
  readonly elements: readonly Element[];
}

/** A pattern under a word that it can begin with. */
interface Opened<T> extends Pattern<T> {
  /** How many of its elements are done with by that word alone: 1, or 0 where there is more to ask. */
  readonly done: 0 | 1;
}

/** Patterns by what they begin with, so that a text is walked once. */
export interface PatternBook<T> {
  /** Each with its first element but `^`, in the order of the lexicon. */
  readonly byHead: readonly (readonly [head: Alternatives, pattern: Pattern<T>])[];
  /** By words met lately, what they begin: few words begin anything. */
  readonly byWord: Map<string, readonly Opened<T>[]>;
  readonly byQuantity: readonly Pattern<T>[];
  readonly byName: readonly Pattern<T>[];
}

/** Tokens `[first, last)` that a pattern fits. */
export interface Match<T> {
  readonly is: T;
  readonly first: number;
  readonly last: number;
}

/** @throws an error that names the pattern where it cannot be read: a fault of the lexicon, found by its test. */
export function patternBook<T>(entries: Iterable<readonly [pattern: string, is: T]>, groups: Groups): PatternBook<T> {
  const byHead: (readonly [Alternatives, Pattern<T>])[] = [];
  const byQuantity: Pattern<T>[] = [];
  const byName: Pattern<T>[] = [];
  // patterns share most of their elements, and a group may hold hundreds of words: each element is read once
  const read = new Map<string, Element>();
  const elementOf = (element: string, pattern: string): Element => {
    const known = read.get(element) ?? readElement(element, groups, pattern);
    read.set(element, known);
    return known;
  };
  for (const [text, is] of entries) {
    const elements = text.split(' ').map((element) => elementOf(element, text));
    const pattern = { is, elements };
    const head = elements.find(({ type }) => type !== 'start');
    if (head?.type !== 'one' || head.optional || head.adverb || head.past)
      throw new Error(`the pattern "${text}" must begin with a word, a group, a number or a name`);
    if (head.kinds.size) byQuantity.push(pattern);
    if (head.name) byName.push(pattern);
    byHead.push([head, pattern]);
  }
  return { byHead, byWord: new Map(), byQuantity, byName };
}

/** Words that a book remembers at most. */
const KEEP = 20_000;

/** The patterns that the word can begin, in the order of the lexicon. */
function openedBy<T>({ byHead, byWord }: PatternBook<T>, word: string): readonly Opened<T>[] {
  const known = byWord.get(word);
  if (known) return known;
  const asked = new Map<Alternatives, 'word' | 'phrase' | undefined>();
  const opened: Opened<T>[] = [];
  for (const [head, { is, elements }] of byHead) {
    if (!asked.has(head)) asked.set(head, beginningOf(head, word));
    const by = asked.get(head);
    if (!by) continue;
    const alone = by === 'word' && elements[0] === head && !head.kinds.size && !head.name;
    opened.push({ is, elements, done: alone ? 1 : 0 });
  }
  if (byWord.size >= KEEP) byWord.clear();
  byWord.set(word, opened);
  return opened;
}

/** What of the alternatives begins with the word. */
function beginningOf({ sets, phrases }: Alternatives, word: string): 'word' | 'phrase' | undefined {
  if (phrases.some((phrase) => phrase[0] === word)) return 'phrase';
  return sets.some((set) => set.has(word)) ? 'word' : undefined;
}

const quantityKinds: Readonly<Record<string, readonly QuantityKind[]>> = {
  '#': ['count'],
  '#%': ['percent'],
  '#$': ['money'],
  '#/': ['share', 'percent'],
  '#age': ['age'],
  '#year': ['year'],
  '#nth': ['ordinal'],
  '#share': ['share'],
  '#big': ['count'],
  '#huge': ['count'],
  '#any': ['count', 'percent', 'money', 'share'],
};

/** Not a handful; a crowd, not a committee. */
const leastOf: Readonly<Record<string, number>> = { '#big': 100, '#huge': 1000 };

function readElement(text: string, groups: Groups, pattern: string): Element {
  const optional = text.length > 1 && text.endsWith('?');
  const body = optional ? text.slice(0, -1) : text;
  if (body === '^') return { type: 'start' };
  if (/^(?:\.\.|,,)\d$/.test(body)) return { type: 'gap', most: Number(body[2]), commas: body[0] === ',' };
  if (body.startsWith('!')) return { type: 'not', words: wordsOf(readAlternatives(body.slice(1), groups, pattern)) };
  return { type: 'one', optional, ...readAlternatives(body, groups, pattern) };
}

function readAlternatives(text: string, groups: Groups, pattern: string): Alternatives {
  const words = new Set<string>();
  const sets: ReadonlySet<string>[] = [words];
  const phrases: (readonly string[])[] = [];
  const kinds = new Set<QuantityKind>();
  let least = 0;
  let name = false;
  let past = false;
  let adverb = false;
  for (const part of text.split('|')) {
    if (part.startsWith('<')) {
      const group = groups.get(part.slice(1, -1));
      if (!group) throw new Error(`the pattern "${pattern}" names the group ${part}, which is nowhere`);
      sets.push(group.words);
      phrases.push(...group.phrases);
    } else if (part.startsWith('#')) {
      const known = quantityKinds[part];
      if (!known) throw new Error(`the pattern "${pattern}" speaks of ${part}, which is no kind of number`);
      for (const kind of known) kinds.add(kind);
      least = leastOf[part] ?? least;
    } else if (part === 'Name') name = true;
    else if (part === 'ly') adverb = true;
    else if (part === 'ed') past = true;
    else if (part.includes('_')) phrases.push(part.split('_'));
    else words.add(part);
  }
  return { sets, phrases, kinds, least, name, adverb, past };
}

const wordsOf = (one: Alternatives): ReadonlySet<string> =>
  (one.words ??=
    one.sets.length === 1 ? (one.sets[0] as ReadonlySet<string>) : new Set(one.sets.flatMap((s) => [...s])));

function byFirstOf(one: Alternatives): ReadonlyMap<string, readonly (readonly string[])[]> {
  if (one.byFirst) return one.byFirst;
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of one.phrases) {
    const first = phrase[0] as string;
    const others = byFirst.get(first);
    if (others) others.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  return (one.byFirst = byFirst);
}

/** Every match in the sentence, at most one for each pattern and place. */
export function matchesIn<T>(book: PatternBook<T>, paragraph: Paragraph, sentence: Sentence): Match<T>[] {
  const { tokens } = paragraph;
  const { firstToken, lastToken } = sentence;
  const text: Text = { tokens, quantities: quantitiesOf(paragraph), first: firstToken, last: lastToken };
  const found: Match<T>[] = [];
  const tryAt = ({ is, elements }: Pattern<T>, first: number, done: 0 | 1): void => {
    const last = fitFrom(text, elements, done, first + done);
    if (last >= 0) found.push({ is, first, last });
  };
  for (let i = firstToken; i < lastToken; i++) {
    if (has(tokens, i, Shape.quoted)) continue;
    for (const pattern of openedBy(book, wordAt(tokens, i))) tryAt(pattern, i, pattern.done);
    if (text.quantities.at.has(i)) for (const pattern of book.byQuantity) tryAt(pattern, i, 0);
    if (book.byName.length && beginsName(text, i)) for (const pattern of book.byName) tryAt(pattern, i, 0);
  }
  return found;
}

export const isMatched = <T>(book: PatternBook<T>, paragraph: Paragraph, sentence: Sentence): boolean =>
  matchesIn(book, paragraph, sentence).length > 0;

interface Text {
  readonly tokens: Tokens;
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
      return i < text.last && element.words.has(wordAt(text.tokens, i)) ? -1 : fitFrom(text, elements, e + 1, i);
    case 'gap':
      return fitGap(text, elements, e, i, element);
    case 'one': {
      const end = i < text.last && !has(text.tokens, i, Shape.quoted) ? fitOne(text, elements, e, i, element) : -1;
      return end < 0 && element.optional ? fitFrom(text, elements, e + 1, i) : end;
    }
  }
}

/** Tries each way in which one of the alternatives stands at `i`, phrases before words. */
function fitOne(text: Text, elements: readonly Element[], e: number, i: number, one: Alternatives): number {
  const { tokens, quantities, last } = text;
  const word = wordAt(tokens, i);
  const phrases = one.phrases.length ? byFirstOf(one).get(word) : undefined;
  if (phrases) {
    for (const phrase of phrases) {
      if (i + phrase.length > last || !phrase.every((w, k) => wordAt(tokens, i + k) === w)) continue;
      const end = fitFrom(text, elements, e + 1, i + phrase.length);
      if (end >= 0) return end;
    }
  }
  if (wordsOf(one).has(word) || (one.adverb && isAdverb(word)) || (one.past && isPast(word))) {
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
const isAdverb = (word: string): boolean => adverbs.has(word) || (word.length > 4 && word.endsWith('ly'));

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

function nameEnd(text: Text, i: number): number {
  let at = i;
  while (at < text.last && isNamed(text, at)) at++;
  return at;
}

function firstWord({ tokens, first, last }: Text): number {
  let i = first;
  while (i < last && has(tokens, i, Shape.mark)) i++;
  return i;
}
