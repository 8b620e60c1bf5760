// Attribution by a verb: where the content stands, by the verb's frames. The placements are tried in order; the first that
// fits wins: behind a quotation ("…," said X), at the end ("…, X said."), before a quotation, a clause, an object.
import { quantitiesIn } from '../../language/quantities';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { Frame, type Verb } from './lexicon';
import { afterPreposition, clauseAt, clauseEnd, nounPhrase, type Range, thatClause, withBearer } from './phrase';
import { is, isCapital, isComma, isDash, isMark, isQuoted, opensQuotation, type Scope, word } from './scope';
import { governsPhrase, hasFrame, make, makeBy, quotedBefore, readVerb, type VerbHere } from './verb-here';
import type { VerbUse } from './verb-use';

export function verbCue(s: Scope, i: number, verb: Verb, use: VerbUse): Cue | undefined {
  const v = readVerb(s, i, verb, use);
  if (!v) return undefined;
  if (v.isAct) return use === 'passive' && word(s, v.next) === 'by' ? doneBy(v) : governsPhrase(v, v.next);
  for (const placement of placements) {
    const cue = placement(v);
    if (cue) return cue;
  }
  return undefined;
}

/** "The attack was claimed by the group." */
const doneBy = (v: VerbHere): Cue => makeBy(v, v.subject.phrase ? [v.subject.phrase] : [], nounPhrase(v.s, v.next + 1));

type Placement = (v: VerbHere) => Cue | undefined;

/** "…," said the minister. */
const inverted: Placement = (v) => {
  const { s, i, use, verb, subject } = v;
  if (
    !hasFrame(v, Frame.any | Frame.quote) ||
    (use !== 'finite' && use !== 'passive') ||
    subject.group !== i ||
    i === s.first
  )
    return undefined;
  const quoted = quotedBefore(s, i);
  const mark = word(s, i - 1);
  if (!quoted && mark !== ',' && !isDash(s, i - 1) && mark !== '?' && mark !== '!') return undefined;
  if (subject.phrase && subject.apposition) return undefined;
  const speaker = i + 1;
  if (!(quoted ? mayFollowQuotation(s, speaker) : opensSpeaker(s, speaker))) return undefined;
  if (clauseFollows(s, speaker)) return undefined;
  const source = withBearer(s, nounPhrase(s, speaker));
  const closes = verb.frames & Frame.runs || source.to >= s.last - 1 || isComma(s, source.to);
  if (!quoted && !(hasFrame(v, Frame.any) && use === 'finite' && closes)) return undefined;
  return makeBy(v, [{ from: s.first, to: isComma(s, i - 1) ? i - 1 : i }, afterComma(s, source.to)], source, 'clause');
};

const opensSpeaker = (s: Scope, i: number): boolean =>
  isCapital(s, i) ||
  word(s, i).endsWith('s') ||
  is(s, i, Class.determiner | Class.subject | Class.object | Class.person | Class.people) ||
  isBareOffice(s, i);

/** "says foreign minister", "said state media" at the end of a line: the last noun speaks. */
function isBareOffice(s: Scope, i: number): boolean {
  const { from, to } = nounPhrase(s, i);
  if (to - from > BARE_OFFICE || to < s.last - 1) return false;
  for (let k = from; k < to - 1; k++) if (is(s, k, notInOffice)) return false;
  return is(s, to - 1, Class.person | Class.body | Class.outlet | Class.people);
}

/** Tokens of an office without its article: "former deputy prime minister". */
const BARE_OFFICE = 4;
const notInOffice = Class.preposition | Class.question | Class.auxiliary | Class.subject | Class.conjunction;

/** Behind a quotation and its verb whoever said it stands, "two survivors", "state television", or how and when it was said. */
const mayFollowQuotation = (s: Scope, i: number): boolean =>
  opensSpeaker(s, i) ||
  (!isMark(s, i) &&
    !isQuoted(s, i) &&
    !is(s, i, Class.preposition | Class.adverb | Class.time | Class.conjunction | Class.question));

/** "…," he added, "…": what stands behind the comma is said too, where it is quoted. */
const afterComma = (s: Scope, i: number): Range =>
  isComma(s, i) && isQuoted(s, i + 1) ? { from: i + 1, to: s.last } : { from: i, to: i };

const clauseFollows = (s: Scope, i: number): boolean => is(s, i, Class.question) || is(s, i + 1, Class.auxiliary);

