// A sentence as the passes see it: the paragraph's tokens with what each word can do, and where the sentence begins and ends.
import { contractionOf } from '../../language/contractions';
import { Class, classesOf } from '../../language/word-classes';
import type { Paragraph, Quotation } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { perParagraphAnd } from '../../document/kept';
import { perParagraph } from '../../document/memo';
import { isNamedAsWord } from '../names/function-names';
import { isNamedAsMonth } from '../names/month-names';
import { isTitleCase } from '../names/title-lines';
import { type Verb, verbOf } from './lexicon';

/** A quotation that holds somebody's words; titles and single scare-quoted words are left out. */
export interface Quoted {
  readonly quotation: Quotation;
  /** First and last (exclusive) token, marks included. */
  readonly first: number;
  readonly last: number;
  readonly words: number;
  /** Long enough, or ended like a sentence: surely speech. */
  readonly speech: boolean;
  /** "The Long Way Home": a title, not words spoken. */
  readonly title: boolean;
}

/** The paragraph's reading, shared by its sentences. Arrays run parallel to the tokens. */
export interface ParagraphWords {
  readonly paragraph: Paragraph;
  readonly tokens: Tokens;
  readonly word: readonly string[];
  readonly classes: Uint32Array;
  readonly verbs: readonly (Verb | undefined)[];
  /** How many tokens before each one are quoted: counts in any range by one subtraction. Empty where nothing is quoted. */
  readonly quotedBefore: Int32Array;
  readonly quoted: readonly Quoted[];
  /** First tokens of the quotations, and those right behind them. */
  readonly opening: ReadonlySet<number>;
  readonly behind: ReadonlySet<number>;
  /** Tokens that open a sentence and could be a word of the language; the story calls somebody so: "Long said". */
  readonly called: readonly number[];
}

/** One sentence: tokens `[first, last)`. */
export interface Scope extends ParagraphWords {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** A headline, or a line set like one: capitals tell no names here. */
  readonly headline: boolean;
}

/** @param called tokens that are names, though the paragraph cannot tell. */
export function readScopes(paragraph: Paragraph, called: readonly number[] = nobody): Scope[] {
  const reading = readingCalled(paragraph, called);
  return paragraph.sentences.map(({ firstToken, lastToken }, sentence) => ({
    sentence,
    first: firstToken,
    last: lastToken,
    headline:
      paragraph.role === 'headline' || paragraph.role === 'subhead' || isTitleCase(paragraph, firstToken, lastToken),
    // last: what stands behind a spread is added property by property, which costs the engine thirty times as much
    ...reading,
  }));
}

/** The paragraph's tokens with the parts of speech that each may be. */
export const readingOf: (paragraph: Paragraph) => ParagraphWords = perParagraph((paragraph) => {
  const { tokens } = paragraph;
  const { word, length } = tokens;
  const classes = new Uint32Array(length);
  const found: (Verb | undefined)[] = new Array(length);
  for (let i = 0; i < length; i++) {
    classes[i] = classesIn(tokens, i);
    found[i] = verbOf(recordAt(tokens, i));
  }
  return { paragraph, tokens, word, classes, verbs: found, ...quotedIn(paragraph), called: nobody };
});

const nobody: readonly number[] = [];

/** The same, and those tokens are names and nothing else. */
export function readingCalled(paragraph: Paragraph, called: readonly number[]): ParagraphWords {
  return called.length === 0 ? readingOf(paragraph) : withCalled(paragraph, called);
}

const withCalled = perParagraphAnd((paragraph: Paragraph, called: readonly number[]): ParagraphWords => {
  const reading = readingOf(paragraph);
  const classes = reading.classes.slice();
  for (const i of called) classes[i] = 0;
  return {
    ...reading,
    classes,
    verbs: reading.verbs.map((verb, i) => (called.includes(i) ? undefined : verb)),
    called,
  };
});

type QuotedIn = Pick<ParagraphWords, 'quoted' | 'quotedBefore' | 'opening' | 'behind'>;

/** Most paragraphs quote nothing. */
const nothingQuoted: QuotedIn = {
  quoted: [],
  quotedBefore: new Int32Array(0),
  opening: new Set(),
  behind: new Set(),
};

function quotedIn(paragraph: Paragraph): QuotedIn {
  if (!paragraph.quotations.length) return nothingQuoted;
  const quoted = paragraph.quotations.filter(({ level }) => level === 0).map((q) => readQuotation(paragraph, q));
  const quotedBefore = new Int32Array(paragraph.tokens.length + 1);
  // first whether each token is quoted, one place on; then how many
  for (const { first, last, words, speech } of quoted)
    if (words > 1 || speech) quotedBefore.fill(1, first + 1, last + 1);
  for (let i = 1; i < quotedBefore.length; i++) quotedBefore[i]! += quotedBefore[i - 1] as number;
  return {
    quoted,
    quotedBefore,
    opening: new Set(quoted.map(({ first }) => first)),
    behind: new Set(quoted.map(({ last }) => last)),
  };
}

