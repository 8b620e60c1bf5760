// A verb where it stands: its sense, its subject, what follows; and how it becomes a cue.
import { wordList } from '../../lexicon/word-lists';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { Frame, sensesOf, type Verb } from './lexicon';
import { clauseEnd } from './clause-end';
import { afterAdjuncts, afterAdverbs, afterPreposition, type Range } from './phrase';
import { is, isBehindQuotation, isDash, isMark, isQuoted, type Scope, word } from './scope';
import { type Subject, subjectOf } from './subject';
import type { VerbUse } from './verb-use';

/** A verb in its sentence, with what the placements ask about. */
export interface VerbHere {
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
  /** In this sense the doing is the saying: "claimed responsibility". */
  readonly isAct: boolean;
  /** "pointed out", "put it": a particle makes another verb of it. */
  readonly particle: string | undefined;
}

/** The verb with its surroundings, or undefined where it is another verb, a participle of a noun, or filler. */
export function readVerb(s: Scope, i: number, verb: Verb, use: VerbUse): VerbHere | undefined {
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
    isAct: sense === 'act',
    particle,
  };
  return sense !== 'act' && (isReducedRelative(v) || isIdle(v)) ? undefined : v;
}

const stopMarks = new Set(['.', ',', ';', '—', '–', '--', '!', '?', ')']);

/** Behind the verb, past determiners and numbers: the word that tells "claimed lives" from "claimed that". */
const SENSE_WITHIN = 5;

function senseHere(s: Scope, i: number, verb: Verb): 'not' | 'act' | undefined {
  const senses = sensesOf(verb.lemma);
  if (!senses) return undefined;
  const limit = Math.min(s.last, i + 1 + SENSE_WITHIN);
  for (let k = i + 1; k < limit; k++) {
    const sense = senses.get(word(s, k));
    // "said nothing" tells nothing, "said nothing was owed" does
    if (sense === 'next' && k === i + 1 && !is(s, k + 1, Class.auxiliary)) return 'not';
    if (sense && sense !== 'next') return sense;
    if (isMark(s, k) || isQuoted(s, k) || is(s, k, Class.question | Class.auxiliary | Class.subject)) return undefined;
  }
  return undefined;
}

const particles = new Set(['out', 'it']);

/** With its particle a verb says something as "say" does: "he pointed out that", "as she put it". */
export const hasFrame = ({ verb, particle }: VerbHere, frames: number): boolean =>
  ((particle ? verb.frames | Frame.any | Frame.clause | Frame.quote : verb.frames) & frames) !== 0;

export const quotedBefore = isBehindQuotation;

export const make = (v: VerbHere, content: readonly Range[], governs: Cue['governs'] = 'phrase'): Cue =>
  makeBy(v, content, v.subject.phrase, governs);

export function makeBy(
  { s, i, verb, kind, subject, use, particle }: VerbHere,
  content: readonly Range[],
  source: Range | undefined,
  governs: Cue['governs'] = 'phrase',
): Cue {
  const unsaid = isUnsaid(s, subject.group, use);
  return {
    form: use === 'passive' ? 'passive' : 'verb',
    lemma: particle ? `${verb.lemma}-${particle}` : verb.lemma,
    kind,
    governs,
    cue: { from: Math.min(subject.group, i), to: particle ? i + 2 : i + 1 },
    source,
    content: content.filter(({ from, to }) => from >= s.first && holdsWords(s, from, to)),
    reports: !unsaid && ((verb.frames & Frame.any) !== 0 || (kind === 'speech' && (verb.frames & Frame.clause) !== 0)),
    ...(unsaid && { unsaid }),
  };
}

/** "to ask", "would say", "could warn" */
const isUnsaid = (s: Scope, group: number, use: VerbUse): boolean =>
  use === 'infinitive' || (is(s, group, Class.modal) && !is(s, group, Class.have) && !does.has(word(s, group)));

const does = wordList('forms of do');

function holdsWords(s: Scope, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isMark(s, i)) return true;
  return false;
}

export const governsPhrase = (v: VerbHere, from: number): Cue =>
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

const idleWithYou = wordList('verbs idle with you');
const idleInfinitives = wordList('idle infinitives');
