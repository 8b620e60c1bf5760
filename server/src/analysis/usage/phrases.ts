// Phrases: where listed words stand in a paragraph, as words, with possessives and compounds ("al-Qaida-linked") allowed for.
import { inText } from '../../text/spelling';
import type { Paragraph } from '../../document/paragraph';
import { readParagraph } from '../../document/segment/paragraph';
import { has, Shape, type Tokens, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { wordList } from '../../lexicon/word-lists';

/** Phrases by their first word. Built once for a list: {@link phraseIndex}. */
export interface PhraseIndex<T> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<T>[]>;
  /** Which heads of two letters some phrase begins with: most words are passed over without a look-up. */
  readonly heads: Uint8Array;
}

interface Phrase<T> {
  readonly words: readonly string[];
  /** Which of them stand directly behind the one before: the comma of "no pain, no gain". Nothing where none does. */
  readonly joined: readonly boolean[] | undefined;
  readonly value: T;
}

/** A phrase where it stands. Offsets relative to the paragraph; possessive ending and compound tail are outside. */
export interface PhraseMatch<T> extends Span {
  readonly value: T;
  readonly firstToken: number;
  readonly quoted: boolean;
  /** First in its sentence: a capital says nothing. */
  readonly initial: boolean;
}

/** @param phrases as written; compared in lower case, with any apostrophe. The first to list a phrase has it. */
export function phraseIndex<T>(phrases: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const [text, value] of phrases) {
    const { words, joined } = wordsOf(inText(text));
    const first = words[0];
    if (first === undefined) continue;
    const same = byFirst.get(first);
    if (!same) byFirst.set(first, [{ words, joined, value }]);
    else same.push({ words, joined, value });
  }
  const heads = new Uint8Array(HEADS * HEADS);
  for (const [first, same] of byFirst) {
    heads[headOf(first)] = 1;
    same.sort((a, b) => b.words.length - a.words.length);
  }
  return { byFirst, heads };
}

/** As copy has them token by token; most phrases have spaces between words and nothing else. */
function wordsOf(phrase: string): Pick<Phrase<unknown>, 'words' | 'joined'> {
  const trimmed = phrase.trim();
  if (!HAS_MARKS.test(trimmed)) return { words: trimmed.split(/\s+/).filter(Boolean), joined: undefined };
  const { tokens } = readParagraph(trimmed.replace(/\s+/g, ' '), 'paragraph', false);
  const words = Array.from({ length: tokens.length }, (_, i) => wordAt(tokens, i));
  return { words, joined: words.map((_, i) => i > 0 && tokens.start[i] === tokens.end[i - 1]) };
}

