// Pattern books as they are made: token patterns as a lexicon writes them (see patterns.ts) become one text, in which what met in a
// sentence is found without the rest being read (see pattern-book.ts). Done by the build for ours, and for a house's own when its rules are
// read.
import type { Words } from '../lexicon/claims/groups';
import { readEntry } from '../lexicon/claims/inflect';
import { quantityKinds, SECTION } from './pattern-book';

export type Groups = ReadonlyMap<string, Words>;

/** An element as written, its alternatives read. */
type Element =
  | { readonly type: 'one' | 'not'; readonly optional: boolean; readonly part: Part }
  | { readonly type: 'gap' | 'start'; readonly written: string };

/** Alternatives of which one stands in a text: words, phrases, a kind of number, a name, an adverb. Each is a part of many patterns. */
interface Part {
  readonly number: number;
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
  /** `#`, `Name`, `ly`, `ed`: what is no word. */
  readonly labels: readonly string[];
  /** The patterns that it begins. */
  readonly heads: number[];
  isNeeded: boolean;
  commonness?: number;
}

/**
 * @param entries patterns with the name of what they stand for.
 * @param isCommon true for the commonest words there are: a pattern waits for others first.
 * @throws an error that names the pattern where it cannot be read: a fault of the lexicon, found by every build.
 */
export function compilePatterns(
  entries: Iterable<readonly [pattern: string, id: string]>,
  groups: Groups,
  isCommon = (_: string): boolean => false,
): string {
  const parts = new Map<string, Part>();
  const partOf = (text: string, pattern: string): Part => {
    const part = parts.get(text) ?? readPart(text, groups, pattern, parts.size);
    parts.set(text, part);
    return part;
  };
  const lines = [...entries].map(([pattern, id], order) => {
    const elements = pattern.split(' ').map((text) => readElement(text, pattern, partOf));
    const head = elements.find(({ type }) => type !== 'start');
    if (head?.type !== 'one' || head.optional || head.part.labels.some((label) => label === 'ly' || label === 'ed'))
      throw new Error(`the pattern "${pattern}" must begin with a word, a group, a number or a name`);
    head.part.heads.push(order);
    const needs = needsOf(elements, head.part, isCommon);
    for (const need of needs) need.isNeeded = true;
    return [id, needs.map(({ number }) => number).join(' '), elements.map(written).join(' ')].join('\t');
  });
  return [lines, ...filed([...parts.values()])].map((section) => section.join('\n')).join(SECTION);
}

const written = (element: Element): string =>
  'part' in element
    ? `${element.type === 'not' ? '!' : ''}${element.part.number}${element.optional ? '?' : ''}`
    : element.written;

/** The parts, a line each; lists of parts that the same words belong to; and the words, sorted, with their lists. */
function filed(parts: readonly Part[]): [parts: string[], lists: string[], words: string[]] {
  const lists = new Map<string, number>();
  const listOf = (members: readonly Part[]): number => {
    const list = members.map(({ number }) => number).join(' ');
    if (!lists.has(list)) lists.set(list, lists.size);
    return lists.get(list) as number;
  };
  const byWord = new Map<string, { readonly alone: Part[]; readonly phrases: Map<string, Part[]> }>();
  const entryOf = (word: string) => {
    const entry = byWord.get(word) ?? { alone: [], phrases: new Map<string, Part[]>() };
    byWord.set(word, entry);
    return entry;
  };
  for (const part of parts) {
    for (const word of part.words) entryOf(word).alone.push(part);
    for (const phrase of new Set(part.phrases.map((words) => words.join(' ')))) {
      const [first = '', ...rest] = phrase.split(' ');
      const { phrases } = entryOf(first);
      phrases.set(rest.join(' '), [...(phrases.get(rest.join(' ')) ?? []), part]);
    }
  }
  const words = [...byWord]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { alone, phrases }]) =>
      [word, listOf(alone), ...[...phrases].flatMap(([rest, members]) => [rest, listOf(members)])].join('\t'),
    );
  const lines = parts.map(({ labels, heads, isNeeded }) =>
    [labels.join(' '), heads.join(' '), isNeeded ? 'needed' : ''].join('\t'),
  );
  return [lines, [...lists.keys()], words];
}

