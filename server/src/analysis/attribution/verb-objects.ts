// Attribution by a verb with no clause behind it: "is accused of", "plans to leave", "criticised the plan", "put the toll at 14".
import { Shape } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { quantitiesIn } from '../../language/quantities';
import { Class } from '../../language/word-classes';
import { clauseEnd } from './clause-end';
import type { Cue } from './cues';
import { Frame } from './lexicon';
import { clauseAt, nounPhrase } from './phrase';
import { is, isCapital, isComma, isMark, isPastForm, opensQuotation, type Scope, shape, word } from './scope';
import { governsPhrase, hasFrame, make, makeBy, type VerbHere } from './verb-here';

export type Placement = (v: VerbHere) => Cue | undefined;

/** "is expected to", "was seen as", "was endorsed by". */
export const passive: Placement = (v) => {
  const { s, use, next, after, verb } = v;
  if (use !== 'passive') return undefined;
  const w = word(s, next);
  const clause = { from: next, to: clauseEnd(s, next) };
  const attitude = { ...v, kind: 'attitude' as const };
  // "the bridge is expected to fall": what is expected is that of the bridge
  const ofSubject = v.subject.phrase ? [v.subject.phrase, clause] : [clause];
  if (w === 'to' && hasFrame(v, Frame.infinitive | Frame.person | Frame.clause))
    return makeBy(attitude, ofSubject, undefined);
  if (w === 'as' && verb.prepositions.has('as')) return makeBy(attitude, ofSubject, undefined);
  if ((w === 'that' || word(s, after) === 'that') && hasFrame(v, Frame.clause))
    return makeBy(attitude, [clause], undefined);
  if (opensQuotation(s, next) && hasFrame(v, Frame.any | Frame.object)) return makeBy(v, [clause], undefined);
  if (isQuotedAs(v)) return undefined;
  if (w === 'by' && hasFrame(v, Frame.object)) return doneBy(attitude);
  // "is considered a threat", "has been called a fraud"
  if (namesSo.has(verb.lemma) && is(s, next, Class.article)) return makeBy(attitude, ofSubject, undefined);
  return undefined;
};

const namesSo = wordList('verbs of naming so');

/** Tokens between "quoted by" and "as saying". */
const AS_SAYING_WITHIN = 12;

/** "was quoted by the agency as saying": the saying attributes. */
function isQuotedAs({ s, next }: VerbHere): boolean {
  const limit = Math.min(s.last - 1, next + AS_SAYING_WITHIN);
  for (let i = next; i < limit && !isMark(s, i); i++)
    if (word(s, i) === 'as' && word(s, i + 1).endsWith('ing')) return true;
  return false;
}

/** "Official figures put unemployment at 7 percent", "the ministry put the number of those killed in the war at 35 million". */
const putsAt: Placement = (v) => {
  const { s, i, use, next, subject } = v;
  if (v.verb.lemma !== 'put' || use !== 'finite' || !subject.phrase || !canSpeak(v)) return undefined;
  if (is(s, next, Class.preposition)) return undefined;
  const within = next + (isMeasure(s, next) ? MEASURE_WITHIN : PUT_WITHIN);
  const at = quantitiesIn(s.paragraph, { firstToken: next, lastToken: Math.min(s.last, within + LONGEST_FIGURE) }).find(
    ({ kind, first }) => kind !== 'time' && first <= within && word(s, atBefore(s, first)) === 'at',
  );
  if (!at || hasStop(s, next, at.first)) return undefined;
  return { ...make(v, [{ from: i + 1, to: clauseEnd(s, at.first) }]), reports: true };
};

/** Tokens between "put" and its figure; where a measure of something is put, what is measured may be told at length. */
const PUT_WITHIN = 11;
const MEASURE_WITHIN = 40;
/** Tokens of a figure. */
const LONGEST_FIGURE = 8;

/** "the number of …", "the total cost of …": a noun that something hangs on by "of". */
const isMeasure = (s: Scope, i: number): boolean =>
  is(s, i, Class.determiner) && [i + 2, i + 3, i + 4].some((k) => k < s.last && word(s, k) === 'of');