/** Anything but words of letters and digits, with stops, hyphens and apostrophes in them. */
const HAS_MARKS = /[^\p{L}\p{M}\p{N}\s.'-]|\d\p{L}/u;

/** True where a listed phrase may begin with the word. */
export const beginsPhrase = <T>({ byFirst }: PhraseIndex<T>, word: string): boolean =>
  byFirst.has(word) || byFirst.has(stemOf(word, byFirst));

const HEADS = 128;

/** The first and third letters: more telling than the first two. */
const headOf = (word: string): number => (word.charCodeAt(0) % HEADS) * HEADS + (word.charCodeAt(2) % HEADS || 0);

/**
 * The longest listed phrase at each place, left to right, apart from one another.
 * @param every each phrase at each place instead: of several lists in one index none hides another's.
 */
export function phrasesIn<T>(
  paragraph: Paragraph,
  { byFirst, heads }: PhraseIndex<T>,
  every = false,
): readonly PhraseMatch<T>[] {
  const { tokens, text } = paragraph;
  let found: PhraseMatch<T>[] | undefined;
  const hasPrefixes = PREFIXED.test(text);
  for (let i = 0; i < tokens.length; i++) {
    const skip = hasPrefixes ? prefixAt(paragraph, i) : 0;
    const word = hourAlone(skip ? wordAt(tokens, i).slice(skip) : wordAt(tokens, i));
    if (heads[headOf(word)] === 0) continue;
    const candidates = byFirst.get(word) ?? byFirst.get(stemOf(word, byFirst));
    if (!candidates) continue;
    for (const phrase of candidates) {
      const match = matchAt(paragraph, i, phrase, skip);
      if (!match) continue;
      (found ??= []).push(match);
      const { words } = phrase;
      const rest = skip || words.length > 1 ? undefined : restAt(tokens, i, match.end, byFirst);
      if (rest) found.push(rest);
      if (every) continue;
      i += words.length - 1;
      break;
    }
  }
  return found ?? none;
}

/** The phrase, where it stands from the token at `i` on, behind the units of a prefix. */
function matchAt<T>(paragraph: Paragraph, i: number, phrase: Phrase<T>, skip: number): PhraseMatch<T> | undefined {
  const length = lengthAt(paragraph, i, phrase, skip);
  if (length === undefined) return undefined;
  const { tokens } = paragraph;
  const last = i + phrase.words.length - 1;
  return {
    start: (tokens.start[i] as number) + skip,
    end: (tokens.start[last] as number) + (last === i ? skip : 0) + length,
    value: phrase.value,
    firstToken: i,
    quoted: has(tokens, i, Shape.quoted),
    initial: skip === 0 && has(tokens, i, Shape.initial),
  };
}

/** The other half of "U.S.-U.K.", where both are listed: both change, or neither. @param at where the first half ends. */
function restAt<T>(
  tokens: Tokens,
  i: number,
  at: number,
  byFirst: PhraseIndex<T>['byFirst'],
): PhraseMatch<T> | undefined {
  const word = wordAt(tokens, i);
  const length = at - (tokens.start[i] as number);
  if (word.charAt(length) !== '-') return undefined;
  const rest = word.slice(length + 1);
  const same = byFirst.get(rest)?.find(({ words }) => words.length === 1);
  const end = tokens.end[i] as number;
  return (
    same && {
      value: same.value,
      start: end - rest.length,
      end,
      firstToken: i,
      quoted: has(tokens, i, Shape.quoted),
      initial: false,
    }
  );
}

/** Units of "pro-" before the capital of a name that the token goes on with. */
function prefixAt({ tokens, text }: Paragraph, i: number): number {
  const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
  const [prefix, letters] = PREFIX.exec(text.slice(start, Math.min(end, start + LONGEST_PREFIX))) ?? [];
  return prefix !== undefined && prefixes.has((letters as string).toLowerCase()) ? prefix.length : 0;
}

/** How much of the last token belongs to the phrase, where it stands at `from`, behind a prefix perhaps. */
function lengthAt(
  { tokens, text }: Paragraph,
  from: number,
  { words, joined }: Phrase<unknown>,
  skip: number,
): number | undefined {
  for (let k = 0; k < words.length; k++) {
    const at = from + k;
    const word = k === 0 && skip ? wordAt(tokens, at).slice(skip) : wordAt(tokens, at);
    const wanted = words[k] as string;
    if (k > 0 && !(joined?.[k] ? tokens.start[at] === tokens.end[at - 1] : isSpaced(tokens, text, at)))
      return undefined;
    if (k < words.length - 1) {
      if (word !== wanted) return undefined;
    } else if (hourAlone(word) === wanted && word !== wanted) return wanted.length;
    else if (word === wanted) return (tokens.end[at] as number) - (tokens.start[at] as number) - (k === 0 ? skip : 0);
    else return word.startsWith(wanted) && /^(?:'|-)/.test(word.slice(wanted.length)) ? wanted.length : undefined;
  }
  return undefined;
}

function isSpaced(tokens: Tokens, text: string, at: number): boolean {
  const end = tokens.end[at - 1] as number;
  const start = tokens.start[at];
  return start === end + 1 && text.charCodeAt(end) === 32;
}

/** "It was 9 am.": the stop is the sentence's, though the token has it. */
const hourAlone = (word: string): string => (hours.has(word) ? word.slice(0, -1) : word);
const hours: ReadonlySet<string> = new Set(['am.', 'pm.']);

/** "pro-Kiev": and no vice-president is a president. */
const prefixes = wordList('prefixes before a name');

/** "pro-Kiev". */
const PREFIXED = /[a-z]-[A-Z]/;
const PREFIX = /^([A-Za-z][a-z]{1,7})-(?=\p{Lu})/u;
const LONGEST_PREFIX = 10;

const none: readonly never[] = [];

/** The listed word that a compound or possessive begins with; the word itself where none is. */
function stemOf(word: string, listed: ReadonlyMap<string, unknown>): string {
  for (let end = word.length - 1; end > 0; end--) {
    const unit = word.charCodeAt(end);
    if ((unit === 39 || unit === 45) && listed.has(word.slice(0, end))) return word.slice(0, end);
  }
  return word;
}

/** The preferred form in the case of what it replaces: capital at a sentence's start, all capitals in a line of capitals. */
export function inCaseOf(preferred: string, written: string, initial: boolean): string {
  if (written.length > 3 && written === written.toUpperCase() && written !== written.toLowerCase())
    return preferred.toUpperCase();
  const first = written.charAt(0);
  const capital = first !== first.toLowerCase();
  const lower = preferred === preferred.toLowerCase();
  if (!capital || !(initial || lower)) return preferred;
  // "Funds for Healthcare": a capital within the line is a title's, and each of the words has one, "Health Care"
  const isTitle = !initial && !written.includes(' ');
  return preferred.replace(isTitle ? /(?<![^ ])\p{L}/gu : /^\p{L}/u, (letter) => letter.toUpperCase());
}
