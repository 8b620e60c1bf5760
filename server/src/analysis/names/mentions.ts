// Mentions: where names stand in a paragraph. A mention is a run of capitalised words with the small words and articles inside
// it; titles before it are set apart.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { placeholdersIn } from '../placeholders';
import { classOf as givenClassOf } from '../transliteration/given-names';
import { isArticleWord } from '../transliteration/letters';
import { bodyLink, isCapitalBehind } from './body-links';
import { isHouseTitle } from './house-titles';
import { isKind, Kind } from './lists';
import { nameOf, type NameWord, nameWordsOf, particlesOf } from './mention-words';
import { hasPrefix, isApostrophe, namePart, type Part, wholePart } from './name-part';
import { isLoose, isTitleLine } from './title-lines';
import { nameBegins } from './titles-before';

export interface Mention extends Span {
  readonly words: readonly NameWord[];
  /** Their forms, joined with spaces. */
  readonly name: string;
  /** Titles and offices right before it, in lower case. */
  readonly titles: readonly string[];
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** The articles, small words and end hamzas inside, in order: what tells "ben Khalifa" from "bin Khalifa". */
  readonly particles: string;
  /** An item of an enumeration or a line-up: the words beside it are other people. */
  readonly listed: boolean;
  /** Some word is {@link NameWord.doubtful}. */
  readonly doubtful: boolean;
  /** Behind a word of kin: "her husband Luis Torrell". */
  readonly kinOf: boolean;
  /** Introduced as somebody's kin, or as nobody's: "Hamed Awadi, his cousin", "Faraj Majbadi, no relation". */
  readonly kin: boolean;
}

export const mentionsIn = perParagraph(readMentions);

/** A longer run of capitals is a title or a list, and is read in pieces. */
const MOST_PARTS = 12;

const noPlaceholders: ReadonlyMap<number, number> = new Map();

function readMentions(paragraph: Paragraph): readonly Mention[] {
  const { tokens, sentences } = paragraph;
  const { shape, start: starts, length } = tokens;
  const mentions: Mention[] = [];
  const gaps = placeholdersIn(paragraph);
  const placeholders = gaps.length ? new Map(gaps.map(({ start, end }) => [start, end])) : noPlaceholders;
  const isPlaceholder = ({ start, end }: Span): boolean => end <= (placeholders.get(start) ?? -1);
  let run: Part[] = [];
  let sentence = 0;
  let asked = -1;
  let titled = false;
  const close = (): void => {
    if (run.length === 0) return;
    const mention = mentionOf(paragraph, run, sentence);
    if (mention && !isPlaceholder(mention)) mentions.push(mention);
    run = [];
  };
  for (let i = 0; i < length; i++) {
    const bits = shape[i] as number;
    if (!(bits & Shape.word)) continue;
    const capital = (bits & Shape.capital) !== 0;
    const open = run.length > 0;
    if (!capital && !open && !mayOpen(paragraph, i)) continue;
    if (open && (run.length >= MOST_PARTS || !joins(paragraph, run[run.length - 1] as Part, i))) close();
    while (sentence + 1 < sentences.length && (starts[i] as number) >= (sentences[sentence] as Span).end) sentence++;
    if (sentence !== asked) titled = isTitleLine(paragraph, (asked = sentence));
    if (titled && isLoose(paragraph, i)) {
      close();
      continue;
    }
    const part = (open && !capital && bodyLink(paragraph, i, run)) || partAt(paragraph, i, capital, run.length > 0);
    if (!part) close();
    else {
      run.push(part);
      if (part.closes) close();
    }
  }
  close();
  return mentions;
}

/** Lower-case words that can open a name by themselves. */
const openers = wordList('openers of an Arabic name');

function mayOpen(p: Paragraph, i: number): boolean {
  const word = wordAt(p.tokens, i);
  return hasPrefix(word) || openers.has(word) || isAynName(p, i, word);
}

/** "'ali", "'abd": ayn at the head of a given name leaves no capital in strict romanisation. */
function isAynName({ text, tokens }: Paragraph, i: number, word: string): boolean {
  const start = tokens.start[i] as number;
  const before = text.charCodeAt(start - 2);
  if (!isApostrophe(text.charCodeAt(start - 1)) || (before !== SPACE && before !== HYPHEN)) return false;
  return word.startsWith('abd') || givenClassOf(word) !== undefined;
}

const SPACE = 32;
const HYPHEN = 45;
const STOP = 46;
const S = 115;

