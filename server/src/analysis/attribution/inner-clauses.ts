// Clauses inside what stands before a verb: "the sky darkened as the mayor said" is the mayor, and "…, police said, adding" goes on
// with the police. What is left behind the last opener must be able to speak.
import { wordList } from '../../lexicon/word-lists';
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { recordAt, Shape } from '../../document/token';
import { Form } from '../../language/morphology';
import { isPluralNoun } from '../../language/noun-phrases';
import { verbFormOf } from '../../language/verb-forms';
import { Class } from '../../language/word-classes';
import { Frame } from './lexicon';
import { nounPhrase, type Range } from './phrase';
import { isGivenName } from '../names/lists';
import {
  is,
  isCalled,
  isCapital,
  isComma,
  isDash,
  isJoint,
  isMark,
  isPastForm,
  isQuoted,
  type Scope,
  shape,
  word,
} from './scope';

/** Where the noun phrase that ends with token `last` begins, no earlier than `from`: behind an opener of its own clause. */
export function behindOpeners(s: Scope, from: number, last: number): number {
  if (last - from > 1 && one.has(word(s, from))) {
    const contact = behindOneThing(s, from, last);
    if (contact !== undefined) return contact;
  }
  // what opens nothing is not asked whether it is a verb
  let first = from;
  while (first < last && !is(s, first, joining | Class.article)) first++;
  for (let i = last - 1; i >= first; i--) {
    if (isVerb(s, i)) break;
    if (i > from && opensContact(s, i)) return i;
    if (is(s, i, joining) && opensClause(s, from, i)) return i + 1;
  }
  return behindLead(s, from, last);
}

/**
 * "a step local critics said would …": one thing is none of those who are several, so these begin another noun phrase. It begins behind
 * what sums up a clause, "step", "move", or at the noun for people itself.
 */
function behindOneThing(s: Scope, from: number, last: number): number | undefined {
  if (!is(s, last, Class.person | Class.weasel) || !isPluralNoun(recordAt(s.tokens, last))) return undefined;
  if (isCapital(s, last) || countsBehindA.has(word(s, from + 1))) return undefined;
  for (let i = from + 1; i < last; i++) {
    if (isMark(s, i) || is(s, i, Class.preposition | Class.conjunction | Class.question)) return undefined;
    if (sumsUp.has(word(s, i)) || is(s, i + 1, Class.determiner)) return i + 1;
  }
  return last;
}

const one = new Set(['a', 'an']);
const countsBehindA = wordList('counts behind a');
const sumsUp = wordList('nouns that sum up a clause');

/** "a recovery the government says will follow": an article right behind a noun begins another noun phrase. */
const opensContact = (s: Scope, i: number): boolean =>
  is(s, i, Class.article) &&
  !isMark(s, i - 1) &&
  !isCapital(s, i - 1) &&
  !is(s, i - 1, notNoun) &&
  !looksLikeAdverb(word(s, i - 1));

const notNoun =
  Class.preposition |
  Class.conjunction |
  Class.question |
  Class.determiner |
  Class.adverb |
  Class.auxiliary |
  Class.time |
  Class.subject;

const joining = Class.subordinator | Class.question | Class.conjunction | Class.preposition;

/** "…when Moll", "…as the mayor" behind a verb or an adverb; "officials such as", "a man known as" open none. */
function opensClause(s: Scope, from: number, i: number): boolean {
  const w = word(s, i);
  if (alwaysOpens.has(w)) return true;
  if (!mayOpen.has(w) || i === from) return false;
  if (w === 'as' && namesAs.has(word(s, i - 1))) return false;
  if (is(s, i - 1, Class.adverb) || looksLikeAdverb(word(s, i - 1))) return true;
  // "went quiet as": the phrase was cut at its verb
  const isTold = (k: number): boolean => isVerb(s, k) && !(w === 'as' && namesAs.has(word(s, k)));
  let verb = from > s.first && isTold(from - 1) && !is(s, from, Class.determiner);
  for (let k = i - 1; k >= from; k--) {
    // "the man who served as chairman"
    if (is(s, k, Class.question)) return false;
    if (isTold(k)) verb = true;
  }
  return verb;
}

const alwaysOpens = wordList('sure openers of a clause');
const mayOpen = wordList('openers of a clause behind a verb');
const namesAs = wordList('words before a naming as');

