// The subject that a verb shares with the first one of its sentence: "Brenn left the room and said …".
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import { beforeAdverbs, type Range } from './phrase';
import { is, isCalled, isCapital, isComma, isMark, isPastForm, isQuoted, type Scope, word } from './scope';
import { isFiniteHere } from './subject-start';

const SUBJECT_WITHIN = 60;

/** The subject of the sentence's first verb, where that stands before `group`: "Brenn left the room and said …", "…, saying". */
export function sharedSubject(s: Scope, group: number): Range | undefined {
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

/** Words that lead into a clause and are no part of its subject: "In March the minister", "was how the pilot put it". */
export const leadsIn = (s: Scope, i: number): boolean =>
  is(s, i, Class.conjunction) ||
  isMark(s, i) ||
  word(s, i) === 'how' ||
  (is(s, i, Class.preposition) && word(s, i) !== 'of');