/** "at 14", "at $14", "at about 14": the token of the "at". */
const atBefore = (s: Scope, first: number): number =>
  [first - 1, first - 2, first - 3].find((k) => word(s, k) === 'at') ?? first;

/** A mark other than a comma. */
function hasStop(s: Scope, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isMark(s, k) && !isComma(s, k) && !isCurrency(word(s, k))) return true;
  return false;
}

const isCurrency = (mark: string): boolean => /^\p{Sc}$/u.test(mark);

/** "complained about the …" */
const preposition: Placement = (v) =>
  v.use !== 'passive' && hasFrame(v, Frame.preposition) && v.verb.prepositions.has(word(v.s, v.next)) && !isMoved(v)
    ? governsPhrase(v, v.next)
    : undefined;

/** "put it out", "put it on the table": no words were put so. */
const isMoved = ({ s, next }: VerbHere): boolean =>
  word(s, next) === 'it' &&
  (particles.has(word(s, next + 1)) || is(s, next + 1, Class.preposition)) &&
  !likens(s, next + 1);

const particles = wordList('particles of verbs');
const likens = (s: Scope, i: number): boolean => word(s, i) === 'like' || word(s, i) === 'as';

/** Tokens of who or what is seen so. */
const SEEN_WITHIN = 10;

/** "cast the mayor as a liar", "police identified the man as Moll": who or what stands before the "as". */
const seenAs: Placement = (v) => {
  const { s, next, use, verb } = v;
  if (!verb.prepositions.has('as') || use === 'passive' || use === 'infinitive' || !canSpeak(v)) return undefined;
  if (use === 'participle' && !v.subject.phrase) return undefined;
  if (isMark(s, next) || is(s, next, Class.preposition)) return undefined;
  const limit = Math.min(s.last, next + SEEN_WITHIN);
  for (
    let i = next + 1;
    i < limit && !isMark(s, i) && !is(s, i, Class.finite | Class.question | Class.conjunction);
    i++
  )
    // "cast nets as rebels arrived" tells when
    if (word(s, i) === 'as' && !opensTime(s, i + 1)) return make(v, [{ from: next, to: clauseEnd(s, next) }]);
  return undefined;
};

const opensTime = (s: Scope, i: number): boolean =>
  clauseAt(s, i) || is(s, i + 1, Class.past) || (word(s, i).endsWith('s') && isPastForm(s, i + 1));

/** "plans to leave" */
const infinitive: Placement = (v) =>
  hasFrame(v, Frame.infinitive) &&
  canSpeak(v) &&
  word(v.s, v.next) === 'to' &&
  v.use !== 'infinitive' &&
  v.use !== 'passive'
    ? make({ ...v, kind: 'attitude' }, [{ from: v.next, to: clauseEnd(v.s, v.next) }])
    : undefined;

const PERSON_WITHIN = 9;

/** "urged ministers to act", "reminded them that" */
const person: Placement = (v) => {
  const { s, next, use } = v;
  if (use === 'passive' || !hasFrame(v, Frame.person) || next >= s.last || !namesSomebody(s, next)) return undefined;
  const limit = Math.min(s.last, next + PERSON_WITHIN);
  for (let i = next + 1; i < limit && !isMark(s, i); i++) {
    if (word(s, i) === 'that' || (word(s, i) === 'to' && !is(s, i - 1, Class.preposition))) {
      return make(v, [{ from: next, to: clauseEnd(s, next) }]);
    }
  }
  return undefined;
};

const namesSomebody = (s: Scope, i: number): boolean =>
  is(s, i, Class.object | Class.determiner) || isCapital(s, i) || word(s, i).endsWith('s');

