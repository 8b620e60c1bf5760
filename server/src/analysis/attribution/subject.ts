// The subject of a verb: the noun phrase to its left, past auxiliaries, times and appositions, or one it shares with another verb.
import { wordList } from '../../lexicon/word-lists';
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { Form } from '../../language/morphology';
import { Class, isBe } from '../../language/word-classes';
import { recordAt, Shape } from '../../document/token';
import { isPluralNoun } from '../../language/noun-phrases';
import { isPlace } from '../names/lists';
import { behindOpeners, cannotSpeak, inquitBefore, isPointedAt } from './inner-clauses';
import { beforeAdverbs, isFiniteForm, isPointer, type Range } from './phrase';
import { Frame } from './lexicon';
import {
  is,
  isCalled,
  isCapital,
  isComma,
  isJoint,
  isMark,
  isPastForm,
  isQuoted,
  type Scope,
  shape,
  word,
} from './scope';

/** Scans stop after this many tokens: longer subjects are not found in news copy, and cost stays linear. */
const LONGEST_SUBJECT = 40;
const LONGEST_APPOSITION = 30;

export interface Subject {
  /** The noun phrase, or undefined where nothing speaks. */
  readonly phrase: Range | undefined;
  /** Where the verb group begins: its first auxiliary, or the verb. */
  readonly group: number;
  /** An apposition between commas stands between subject and verb: "X, the chairman of Y, said". */
  readonly apposition: boolean;
}

/** The subject of the verb at `verb`: the phrase to its left, or that of the sentence's first verb, which both share. */
export function subjectOf(s: Scope, verb: number): Subject {
  const quoting = quotedAs(s, verb);
  if (quoting >= 0) {
    if (isBe(word(s, quoting - 1))) return subjectOf(s, quoting);
    return { phrase: { from: quoting + 1, to: verb - 1 }, group: verb, apposition: false };
  }
  let i = beforeGroup(s, verb);
  const group = i + 1;
  const shared = (): Subject => ({ phrase: sharedSubject(s, group), group, apposition: false });
  if (word(s, group) === 'to' && !isCalled(s, group) && (isBehindPreposition(s, i) || isBe(word(s, i - 1))))
    return shared();
  const teller = goesOnTelling(s, i, verb);
  if (teller) return { phrase: teller, group, apposition: false };
  if (i < s.first || is(s, i, Class.conjunction)) return shared();
  i = beforeWhen(s, i);
  let from = i;
  let apposition = false;
  if (isComma(s, i) || openers.has(word(s, i))) {
    from = beforeFurther(s, beforeApposition(s, i));
    if (from < s.first) return shared();
    apposition = true;
  }
  const head = from;
  from = clauseStart(s, subjectStart(s, from), from);
  if (describes.has(word(s, from)) && isComma(s, from - 1)) from = subjectStart(s, from - 2);
  while (from <= i && (leadsIn(s, from) || isHeard(s, from) || isPointedAt(s, from, i))) from++;
  from = afterDay(s, from, i);
  // "said when asked": nobody says who asked
  if (from === i && is(s, i, Class.subordinator)) return { phrase: undefined, group, apposition };
  if (from <= head) from = behindOpeners(s, from, head);
  if (from > i || isVerbal(s, from) || cannotSpeak(s, from, head)) return shared();
  return { phrase: { from, to: beforeTime(s, from, i + 1) }, group, apposition };
}

/** "…, police said, adding …" and "…, police said, but warned …": the same go on. `last` is the token before the verb group. */
function goesOnTelling(s: Scope, last: number, verb: number): Range | undefined {
  const { forms = 0, frames = 0 } = s.verbs[verb] ?? {};
  if (isComma(s, last)) return forms & Form.ing ? inquitBefore(s, last) : undefined;
  return word(s, last) === 'but' && frames & Frame.any && isComma(s, last - 1) ? inquitBefore(s, last - 1) : undefined;
}

/** Tokens of a verb group: "has long been seen to try to". */
const LONGEST_GROUP = 12;