/** True where the token goes on the run that `last` ends. */
function joins(paragraph: Paragraph, last: Part, i: number): boolean {
  const { tokens, text } = paragraph;
  if (has(tokens, i, Shape.initial)) return false;
  const start = tokens.start[i] as number;
  const end = tokens.end[last.token] as number;
  if (text.charCodeAt(end) === SPACE) {
    // one space; or a space and the apostrophe that is the next name's first letter, "Ahmad 'ali"
    return start === end + 1 || (start === end + 2 && isApostrophe(text.charCodeAt(end + 1)));
  }
  // "al-'Ali"
  if (text.charCodeAt(end) === HYPHEN) return last.small && start === end + 2 && isApostrophe(text.charCodeAt(end + 1));
  // "Bara' Qatirji": hamza ends the word, and no plural does
  if (isApostrophe(text.charCodeAt(end)) && start === end + 2 && text.charCodeAt(end + 1) === SPACE)
    return last.low.charCodeAt(last.low.length - 1) !== S && !last.closes;
  // "J. Smith", where the stop is a token of its own
  const stopped = text.charCodeAt(end) === STOP && start === end + 2 && text.charCodeAt(end + 1) === SPACE;
  return (
    stopped &&
    (last.low.length === 1 || (last.facts.kinds & Kind.abbreviated) !== 0 || isHouseTitle(paragraph, last.token))
  );
}

function partAt(p: Paragraph, i: number, capital: boolean, inside: boolean): Part | undefined {
  const word = wordAt(p.tokens, i);
  if (!capital && isAynName(p, i, word)) return wholePart(p, i, false);
  const part = capital || hasPrefix(word) ? namePart(p, i, capital) : undefined;
  if (part) return inside || !part.small || openers.has(part.low) ? part : undefined;
  return isLink(p, i, word, inside) ? wholePart(p, i, true) : undefined;
}

/** A small word inside a name, or opening one, with the name's next word right behind it. */
function isLink(p: Paragraph, i: number, word: string, inside: boolean): boolean {
  const { tokens, text } = p;
  if (!(inside || openers.has(word)) || !isKind(word, 'link')) return false;
  const end = tokens.end[i] as number;
  if (text.charCodeAt(end) === HYPHEN && isApostrophe(text.charCodeAt(end + 1)) && isArticleWord(word)) {
    // "al-'Ali": hyphen and apostrophe are tokens of their own
    return (
      tokens.start[i + 3] === end + 2 &&
      (has(tokens, i + 3, Shape.capital) || isAynName(p, i + 3, wordAt(tokens, i + 3)))
    );
  }
  if (tokens.start[i + 1] !== end + 1 || text.charCodeAt(end) !== SPACE) return false;
  // "de la Cruz", "von der Leyen": small words in a row
  return has(tokens, i + 1, Shape.capital) || (isKind(wordAt(tokens, i + 1), 'link') && isCapitalBehind(p, i + 1));
}

/** The mention that a run of parts makes, or nothing where only titles and small words were left. */
function mentionOf(p: Paragraph, run: readonly Part[], sentence: number): Mention | undefined {
  const first = nameBegins(p, run);
  let last = run.length;
  while (last > first && (run[last - 1] as Part).small) last--;
  const words = first < last ? nameWordsOf(p, run, first, last) : none;
  if (words.length === 0 || namesNobody(words)) return undefined;
  const { start } = run[first] as Part;
  const { end } = run[last - 1] as Part;
  return {
    start,
    end,
    words,
    name: nameOf(words),
    titles: first === 0 ? none : run.slice(0, first).map(({ low }) => low),
    sentence,
    particles: particlesOf(p, run, first, last),
    listed: isListed(p.text, start, end),
    doubtful: words.some((w) => w.doubtful),
    kinOf: isKind(wordAt(p.tokens, (run[0] as Part).token - 1), 'kin'),
    kin: words.length > 1 && isKin(p, (run[last - 1] as Part).token),
  };
}

/** A letter alone, "C$", "Plan B"; "p.m.", "TV"; "Co Ltd" without its company. */
const namesNobody = (words: readonly NameWord[]): boolean =>
  (words.length === 1 && LETTER.test((words[0] as NameWord).form)) ||
  words.every(({ form }) => nobodys.has(form) || isKind(form, 'company'));

const LETTER = /^[a-z]$/;
const nobodys = wordList('letters that name nobody');

const COMMA = 44;
/** Words between the comma and what a person is to another: "his younger", "who is no". */
const MOST_BETWEEN = 3;

function isKin({ tokens, text }: Paragraph, last: number): boolean {
  if (text.charCodeAt(tokens.end[last] as number) !== COMMA) return false;
  for (let i = last + 2; i <= last + 2 + MOST_BETWEEN && has(tokens, i, Shape.word); i++) {
    if (has(tokens, i, Shape.capital)) return false;
    if (isKind(wordAt(tokens, i), 'kin')) return true;
  }
  return false;
}

const none: readonly never[] = [];

const openMarks = new Set([...',;(:'].map((c) => c.charCodeAt(0)));
const closeMarks = new Set([...',;().0123456789'].map((c) => c.charCodeAt(0)));

function isListed(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text.charCodeAt(before) === SPACE) before--;
  if (!openMarks.has(text.charCodeAt(before))) return false;
  let after = end;
  while (after < text.length && text.charCodeAt(after) === SPACE) after++;
  return closeMarks.has(text.charCodeAt(after));
}
