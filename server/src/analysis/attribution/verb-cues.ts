// Attribution by a verb: where the content stands, by the verb's frames. The placements are tried in order; the first that
// fits wins: behind a quotation ("…," said X), at the end ("…, X said."), before a quotation, a clause, an object.
import type { Cue } from './cues';
import { Class, Form, Frame, lexicon, type Verb } from './lexicon';
import {
  afterAdjuncts,
  afterAdverbs,
  afterPreposition,
  clauseAt,
  clauseEnd,
  nounPhrase,
  type Range,
  type Subject,
  subjectOf,
  thatClause,
} from './phrase';
import {
  is,
  isBehindQuotation,
  isCapital,
  isComma,
  isDash,
  isMark,
  isQuoted,
  opensQuotation,
  type Scope,
  word,
} from './scope';
import type { VerbUse } from './verb-use';

/** A verb in its sentence, with what the placements ask about. */
interface VerbHere {
  readonly s: Scope;
  readonly i: number;
  readonly verb: Verb;
  readonly use: VerbUse;
  readonly subject: Subject;
  /** Behind the verb and its adverbs. */
  readonly next: number;
  /** Behind "on Monday", "in a statement" as well. */
  readonly after: number;
  /** Nothing but adjuncts between the verb and a mark. */
  readonly stops: boolean;
  readonly kind: Cue['kind'];
  /** "pointed out", "put it": a particle makes another verb of it. */
  readonly particle: string | undefined;
}

type Placement = (v: VerbHere) => Cue | undefined;

export function verbCue(s: Scope, i: number, verb: Verb, use: VerbUse): Cue | undefined {
  const sense = senseHere(s, i, verb);
  if (sense === 'not') return undefined;
  const particle = particles.has(word(s, i + 1)) && verb.prepositions.has(word(s, i + 1)) ? word(s, i + 1) : undefined;
  const next = afterAdverbs(s, particle ? i + 2 : i + 1);
  const after = afterAdjuncts(s, next);
  const v: VerbHere = {
    s,
    i,
    verb,
    use,
    subject: subjectOf(s, i),
    next,
    after,
    stops: after >= s.last || stopMarks.has(word(s, after)),
    kind: sense ?? verb.kind,
    particle,
  };
  if (sense === 'act') return governsPhrase(v, next);
  if (isReducedRelative(v) || isIdle(v)) return undefined;
  for (const placement of placements) {
    const cue = placement(v);
    if (cue) return cue;
  }
  return undefined;
}

const stopMarks = new Set(['.', ',', ';', '—', '–', '--', '!', '?', ')']);

/** Behind the verb, past determiners and numbers: the word that tells "claimed lives" from "claimed that". */
const SENSE_WITHIN = 5;

function senseHere(s: Scope, i: number, verb: Verb): 'not' | 'act' | undefined {
  const senses = lexicon().senses.get(verb.lemma);
  if (!senses) return undefined;
  const limit = Math.min(s.last, i + 1 + SENSE_WITHIN);
  for (let k = i + 1; k < limit; k++) {
    const sense = senses.get(word(s, k));
    if (sense === 'next' && k === i + 1) return 'not';
    if (sense && sense !== 'next') return sense;
    if (isMark(s, k) || isQuoted(s, k) || is(s, k, Class.question | Class.auxiliary | Class.subject)) return undefined;
  }
  return undefined;
}

const particles = new Set(['out', 'it']);

/** With its particle a verb says something as "say" does: "he pointed out that", "as she put it". */
const hasFrame = ({ verb, particle }: VerbHere, frames: number): boolean =>
  ((particle ? verb.frames | Frame.any | Frame.clause | Frame.quote : verb.frames) & frames) !== 0;

const quotedBefore = isBehindQuotation;

const make = (v: VerbHere, content: readonly Range[], governs: Cue['governs'] = 'phrase'): Cue =>
  makeBy(v, content, v.subject.phrase, governs);

function makeBy(
  { s, i, verb, kind, subject, use, particle }: VerbHere,
  content: readonly Range[],
  source: Range | undefined,
  governs: Cue['governs'] = 'phrase',
): Cue {
  return {
    form: use === 'passive' ? 'passive' : 'verb',
    lemma: particle ? `${verb.lemma}-${particle}` : verb.lemma,
    kind,
    governs,
    cue: { from: Math.min(subject.group, i), to: particle ? i + 2 : i + 1 },
    source,
    content: content.filter(({ from, to }) => to > from && from >= s.first),
    reports: (verb.frames & Frame.any) !== 0 || (kind === 'speech' && (verb.frames & Frame.clause) !== 0),
  };
}