/** The token before the verb group: before its auxiliaries, adverbs, and verbs that only lead to it. */
function beforeGroup(s: Scope, verb: number): number {
  const floor = Math.max(s.first, verb - LONGEST_GROUP);
  let i = beforeAdverbs(s, verb - 1);
  while (i >= floor) {
    if (is(s, i, Class.auxiliary) || (word(s, i) === 'to' && !isCalled(s, i)) || raises(s, i))
      i = beforeAdverbs(s, i - 1);
    else if (word(s, i) === 'past' && word(s, i - 1) === 'the' && word(s, i - 2) === 'in') i = beforeAdverbs(s, i - 3);
    else break;
  }
  return i;
}

/** "seemed to suggest", "it plans to announce": the doing is that of the verb behind it. */
function raises(s: Scope, i: number): boolean {
  if (word(s, i + 1) !== 'to') return false;
  if (raising.test(word(s, i))) return true;
  const verb = s.verbs[i];
  if (!verb || !(verb.forms & (Form.third | Form.past))) return false;
  return verb.nounish ? is(s, i - 1, Class.subject) : !is(s, i - 1, Class.determiner | Class.possessive);
}

const raising =
  /^(?:seem|appear|tend|happen|continue|try|trie|attempt|manage|fail|rush|hasten|start)(?:s|d|ed)?$|^(?:began|begins)$/;

/** Tokens between "quoted" and "as saying". */
const QUOTED_WITHIN = 14;

/** "The minister was quoted by the agency as saying", "the agency quoted the minister as saying": where "quoted" stands, or -1. */
function quotedAs(s: Scope, verb: number): number {
  if (word(s, verb - 1) !== 'as' || !word(s, verb).endsWith('ing')) return -1;
  const floor = Math.max(s.first, verb - QUOTED_WITHIN);
  for (let i = verb - 2; i > floor && !isMark(s, i) && !isQuoted(s, i); i--) {
    if (quoting.has(word(s, i))) return i;
  }
  return -1;
}

const quoting = wordList('verbs of quoting');

/** "The bishop took to the radio to say": whoever did the first thing says it. */
function isBehindPreposition(s: Scope, last: number): boolean {
  for (let i = last; i > s.first && i > last - LONGEST_ADJUNCT; i--) {
    if (isMark(s, i) || isQuoted(s, i) || is(s, i, Class.subject | Class.question | Class.conjunction)) return false;
    if (isFiniteHere(s, i) || s.verbs[i]) return false;
    // "for the minister to say" and "called on them to say" are about those
    if (is(s, i, Class.preposition)) return i < last && !ofOthers.has(word(s, i));
  }
  return false;
}

const ofOthers = wordList('prepositions of another doer');
const LONGEST_ADJUNCT = 5;

/** "the senator last week said": the token before "last week"; "the senator, whose …, on Monday said": the comma; "Arkel (ARK) today said": the bracket. */
function beforeWhen(s: Scope, i: number): number {
  if (is(s, i, Class.period) && isPointer(s, i - 1) && i - 2 > s.first) return i - 2;
  if (!is(s, i, Class.time)) return i;
  const before = is(s, i - 1, Class.preposition) ? i - 2 : i - 1;
  return isComma(s, before) || openers.has(word(s, before)) ? before : i;
}

const SUBJECT_WITHIN = 60;

/** The subject of the sentence's first verb, where that stands before `group`: "Brenn left the room and said …", "…, saying". */
function sharedSubject(s: Scope, group: number): Range | undefined {
  const start = afterOpening(s);
  const limit = Math.min(group, start + SUBJECT_WITHIN);
  let to = start;
  while (to < limit && !endsFirst(s, start, to) && !isMark(s, to) && !is(s, to, Class.question) && !isQuoted(s, to))
    to++;
  const from = leadsIn(s, start) ? start + 1 : start;
  if (to >= group || from >= to || !(isMark(s, to) ? isComma(s, to) || word(s, to) === '(' : !isQuoted(s, to)))
    return undefined;
  // "Dole also repeated …": the adverb is the verb's
  return { from, to: Math.max(from + 1, beforeAdverbs(s, to - 1) + 1) };
}

