// What stands behind a verb of speech: words that somebody said, or what a verb of doing takes. "Claimed the road was open" and
// "claimed to be ill" report words; "claimed a tax rate" and "conceded an election" do not.
import { wordList } from '../../lexicon/word-lists';
import { Form, thirdOrPlural } from '../../language/morphology';
import { looksLikePeople, nounPhraseAt } from '../../language/noun-phrases';
import { verbFormOf } from '../../language/verb-forms';
import { type VerbGroup, verbGroupAt } from '../../language/verb-groups';
import { Class, classesOf } from '../../language/word-classes';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';

/** A clause, a whole quotation or an infinitive of what is or was begins at `next`, the token behind the verb. */
export const reportsWords = (tokens: Tokens, next: number, limit: number): boolean =>
  opensReport(tokens, next, limit) ||
  (wordAt(tokens, next) === 'to' && hasBase(tokens, next + 1)) ||
  statesClause(tokens, next, limit);

/** "That …", "…", ": …": nothing but words can follow. */
export function opensReport(tokens: Tokens, next: number, limit: number): boolean {
  const word = wordAt(tokens, next);
  if (word === ':' || word === ',') return has(tokens, next + 1, Shape.quoted);
  if (has(tokens, next, Shape.mark) && has(tokens, next, Shape.quoted)) return has(tokens, next + 1, Shape.capital);
  return word === 'that' && (has(tokens, next + 1, Shape.quoted) || verbAfter(tokens, next + 1, limit) !== undefined);
}

/** "The defendants claimed | the man left first": a subject and a verb that says what it does. */
export function statesClause(tokens: Tokens, from: number, limit: number): boolean {
  const group = verbAfter(tokens, from, limit);
  if (!group) return false;
  // "a tax rate introduced in May": what was done to a thing belongs to the thing
  const forms = verbFormOf(recordAt(tokens, group.first))?.forms ?? 0;
  const done = group.first === group.verb && (forms & Form.participle) !== 0;
  return !done || namesSomebody(tokens, from, group.first) || takesObject(tokens, group.first + 1);
}

/**
 * "Maintained | the rate it has had since May": the clause is the noun's own, its pronoun left out,
 * and nothing is said of the noun. "Claimed the man she saw was armed" says something.
 */
export function namesThingAlone(tokens: Tokens, from: number, limit: number): boolean {
  const phrase = nounPhraseAt(tokens, from, limit);
  if (!phrase || !(classesOf(recordAt(tokens, phrase.last)) & Class.subject)) return false;
  const own = verbGroupAt(tokens, phrase.last + 1, limit);
  if (own?.form !== 'finite') return false;
  for (let i = own.last; i < limit && !has(tokens, i, Shape.mark); i++)
    if (verbGroupAt(tokens, i, limit)?.form === 'finite') return false;
  return true;
}

/** The verb of a clause that begins at `from`: finite, behind its subject. */
function verbAfter(tokens: Tokens, from: number, limit: number): VerbGroup | undefined {
  const verb = verbBehindSubject(tokens, from, limit);
  const group = verb === undefined ? undefined : verbGroupAt(tokens, verb, limit);
  return group?.form === 'finite' ? group : undefined;
}

function namesSomebody(tokens: Tokens, from: number, limit: number): boolean {
  const phrase = nounPhraseAt(tokens, from, limit);
  return phrase === undefined || phrase.is !== 'thing' || looksLikePeople(thirdOrPlural(wordAt(tokens, phrase.head)));
}

/** Tokens behind "insisted that" in which "is" or "had" tells a statement, whatever its subject. */
const STATED_WITHIN = 16;

function hasAuxiliary(tokens: Tokens, from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + STATED_WITHIN) && !has(tokens, i, Shape.mark); i++)
    if (classesOf(recordAt(tokens, i)) & Class.finite && !(classesOf(recordAt(tokens, i)) & Class.subject))
      return wordAt(tokens, i) !== 'should' && wordAt(tokens, i) !== 'be';
  return false;
}

const takesObject = (tokens: Tokens, i: number): boolean =>
  (classesOf(recordAt(tokens, i)) & (Class.determiner | Class.object)) !== 0;

/** "Insisted that | the army halt": the verb stands as no verb of a statement does, so something is demanded. */
export function statesWhatIs(tokens: Tokens, from: number, limit: number): boolean {
  const verb = verbBehindSubject(tokens, from, limit);
  if (hasAuxiliary(tokens, from, limit)) return true;
  if (verb === undefined) return false;
  const group = verbGroupAt(tokens, verb, limit);
  if (group?.form !== 'finite' || wordAt(tokens, verb) === 'should') return false;
  const forms = verbFormOf(recordAt(tokens, verb))?.forms ?? 0;
  // "is", "had", "would"; "left", "leaves"; a bare "halt" may be asked for
  return group.first < group.verb || !(forms & Form.base) || (forms & Form.past) !== 0;
}

/** Tokens between a subject's noun and its verb: "Iran, above all, is". */
const BETWEEN = 8;

function verbBehindSubject(tokens: Tokens, from: number, limit: number): number | undefined {
  if (has(tokens, from, Shape.mark) || has(tokens, from, Shape.quoted)) return undefined;
  if (classesOf(recordAt(tokens, from)) & Class.contraction && verbGroupAt(tokens, from, limit)) return from;
  const lone = classesOf(recordAt(tokens, from)) & (Class.subject | Class.object) && !isDeterminer(tokens, from + 1);
  const subject = lone ? { last: from + 1 } : nounPhraseAt(tokens, from, limit);
  if (!subject) return undefined;
  let i = subject.last;
  if (wordAt(tokens, i) === 'and') {
    // "killings and suicide attacks | were planned"; "fraud and | was jailed" is the speaker's own next verb
    const more = nounPhraseAt(tokens, i + 1, limit);
    if (!more) return undefined;
    i = more.last;
  }
  // "first complained", "also was"
  while (i < limit && classesOf(recordAt(tokens, i)) & Class.adverb) i++;
  if (wordAt(tokens, i) !== ',') return i < limit ? i : undefined;
  // an aside of the subject, between commas
  for (let k = i + 1; k < Math.min(limit, i + BETWEEN); k++)
    if (wordAt(tokens, k) === ',' && verbGroupAt(tokens, k + 1, limit)) return k + 1;
  return undefined;
}

const isDeterminer = (tokens: Tokens, i: number): boolean =>
  (classesOf(recordAt(tokens, i)) & Class.determiner) !== 0 && wordAt(tokens, i) !== 'all';

const hasBase = (tokens: Tokens, i: number): boolean => {
  const word = wordAt(tokens, i);
  return word === 'have' || word === 'be' || ((verbFormOf(recordAt(tokens, i))?.forms ?? 0) & Form.base) !== 0;
};

/** Tokens of a day, a place or an addressee between a verb and its "that", at most. */
const ADJUNCT = 8;

/** The "that" of "complained to the paper that", "insisted on Friday that"; undefined where a thing is spoken about instead. */
export function thatBehind(tokens: Tokens, next: number, limit: number): number | undefined {
  const opens = wordAt(tokens, next);
  if (opens !== 'that' && !beforeThat.has(opens) && !(classesOf(recordAt(tokens, next)) & (Class.adverb | Class.time)))
    return undefined;
  for (let i = next; i < Math.min(limit, next + ADJUNCT) && !has(tokens, i, Shape.mark); i++)
    if (wordAt(tokens, i) === 'that') return i;
  return undefined;
}

const beforeThat = wordList('words between a verb and its that');