/** Needs kept of a pattern: more would hold back few places more. */
const MOST_NEEDS = 3;

/** The parts behind the head that are words, phrases or numbers and may not be missing; the rarest of them. */
const needsOf = (elements: readonly Element[], head: Part, isCommon: (word: string) => boolean): readonly Part[] =>
  elements
    .flatMap((one) => (one.type === 'one' && !one.optional ? [one.part] : []))
    .filter((part) => part !== head && part.labels.every((label) => label.startsWith('#')))
    .sort((a, b) => commonness(a, isCommon) - commonness(b, isCommon))
    .slice(0, MOST_NEEDS);

/** A guess, for the order alone: how likely one of the alternatives stands in a sentence. */
const commonness = (part: Part, isCommon: (word: string) => boolean): number =>
  (part.commonness ??= guessCommonness(part, isCommon));

const guessCommonness = ({ words, phrases, labels }: Part, isCommon: (word: string) => boolean): number =>
  labels.length * 20 + phrases.length + words.size + 100 * [...words].filter(isCommon).length;

function readElement(text: string, pattern: string, partOf: (text: string, pattern: string) => Part): Element {
  const optional = text.length > 1 && text.endsWith('?');
  const body = optional ? text.slice(0, -1) : text;
  if (body === '^') return { type: 'start', written: body };
  if (isGap(body)) return readGap(body, pattern);
  if (body.startsWith('!')) return { type: 'not', optional: false, part: partOf(body.slice(1), pattern) };
  return { type: 'one', optional, part: partOf(body, pattern) };
}

const isGap = (body: string): boolean => /^(?:\.\.|,,)\d/.test(body);

/** The words that a pattern spells out itself. @throws an error where it cannot be read. */
export function literalsOf(pattern: string, groups: Groups): readonly string[] {
  compilePatterns([[pattern, '']], groups);
  return pattern.split(' ').flatMap((text) => {
    const body = text.replace(/^!/, '').replace(/(?<=.)\?$/, '');
    if (body === '^' || isGap(body)) return [];
    const ownParts = body.split('|').filter((part) => !part.startsWith('<'));
    if (!ownParts.length) return [];
    const { words, phrases } = readPart(ownParts.join('|'), groups, pattern, 0);
    return [...words, ...phrases.flat()];
  });
}

/** What a pattern passes over is bounded, or its work at one place is not. */
const LONGEST_GAP = 15;

function readGap(text: string, pattern: string): Element {
  const most = Number(text.slice(2));
  if (!(Number.isInteger(most) && most >= 1 && most <= LONGEST_GAP))
    throw new Error(`the pattern "${pattern}" has the gap ${text}; it may be 1 to ${LONGEST_GAP} words long`);
  return { type: 'gap', written: text };
}

function readPart(text: string, groups: Groups, pattern: string, number: number): Part {
  const words = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const labels: string[] = [];
  for (const one of text.split('|')) {
    if (one.startsWith('<')) {
      const group = groups.get(one.slice(1, -1));
      if (!group) throw new Error(`the pattern "${pattern}" names the group ${one}, which is nowhere`);
      for (const word of group.words) words.add(word);
      phrases.push(...group.phrases);
    } else if (one.startsWith('#')) {
      if (!quantityKinds[one]) throw new Error(`the pattern "${pattern}" speaks of ${one}, which is no kind of number`);
      labels.push(one);
    } else if (one === 'Name' || one === 'ly' || one === 'ed') labels.push(one);
    else {
      for (const phrase of readEntry(one)) {
        if (phrase.length > 1) phrases.push(phrase);
        else words.add(phrase[0] as string);
      }
    }
  }
  return { number, words, phrases, labels, heads: [], isNeeded: false };
}
