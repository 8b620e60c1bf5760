// Pattern books: what the build made of token patterns (pattern-source.ts), read no further than a text asks. Of a word its lists are
// looked up once a process; a pattern is read when all that it waits for has met in a sentence.
//
// The text has four sections with a line "=" between:
//   patterns   what it stands for <TAB> the parts it waits for, the rarest first <TAB> its elements, parts by their numbers
//   parts      what of it is no word ("#", "Name", "ly") <TAB> the patterns that it begins <TAB> "needed" where a pattern waits for it
//   lists      parts that the same words belong to
//   words      sorted: word <TAB> the list of its parts, then for each phrase that it begins <TAB> the rest <TAB> its list
import { perWord, type Word } from '../document/word';
import { lineOf } from '../lexicon/sorted';
import type { QuantityKind } from './quantities';

export type Element =
  | ({ readonly type: 'one'; readonly optional: boolean } & Part)
  /** None of the part's words. */
  | { readonly type: 'not'; readonly part: number }
  | { readonly type: 'gap'; readonly most: number; readonly commas: boolean }
  | { readonly type: 'start' };

/** One of: a word or phrase that knows the part's number, a quantity of some kind, a name, an adverb, a verb in the past. */
export interface Part {
  readonly part: number;
  readonly kinds: ReadonlySet<QuantityKind>;
  /** The least value of a quantity. */
  readonly least: number;
  readonly name: boolean;
  readonly adverb: boolean;
  readonly past: boolean;
}

export interface Pattern<T> {
  readonly is: T;
  /** Its place in the lexicon. */
  readonly order: number;
  /** Parts that a sentence must have before the pattern is tried anywhere in it, the rarest first: places in {@link PatternBook.met}. */
  readonly needs: readonly number[];
  readonly elements: readonly Element[];
  /** How many of its elements a word that begins it is done with: 1, or 0 where there is more to ask. */
  readonly done: 0 | 1;
}

/** Its words. */
export type Phrase = readonly string[];

/** What a word is to the patterns of a book. Most words are nothing. */
export interface Entry<T> {
  /** The parts that it is a word of. */
  readonly parts: ReadonlySet<number>;
  /** The phrases that it begins, by the parts that they belong to. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** The patterns that it can begin, in the order of the lexicon, and how much of each is done with then. */
  readonly begins: readonly { readonly pattern: Pattern<T>; readonly done: 0 | 1 }[];
  /** The rarest part that each of those waits for, or {@link NEEDS_NONE}: most patterns are passed over by it and not touched. */
  readonly rarest: readonly number[];
  /** The parts it may stand for that patterns wait for. */
  readonly meets: readonly number[];
}

export interface PatternBook<T> {
  readonly of: (word: Word) => Entry<T>;
  readonly byQuantity: readonly Pattern<T>[];
  readonly byName: readonly Pattern<T>[];
  /** The parts that patterns wait for and a quantity of a kind meets. */
  readonly byKind: ReadonlyMap<QuantityKind, readonly number[]>;
  /** For each part the last sentence that met it: sentences are numbered as they are asked about. */
  readonly met: Float64Array;
  /** The tokens of that sentence that begin patterns. */
  readonly starts: number[];
  sentence: number;
}

/** Stands between the sections of a book. */
export const SECTION = '\n=\n';

/** How what a book knows of a word is kept: for as long as the process lives, or as the book does. */
export type Keep = <A>(read: (word: string) => A) => (word: Word) => A;

/** For a book that is gone when somebody changes a setting. */
export const whileAsked: Keep = (read) => {
  const known = new WeakMap<Word, { readonly answer: ReturnType<typeof read> }>();
  return (word) => {
    let held = known.get(word);
    if (!held) known.set(word, (held = { answer: read(word.text) }));
    return held.answer;
  };
};

/**
 * @param text what {@link compilePatterns} made.
 * @param meaningOf what a pattern stands for, by the name that its row gives.
 */