const governsPhrase = (v: VerbHere, from: number): Cue =>
  make(v, [{ from: afterPreposition(v.s, from), to: clauseEnd(v.s, from) }]);

/** "the plan announced in March": a past form with nobody before it, and no quotation to make it an inversion. */
function isReducedRelative(v: VerbHere): boolean {
  const { s, i, use, subject, verb } = v;
  if (use !== 'finite' || subject.phrase || !(verb.forms & Form.past) || subject.group !== i || i === s.first)
    return false;
  if (quotedBefore(s, i)) return false;
  const w = word(s, i - 1);
  if (w === ',' || is(s, i - 1, Class.conjunction) || w === 'also' || w === 'then') return false;
  return !(hasFrame(v, Frame.any) && (isDash(s, i - 1) || w === ')'));
}

/** "you know", "it adds": filler, and things that cannot speak. Infinitives of finding and seeing tell of nobody's words. */
function isIdle({ s, verb, use, subject: { phrase } }: VerbHere): boolean {
  if (phrase && quotedBefore(s, phrase.from)) return false;
  const lone = phrase && phrase.to - phrase.from === 1 ? word(s, phrase.from) : '';
  if ((lone === 'you' || lone === 'it') && use !== 'passive' && idleWithYou.has(verb.lemma)) return true;
  return use === 'infinitive' && (verb.frames & Frame.any) === 0 && idleInfinitives.has(verb.lemma);
}

const idleWithYou = new Set([
  ...[
    'know',
    'see',
    'find',
    'imagine',
    'hear',
    'notice',
    'remember',
    'think',
    'want',
    'guess',
    'forget',
    'read',
    'believe',
  ],
  ...['like', 'love', 'consider', 'support', 'add', 'expect', 'feel'],
]);
const idleInfinitives = new Set(['see', 'find', 'hear', 'read', 'learn', 'know', 'report']);

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
  const plural = word(s, speaker).endsWith('s');
  if (
    !isCapital(s, speaker) &&
    !plural &&
    !is(s, speaker, Class.determiner | Class.subject | Class.object | Class.person)
  )
    return undefined;
  if (clauseFollows(s, speaker)) return undefined;
  const source = nounPhrase(s, speaker);
  const closes = verb.frames & Frame.runs || source.to >= s.last - 1 || isComma(s, source.to);
  if (!quoted && !(hasFrame(v, Frame.any) && use === 'finite' && closes)) return undefined;
  return makeBy(v, [{ from: s.first, to: isComma(s, i - 1) ? i - 1 : i }, afterComma(s, source.to)], source, 'clause');
};

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
  const rest = { from: after + 1, to: s.last };
  return make(
    v,
    as - s.first <= 1 ? [rest] : [{ from: s.first, to: isComma(s, as - 1) ? as - 1 : as }, rest],
    'clause',
  );
};

/** "…, the minister said." */
const postposed: Placement = (v) => {
  const {
    s,
    after,
    next,
    stops,
    use,
    subject: { phrase },
  } = v;
  if (!hasFrame(v, Frame.any | Frame.clause | Frame.quote) || !phrase || !stops) return undefined;
  if (use !== 'finite' || phrase.from - s.first < 3) return undefined;
  const quoted = quotedBefore(s, phrase.from);
  if (!hasFrame(v, Frame.any | Frame.clause) && !quoted) return undefined;
  if (!hasFrame(v, Frame.any) && is(s, next, Class.preposition) && after === next) return undefined;
  if (isComma(s, after) && isQuoted(s, after + 1) && !quoted) return undefined;
  const mark = phrase.from - 1;
  if (!quoted && !isComma(s, mark) && !isDash(s, mark)) return undefined;
  const rest = isComma(s, after) && after < s.last - 1 ? { from: after + 1, to: s.last } : { from: s.last, to: s.last };
  return make(v, [{ from: s.first, to: isComma(s, mark) ? mark : phrase.from }, rest], 'clause');
};

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
  const from = isComma(s, at) ? at + 1 : is(s, at, Class.time) ? at + 1 : at;
  const content = { from: afterPreposition(s, from), to: clauseEnd(s, next, (verb.frames & Frame.runs) !== 0) };
  return make(v, [content], clauseAt(s, from) ? 'clause' : 'phrase');
};

/** "is expected to", "was seen as", "was endorsed by". */
const passive: Placement = (v) => {
  const {
    s,
    use,
    next,
    after,
    verb,
    subject: { phrase },
  } = v;
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
  if (w === 'by' && hasFrame(v, Frame.object)) return makeBy(attitude, phrase ? [phrase] : [], nounPhrase(s, next + 1));
  return undefined;
};

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
  infinitive,
  person,
  object,
];
