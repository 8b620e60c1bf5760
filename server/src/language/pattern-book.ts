// Pattern books: token patterns as a lexicon writes them (see patterns.ts), read, and filed by what they begin with.
import { perWord, type Word } from '../document/word';
import { readEntry } from '../lexicon/claims/inflect';
import type { QuantityKind } from './quantities';
import { isClosed } from './word-classes';

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
  commonness?: number;
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
  /** Needs that a sentence must meet before the pattern is tried anywhere in it, the rarest first: places in {@link Waiting.met}. */
  readonly needs: readonly number[];
}

/** Patterns by what they begin with, so that a text is walked once, and by what else they cannot do without. */
export interface PatternBook<T> {
  /** The patterns that a word can begin, in the order of the lexicon. Most words begin none. */
  readonly begins: (word: Word) => readonly Pattern<T>[];
  readonly byQuantity: readonly Pattern<T>[];
  readonly byName: readonly Pattern<T>[];
  readonly waiting: Waiting;
}

/** What patterns wait for: each need is the alternatives of an element that no text can do without. */
export interface Waiting {
  /** The needs that a word meets. Most words meet none. */
  readonly meets: (word: Word) => readonly number[];
  readonly byKind: ReadonlyMap<QuantityKind, readonly number[]>;
  /** For each need the last sentence that met it: sentences are numbered as they are asked about. */
  readonly met: Float64Array;
  sentence: number;
}

type Multimap<K, V> = Map<K, V[]>;

function file<K, V>(map: Multimap<K, V>, key: K, value: V): void {
  const others = map.get(key);
  if (others) others.push(value);
  else map.set(key, [value]);
}

/** Things filed under alternatives: by a word of the element's own, by a group that it names, by the first word of a phrase. */
interface Files<V> {
  readonly byOwnWord: Multimap<string, V>;
  readonly byGroup: Multimap<ReadonlySet<string>, V>;
  readonly byPhrase: Multimap<string, V>;
}

const newFiles = <V>(): Files<V> => ({ byOwnWord: new Map(), byGroup: new Map(), byPhrase: new Map() });

function fileUnder<V>({ byOwnWord, byGroup, byPhrase }: Files<V>, { sets, phrases }: Alternatives, value: V): void {
  const [own, ...named] = sets;
  for (const word of own) file(byOwnWord, word, value);
  for (const group of named) file(byGroup, group, value);
  for (const first of new Set(phrases.map((phrase) => phrase[0] as string))) file(byPhrase, first, value);
}

/** What is filed under the word itself, then what is filed under a phrase that it begins. */
function* filedUnder<V>({ byOwnWord, byGroup, byPhrase }: Files<V>, word: string): Generator<[V, phrase: boolean]> {
  for (const value of byOwnWord.get(word) ?? none) yield [value, false];
  for (const [group, values] of byGroup) if (group.has(word)) for (const value of values) yield [value, false];
  for (const value of byPhrase.get(word) ?? none) yield [value, true];
}

const none: readonly never[] = [];

/** @throws an error that names the pattern where it cannot be read: a fault of the lexicon, found by its test. */
export function patternBook<T>(entries: Iterable<readonly [pattern: string, is: T]>, groups: Groups): PatternBook<T> {
  const byQuantity: Pattern<T>[] = [];
  const byName: Pattern<T>[] = [];
  const openings = newFiles<Pattern<T>>();
  const needs = new Map<Alternatives, number>();
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
    const pattern = {
      is,
      elements,
      order: order++,
      done: alone ? 1 : 0,
      needs: needsOf(elements, head, needs),
    } as const;
    if (head.kinds.size) byQuantity.push(pattern);
    if (head.name) byName.push(pattern);
    fileUnder(openings, head, pattern);
  }
  return { begins: perWord((word) => begunBy(openings, word)), byQuantity, byName, waiting: waitingFor(needs) };
}

