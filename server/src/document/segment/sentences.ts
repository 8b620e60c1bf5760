// Sentences of a paragraph: each place where one might end is judged by the mark, the word before and the word behind.
//
// Measured in test/bench/sentences.test.ts.
import { wordList } from '../../lexicon/word-lists';
import { abbreviation } from '../../lexicon/abbreviations';
import { opensSentences } from '../../lexicon/sentence-starters';
import { tagsSpeech } from '../../lexicon/speech-tags';
import type { Quotation, Sentence } from '../paragraph';
import { has, Shape, type Tokens, wordAt } from '../token';
import { behindReferences } from './references';

/** @param inside stops that end none, by their tokens. */
export function sentencesIn(
  text: string,
  tokens: Tokens,
  quotations: readonly Quotation[],
  inside?: ReadonlySet<number>,
): Sentence[] {
  const sentences: Sentence[] = [];
  const opening = new Set(quotations.map(({ firstToken }) => firstToken));
  let first = 0;
  const end = (next: number): void => {
    sentences.push({
      start: tokens.start[first] as number,
      end: tokens.end[next - 1] as number,
      firstToken: first,
      lastToken: next,
    });
    first = next;
  };
  for (let i = 0; i < tokens.length - 1; i++) {
    if (!mayEnd(text, tokens, i) || inside?.has(i)) continue;
    const last = closersBehind(text, tokens, i, opening);
    const behind = referencesBehind(text, tokens, i, last);
    if (behind + 1 < tokens.length && endsSentence(text, tokens, { first, stop: i, last, behind })) end(behind + 1);
    i = behind;
  }
  if (first < tokens.length) end(tokens.length);
  return sentences;
}

/** A place where a sentence may end. */
interface PossibleEnd {
  /** First token of the sentence. */
  readonly first: number;
  /** The token with the stop: a mark, or an abbreviation with its own. */
  readonly stop: number;
  /** The last token that would belong to the sentence: closing marks and brackets behind the stop. */
  readonly last: number;
  /** The last token of the marks of notes that hang on it: the next sentence would begin behind that. */
  readonly behind: number;
}

const STOPS = '.!?…';

/** True for a full stop, question or exclamation mark, ellipsis, and for a word with a stop of its own. */
function mayEnd(text: string, tokens: Tokens, i: number): boolean {
  const unit = text.charCodeAt((tokens.end[i] as number) - 1);
  return unit === 46 || unit === 33 || unit === 63 || unit === 0x2026;
}

const CLOSERS: ReadonlySet<string> = new Set(['"', '”', "'", '’', "''", '»', '›', '«', '“', ')', ']', '}']);

/** Index of the last stop, closing mark or bracket that stands close behind the stop at `i`. */
function closersBehind(text: string, tokens: Tokens, i: number, opening: ReadonlySet<number>): number {
  let last = i;
  for (let j = i + 1; j < tokens.length && tokens.start[j] === tokens.end[j - 1]; j++) {
    const isStop = has(tokens, j, Shape.mark) && STOPS.includes(text.charAt(tokens.start[j] as number));
    if (!isStop && (opening.has(j) || !CLOSERS.has(wordAt(tokens, j)))) break;
    last = j;
  }
  return last;
}

/** Index of the last token of what hangs on the sentence's end: "[1]", "¹", "</p>". */
function referencesBehind(text: string, tokens: Tokens, stop: number, last: number): number {
  const at = tokens.end[last] as number;
  if (tokens.start[last + 1] !== at) return last;
  const end = behindReferences(text, at, !has(tokens, stop, Shape.word));
  let behind = last;
  while (behind + 1 < tokens.length && (tokens.end[behind + 1] as number) <= end) behind++;
  return behind;
}

function endsSentence(text: string, tokens: Tokens, place: PossibleEnd): boolean {
  const { stop, last, behind } = place;
  const next = firstWord(tokens, behind + 1);
  if (!opensLikeSentence(text, tokens, behind + 1, next)) return false;
  if (tokens.start[behind + 1] === tokens.end[behind] && !isMissingSpace(tokens, place)) return false;
  if (last > stop && !isBracket(wordAt(tokens, last))) return !isTagged(tokens, place, next);
  if (has(tokens, stop, Shape.word)) return endsAfterAbbreviation(tokens, stop, behind + 1, next);
  return !isInside(text, tokens, place, next);
}

const isBracket = (word: string): boolean => word === ')' || word === ']';

const SKIPPED: ReadonlySet<string> = new Set([
  '"',
  '“',
  '„',
  "'",
  '‘',
  '``',
  "''",
  '«',
  '»',
  '‚',
  '(',
  '[',
  '¿',
  '¡',
  '.',
  '…',
]);

/** The first token behind opening marks, brackets and dots. */
function firstWord(tokens: Tokens, from: number): number {
  let i = from;
  while (
    i < tokens.length - 1 &&
    i < from + 6 &&
    (SKIPPED.has(wordAt(tokens, i)) || wordAt(tokens, i).startsWith('..'))
  )
    i++;
  return i;
}

