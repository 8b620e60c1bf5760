// Pattern books: token patterns as a lexicon writes them (see pattern.ts), read, and filed by what they begin with.
import type { QuantityKind } from './numbers/quantities';

/** Words of a group; phrases as their words. */
export interface Group {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}
export type Groups = ReadonlyMap<string, Group>;

export type Element =
  /** One of: a word, a phrase, a quantity of some kind, a name, an adverb. */
  | ({ readonly type: 'one'; readonly optional: boolean } & Alternatives)
  | { readonly type: 'not'; readonly words: ReadonlySet<string> }
  | { readonly type: 'gap'; readonly most: number; readonly commas: boolean }
  | { readonly type: 'start' };

export interface Alternatives {
  /** Words: the element's own, and those of each group that it names. */
  readonly sets: readonly [own: ReadonlySet<string>, ...groups: ReadonlySet<string>[]];
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

export interface Pattern<T> {
  readonly is: T;
  readonly elements: readonly Element[];
  /** Its place in the lexicon. */
  readonly order: number;
  /** How many of its elements a word that begins it is done with: 1, or 0 where there is more to ask. */
  readonly done: 0 | 1;
}

/** Patterns by what they begin with, so that a text is walked once. */
export interface PatternBook<T> {
  /** By a word of the first element but `^`; by a group that it names; by the first word of a phrase in there. */
  readonly byOwnWord: Multimap<string, Pattern<T>>;
  readonly byGroup: Multimap<ReadonlySet<string>, Pattern<T>>;
  readonly byPhrase: Multimap<string, Pattern<T>>;
  readonly byQuantity: readonly Pattern<T>[];
  readonly byName: readonly Pattern<T>[];
  /** Each word that begins a pattern, with those that it begins: put together as texts ask. Most words begin none. */
  openers?: ReadonlySet<string>;
  readonly byOpener: Map<string, readonly Pattern<T>[]>;
}

type Multimap<K, V> = Map<K, V[]>;

function file<K, V>(map: Multimap<K, V>, key: K, value: V): void {
  const others = map.get(key);
  if (others) others.push(value);
  else map.set(key, [value]);
}

/** @throws an error that names the pattern where it cannot be read: a fault of the lexicon, found by its test. */
export function patternBook<T>(entries: Iterable<readonly [pattern: string, is: T]>, groups: Groups): PatternBook<T> {
  const byQuantity: Pattern<T>[] = [];
  const byName: Pattern<T>[] = [];
  const book: PatternBook<T> = {
    byOwnWord: new Map(),
    byGroup: new Map(),
    byPhrase: new Map(),
    byOpener: new Map(),
    byQuantity,
    byName,
  };
  // patterns share most of their elements, and a group may hold hundreds of words: each element is read once
  const read = new Map<string, Element>();
  const elementOf = (element: string, pattern: string): Element => {
    const known = read.get(element) ?? readElement(element, groups, pattern);
    read.set(element, known);
    return known;
  };
  let order = 0;
  for (const [text, is] of entries) {
    const elements = text.split(' ').map((element) => elementOf(element, text));
    const head = elements.find(({ type }) => type !== 'start');
    if (head?.type !== 'one' || head.optional || head.adverb || head.past)
      throw new Error(`the pattern "${text}" must begin with a word, a group, a number or a name`);
    const alone = elements[0] === head && !head.kinds.size && !head.name;
    const pattern: Pattern<T> = { is, elements, order: order++, done: alone ? 1 : 0 };
    if (head.kinds.size) byQuantity.push(pattern);
    if (head.name) byName.push(pattern);
    const [own, ...named] = head.sets;
    for (const word of own) file(book.byOwnWord, word, pattern);
    for (const group of named) file(book.byGroup, group, pattern);
    for (const first of new Set(head.phrases.map((phrase) => phrase[0] as string))) file(book.byPhrase, first, pattern);
  }
  return book;
}

const none: readonly never[] = [];

/** The patterns that the word can begin, in the order of the lexicon. */
export function openedBy<T>(book: PatternBook<T>, word: string): readonly Pattern<T>[] {
  const { byOpener, byOwnWord, byGroup, byPhrase } = book;
  book.openers ??= new Set([
    ...byOwnWord.keys(),
    ...[...byGroup.keys()].flatMap((group) => [...group]),
    ...byPhrase.keys(),
  ]);
  if (!book.openers.has(word)) return none;
  const known = byOpener.get(word);
  if (known) return known;
  const opened = new Map<number, Pattern<T>>();
  for (const pattern of byOwnWord.get(word) ?? []) opened.set(pattern.order, pattern);
  for (const [group, patterns] of byGroup) {
    if (group.has(word)) for (const pattern of patterns) opened.set(pattern.order, pattern);
  }
  // where it may begin a phrase there, the first element is not done with
  for (const pattern of byPhrase.get(word) ?? []) opened.set(pattern.order, { ...pattern, done: 0 });
  const inOrder = [...opened.values()].sort((a, b) => a.order - b.order);
  byOpener.set(word, inOrder);
  return inOrder;
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
  const sets: [ReadonlySet<string>, ...ReadonlySet<string>[]] = [words];
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

/** The words of the alternatives; their phrases are apart. */
export function wordsOf(one: Alternatives): ReadonlySet<string> {
  const { sets } = one;
  return (one.words ??= sets.length === 1 ? sets[0] : new Set(sets.flatMap((set) => [...set])));
}

/** Their phrases, by the first word. */
export function byFirstOf(one: Alternatives): ReadonlyMap<string, readonly (readonly string[])[]> {
  if (one.byFirst) return one.byFirst;
  const byFirst: Multimap<string, readonly string[]> = new Map();
  for (const phrase of one.phrases) file(byFirst, phrase[0] as string, phrase);
  return (one.byFirst = byFirst);
}
