// Where what a cue governs is over: at the turn of its own clause, or where the clause that holds the cue ends, "When the mayor
// said the bridge was safe, nobody laughed", "the report, which says so, was late", "the army – which says it left – is there".
import { recordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class } from '../../language/word-classes';
import { clauseAt } from './phrase';
import { is, isCapital, isComma, isDash, isMark, isQuoted, type Scope, word } from './scope';

const LONGEST_CONTENT = 200;

/**
 * The end of what the cue before `from` governs. `runs`: content that runs on over times and participles ("said that …"),
 * and ends only where the sentence turns ("…, but he").
 */
export function clauseEnd(s: Scope, from: number, runs = false): number {
  const close = enclosingEnd(s, from);
  const limit = Math.min(close, from + LONGEST_CONTENT);
  for (let i = from; i < limit; i++) {
    if (isQuoted(s, i)) continue;
    const w = word(s, i);
    if (w === ';') return i;
    if (w === 'according' && word(s, i + 1) === 'to') return isComma(s, i - 1) ? i - 1 : i;
    if (w === ',' && (runs ? turns(s, i + 1) : parts(s, i + 1))) return i;
    if (runs) continue;
    if (isDash(s, i)) return i;
    if (i > from + 1 && is(s, i, Class.subordinator)) return i;
    if (i > from && is(s, i, Class.time)) return leadingTimeWord(s, i - 1) && i - 1 > from ? i - 1 : i;
  }
  return close;
}

const leadingTimeWord = (s: Scope, i: number): boolean => timeLeads.has(word(s, i));
const timeLeads = wordList('words that lead to a time');

/** Behind a comma: the sentence turns to something else than what was said. */
function turns(s: Scope, i: number): boolean {
  const w = word(s, i);
  if (w === 'but') return is(s, i + 1, Class.subject | Class.determiner) || isCapital(s, i + 1) || clauseAt(s, i + 1);
  return w === 'according' || w === 'while' || w === 'whereas' || speaks(s, i);
}

/** Behind a comma: the phrase that a shorter cue governs is over. */
function parts(s: Scope, i: number): boolean {
  const w = word(s, i);
  if (is(s, i, Class.parting | Class.article | Class.possessive) || w === 'another' || w === 'one') return true;
  return (w.length > 4 && w.endsWith('ing') && !isCapital(s, i)) || speaks(s, i);
}

/** ", said the minister": what stands before the comma is over. */
const speaks = (s: Scope, i: number): boolean => {
  const verb = s.verbs[i];
  return (
    verb !== undefined &&
    (verb.frames & 1) !== 0 &&
    (verb.forms & (Form.past | Form.third)) !== 0 &&
    !verb.nounish &&
    !isCapital(s, i)
  );
};

/** The token at which the clause round a cue that ends before token `from` is over, or the sentence's end. */
function enclosingEnd(s: Scope, from: number): number {
  return Math.min(frontedEnd(s, from), relativeEnd(s, from), asideEnd(s, from));
}

/** Tokens of a clause before the main one. */
const LONGEST_FRONT = 60;

/** "When …, the …": the comma behind which the main clause begins. */
function frontedEnd(s: Scope, from: number): number {
  let open = s.first;
  while (open < from && (is(s, open, Class.conjunction) || isComma(s, open)) && !fronting.has(word(s, open))) open++;
  if (open >= from || !fronting.has(word(s, open))) return s.last;
  const limit = Math.min(s.last, open + LONGEST_FRONT);
  for (let i = open + 1; i < limit; i++) {
    if (!isComma(s, i) || isQuoted(s, i) || !opensMain(s, i + 1)) continue;
    return i < from ? s.last : i;
  }
  return s.last;
}

const fronting = wordList('openers of a fronted clause');

const opensMain = (s: Scope, i: number): boolean =>
  !is(s, i, Class.question | Class.conjunction | Class.subordinator) && !isQuoted(s, i) && clauseAt(s, i);

/** Tokens between "which" and its verb. */
const RELATIVE_WITHIN = 10;

/** ", which says …, is": the comma before the verb of the clause that holds it. */
function relativeEnd(s: Scope, from: number): number {
  const floor = Math.max(s.first + 1, from - RELATIVE_WITHIN);
  let open = from - 1;
  while (open > floor && !isMark(s, open)) open--;
  if (!isComma(s, open) || !relatives.has(word(s, open + 1))) return s.last;
  for (let i = from; i < s.last; i++) if (isComma(s, i) && !isQuoted(s, i) && goesOn(s, i + 1)) return i;
  return s.last;
}

const relatives = wordList('relatives');

/** "is", "went", "comes": a verb that goes on with the clause outside. */
function goesOn(s: Scope, i: number): boolean {
  if (isCapital(s, i) || isQuoted(s, i)) return false;
  if (is(s, i, Class.finite | Class.past)) return true;
  const verb = verbFormOf(recordAt(s.tokens, i));
  return verb !== undefined && !verb.noun && (verb.forms & Form.third) !== 0;
}

/** Tokens of an aside before its cue. */
const ASIDE_WITHIN = 40;

/** "– even as he says … –", "(he says …)": the mark that closes what the cue stands in. */
function asideEnd(s: Scope, from: number): number {
  const floor = Math.max(s.first, from - ASIDE_WITHIN);
  let dashes = 0;
  let brackets = 0;
  for (let i = from - 1; i > floor; i--) {
    if (isQuoted(s, i)) continue;
    if (isDash(s, i)) dashes++;
    if (word(s, i) === '(') brackets++;
    else if (word(s, i) === ')') brackets--;
  }
  if (dashes % 2 === 0 && brackets <= 0) return s.last;
  for (let i = from; i < s.last; i++) {
    if (isQuoted(s, i)) continue;
    if ((dashes % 2 === 1 && isDash(s, i)) || (brackets > 0 && word(s, i) === ')')) return i;
  }
  return s.last;
}
