// The finder: where the words of all rules of one settings file stand in a paragraph, found in one pass however many rules there are.
import { phraseIndex, phrasesIn, type PhraseIndex } from '../../analysis/usage/phrases';
import { perParagraph } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens } from '../../document/token';
import { type PatternBook, patternBook, whileAsked } from '../../language/pattern-book';
import { compilePatterns } from '../../language/pattern-source';
import { matchesIn } from '../../language/patterns';
import { contains, indexAt, joined, type Span } from '../../text/span';
import { classesOfHouse } from './classes';
import { withIrregular } from './verbs';
import { type HouseRule, type Quotations, quotations } from './spec';

/** Words that a rule is about. Offsets relative to the paragraph. */
export interface Hit extends Span {
  /** What the house writes there, one or several to choose from; nothing where it says nothing of that. */
  readonly replacement: string | readonly string[] | undefined;
  /** The phrase as the rule has it; nothing where a pattern found it. */
  readonly phrase: string | undefined;
  readonly quoted: boolean;
  /** First in its sentence: a capital says nothing. */
  readonly initial: boolean;
}

export interface Finder {
  /** By place of the rule: its hits, the longest at each place, exceptions left out. */
  readonly in: (paragraph: Paragraph) => readonly (readonly Hit[])[];
}

/** Which rule, by its place, and whether the words are an exception of it. */
interface Listed {
  readonly rule: number;
  readonly phrase: string;
  readonly replacement: Hit['replacement'];
  readonly isException: boolean;
}

/** @param rules whose patterns were found in order. */
export function finderOf(rules: readonly HouseRule[]): Finder {
  const index = indexOf(rules);
  const books = quotations.flatMap((where) => bookOf(rules, where) ?? []);
  const look = (paragraph: Paragraph): readonly (readonly Hit[])[] => {
    const hits = rules.map((): Hit[] => []);
    const passed = rules.map((): Span[] => []);
    for (const { value, ...at } of phrasesIn(paragraph, index, true))
      for (const one of value) {
        if (one.isException) passed[one.rule]?.push(at);
        else if (isMeant(rules[one.rule] as HouseRule, at.quoted)) hits[one.rule]?.push({ ...one, ...at });
      }
    for (const book of books) for (const { rule, ...hit } of patternHits(paragraph, book)) hits[rule]?.push(hit);
    return hits.map((own, rule) => longest(without(own, joined(passed[rule] as Span[]))));
  };
  const finder: Finder = {
    in(paragraph) {
      const known = keptIn(paragraph);
      let hits = known.get(finder);
      if (!hits) known.set(finder, (hits = look(paragraph)));
      return hits;
    },
  };
  return finder;
}

/** By the finder: a folder's rules are found again where nothing has changed, and nobody else's are taken for them. */
const keptIn = perParagraph((): WeakMap<Finder, readonly (readonly Hit[])[]> => new WeakMap());

/** Those that stand in none of the spans, which are in order and apart. */
const without = (hits: readonly Hit[], spans: readonly Span[]): readonly Hit[] =>
  hits.filter((hit) => {
    const wider = spans[indexAt(spans, hit.start)];
    return !(wider && contains(wider, hit));
  });

const isMeant = ({ quotations: where = 'outside' }: HouseRule, quoted: boolean): boolean =>
  where === 'anywhere' || quoted === (where === 'inside');

function indexOf(rules: readonly HouseRule[]): PhraseIndex<readonly Listed[]> {
  const byPhrase = new Map<string, Listed[]>();
  const list = (phrase: string, rule: number, replacement: Hit['replacement'], isException = false): void => {
    const read = phrase.normalize('NFC');
    const key = read.toLowerCase();
    byPhrase.set(key, [...(byPhrase.get(key) ?? []), { rule, phrase: read, replacement, isException }]);
  };
  for (const [rule, { phrases = [], replace = {}, exceptions = [], replacement }] of rules.entries()) {
    for (const [phrase, instead] of Object.entries(replace)) list(phrase, rule, instead);
    for (const phrase of phrases) list(phrase, rule, replacement);
    for (const phrase of exceptions) list(phrase, rule, undefined, true);
  }
  return phraseIndex(byPhrase);
}

/** Patterns that look at the same side of the quotation marks. */
interface Book {
  readonly where: Quotations;
  readonly patterns: PatternBook<number>;
  readonly rules: readonly HouseRule[];
}

function bookOf(rules: readonly HouseRule[], where: Quotations): Book | undefined {
  const entries = rules.flatMap(({ patterns = [], quotations: own = 'outside', classes }, rule) =>
    own === where ? patterns.map((pattern) => [inRule(pattern, classes, rule), String(rule)] as const) : [],
  );
  if (!entries.length) return undefined;
  const groups = new Map(classesOfHouse());
  for (const [rule, { classes = {} }] of rules.entries())
    for (const [name, words] of Object.entries(classes)) groups.set(`${rule}/${name}`, wordsOf(words));
  return { where, rules, patterns: patternBook(compilePatterns(entries, groups), Number, whileAsked) };
}

/** Two rules may call classes of their own alike. */
const inRule = (pattern: string, classes: HouseRule['classes'] = {}, rule: number): string =>
  withIrregular(readable(pattern)).replace(/<([^<>]*)>/g, (whole, name: string) =>
    Object.hasOwn(classes, name) ? `<${rule}/${name}>` : whole,
  );

/** A pattern as the matcher takes it: one space between its parts, apostrophes as tokens have them. */
export const readable = (pattern: string): string => pattern.trim().replace(/\s+/g, ' ').replaceAll('’', "'");

/** As a pattern's class takes them: single words, and phrases word by word. */
export function wordsOf(entries: readonly string[]) {
  const split = entries.map((entry) => entry.trim().toLowerCase().replaceAll('’', "'").split(/\s+/));
  return {
    words: new Set(split.flatMap((words) => (words.length === 1 ? words : []))),
    phrases: split.filter((words) => words.length > 1),
  };
}

function* patternHits(paragraph: Paragraph, { where, patterns, rules }: Book): Generator<Hit & { rule: number }> {
  const { tokens } = paragraph;
  const seen = where === 'outside' ? paragraph : turned(paragraph)[where];
  for (const sentence of paragraph.sentences)
    for (const { is: rule, first, last } of matchesIn(patterns, seen, sentence)) {
      const { replacement } = rules[rule] as HouseRule;
      const shape = { quoted: has(tokens, first, Shape.quoted), initial: has(tokens, first, Shape.initial) };
      yield { rule, ...spanOf(tokens, first, last), replacement, phrase: undefined, ...shape };
    }
}

/** Patterns pass over what stands inside quotation marks: where they are to read that, it is turned inside out for them. */
const turned = perParagraph((paragraph) => {
  const withShape = (turn: (shape: number) => number): Paragraph => {
    const tokens: Tokens = { ...paragraph.tokens, shape: paragraph.tokens.shape.map(turn) };
    return { ...paragraph, tokens };
  };
  return {
    inside: withShape((shape) => shape ^ Shape.quoted),
    anywhere: withShape((shape) => shape & ~Shape.quoted),
  };
});

/** The longest at each place, left to right, apart from one another. */
function longest(hits: readonly Hit[]): readonly Hit[] {
  let reach = 0;
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reach) return false;
      reach = end;
      return true;
    });
}