/** The verb of the sentence's first clause: "left", and "pointed" right behind whoever did so, though no list has it. */
const endsFirst = (s: Scope, start: number, i: number): boolean =>
  isFiniteHere(s, i) ||
  (i > start && isPastForm(s, i) && !isCapital(s, i) && (isNameHere(s, i - 1) || is(s, i - 1, somebody)));

const isNameHere = (s: Scope, i: number): boolean => isCapital(s, i) && !is(s, i, Class.determiner | Class.adverb);
const somebody = Class.person | Class.people;

/** Where the main clause begins: behind "In March, …", "When …, ", "Asked about the dam, …" and a quotation. */
function afterOpening(s: Scope): number {
  let i = s.first;
  while (i < s.last && isQuoted(s, i)) i++;
  if (i > s.first && isComma(s, i)) i++;
  if (is(s, i, Class.conjunction)) i++;
  if (!is(s, i, Class.preposition | Class.subordinator) && !isParticiple(s, i) && !isWhen(s, i)) return i;
  const limit = Math.min(s.last, i + SUBJECT_WITHIN);
  for (let k = i; k < limit; k++) if (isComma(s, k) && !isQuoted(s, k)) return k + 1;
  return i;
}

/** "Lastly, …", "Earlier on Thursday, …", "Later that month, …" */
const isWhen = (s: Scope, i: number): boolean =>
  !isCalled(s, i) && (is(s, i, Class.time | Class.adverb) || looksLikeAdverb(word(s, i)));

/** "Asked …", "Speaking …" */
const isParticiple = (s: Scope, i: number): boolean =>
  ((s.verbs[i]?.forms ?? 0) & (Form.past | Form.ing)) !== 0 && !isComma(s, i + 1);

/** "the minister on Monday" is the minister. */
function beforeTime(s: Scope, from: number, to: number): number {
  if (to - from < 2 || !is(s, to - 1, Class.time | Class.period) || isCapital(s, to - 2)) return to;
  let end = to - 1;
  if (end - from > 1 && (is(s, end - 1, Class.preposition) || isPointer(s, end - 1))) end--;
  return end;
}

/** What opens the bracket that this closes. A ticker stands in angles: "Texaco <TX> said". */
const openers: ReadonlyMap<string, string> = new Map([
  [')', '('],
  ['>', '<'],
]);

/** The token before the apposition that closes at `close`, or -1. */
function beforeApposition(s: Scope, close: number): number {
  const open = openers.get(word(s, close)) ?? ',';
  const floor = Math.max(s.first, close - LONGEST_APPOSITION);
  let i = close - 1;
  while (i >= floor && word(s, i) !== open && !isQuoted(s, i)) i--;
  if (i <= s.first || isQuoted(s, i) || word(s, i) !== open) return -1;
  if (openers.has(word(s, i - 1)) && open === ',') return beforeApposition(s, i - 1);
  if (open === ',' && isClause(s, i + 1, close)) return -1;
  // "Moll, 34, a nurse, said": an age tells who she is as well
  if (open === ',' && shape(s, i - 1, Shape.number) && isComma(s, i - 2)) return i - 3;
  return isMark(s, i - 1) ? -1 : i - 1;
}

/**
 * "Sen. Ida Moll, D-Okla., chairman of …, said", "Jan Bero, a tourist from Rochester, New York, said": what stands before one apposition may
 * be another, or where somebody is from. The token before them all.
 */
function beforeFurther(s: Scope, last: number): number {
  let i = last;
  for (let n = 0; n < APPOSITIONS && i > s.first; n++) {
    const comma = commaBefore(s, i);
    if (comma < 0 || !(isFrom(s, comma + 1, i) || isDescription(s, comma))) break;
    i = comma - 1;
  }
  return i;
}

const APPOSITIONS = 3;

