// Phrases round a verb: adverbs and adjuncts passed over, the noun phrase to its right, the clause it governs.
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import { verbFormOf } from '../../language/verb-forms';
import { recordAt, Shape } from '../../document/token';
import { isGivenName } from '../names/lists';
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { is, isCalled, isCapital, isComma, isJoint, isMark, isQuoted, type Scope, shape, word } from './scope';

/** Tokens `[from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** "John Still said": a capital that opens nothing makes a name of it. */
const isAdverb = (s: Scope, i: number): boolean =>
  is(s, i, Class.adverb)
    ? !(isCapital(s, i) && !s.headline && (isCalled(s, i) || !shape(s, i, Shape.initial)))
    : looksLikeAdverb(word(s, i)) && !isCapital(s, i);

/** The first token from `i` on that is no adverb. */
export function afterAdverbs(s: Scope, i: number): number {
  while (i < s.last && isAdverb(s, i)) i++;
  return i;
}

/** The last token up to `i` that is no adverb; `first - 1` where there is none. */
export function beforeAdverbs(s: Scope, i: number): number {
  while (i >= s.first && isAdverb(s, i)) i--;
  return i;
}

const LONGEST_NAME = 16;

/** The noun phrase that begins at `from`, up to a mark or a quotation. */
export function nounPhrase(s: Scope, from: number): Range {
  let to = from;
  const limit = Math.min(s.last, from + LONGEST_NAME);
  while (to < limit && !isQuoted(s, to) && (!isMark(s, to) || isJoint(s, to))) to++;
  while (to > from && word(s, to - 1) === '.' && to === s.last) to--;
  return { from, to };
}

/** "said the head of the union, Rosa Adler": with the name behind the comma, where an office stands before it. */
export function withBearer(s: Scope, source: Range): Range {
  if (!isComma(s, source.to)) return source;
  let office = false;
  for (let i = source.from; i < source.to; i++) {
    if (isCapital(s, i) && i > source.from && !is(s, i - 1, Class.preposition)) return source;
    if (is(s, i, Class.person)) office = true;
  }
  let to = source.to + 1;
  if (!office || !(isGivenName(word(s, to)) || is(s, to, Class.title)) || !isCapital(s, to)) return source;
  while (to < s.last && to - source.to <= LONGEST_BEARER && isCapital(s, to)) to++;
  return to - source.to > 2 && (to >= s.last || isMark(s, to)) ? { from: source.from, to } : source;
}

const LONGEST_BEARER = 5;

const FINITE_WITHIN = 14;

/** True where a clause with a verb of its own begins at `i`: "that …", "he was", "the army would". */
export function clauseAt(s: Scope, i: number): boolean {
  if (i >= s.last) return false;
  const w = word(s, i);
  if (is(s, i, Class.question) && !(w === 'that' && isMark(s, i + 1) && !opensBehindMarks(s, i + 1))) return true;
  if (is(s, i, Class.subject | Class.contraction)) {
    return !isMark(s, i + 1) && !(w === 'it' && is(s, i + 1, Class.preposition));
  }
  if (isQuoted(s, i)) return true;
  if (is(s, i, Class.preposition) && !clausePrepositions.has(w)) return false;
  return hasFiniteVerb(s, i + 1);
}

/** "that “…”", "that, “…”": what is reported is quoted. */
const opensBehindMarks = (s: Scope, i: number): boolean => isQuoted(s, i) || (isComma(s, i) && isQuoted(s, i + 1));

/** Prepositions with which a reported clause may begin: "said in March he would". */
const clausePrepositions = wordList('prepositions that open a reported clause');

function hasFiniteVerb(s: Scope, from: number): boolean {
  const limit = Math.min(s.last, from + FINITE_WITHIN);
  for (let i = from; i < limit; i++) {
    const w = word(s, i);
    // "admitted fraud | and was jailed": the speaker's own next verb
    if (i > from && is(s, i, Class.finite) && (word(s, i - 1) === 'and' || word(s, i - 1) === 'or')) return false;
    if (is(s, i, Class.finite | Class.contraction | Class.past) || (i > from && isThird(s, i))) return true;
    const past = w.length > 4 && w.endsWith('ed') && !isCapital(s, i);
    const forms = s.verbs[i]?.forms ?? 0;
    if ((past || forms & (Form.third | Form.past)) && i > from && canSpeak(s, i - 1) && word(s, i + 1) !== 'by')
      return true;
    if (isQuoted(s, i) || is(s, i, Class.question)) return false;
    if (is(s, i, Class.conjunction) && w !== 'and' && w !== 'or') return false;
    if (w === ',' || w === ';' || w === ':' || w === '(' || w === ')' || (w === '.' && i === s.last - 1)) return false;
  }
  return false;
}

