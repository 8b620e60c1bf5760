// Name parts: the name inside one token. Possessive endings, abbreviations' stops and English compounds around it are cut off:
// "al-Qaida-linked" is al-Qaida, "Riyadh-based" Riyadh, "anti-Gaddafi" Gaddafi; "Jong-un" stays whole.
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import { contractionOf } from '../../language/contractions';
import type { Span } from '../../text/span';
import { isArticle } from '../transliteration/letters';
import { isKind, isPlace, isSurname, Kind } from './lists';
import { isCode } from './codes';
import { isNamedAsWord, isNewPlace } from './function-names';
import { isNamedAsMonth, mayBeCalledAsDay } from './month-names';
import { factsOf, type WordFacts } from './word-facts';

/** A token's part in a name. Offsets relative to the paragraph. */
export interface Part extends Span {
  /** In lower case, as the facts were asked. */
  readonly low: string;
  readonly facts: WordFacts;
  readonly token: number;
  /** Where the letters begin, behind a written article. */
  readonly core: number;
  /** An article or small word that stands by itself. */
  readonly small: boolean;
  /** Nothing goes on behind it: "Hariri's", "al-Qaida-linked". */
  readonly closes: boolean;
}

const APOSTROPHE = 39;
const HYPHEN = 45;
const COMMA = 44;
const STOP = 46;
/** Behind this many units no article or prefix ends: "post-", "d'". */
const LONGEST_PREFIX = 5;

/** True for a lower-case word that may hold a name behind an article or prefix: "al-Qaida", "anti-Gaddafi", "d'Estaing". */
export function hasPrefix(word: string): boolean {
  for (let i = 1; i < LONGEST_PREFIX && i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit === HYPHEN || unit === APOSTROPHE) return true;
  }
  return false;
}

/** "Ra's Gharib": a headland, and no possessive. */
const CAPE = "ra's";

/** The name inside the token `i`, whose first letter is a capital or that {@link hasPrefix}; nothing where there is none. */
export function namePart(p: Paragraph, i: number, capital: boolean): Part | undefined {
  const { tokens, text, allCaps } = p;
  const word = wordAt(tokens, i);
  const start = tokens.start[i] as number;
  const length = word.length;
  if (isOdd(text, start, tokens.end[i] as number) || (word.includes("'") && isContracted(p, i))) return undefined;
  // what cannot be a code is not asked
  const mayBeCode =
    ((tokens.shape[i] as number) & Shape.allCaps) !== 0 || length === 1 || word.charCodeAt(1) === HYPHEN;
  if ((mayBeCode || text.charCodeAt(start - 2) === COMMA) && isCode(p, i, word)) return undefined;
  const last = word.charCodeAt(length - 1);
  let from = 0;
  let to = last === STOP ? length - 1 : length;
  const possessive = last === 115 && word.charCodeAt(length - 2) === APOSTROPHE && word !== CAPE;
  if (possessive) to -= 2;
  let closes = possessive;
  let core = 0;
  const dash = word.indexOf('-');
  if (dash > 0) {
    const end = withoutTails(word, text, start, to, allCaps);
    closes ||= end < to - 1;
    to = end;
    if (dash < to && isKind(word.slice(0, dash), 'head')) from = core = dash + 1;
    const next = word.indexOf('-', from);
    if (next > from && next < to - 1 && isArticle(word.slice(from, next), word.slice(next + 1, to))) core = next + 1;
  }
  const particle = !capital && dash < 0 && word.charCodeAt(1) === APOSTROPHE ? 2 : core;
  if (to <= core || !isName(text, start, from, particle, capital)) return undefined;
  const low = from === 0 && to === length ? word : word.slice(from, to);
  const facts = factsOf(low);
  // "Samuel A. Francis": a letter with its stop is no article
  const isInitial = length === 2 && last === STOP && capital;
  if (!isInitial && !isAllowed(p, i, facts, low)) return undefined;
  // "Kim Il Sung", "An Nguyen": with a capital it is no article
  const called = capital && (low === 'il' || (low === 'an' && isSurname(wordAt(tokens, i + 1))));
  const small = !isInitial && facts.article && !called && isArticle(low, wordAt(tokens, i + 1));
  return {
    start: offsetOf(p, i, from),
    end: offsetOf(p, i, to),
    low,
    facts,
    token: i,
    core: offsetOf(p, i, core),
    small,
    closes,
  };
}

