// The subject of a verb: the noun phrase to its left, past auxiliaries, times and appositions, or one it shares with another verb.
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { Class, isBe } from '../../language/word-classes';
import { Shape } from '../../document/token';
import { behindOpeners, cannotSpeak, inquitBefore, isPointedAt } from './inner-clauses';
import { beforeAdverbs, isPointer, type Range } from './phrase';
import { Frame } from './lexicon';
import { is, isCalled, isCapital, isComma, isMark, isQuoted, type Scope, shape, word } from './scope';
import { subjectStart, clauseStart, isFiniteHere } from './subject-start';
import { openers, beforeApposition, beforeFurther } from './apposition';
import { sharedSubject, leadsIn } from './shared-subject';

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

/** "the minister on Monday" is the minister. */
function beforeTime(s: Scope, from: number, to: number): number {
  if (to - from < 2 || !is(s, to - 1, Class.time | Class.period) || isCapital(s, to - 2)) return to;
  let end = to - 1;
  if (end - from > 1 && (is(s, end - 1, Class.preposition) || isPointer(s, end - 1))) end--;
  return end;
}

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