export function patternBook<T>(text: string, meaningOf: (id: string) => T, keep: Keep = perWord): PatternBook<T> {
  const [patternLines = '', partLines = '', listLines = '', words = ''] = text.split(SECTION);
  const lines = patternLines.split('\n');
  const lists = listLines.split('\n');
  const parts = partLines.split('\n');
  const labelsOf = (part: number): string => parts[part]?.slice(0, parts[part]?.indexOf('\t')) ?? '';
  const isNeeded = (part: number): boolean => parts[part]?.endsWith('\tneeded') ?? false;
  const patterns: (Pattern<T> | undefined)[] = [];
  const begunBy = (part: number): Pattern<T>[] =>
    numbers(parts[part]?.split('\t')[1]).map(
      (order) => (patterns[order] ??= patternOf(lines[order] as string, order, labelsOf, meaningOf)),
    );
  // most parts are words and have no label
  const labelled = [...parts.keys()]
    .filter((part) => !parts[part]?.startsWith('\t'))
    .map((part) => partOf(part, labelsOf(part)));
  const byKind = new Map<QuantityKind, number[]>();
  for (const { part, kinds } of labelled)
    if (isNeeded(part)) for (const kind of kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), part]);
  return {
    of: keep((word): Entry<T> => {
      const line = lineOf(words, word);
      return line === undefined ? unknown : entryOf(word, line.split('\t'));
    }),
    byQuantity: inOrder(labelled.flatMap(({ part, kinds }) => (kinds.size ? begunBy(part) : []))),
    byName: inOrder(labelled.flatMap(({ part, name }) => (name ? begunBy(part) : []))),
    byKind,
    met: new Float64Array(parts.length),
    starts: [],
    sentence: 0,
  };

  function entryOf(word: string, [list, ...cells]: readonly string[]): Entry<T> {
    const partsIn = (cell: string | undefined): ReadonlySet<number> => new Set(numbers(lists[Number(cell)]));
    const own = partsIn(list);
    const phrases = new Map<number, Phrase[]>();
    for (let i = 0; i < cells.length; i += 2) {
      const phrase = [word, ...(cells[i] as string).split(' ')];
      for (const part of partsIn(cells[i + 1])) phrases.set(part, [...(phrases.get(part) ?? []), phrase]);
    }
    const opened = new Map<Pattern<T>, 0 | 1>();
    for (const part of own) for (const pattern of begunBy(part)) opened.set(pattern, pattern.done);
    // where the word may begin a phrase there, the first element is not done with
    const begun = [...phrases.keys()];
    for (const part of begun) for (const pattern of begunBy(part)) opened.set(pattern, 0);
    const begins = inOrder([...opened.keys()]).map((pattern) => ({ pattern, done: opened.get(pattern) as 0 | 1 }));
    return {
      parts: own,
      phrases,
      begins,
      rarest: begins.map(({ pattern }) => pattern.needs[0] ?? NEEDS_NONE),
      meets: [...new Set([...own, ...begun])].filter(isNeeded),
    };
  }
}

const inOrder = <T>(patterns: Pattern<T>[]): Pattern<T>[] => patterns.sort((a, b) => a.order - b.order);

/** A word that no pattern knows. */
export const unknown: Entry<never> = { parts: new Set(), phrases: new Map(), begins: [], rarest: [], meets: [] };

export const NEEDS_NONE = -1;

const numbers = (text: string | undefined): number[] => (text ? text.split(' ').map(Number) : []);

/** A pattern of which only what it waits for is read, until a sentence has all of that. */
function patternOf<T>(
  line: string,
  order: number,
  labelsOf: (part: number) => string,
  meaningOf: (id: string) => T,
): Pattern<T> {
  const [id = '', needs, written = ''] = line.split('\t');
  let elements: readonly Element[] | undefined;
  return {
    order,
    needs: numbers(needs),
    // a head that may be a number or a name is still to ask, and so is what stands before it
    done: written.startsWith('^') || labelsOf(Number.parseInt(written, 10)) ? 0 : 1,
    get is() {
      return meaningOf(id);
    },
    get elements() {
      return (elements ??= written.split(' ').map((element) => readElement(element, labelsOf)));
    },
  };
}

/** An element as the build writes it: `^`, `..3`, `,,8`, `!12`, `12`, `12?`. */
function readElement(written: string, labelsOf: (part: number) => string): Element {
  if (written === '^') return { type: 'start' };
  if (written.startsWith('..') || written.startsWith(',,'))
    return { type: 'gap', most: Number(written.slice(2)), commas: written.startsWith(',') };
  if (written.startsWith('!')) return { type: 'not', part: Number(written.slice(1)) };
  const part = Number.parseInt(written, 10);
  return { type: 'one', optional: written.endsWith('?'), ...partOf(part, labelsOf(part)) };
}

function partOf(part: number, written: string): Part {
  const labels = written.split(' ');
  return {
    part,
    kinds: new Set(labels.flatMap((label) => quantityKinds[label] ?? [])),
    least: Math.max(...labels.map((label) => leastOf[label] ?? 0)),
    name: labels.includes('Name'),
    adverb: labels.includes('ly'),
    past: labels.includes('ed'),
  };
}

/** What a pattern calls the kinds of quantities. */
export const quantityKinds: Readonly<Record<string, readonly QuantityKind[]>> = {
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