/** Where the word's unit at `index` stands in the text. */
const offsetOf = (p: Paragraph, i: number, index: number): number =>
  (p.tokens.start[i] as number) + index + unread(p, i, index);

/** How many units the text has more than the word, before the word's unit at `index`: "&amp;" is read as "&". */
function unread({ tokens }: Paragraph, i: number, index: number): number {
  const word = wordAt(tokens, i);
  const more = (tokens.end[i] as number) - (tokens.start[i] as number) - word.length;
  return more > 0 && index > word.indexOf('&') ? more : 0;
}

/** A token as it stands, as part of a name. */
export function wholePart({ tokens }: Paragraph, token: number, small: boolean): Part {
  const low = wordAt(tokens, token);
  const start = tokens.start[token] as number;
  const end = tokens.end[token] as number;
  return { start, end, low, facts: factsOf(low), token, core: start, small, closes: false };
}

const isName = (text: string, start: number, from: number, core: number, capital: boolean): boolean =>
  (capital && from === 0) || isHead(text, start + core) || isUpper(text.charCodeAt(start + from));

/** Ayn and hamza, as they are typed. */
export const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2018 || unit === 0x2019;

/** A capital, or one behind the apostrophe of ayn: "al-'Ali". */
const isHead = (text: string, at: number): boolean =>
  isUpper(text.charCodeAt(at)) || (isApostrophe(text.charCodeAt(at)) && isUpper(text.charCodeAt(at + 1)));

function isAllowed(
  { tokens, allCaps }: Paragraph,
  i: number,
  { kinds, plain, article }: WordFacts,
  low: string,
): boolean {
  // "June Allyson", not "June 5"
  if (kinds & Kind.calendar) return isNamedAsMonth(tokens, i) || mayBeCalledAsDay(tokens, i);
  if (kinds & Kind.function && isNewPlace(tokens, i)) return true;
  if (kinds & Kind.function)
    return (article && !has(tokens, i, Shape.initial)) || (!allCaps && isNamedAsWord(tokens, i));
  if (!allCaps && opensBeforeName(tokens, i, low)) return false;
  return !allCaps || (low.length > 2 && !plain) || (kinds & (Kind.title | Kind.role)) !== 0;
}

/** "Outside Lund, shots were heard", but "Near East": a word that says where opens the sentence, and a name stands behind it. */
function opensBeforeName(tokens: Tokens, i: number, low: string): boolean {
  if (!has(tokens, i, Shape.initial) || !openers.has(low)) return false;
  const next = wordAt(tokens, i + 1).replace(/'s?$/, '');
  return has(tokens, i + 1, Shape.capital) && (isPlace(next) || !isPlainWord(next));
}

const openers = wordList('small words that open a sentence before a name');

/** "I'm", "They're", "Can't": words of the language that have grown together. */
const isContracted = ({ tokens }: Paragraph, i: number): boolean => contractionOf(recordAt(tokens, i)) !== undefined;

function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const c = String.fromCharCode(unit);
  return c !== c.toLowerCase();
}

/** Where the name ends before English endings. Each cut costs its own length, so the whole is linear. */
function withoutTails(word: string, text: string, start: number, to: number, allCaps: boolean): number {
  let end = to;
  for (let dash = word.lastIndexOf('-', end - 1); dash > 0; dash = word.lastIndexOf('-', dash - 1)) {
    const tail = word.slice(dash + 1, end);
    const lower = allCaps || !isUpper(text.charCodeAt(start + dash + 1));
    if (!lower || !(isKind(tail, 'tail') || (tail.length > 4 && tail.endsWith('ed')))) break;
    end = dash;
  }
  return word.charCodeAt(end - 1) === STOP ? end - 1 : end;
}

const addressMarks = new Set([...'@#/_\\'].map((c) => c.charCodeAt(0)));

/** Part of an address, a handle, a path or a number: "@Assad", "example.com/Assad". */
function isOdd(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (before === 32 && (after === 32 || after === 44)) return false;
  return addressMarks.has(before) || addressMarks.has(after) || (after >= 48 && after <= 57);
}