/** "criticised the plan": the object is what is spoken of. Somebody must do it: "to attack targets" tells of nobody's words. */
const object: Placement = (v) => {
  const { s, next, use, verb, subject } = v;
  if (!hasFrame(v, Frame.object) || next >= s.last || use === 'passive' || use === 'infinitive') return undefined;
  if (is(s, next, Class.preposition) || (isMark(s, next) && !opensQuotation(s, next)) || word(s, next) === 'to')
    return undefined;
  if (use === 'finite' && !canSpeak(v)) return undefined;
  // "will publish its results": not yet
  if (is(s, v.i - 1, Class.modal) && !opensQuotation(s, next) && notYet.has(verb.lemma)) return undefined;
  if (verb.kind === 'act' && (use === 'participle' || !subject.phrase || is(s, v.i - 1, Class.modal))) return undefined;
  return make(v, [{ from: next, to: clauseEnd(s, next) }]);
};

/** "Analysts see a rate cut", "economists expect slower growth": whose trade it is to look ahead says what is to come. */
const foresees: Placement = (v) => {
  const {
    s,
    i,
    next,
    use,
    verb,
    subject: { phrase },
  } = v;
  if (use !== 'finite' || !phrase || !looksAhead.has(verb.lemma) || verb.forms & Form.past || next >= s.last)
    return undefined;
  if (
    !is(s, phrase.to - 1, Class.weasel) ||
    isMark(s, next) ||
    is(s, next, Class.preposition | Class.modal | Class.object)
  )
    return undefined;
  return is(s, i - 1, Class.modal)
    ? undefined
    : make({ ...v, kind: 'attitude' }, [{ from: next, to: clauseEnd(s, next) }]);
};

const looksAhead = wordList('verbs of looking ahead');

const notYet = wordList('verbs that tell only when done');

/** Tokens of what is struck: "the old port and its silos". */
const STRUCK_WITHIN = 12;

/** "Rebels attacked the town": whoever bears arms strikes no blow in words, unless it is told how or as what. */
export function isBlow({ s, i, next, use, verb, subject: { phrase } }: VerbHere): boolean {
  if (use === 'passive' || !blows.has(verb.lemma) || opensQuotation(s, next)) return false;
  let armed = false;
  for (let k = phrase?.from ?? i; k < (phrase?.to ?? i); k++) if (bearsArms.has(word(s, k))) armed = true;
  let head = next;
  let ended = false;
  for (let k = next; k < Math.min(s.last, next + STRUCK_WITHIN) && !isMark(s, k); k++) {
    if (inWords.has(word(s, k))) return false;
    // "the decision to close the port" is no port
    ended ||= k > next && word(s, k) !== 'than' && (is(s, k, endsObject) || word(s, k) === 'to');
    if (!ended) head = k;
  }
  const struck = isStruck.has(word(s, head)) || isStruck.has(word(s, head).replace(/s$/, ''));
  return armed || struck;
}

const endsObject =
  Class.preposition | Class.question | Class.conjunction | Class.auxiliary | Class.subordinator | Class.time;

const blows = wordList('blows that may be words');
const bearsArms = wordList('who strikes blows');
const isStruck = wordList('what is struck');
const inWords = wordList('words behind a blow in words');

/** A pronoun, a name, a noun for somebody: "the plan called for" and "an initiative threatened" tell of nobody's words. */
export function canSpeak({ s, subject: { phrase } }: VerbHere): boolean {
  if (!phrase) return true;
  for (let i = phrase.from; i < phrase.to; i++) {
    if (is(s, i, speakers) || isCapital(s, i) || word(s, i) === 'who' || isShare(s, i)) return true;
  }
  return false;
}

/** "44 percent", "44%": of those who were asked. */
const isShare = (s: Scope, i: number): boolean => shares.has(word(s, i)) && shape(s, i - 1, Shape.number);

const shares = new Set(['percent', '%']);

const speakers =
  Class.subject | Class.contraction | Class.person | Class.body | Class.outlet | Class.people | Class.document;

/** "The attack was claimed by the group." */
export const doneBy = (v: VerbHere): Cue =>
  makeBy(v, v.subject.phrase ? [v.subject.phrase] : [], nounPhrase(v.s, v.next + 1));

/** In the order in which they are tried. */
export const withoutClause: readonly Placement[] = [preposition, seenAs, putsAt, infinitive, person, object, foresees];
