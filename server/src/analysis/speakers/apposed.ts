// Appositions: the name behind a noun for its bearer, between commas or right behind it. One man is one source, whichever comes first.
import { Class } from '../../language/word-classes';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isMark, type ParagraphWords, word } from '../attribution/scope';
import { wordList } from '../../lexicon/word-lists';
import { isGivenName } from '../names/lists';
import { isName, isTitle, particles, speaks } from './name-words';

/** Tokens between a noun and the comma behind which its bearer is named: "the head of the oil workers' union,". */
const LONGEST_TAIL = 14;

/** "The Kremlin's spokesman, Dmitry Peskov,", "the mayor of Lom, Dr Rosa de la Cruz": the name between the commas, its titles with it. */
export function apposedName(r: ParagraphWords, from: number, to: number): Range | undefined {
  const comma = commaFrom(r, from, to);
  if (comma < 0) return undefined;
  let first = comma + 1;
  if (is(r, first, Class.article)) first++;
  // "known as Abu Lom"
  if (knownAs.has(word(r, first)) && word(r, first + 1) === 'as') first += 2;
  let end = first;
  let names = 0;
  for (; end < to && isPartOfName(r, end); end++)
    if (isName(r, end) && !is(r, end, speaks) && !isTitle(r, end)) names++;
  if (end - first < 2 || !names || (end < to && !closes(r, end))) return undefined;
  return is(r, end - 1, speaks) && !isName(r, end - 1) ? undefined : { from: first, to: end };
}

const knownAs = wordList('words before a name and as');

/** A comma, a bracket, a dash: the name is over. */
const closes = (r: ParagraphWords, i: number): boolean => isMark(r, i) && word(r, i) !== '&';

function isPartOfName(r: ParagraphWords, i: number): boolean {
  if (isCapital(r, i)) return !is(r, i, Class.preposition | Class.subject);
  return particles.has(word(r, i)) || isStop(r, i) || (mostReverend.has(word(r, i)) && isTitle(r, i + 1));
}

const mostReverend = wordList('words before reverend');

/** The stop of an initial or a title inside a name. */
const isStop = (r: ParagraphWords, i: number): boolean => word(r, i) === '.' && isCapital(r, i - 1);

/** "The party, the National Front,", "the company, Arkel Corp": a body's name between the commas. */
export function apposedBody(r: ParagraphWords, from: number, to: number): Range | undefined {
  const comma = commaFrom(r, from, to);
  if (comma < 0) return undefined;
  const first = is(r, comma + 1, Class.article) ? comma + 2 : comma + 1;
  let end = first;
  while (end < to && isCapital(r, end)) end++;
  const named = end > first + 1 || (end > first && first > comma + 1);
  return named && (end >= to || word(r, end) === ',') ? { from: first, to: end } : undefined;
}

/** The comma that ends the noun phrase begun before `from`, or -1: no clause stands between. */
function commaFrom(r: ParagraphWords, from: number, to: number): number {
  const limit = Math.min(to, from + LONGEST_TAIL);
  for (let i = from; i < limit; i++) {
    if (word(r, i) === ',') return i;
    if (isMark(r, i) || is(r, i, Class.question | Class.auxiliary | Class.conjunction)) return -1;
  }
  return -1;
}

/** "Another, who gave her name only as Rosa": the name behind "as". */
export function givenName(r: ParagraphWords, from: number, to: number): Range | undefined {
  for (let i = from; i < to - 1; i++) {
    if (word(r, i) !== 'as' || !isName(r, i + 1)) continue;
    let end = i + 2;
    while (end < to && isName(r, end)) end++;
    return { from: i + 1, to: end };
  }
  return undefined;
}

/**
 * "The president of the club Jan Bero", "the minister for Women and Equalities Nina Moll": a name in full at the phrase's end, and before
 * it a noun that is somebody else's. "An aide to Jan Bero" is not Jan Bero, nor is "the lawyer of singer Jan Bero".
 */
export function endingName(r: ParagraphWords, { to }: Range, core: Range): Range | undefined {
  let first = to;
  while (first - 1 > core.to && isCapital(r, first - 1) && !isTitle(r, first - 1) && !is(r, first - 1, speaks)) first--;
  const limit = to - 1;
  while (first < limit && !isGivenName(word(r, first))) first++;
  if (first >= limit || to - first > LONGEST_NAME) return undefined;
  const before = first - 1;
  if (before <= core.to || isMark(r, before) || is(r, before, notBefore) || isTitle(r, before)) return undefined;
  return { from: first, to };
}

const LONGEST_NAME = 4;
const notBefore =
  Class.preposition | Class.determiner | Class.possessive | Class.person | Class.conjunction | Class.time;