function classesIn(tokens: Tokens, i: number): number {
  const bits = classesOf(recordAt(tokens, i));
  // "Puig i Cadafalch" names no first person
  if (!has(tokens, i, Shape.capital))
    return bits & Class.subject && wordAt(tokens, i) === 'i' && has(tokens, i + 1, Shape.capital) ? 0 : bits;
  // "An Nguyen", "To Lam"
  if (bits & smallWord && mayBeNamed(tokens, i) && isNamedAsWord(tokens, i)) return 0;
  if (bits & Class.time && isNamedAsMonth(tokens, i)) return bits & ~(verbal | Class.time | Class.period);
  return isMonthOrMan(tokens, i) ? bits & ~verbal : bits;
}

const smallWord = Class.article | Class.preposition | Class.modal;
/** A capital beside it. */
const mayBeNamed = ({ shape }: Tokens, i: number): boolean =>
  (((shape[i + 1] ?? 0) | (shape[i - 1] ?? 0)) & Shape.capital) !== 0;

const verbal = Class.auxiliary | Class.modal | Class.finite;

/** "May" in mid-sentence is the month, "Will" a man: no auxiliaries. */
const isMonthOrMan = ({ shape }: Tokens, i: number): boolean =>
  ((shape[i] as number) & (Shape.capital | Shape.allCaps | Shape.initial)) === Shape.capital;

const SURE_SPEECH = 6;
const SHORT_SPEECH = 3;
const LONGEST_TITLE = 8;
/** Words of this length are written small in a title only when they are not part of one. */
const SMALL_WORD = 4;

function readQuotation({ text, tokens }: Paragraph, quotation: Quotation): Quoted {
  const { firstToken: first, lastToken: last, inner } = quotation;
  let words = 0;
  let small = 0;
  let opening = 0;
  for (let i = first; i < last; i++) {
    const shape = tokens.shape[i] as number;
    if (shape & Shape.mark || (tokens.start[i] as number) < inner.start || (tokens.end[i] as number) > inner.end)
      continue;
    if (words === 0) opening = shape;
    words++;
    if (shape & Shape.word && !(shape & Shape.capital) && (tokens.word[i] as string).length >= SMALL_WORD) small++;
  }
  const end = text[inner.end - 1] ?? '';
  const stopped = ',.!?—–-'.includes(end) && end !== '';
  return {
    quotation,
    first,
    last,
    words,
    speech: (stopped && words >= SHORT_SPEECH) || words >= SURE_SPEECH,
    title: words <= LONGEST_TITLE && small === 0 && (opening & Shape.capital) !== 0 && !stopped,
  };
}

// What the passes ask of a token. Past either end of the paragraph every answer is no.

export const word = (s: ParagraphWords, i: number): string => s.word[i] ?? '';

export const is = (s: ParagraphWords, i: number, classes: number): boolean => ((s.classes[i] ?? 0) & classes) !== 0;

/** True where a quotation of any length ends right before token `i`, a comma between passed over. */
export const isBehindQuotation = (s: ParagraphWords, i: number): boolean =>
  s.behind.has(i) || (word(s, i - 1) === ',' && s.behind.has(i - 1));

/** True where a quotation of any length begins at token `i`. */
export const opensQuotation = (s: ParagraphWords, i: number): boolean => s.opening.has(i);

export const isQuoted = ({ quotedBefore }: ParagraphWords, i: number): boolean =>
  quotedBefore.length > 0 && (quotedBefore[i + 1] as number) > (quotedBefore[i] as number);

export const shape = (s: ParagraphWords, i: number, bits: number): boolean => ((s.tokens.shape[i] ?? 0) & bits) !== 0;

export const isCapital = (s: ParagraphWords, i: number): boolean => shape(s, i, Shape.capital);

/** A name that only the story tells. */
export const isCalled = ({ called }: ParagraphWords, i: number): boolean => called.length > 0 && called.includes(i);

/** A mark, or nothing at all. */
export const isMark = (s: ParagraphWords, i: number): boolean => i < 0 || i >= s.word.length || shape(s, i, Shape.mark);

/** A stop inside a name, or a sign that joins one: no boundary. */
export const isJoint = (s: ParagraphWords, i: number): boolean => {
  const w = word(s, i);
  return w === '.' || w === '&' || (w === '-' && !isSpaced(s, i)) || w === "'";
};

/** A blank on either side. */
const isSpaced = ({ tokens: { start, end } }: ParagraphWords, i: number): boolean =>
  i > 0 &&
  i + 1 < start.length &&
  (end[i - 1] as number) < (start[i] as number) &&
  (end[i] as number) < (start[i + 1] as number);

export const isPossessive = (s: ParagraphWords, i: number): boolean => {
  const w = word(s, i);
  if (w === "'" || w === '’') return word(s, i - 1).endsWith('s');
  // "there's no doubt" is nobody's doubt
  return w.length > 2 && (w.endsWith("s'") || (w.endsWith("'s") && !contractionOf(recordAt(s.tokens, i))));
};

/** "Captured": the past of a regular verb by its ending, or a participle. */
export const isPastForm = (s: ParagraphWords, i: number): boolean => word(s, i).length > 4 && word(s, i).endsWith('ed');

export const isDash = (s: ParagraphWords, i: number): boolean => {
  const w = word(s, i);
  return w === '—' || w === '–' || w === '--' || w === '―' || (w === '-' && isSpaced(s, i));
};

export const isComma = (s: ParagraphWords, i: number): boolean => word(s, i) === ',';