const BULLETS: ReadonlySet<string> = new Set(['*', '•', '#', '@']);
const DASHES: ReadonlySet<string> = new Set(['-', '--', '–', '—']);

/** A capital, a figure, a bullet or a quotation opens a sentence; so does a word such as "al-Qaida" or "iPhone". */
function opensLikeSentence(text: string, tokens: Tokens, from: number, next: number): boolean {
  if (has(tokens, next, Shape.capital | Shape.number)) return true;
  if (!has(tokens, next, Shape.word)) {
    const mark = wordAt(tokens, next);
    if (BULLETS.has(mark)) return true;
    // "… wounded. -- Kevin Johnson": a credit, but "9 p.m. - will air" and "ammunition?" - Democrats" go on
    return DASHES.has(mark) && wordAt(tokens, from - 1) === '.' && has(tokens, next + 1, Shape.capital);
  }
  const word = text.slice(tokens.start[next], tokens.end[next]);
  return word.toLowerCase() !== word || isCaseless(word);
}

/** A word of a script without capitals. */
const isCaseless = (word: string): boolean => word.toUpperCase() === word;

/** "the end.The next": a space was forgotten, where ordinary words stand on both sides. Not in a ticker, "<OLBV.VI>". */
const isMissingSpace = (tokens: Tokens, { stop, behind }: PossibleEnd): boolean =>
  has(tokens, stop, Shape.mark) &&
  has(tokens, stop - 1, Shape.word) &&
  wordAt(tokens, stop - 1).length > 2 &&
  wordAt(tokens, stop).length === 1 &&
  wordAt(tokens, stop - 2) !== '<' &&
  has(tokens, behind + 1, Shape.capital) &&
  wordAt(tokens, behind + 1).length > 1;

/** `"Why?" Baker asked`: who spoke follows, so the sentence goes on. Behind a full stop it does not. */
function isTagged(tokens: Tokens, { stop, behind }: PossibleEnd, next: number): boolean {
  if (next !== behind + 1 || wordAt(tokens, stop).endsWith('.')) return false;
  for (let i = next; i < next + 7; i++) {
    const word = wordAt(tokens, i);
    if (i > next && tagsSpeech(word)) return true;
    if (!has(tokens, i, Shape.capital) && !OF_NAMES.has(word)) return false;
  }
  return false;
}

/** Small words in the name or description of a speaker. */
const OF_NAMES = wordList('words inside names');

const ZONES = wordList('time zone words');

const isBracketed = (tokens: Tokens, i: number): boolean => wordAt(tokens, i) === '(' || wordAt(tokens, i) === '[';

const DAYS = wordList('words for days');

/** Whether a sentence ends with the abbreviation at `stop`. */
function endsAfterAbbreviation(tokens: Tokens, stop: number, from: number, next: number): boolean {
  const word = wordAt(tokens, stop).slice(0, -1);
  const following = wordAt(tokens, next);
  const kind = abbreviation(word)?.kind ?? 'tail';
  if (kind === 'title' || kind === 'number' || kind === 'joint') return false;
  if (has(tokens, next, Shape.number)) return kind === 'tail' && word.length > 1 && !has(tokens, stop, Shape.capital);
  if (kind === 'time') return !ZONES.has(following.replaceAll('.', '')) && !DAYS.has(following);
  if (!has(tokens, stop, Shape.capital)) return true;
  // behind an initial a nickname may stand in marks, behind a name or a state a bracket
  const quoted = next > from && !isBracketed(tokens, from) && word.length > 1;
  return quoted || opensSentences(following);
}

/** Whether a mark that looks like a stop stands inside a sentence: a list's number, spaced dots, a name with a mark. */
function isInside(text: string, tokens: Tokens, { first, stop, last, behind }: PossibleEnd, next: number): boolean {
  const word = wordAt(tokens, stop);
  if (isBare(tokens, first, stop)) return true;
  if (word === '.') {
    if (wordAt(tokens, behind + 1) === '.') return true;
    // "1. The first point": a number that opens the paragraph is not a sentence
    if (last === stop && stop === first + 1 && first === 0) return isEnumerator(text, tokens, first);
  }
  // words are left out inside a sentence too: only a word that opens sentences tells the two apart
  if (word === '…' || word.startsWith('..')) return !opensSentences(wordAt(tokens, next));
  if (word === '!' && last === stop && exclaiming.has(wordAt(tokens, stop - 1)))
    return !opensSentences(wordAt(tokens, next));
  return false;
}

/** True where no word stands between the two: dots or marks that open the sentence. */
function isBare(tokens: Tokens, first: number, stop: number): boolean {
  for (let i = first; i < stop; i++) if (has(tokens, i, Shape.word | Shape.number)) return false;
  return true;
}

const isEnumerator = (text: string, tokens: Tokens, i: number): boolean =>
  (tokens.end[i] as number) - (tokens.start[i] as number) <= 3 &&
  /^(?:\d+|[ivx]+|[a-z])$/i.test(text.slice(tokens.start[i], tokens.end[i]));

/** Names that hold an exclamation mark. */
const exclaiming = wordList('names with an exclamation mark');