/** "As the minister said, …" and "…, as he put it, …" */
const asSomebodySaid: Placement = (v) => {
  const {
    s,
    after,
    stops,
    use,
    subject: { phrase },
  } = v;
  if (!hasFrame(v, Frame.any | Frame.clause) || !stops || !phrase || use !== 'finite' || after >= s.last)
    return undefined;
  const as = phrase.from - 1;
  if (word(s, as) !== 'as') return undefined;
  // "The crowd cheered as the mayor said, “…”": the words follow
  if (as - s.first > 1 && isComma(s, after) && isQuoted(s, after + 1)) return undefined;
  const rest = { from: after + 1, to: s.last };
  return make(
    v,
    as - s.first <= 1 ? [rest] : [{ from: s.first, to: isComma(s, as - 1) ? as - 1 : as }, rest],
    'clause',
  );
};

/** "…, the minister said." "…, sources told the agency on Tuesday." */
const postposed: Placement = (v) => {
  const {
    s,
    next,
    use,
    subject: { phrase },
  } = v;
  const addressed = v.verb.lemma === 'tell' ? behindAddressee(s, next) : undefined;
  const stops = v.stops || addressed !== undefined;
  const after = v.stops ? v.after : (addressed ?? v.after);
  if (!hasFrame(v, Frame.any | Frame.clause | Frame.quote) || !phrase || !stops) return undefined;
  if (use !== 'finite' || phrase.from - s.first < 3) return undefined;
  const quoted = quotedBefore(s, phrase.from);
  if (!hasFrame(v, Frame.any | Frame.clause) && !quoted) return undefined;
  if (!hasFrame(v, Frame.any) && is(s, next, Class.preposition) && after === next) return undefined;
  if (isComma(s, after) && isQuoted(s, after + 1) && !quoted) return undefined;
  const mark = phrase.from - 1;
  if (!quoted && !isComma(s, mark) && !isDash(s, mark)) return undefined;
  // "…, the senator said, and called him a liar": the writer goes on
  const goesOn = is(s, after + 1, Class.conjunction) && (is(s, after + 2, Class.finite) || s.verbs[after + 2]);
  const rest = isComma(s, after) && after < s.last - 1 && !goesOn ? { from: after + 1, to: s.last } : nothing(s);
  return make(v, [{ from: s.first, to: isComma(s, mark) ? mark : phrase.from }, rest], 'clause');
};

const nothing = (s: Scope): Range => ({ from: s.last, to: s.last });

/** Tokens of an addressee with the day and the place, at most: "a news conference in Lom on Tuesday". */
const ADDRESSEE = 14;

/** "told the agency on Tuesday.": the stop or comma behind it, where nothing is told there. */
function behindAddressee(s: Scope, from: number): number | undefined {
  for (let i = from; i < Math.min(s.last, from + ADDRESSEE); i++) {
    const mark = word(s, i);
    if (mark === '.' || mark === ',') return i > from ? i : undefined;
    if (mark === 'of' || mark === 'about') return undefined;
    if (isMark(s, i) || isQuoted(s, i) || is(s, i, Class.question | Class.finite | Class.conjunction | Class.subject))
      return undefined;
  }
  return undefined;
}

/** The minister said: "…" · said "…" · said, "…" */
const beforeQuotation: Placement = (v) => {
  const {
    s,
    after,
    subject: { phrase },
  } = v;
  if (!hasFrame(v, Frame.any | Frame.clause | Frame.quote | Frame.object) || after >= s.last) return undefined;
  const mark = word(s, after);
  const quotedBehindComma = mark === ',' && isQuoted(s, after + 1);
  if (mark !== ':' && !isQuoted(s, after) && !quotedBehindComma) return undefined;
  if (!hasFrame(v, Frame.any | Frame.clause) && !isQuoted(s, after) && !isQuoted(s, after + 1)) {
    if (mark !== ':' || !phrase || phrase.to - phrase.from > 3) return undefined;
  }
  return make(v, [{ from: mark === ':' || mark === ',' ? after + 1 : after, to: s.last }], 'quotation');
};

/** Verbs that attribute only beside a quotation: "he smiled", "…", she went on. */
const besideQuotation: Placement = (v) => {
  const {
    s,
    i,
    subject: { phrase },
  } = v;
  if (!hasFrame(v, Frame.quote) || hasFrame(v, ~(Frame.quote | Frame.runs | Frame.passive))) return undefined;
  if (!quotedBefore(s, i) && !(phrase && quotedBefore(s, phrase.from))) return undefined;
  return make(v, [{ from: s.first, to: Math.max(s.first, phrase?.from ?? i) }]);
};