/** "comes", "reveals": a verb's third person that is no noun. */
const isThird = (s: Scope, i: number): boolean => {
  if (isCapital(s, i) || !word(s, i).endsWith('s')) return false;
  const verb = verbFormOf(recordAt(s.tokens, i));
  return verb !== undefined && !verb.noun && (verb.forms & Form.third) !== 0;
};

/** A pronoun, a name or a plural: what stands right before a finite verb. */
const canSpeak = (s: Scope, i: number): boolean => {
  if (is(s, i, Class.subject) || isCapital(s, i)) return true;
  const w = word(s, i);
  return w.length > 2 && w.endsWith('s') && !w.endsWith('ss');
};

const LONGEST_DETOUR = 14;

/** "told reporters in Geneva on Monday that …": the "that" further on, where no mark, verb or other clause stands between; else `from`. */
export function thatClause(s: Scope, from: number): number {
  const limit = Math.min(s.last, from + LONGEST_DETOUR);
  for (let i = from; i < limit; i++) {
    if (word(s, i) === 'that') return is(s, i - 1, Class.preposition) ? from : i;
    if (isMark(s, i) || isQuoted(s, i) || isFiniteForm(s, i)) return from;
    if (is(s, i, Class.question | Class.finite | Class.subject | Class.conjunction | Class.past)) return from;
  }
  return from;
}

/** A form that, of this verb, is no noun. */
export function isFiniteForm(s: Scope, i: number): boolean {
  const verb = s.verbs[i];
  return verb !== undefined && !verb.nounish && (verb.forms & (Form.third | Form.past)) !== 0 && !isCapital(s, i);
}

const ADJUNCTS = 4;
const LONGEST_ADJUNCT = 12;

/** Passes over "on Monday", "in a statement", "to reporters", adverbs: what may stand between a verb and what is said. */
export function afterAdjuncts(s: Scope, from: number): number {
  let i = from;
  for (let n = 0; n < ADJUNCTS && i < s.last; n++) {
    const next = afterAdjunct(s, i);
    if (next === i) break;
    i = next;
  }
  return i;
}

function afterAdjunct(s: Scope, i: number): number {
  if (isComma(s, i) && asides.has(word(s, i + 1)) && isComma(s, i + 2)) return i + 3;
  const adverbs = afterAdverbs(s, i);
  if (adverbs > i) return adverbs;
  if (is(s, i, Class.time)) return afterTime(s, i + 1);
  if (isPointer(s, i) && is(s, i + 1, Class.period)) return i + 2;
  if (adjunctPrepositions.has(word(s, i)) && !isQuoted(s, i)) return afterPrepositional(s, i);
  return i;
}

/** "added, though, that …" */
const asides = wordList('asides');

export const isPointer = (s: Scope, i: number): boolean => pointers.has(word(s, i));

const pointers = wordList('pointers to a period');

const adjunctPrepositions = wordList('adjunct prepositions');

function afterTime(s: Scope, i: number): number {
  while (i < s.last && (shape(s, i, Shape.number) || (is(s, i, Class.period) && !is(s, i, Class.time)))) i++;
  return i;
}

/** Behind "to": "bring back", "effectively lend"; "reporters", "press" are whom somebody speaks to. */
function isInfinitive(s: Scope, from: number): boolean {
  const i = afterAdverbs(s, from);
  if (i >= s.last || isCapital(s, i)) return false;
  if ((s.verbs[i]?.forms ?? 0) & Form.base) return true;
  const verb = verbFormOf(recordAt(s.tokens, i));
  return verb !== undefined && (verb.forms & Form.base) !== 0 && (!verb.noun || is(s, i + 1, opensObject));
}

const opensObject = Class.determiner | Class.object | Class.preposition;

function afterPrepositional(s: Scope, i: number): number {
  if (word(s, i) === 'to' && isInfinitive(s, i + 1)) return i;
  const limit = Math.min(s.last, i + LONGEST_ADJUNCT);
  let to = i + 1;
  while (
    to < limit &&
    !isMark(s, to) &&
    !isQuoted(s, to) &&
    !is(s, to, Class.question) &&
    !(to > i + 1 && is(s, to, Class.subject))
  ) {
    to++;
  }
  const w = word(s, to);
  const closed =
    to >= s.last || isQuoted(s, to) || is(s, to, Class.question | Class.subject) || w === ':' || w === ',' || w === '.';
  return closed ? to : i;
}

/** How far before a noun the light verb that carries it may stand. */
export const LIGHT_WITHIN = 4;

const contentPrepositions = wordList('content prepositions');

/** Passes over the preposition that joins a cue to its content; "to" only where no verb follows. */
export function afterPreposition(s: Scope, i: number): number {
  if (contentPrepositions.has(word(s, i))) return i + 1;
  const reaches = word(s, i) === 'to' && !((s.verbs[i + 1]?.forms ?? 0) & Form.base);
  return reaches && (is(s, i + 1, Class.determiner | Class.object) || isCapital(s, i + 1)) ? i + 1 : i;
}
