// The core of a noun phrase: whom it is of, less what is said of them behind it ("two Iraqi officials" of "two Iraqi officials in Basra").
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class } from '../../language/word-classes';
import { recordAt } from '../../document/token';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isMark, isPastForm, type ParagraphWords, word } from '../attribution/scope';
import { isOrdinary } from './by-name';

/** The tokens of a noun phrase in `[from, to)` up to what describes it, its article left out. */
export function coreOf(r: ParagraphWords, from: number, to: number): Range {
  let first = from;
  while (first < to - 1 && (is(r, first, Class.article) || isMark(r, first))) first++;
  let last = first + 1;
  while (last < to && !endsCore(r, last)) last++;
  // "the senator also", "Ida Moll promptly"
  while (last > first + 1 && (isMark(r, last - 1) || isAdverb(r, last - 1))) last--;
  return { from: first, to: Math.max(last, first + 1) };
}

const isAdverb = (r: ParagraphWords, i: number): boolean =>
  !isCapital(r, i) && (is(r, i, Class.adverb) || looksLikeAdverb(word(r, i)));

/** True where what stands at `i` describes the noun phrase before it and is no part of its core. */
function endsCore(r: ParagraphWords, i: number): boolean {
  if (isMark(r, i)) return !(word(r, i) === '&' || isApostrophe(word(r, i)));
  if (is(r, i, Class.question) || here.has(word(r, i))) return true;
  // "the University of Lom", "the Bank of Japan" keep their "of"; "Moll of Lom" is Moll
  if (word(r, i) === 'of') return !isCapital(r, i - 1) || !isCapital(r, i + 1) || !isOrdinary(word(r, i - 1));
  if (is(r, i, Class.preposition)) return true;
  if (describesBehind.has(word(r, i)) && is(r, i + 1, Class.preposition)) return true;
  // "an indictment filed on Monday", "documents seen by the bank", "a statement issued last month"
  if (isParticiple(r, i) && (is(r, i + 1, Class.preposition | Class.time) || is(r, i + 2, Class.period)))
    return !is(r, i - 1, Class.determiner);
  return (is(r, i, Class.time) && !isCapital(r, i + 1)) || isVerb(r, i);
}

/** Of a plural's possessive, a mark of its own: "the dockers’ union". */
export const isApostrophe = (w: string): boolean => w === "'" || w === '’';

/** "Clinton remarked", "the ad touts": a verb behind the noun, where the phrase was cut too late. */
const isVerb = (r: ParagraphWords, i: number): boolean => {
  // most words are none: that is seen without a call
  if (r.verbs[i] === undefined && !r.word[i]?.endsWith('ed')) return false;
  if (isCapital(r, i) || is(r, i - 1, Class.determiner | Class.adverb)) return false;
  if (isCapital(r, i - 1) && isParticiple(r, i)) return true;
  const { forms = 0, noun = false } = verbFormOf(recordAt(r.tokens, i)) ?? {};
  return (forms & Form.third) !== 0 && !noun && r.verbs[i] !== undefined && !r.verbs[i]?.nounish;
};

/** "Airbus officials here" */
const here = wordList('adverbs of place');

const isParticiple = (r: ParagraphWords, i: number): boolean => {
  if (isCapital(r, i)) return false;
  const { forms = 0 } = verbFormOf(recordAt(r.tokens, i)) ?? {};
  return isPastForm(r, i) || ((forms & (Form.past | Form.participle)) !== 0 && !(forms & Form.base));
};

/** "A source close to the talks", "a person briefed on the matter": no part of who speaks. */
const describesBehind = wordList('adjectives behind a source');

/** The core's last noun; "Bank" in "Bank of Japan" speaks, and so does "Japan" as far as anybody asks. */
export const headOf = (r: ParagraphWords, { from, to }: Range): number => {
  let head = to - 1;
  while (head > from && isMark(r, head)) head--;
  return head;
};
