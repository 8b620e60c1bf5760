// Attribution by a verb: where the content stands, by the verb's frames. The placements are tried in order; the first that
// fits wins: behind a quotation ("…," said X), at the end ("…, X said."), before a quotation, a clause, an object.
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { Frame, type Verb } from './lexicon';
import { clauseEnd } from './clause-end';
import { afterPreposition, clauseAt, nounPhrase, type Range, thatClause, withBearer } from './phrase';
import { is, isCapital, isComma, isDash, isMark, isQuoted, type Scope, word } from './scope';
import { governsPhrase, hasFrame, make, makeBy, quotedBefore, readVerb, type VerbHere } from './verb-here';
import { doneBy, isBlow, passive, type Placement, withoutClause } from './verb-objects';
import type { VerbUse } from './verb-use';

export function verbCue(s: Scope, i: number, verb: Verb, use: VerbUse): Cue | undefined {
  const v = readVerb(s, i, verb, use);
  if (!v) return undefined;
  if (v.isAct) return use === 'passive' && word(s, v.next) === 'by' ? doneBy(v) : governsPhrase(v, v.next);
  if (isBlow(v)) return undefined;
  for (const placement of placements) {
    const cue = placement(v);
    if (cue) return cue;
  }
  return undefined;
}

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
  // "…, the senator said, calling it a lie": what the writer tells of him; it attributes by a verb of its own
  const tells = (s.verbs[after + 1]?.forms ?? 0) & Form.ing;
  const rest =
    isComma(s, after) && after < s.last - 1 && !goesOn && !tells ? { from: after + 1, to: s.last } : nothing(s);
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
  for (let i = from; i < to; i++)
    // "a number of engineers" is no number
    if (is(s, i, Class.document) && !(countsNobody.has(word(s, i)) && word(s, i + 1) === 'of')) return true;
  return false;
}

const countsNobody = wordList('nouns that count nobody');

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
  const says =
    clauseAt(s, from) || isGapped(v) || (verb.lemma === 'say' && content.to - content.from >= SHORTEST_CLAUSE);
  return make(v, [content], says ? 'clause' : 'phrase');
};

/** "Critics say the law goes too far": what is said in so many tokens has a verb, known or not. */
const SHORTEST_CLAUSE = 4;

/** "added that the …" */
const clause: Placement = (v) => {
  const { s, use, after } = v;
  if (use === 'passive' || !hasFrame(v, Frame.clause)) return undefined;
  if (!clauseAt(s, after) && !isGapped(v)) return undefined;
  return make(v, [{ from: after, to: clauseEnd(s, after, true) }], 'clause');
};

/** "the cause that he believes will define him", "a deal which critics think was rushed": the clause's own subject stands before. */
function isGapped({ s, next, use, subject: { phrase } }: VerbHere): boolean {
  if (use !== 'finite' || !phrase || phrase.from <= s.first) return false;
  return is(s, next, Class.finite) && !is(s, phrase.from - 1, Class.preposition);
}

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
  ...withoutClause,
];