function begunBy<T>(openings: Files<Pattern<T>>, word: string): readonly Pattern<T>[] {
  const begun = new Map<number, Pattern<T>>();
  // where the word may begin a phrase there, the first element is not done with
  for (const [pattern, phrase] of filedUnder(openings, word))
    begun.set(pattern.order, phrase ? { ...pattern, done: 0 } : pattern);
  return begun.size ? [...begun.values()].sort((a, b) => a.order - b.order) : none;
}

/** Needs kept of a pattern: more would hold back few places more. */
const MOST_NEEDS = 3;

/** The elements behind the head that are words, phrases or numbers and may not be missing; the rarest of them. */
function needsOf(elements: readonly Element[], head: Element, known: Map<Alternatives, number>): readonly number[] {
  const rarest = elements
    .filter((one) => one.type === 'one')
    .filter((one) => one !== head && !one.optional && !one.name && !one.adverb && !one.past)
    .sort((a, b) => commonness(a) - commonness(b))
    .slice(0, MOST_NEEDS);
  return rarest.map((need) => {
    const place = known.get(need) ?? known.size;
    known.set(need, place);
    return place;
  });
}

/** A guess, for the order alone: how likely one of the alternatives stands in a sentence. */
const commonness = (one: Alternatives): number => (one.commonness ??= guessCommonness(one));

function guessCommonness({ kinds, phrases, sets }: Alternatives): number {
  let weight = kinds.size * 20 + phrases.length;
  for (const set of sets) weight += set.size + 100 * commonIn(set);
  return weight;
}

/** How many of the commonest words of all are in the set: the closed classes, nearly. */
function commonIn(set: ReadonlySet<string>): number {
  let count = 0;
  for (const word of set) if (isClosed(word)) count++;
  return count;
}

function waitingFor(needs: ReadonlyMap<Alternatives, number>): Waiting {
  const files = newFiles<number>();
  const byKind: Multimap<QuantityKind, number> = new Map();
  for (const [need, place] of needs) {
    fileUnder(files, need, place);
    for (const kind of need.kinds) file(byKind, kind, place);
  }
  const meets = perWord((word) => {
    const met = new Set([...filedUnder(files, word)].map(([place]) => place));
    return met.size ? [...met] : none;
  });
  return { meets, byKind, met: new Float64Array(needs.size), sentence: 0 };
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
  if (/^(?:\.\.|,,)\d/.test(body)) return readGap(body, pattern);
  if (body.startsWith('!')) return { type: 'not', words: wordsOf(readAlternatives(body.slice(1), groups, pattern)) };
  return { type: 'one', optional, ...readAlternatives(body, groups, pattern) };
}

/** The words that a pattern spells out itself. @throws an error where it cannot be read. */
export function literalsOf(pattern: string, groups: Groups): readonly string[] {
  patternBook([[pattern, true]], groups);
  return pattern.split(' ').flatMap((text) => {
    const body = text.replace(/^!/, '').replace(/(?<=.)\?$/, '');
    if (body === '^' || /^(?:\.\.|,,)\d/.test(body)) return [];
    const ownParts = body.split('|').filter((part) => !part.startsWith('<'));
    if (!ownParts.length) return [];
    const { sets, phrases } = readAlternatives(ownParts.join('|'), groups, pattern);
    return [...sets[0], ...phrases.flat()];
  });
}

/** What a pattern passes over is bounded, or its work at one place is not. */
const LONGEST_GAP = 15;

function readGap(text: string, pattern: string): Element {
  const most = Number(text.slice(2));
  if (!(Number.isInteger(most) && most >= 1 && most <= LONGEST_GAP))
    throw new Error(`the pattern "${pattern}" has the gap ${text}; it may be 1 to ${LONGEST_GAP} words long`);
  return { type: 'gap', most, commas: text[0] === ',' };
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
    else if (!part.includes('_') && !part.includes('~')) words.add(part);
    else {
      for (const phrase of readEntry(part)) {
        if (phrase.length > 1) phrases.push(phrase);
        else words.add(phrase[0] as string);
      }
    }
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