/** A finite verb by itself: "comes", "rose". "Strikes" may be a noun. */
function isVerb(s: Scope, i: number): boolean {
  if (isCapital(s, i)) return false;
  if (is(s, i, Class.finite | Class.past)) return true;
  const verb = verbFormOf(recordAt(s.tokens, i));
  if (verb === undefined || (verb.forms & (Form.third | Form.past)) === 0) return false;
  // "failed" is no noun, though "fail" is; "the failed bank"
  return !verb.noun || (word(s, i).endsWith('ed') && !is(s, i - 1, Class.determiner) && !is(s, i, Class.person));
}

/** Behind "However", "Why", "what": words that open a sentence or a question and speak in none. */
function behindLead(s: Scope, from: number, last: number): number {
  let i = from;
  while (
    i < last &&
    (isComma(s, i) || leads.has(word(s, i)) || (asks.has(word(s, i)) && !is(s, i + 1, Class.auxiliary)))
  )
    i++;
  return i;
}

const leads = wordList('sentence adverbs');
const asks = wordList('question words before a subject');

/** An adverb or a finite verb is nobody: "again", "sadly"; nor is what ends in a verb, "several fled". */
export function cannotSpeak(s: Scope, from: number, last: number): boolean {
  if (from === last && isCalled(s, last)) return false;
  if (leads.has(word(s, last)) && from === last) return true;
  // "questioned after the debate"
  if (isPastForm(s, from) && !isCapital(s, from) && is(s, from + 1, Class.preposition))
    return word(s, from + 1) !== 'by';
  if (isCapital(s, last) && !shape(s, last, Shape.initial)) return false;
  if (from === last) return isAdverb(s, last) || (is(s, last, Class.adverb) && !is(s, last, Class.determiner));
  if (!is(s, last, Class.past)) return false;
  for (let i = last - 1; i > from; i--) if (is(s, i, Class.question)) return false;
  return true;
}

/** By its ending, and nobody's first name: "Carly said". */
const isAdverb = (s: Scope, i: number): boolean =>
  looksLikeAdverb(word(s, i)) && !(isCapital(s, i) && isGivenName(word(s, i)));

/** Tokens of "a spokesman for the council said on Friday". */
const LONGEST_INQUIT = 30;

/** "…, police said on Friday, adding": who says so in the clause that ends at `comma`; undefined where that is none. */
export function inquitBefore(s: Scope, comma: number): Range | undefined {
  const floor = Math.max(s.first, comma - LONGEST_INQUIT);
  let verb = -1;
  let open = comma - 1;
  for (; open >= floor && (!isMark(s, open) || isJoint(s, open)) && !isQuoted(s, open); open--) {
    if (is(s, open, Class.question)) return undefined;
    if (tells(s, open)) verb = open;
  }
  if (verb < 0 || open < s.first || !(isComma(s, open) || isDash(s, open) || isQuoted(s, open))) return undefined;
  if (verb === open + 1) {
    const { from, to } = nounPhrase(s, verb + 1);
    return to <= comma && to > from ? { from, to } : undefined;
  }
  const from = is(s, open + 1, Class.conjunction) ? open + 2 : open + 1;
  let to = verb;
  while (to > from && is(s, to - 1, Class.auxiliary | Class.adverb)) to--;
  return to > from ? { from, to } : undefined;
}

/** "said", "told": a verb that attributes in every use, in a form that is no noun. */
const tells = (s: Scope, i: number): boolean => {
  const verb = s.verbs[i];
  if (!verb || verb.nounish || isCapital(s, i)) return false;
  return (verb.frames & Frame.any) !== 0 && (verb.forms & (Form.past | Form.third)) !== 0;
};

/** "the law, which the mayor says will cost jobs": the mayor. */
export const isPointedAt = (s: Scope, i: number, last: number): boolean =>
  i < last &&
  pointing.has(word(s, i)) &&
  (is(s, i + 1, Class.determiner | Class.possessive | Class.subject) || isApart(s, i, last));

/** "the plan, which critics said": no word that asks which critics, for a comma, a preposition or a number stands against it. */
const isApart = (s: Scope, i: number, last: number): boolean =>
  is(s, last, Class.person | Class.weasel | Class.people) &&
  (word(s, i) !== 'which' || isComma(s, i - 1) || is(s, i - 1, Class.preposition)) &&
  (word(s, i) !== 'that' || isPluralNoun(recordAt(s.tokens, last)));

const pointing = wordList('pointing relatives');