/** "The poll shows a lead of …": a document needs no clause. */
const documentShows: Placement = (v) => {
  const {
    s,
    next,
    use,
    stops,
    subject: { phrase },
  } = v;
  if (use !== 'finite' || !phrase || stops || !hasFrame(v, Frame.clause | Frame.object)) return undefined;
  if (!holdsDocument(s, phrase) || is(s, next, Class.preposition)) return undefined;
  return { ...make(v, [{ from: next, to: clauseEnd(s, next, true) }]), kind: 'document' };
};

export function holdsDocument(s: Scope, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (is(s, i, Class.document)) return true;
  return false;
}

/** Said, told, claimed: every use attributes. */
const always: Placement = (v) => {
  const {
    s,
    use,
    verb,
    next,
    after,
    stops,
    subject: { phrase },
  } = v;
  if (!hasFrame(v, Frame.any) || (use === 'passive' && !hasFrame(v, Frame.passive))) return undefined;
  const bare = stops && next >= s.last - 1;
  if (use === 'passive') {
    const agent = word(s, next) === 'by' ? nounPhrase(s, next + 1) : undefined;
    return makeBy(v, [{ from: next, to: clauseEnd(s, next) }], agent);
  }
  if (bare) return make(v, [{ from: s.first, to: phrase?.from ?? s.first }]);
  const that = thatClause(s, next);
  const at = that > next ? that : clauseAt(s, after) ? after : next;
  // "conceded twice in ten minutes, and the striker was hurt": another clause is joined on
  if (isComma(s, at) && at > v.i + 1 && is(s, at + 1, Class.conjunction)) return make(v, [{ from: next, to: at }]);
  const from = isComma(s, at) ? at + 1 : is(s, at, Class.time) ? at + 1 : at;
  const content = { from: afterPreposition(s, from), to: clauseEnd(s, next, (verb.frames & Frame.runs) !== 0) };
  const says = clauseAt(s, from) || (verb.lemma === 'say' && content.to - content.from >= SHORTEST_CLAUSE);
  return make(v, [content], says ? 'clause' : 'phrase');
};

/** "Critics say the law goes too far": what is said in so many tokens has a verb, known or not. */
const SHORTEST_CLAUSE = 4;

/** "is expected to", "was seen as", "was endorsed by". */
const passive: Placement = (v) => {
  const { s, use, next, after, verb } = v;
  if (use !== 'passive') return undefined;
  const w = word(s, next);
  const clause = { from: next, to: clauseEnd(s, next) };
  const attitude = { ...v, kind: 'attitude' as const };
  if (w === 'to' && hasFrame(v, Frame.infinitive | Frame.person | Frame.clause))
    return makeBy(attitude, [clause], undefined);
  if (w === 'as' && verb.prepositions.has('as')) return makeBy(attitude, [clause], undefined);
  if ((w === 'that' || word(s, after) === 'that') && hasFrame(v, Frame.clause))
    return makeBy(attitude, [clause], undefined);
  if (opensQuotation(s, next) && hasFrame(v, Frame.any | Frame.object)) return makeBy(v, [clause], undefined);
  if (isQuotedAs(v)) return undefined;
  if (w === 'by' && hasFrame(v, Frame.object)) return doneBy(attitude);
  return undefined;
};

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

/** "added that the …" */
const clause: Placement = (v) => {
  const { s, use, after } = v;
  if (use === 'passive' || !hasFrame(v, Frame.clause) || !clauseAt(s, after)) return undefined;
  return make(v, [{ from: after, to: clauseEnd(s, after, true) }], 'clause');
};

/** "complained about the …" */
const preposition: Placement = (v) =>
  v.use !== 'passive' && hasFrame(v, Frame.preposition) && v.verb.prepositions.has(word(v.s, v.next))
    ? governsPhrase(v, v.next)
    : undefined;

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
  if (verb.kind === 'act' && (use === 'participle' || !subject.phrase || is(s, v.i - 1, Class.modal))) return undefined;
  return make(v, [{ from: next, to: clauseEnd(s, next) }]);
};

/** A pronoun, a name, a noun for somebody: "the plan called for" and "an initiative threatened" tell of nobody's words. */
function canSpeak({ s, subject: { phrase } }: VerbHere): boolean {
  if (!phrase) return true;
  for (let i = phrase.from; i < phrase.to; i++) {
    if (is(s, i, speakers) || isCapital(s, i) || word(s, i) === 'who') return true;
  }
  return false;
}

const speakers =
  Class.subject | Class.contraction | Class.person | Class.body | Class.outlet | Class.people | Class.document;

const placements: readonly Placement[] = [
  inverted,
  asSomebodySaid,
  postposed,
  beforeQuotation,
  besideQuotation,
  documentShows,
  always,
  passive,
  clause,
  preposition,
  putsAt,
  infinitive,
  person,
  object,
];
