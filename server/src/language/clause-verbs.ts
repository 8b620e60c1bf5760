// Verbs of a sentence: which of the words that may be verbs are, by their neighbours, and which past forms are participles.
import { has, recordAt, Shape, type Tokens, wordAt } from '../document/token';
import { looksLikeAdverb } from '../lexicon/adverbs';
import { closedClass } from './closed-classes';
import { Form } from './morphology';
import { verbFormOf } from './verb-forms';
import { type VerbGroup, verbGroupAt } from './verb-groups';
import { Class, classesOf } from './word-classes';

/** Every verb group, left to right, none inside another. */
export function verbsIn(tokens: Tokens, first: number, last: number): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = first; i < last; i++) {
    const group = verbGroupAt(tokens, i, last);
    if (!group || !isVerbHere(tokens, group, first)) continue;
    groups.push(group);
    i = group.last - 1;
  }
  return groups.map((group, k) => asReduced(tokens, group, groups[k + 1], first));
}

/** A word that may be a verb is one by its neighbours: not behind an article, not "reports" before "said". */
function isVerbHere(tokens: Tokens, group: VerbGroup, first: number): boolean {
  const { first: i, verb, form } = group;
  const single = group.last - i === 1;
  if (!single || form === 'infinitive') return true;
  const known = verbFormOf(recordAt(tokens, verb));
  if (!known || is(tokens, i, Class.auxiliary | Class.be | Class.have)) return true;
  let before = i - 1;
  while (before >= first && (is(tokens, before, Class.adverb) || looksLikeAdverb(wordAt(tokens, before)))) before--;
  const article =
    before >= first &&
    is(tokens, before, Class.determiner | Class.possessive) &&
    !bareSubjects.has(wordAt(tokens, before));
  const owner = before >= first && wordAt(tokens, before).endsWith("'s");
  if (article || owner) return false;
  const pronoun = before >= first && is(tokens, before, Class.subject);
  if (known.forms & Form.ing && before < first)
    return takesObject(tokens, i + 1) || is(tokens, i + 1, Class.preposition);
  if (known.forms & Form.ing) return !is(tokens, before, Class.preposition) || takesObject(tokens, i + 1);
  if (known.forms & Form.past)
    return before < first ? false : !is(tokens, before, Class.preposition) || !nounFollows(tokens, i + 1);
  if (known.forms & Form.participle) return before >= first;
  if (pronoun) return true;
  // "unless talks resume": what opens a clause is no subject, save "who" and its like
  if (before >= first && openers.at(tokens, before) && !mayBeSubject.at(tokens, before)) return false;
  if (known.forms & Form.third) {
    if (is(tokens, before, Class.preposition) || has(tokens, before, Shape.number) || isIng(tokens, before))
      return false;
    return known.noun ? takesObject(tokens, i + 1) && !isFiniteNext(tokens, i + 1) : before >= first;
  }
  // the bare form: behind a plural, before its object
  const plural = before >= first && /[^s]s$|^(?:people|police|men|women|children)$/.test(wordAt(tokens, before));
  return plural && (!known.noun || takesObject(tokens, i + 1));
}

const isIng = (tokens: Tokens, i: number): boolean => ((verbFormOf(recordAt(tokens, i))?.forms ?? 0) & Form.ing) !== 0;

const mayBeSubject = closedClass('openers that are subjects');

/** "Some say", "that means": determiners that are subjects too. */
const bareSubjects = closedClass('pronominal determiners');

const takesObject = (tokens: Tokens, i: number): boolean =>
  is(tokens, i, Class.determiner | Class.object | Class.subject | Class.question) ||
  wordAt(tokens, i) === 'to' ||
  has(tokens, i, Shape.capital | Shape.number | Shape.quoted);

const nounFollows = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.word) &&
  !is(tokens, i, Class.preposition | Class.determiner | Class.conjunction | Class.subject);

const isFiniteNext = (tokens: Tokens, i: number): boolean => is(tokens, i, Class.finite | Class.past);

/** "The man accused of theft was freed": a past form whose clause has its finite verb behind it is a participle. */
function asReduced(tokens: Tokens, group: VerbGroup, next: VerbGroup | undefined, first: number): VerbGroup {
  if (group.last - group.first > 1 || group.tense !== 'past' || group.form !== 'finite') return group;
  const forms = verbFormOf(recordAt(tokens, group.verb))?.forms ?? 0;
  if (!(forms & Form.participle)) return group;
  const by = wordAt(tokens, group.last) === 'by';
  const noun = group.first > first && !is(tokens, group.first - 1, Class.subject | Class.conjunction | Class.question);
  const aside = wordAt(tokens, group.first - 1) === ',';
  if (!noun || (has(tokens, group.first - 1, Shape.mark) && !(aside && by))) return group;
  let opened = false;
  for (let i = group.last; next && i < next.first; i++)
    opened ||=
      has(tokens, i, Shape.mark) ||
      is(tokens, i, Class.conjunction | Class.question | Class.subject | Class.subordinator);
  const finiteBehind = next !== undefined && next.form === 'finite' && !opened && next.first > group.last;
  const preposition = is(tokens, group.last, Class.preposition | Class.time);
  return by || (finiteBehind && preposition) ? { ...group, form: 'participle', tense: 'none', passive: true } : group;
}

const openers = closedClass('clause openers');

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;