/** The comma before the phrase that ends at `last`, or -1: no clause and no other mark stands between. */
function commaBefore(s: Scope, last: number): number {
  for (let i = last; i > s.first && i > last - LONGEST_DESCRIPTION; i--) {
    if (isComma(s, i)) return i;
    if (isQuoted(s, i) || (shape(s, i, Shape.mark) && !isJoint(s, i))) return -1;
    if (is(s, i, Class.question | Class.finite | Class.subject)) return -1;
  }
  return -1;
}

const LONGEST_DESCRIPTION = 12;

/** "D-Okla.", "New York", "Miss.", "Jr.": capitals that tell a party, a place or which of a family, and no name of its own. */
function isFrom(s: Scope, from: number, last: number): boolean {
  if (last - from > LONGEST_PLACE || !isCapital(s, from - 2)) return false;
  for (let i = from; i <= last; i++)
    if ((!isCapital(s, i) && word(s, i) !== '.') || (i < last && is(s, i, Class.person | Class.title))) return false;
  const w = word(s, from);
  return w.includes('-') || w.endsWith('.') || word(s, from + 1) === '.' || isPlace(w) || word(s, from) === 'new';
}

const LONGEST_PLACE = 3;

/** "a tourist from Rochester", "chairman of the panel", right behind somebody's name. */
function isDescription(s: Scope, comma: number): boolean {
  if (!isCapital(s, comma - 1) || is(s, comma - 1, Class.time) || is(s, comma - 2, Class.preposition)) return false;
  const first = comma + 1;
  return (
    is(s, first, Class.article | Class.possessive) ||
    (is(s, first, Class.person) && !isCapital(s, first) && !isPluralNoun(recordAt(s.tokens, first)))
  );
}

/** "…, it was clear that prices fell, said …": a clause with its own subject stands between the commas, no apposition. */
const isClause = (s: Scope, from: number, to: number): boolean =>
  is(s, from, Class.subject) && word(s, from) !== 'who' && from + 1 < to && is(s, from + 1, Class.finite);

/** The first token of the noun phrase that ends at `last`: back to a mark, a conjunction, a verb that is not its own. */
function subjectStart(s: Scope, last: number): number {
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
function clauseStart(s: Scope, from: number, last: number): number {
  const before = from - 1;
  if (before < s.first || isMark(s, before) || s.verbs[before] || !isFiniteHere(s, before)) return from;
  for (let i = last - 1; i > from; i--) if (opensNext.has(word(s, i))) return i + 1;
  return from;
}

const opensNext = wordList('openers of a next clause');

/** "commenting on press reports", "according to official figures": no noun phrase begins so. */
const isVerbal = (s: Scope, i: number): boolean =>
  word(s, i) === 'according' ||
  (word(s, i).length > 4 &&
    word(s, i).endsWith('ing') &&
    !word(s, i).endsWith('thing') &&
    !isCapital(s, i) &&
    is(s, i + 1, Class.preposition | Class.determiner));

/** "A second source, close to one of the partners": what stands behind the comma tells who that is. */
const describes = wordList('participles that describe a source');

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

function isFiniteHere(s: Scope, i: number): boolean {
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

/** Words that lead into a clause and are no part of its subject: "In March the minister", "was how the pilot put it". */
const leadsIn = (s: Scope, i: number): boolean =>
  is(s, i, Class.conjunction) ||
  isMark(s, i) ||
  word(s, i) === 'how' ||
  (is(s, i, Class.preposition) && word(s, i) !== 'of');

/** "On Monday the court", "in March 2015 the army", "last week rebels": the day leads in and says nothing. */
function afterDay(s: Scope, from: number, last: number): number {
  let i = from;
  if (isPointer(s, i) && is(s, i + 1, Class.period)) i += 2;
  else if (is(s, i - 1, Class.preposition)) while (is(s, i, Class.time) || shape(s, i, Shape.number)) i++;
  if (isComma(s, i)) i++;
  return i <= last && (i === from || !is(s, i, Class.preposition)) ? i : from;
}

/** "To hear the mayor tell it" */
const isHeard = (s: Scope, i: number): boolean => word(s, i) === 'hear' && word(s, i - 1) === 'to';
