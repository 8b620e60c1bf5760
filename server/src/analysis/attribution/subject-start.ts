// Where a noun phrase that ends at a token begins: back to a mark, a conjunction, a verb that is not its own.
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import { Shape } from '../../document/token';
import { isFiniteForm } from './phrase';
import { is, isCapital, isJoint, isMark, isPastForm, isQuoted, type Scope, shape, word } from './scope';

/** Scans stop after this many tokens: longer subjects are not found in news copy, and cost stays linear. */
const LONGEST_SUBJECT = 40;

/** The first token of the noun phrase that ends at `last`: back to a mark, a conjunction, a verb that is not its own. */
export function subjectStart(s: Scope, last: number): number {
  const floor = Math.max(s.first, last - LONGEST_SUBJECT);
  let i = last;
  while (i >= floor && !endsSubject(s, i, last)) {
    if (i < last && isFiniteHere(s, i) && !describesDocument(s, i)) {
      // "the man who was arrested": the verb of a relative clause, which belongs to the phrase
      const relative = relativeBefore(s, i);
      if (relative < 0) break;
      i = relative;
    } else if (is(s, i, Class.subject | Class.contraction) && !isRelative(s, i, last)) return i;
    i--;
  }
  return i + 1;
}

/** "The man who served as treasurer": who that is stands before it. */
const isRelative = (s: Scope, i: number, last: number): boolean =>
  i < last &&
  relatives.has(word(s, i)) &&
  i > s.first &&
  !isMark(s, i - 1) &&
  !is(s, i - 1, notNoun) &&
  !s.verbs[i - 1];

const notNoun = Class.preposition | Class.conjunction | Class.adverb | Class.auxiliary | Class.object;

/** Behind a finite verb stands its object, and behind "and" or "as" a clause of its own: "prices rose as the ministry said". */
export function clauseStart(s: Scope, from: number, last: number): number {
  const before = from - 1;
  if (before < s.first || isMark(s, before) || s.verbs[before] || !isFiniteHere(s, before)) return from;
  for (let i = last - 1; i > from; i--) if (opensNext.has(word(s, i))) return i + 1;
  return from;
}

const opensNext = wordList('openers of a next clause');

/** "It came just days after the carmaker said": a clause begins. */
const opensClause = (s: Scope, i: number): boolean =>
  (word(s, i) === 'after' || word(s, i) === 'before') &&
  (is(s, i - 1, Class.period | Class.adverb) || leads.has(word(s, i - 1)));

const leads = wordList('measures before a clause of time');

/** True where the token at `i` stands outside the noun phrase that ends at `last`. */
function endsSubject(s: Scope, i: number, last: number): boolean {
  if (isQuoted(s, i)) return true;
  if (shape(s, i, Shape.mark) && !isJoint(s, i)) return true;
  const w = word(s, i);
  // "the pact under which ministers agreed": a clause with a subject of its own
  if (i < last && is(s, i, Class.question) && is(s, i - 1, Class.preposition)) return true;
  return (is(s, i, Class.conjunction) && w !== 'and') || (w === 'that' && i < last) || opensClause(s, i);
}

export function isFiniteHere(s: Scope, i: number): boolean {
  if (isCapital(s, i)) return false;
  if (is(s, i, Class.finite | Class.past)) return true;
  // "informed sources", "the accused man": with no subject before it, it is no verb
  if (i === s.first || isMark(s, i - 1) || is(s, i - 1, Class.determiner | Class.conjunction)) return false;
  return isFiniteForm(s, i) || (isPastForm(s, i) && is(s, i + 1, Class.determiner | Class.conjunction));
}

/** "Documents seen by the agency": a participle that belongs to the noun before it. */
const describesDocument = (s: Scope, i: number): boolean => word(s, i + 1) === 'by' && is(s, i - 1, Class.document);

const RELATIVE_WITHIN = 8;

/** The "who" or "which" before the verb at `i`, or -1. */
function relativeBefore(s: Scope, i: number): number {
  const floor = Math.max(s.first + 1, i - RELATIVE_WITHIN);
  for (let k = i - 1; k >= floor && !isMark(s, k); k--) if (relatives.has(word(s, k))) return k;
  return -1;
}

const relatives = wordList('relatives');
