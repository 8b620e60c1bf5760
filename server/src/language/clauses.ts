// Clauses of a sentence: who does what to whom, when, how surely. One reading for all who ask whether words are told as fact,
// denied, supposed, or said of somebody in passing.
//
//   clausesOf(paragraph)[sentence]   the clauses of a sentence, in order of their verbs
//   clauseAt(clauses, token)         the innermost clause that holds a token
//   isUnreal(clause)                 "might say", "if he leaves", "to say": it has not happened
//
// Read from word classes and neighbours alone, left to right; what is ambiguous is read as news copy mostly means it.
import { perParagraph } from '../document/memo';
import type { Paragraph } from '../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../document/token';
import { looksLikeAdverb } from '../lexicon/adverbs';
import { firstWhere } from '../text/span';
import { verbsIn } from './clause-verbs';
import { closedClass } from './closed-classes';
import { type NounPhrase, nounPhraseAt, nounPhraseBefore } from './noun-phrases';
import type { VerbGroup } from './verb-groups';
import { Class, classesOf } from './word-classes';

export interface Clause {
  /** Tokens `[first, last)`, from its opening word or its subject on. A relative clause inside another lies inside that. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'main' | 'subordinate' | 'relative' | 'reported' | 'infinitive' | 'participle';
  /** "If", "who", "that", "and": the token that opens it, or -1. */
  readonly opener: number;
  readonly verb: VerbGroup;
  /** Who does it, or to whom it is done where the verb is passive. A relative clause's is what "who" stands for. */
  readonly subject?: NounPhrase;
  readonly object?: NounPhrase;
  /** "By rebels", behind a passive. */
  readonly agent?: NounPhrase;
  /** "Not", "never", "no" before its subject or in its verb: it is denied. */
  readonly negated: boolean;
  /** "If", "unless", "would", "whether": supposed, and not told. */
  readonly hypothetical: boolean;
  /** Tokens of "allegedly", "reportedly", "apparently" and of modals of doubt inside it. */
  readonly hedges: readonly number[];
  /** Index of the clause it hangs on, or -1. */
  readonly parent: number;
}

/** The clauses of each sentence of the paragraph: who does what to whom. */
export const clausesOf: (paragraph: Paragraph) => readonly (readonly Clause[])[] = perParagraph(
  ({ tokens, sentences }) => sentences.map(({ firstToken, lastToken }) => clausesIn(tokens, firstToken, lastToken)),
);

/** The innermost clause that holds the token. */
export function clauseAt(clauses: readonly Clause[], token: number): Clause | undefined {
  let found: Clause | undefined;
  for (const clause of clauses)
    if (
      clause.first <= token &&
      token < clause.last &&
      (!found || clause.last - clause.first <= found.last - found.first)
    )
      found = clause;
  return found;
}

/** The clause whose verb group holds the token. */
export const clauseOfVerb = (clauses: readonly Clause[], token: number): Clause | undefined =>
  clauses.find(({ verb }) => verb.first <= token && token < verb.last);

/** What has not happened, or nobody says has: "might say", "if the army leaves", "to say". */
export const isUnreal = ({ verb, hypothetical }: Clause): boolean =>
  hypothetical || (verb.form === 'infinitive' && !verb.raised) || verb.modal !== undefined || verb.tense === 'future';

/** The same of the clause whose verb is, or helps, the token; false where no clause was read there. */
export function isUnrealVerb(paragraph: Paragraph, token: number): boolean {
  const clause = clauseOfVerb(clausesOf(paragraph)[sentenceAt(paragraph, token)] ?? [], token);
  return clause !== undefined && isUnreal(clause);
}

/** Index of the sentence that holds the token; of the last one where none does. */
const sentenceAt = ({ sentences }: Paragraph, token: number): number =>
  Math.min(
    firstWhere(sentences, ({ lastToken }) => lastToken > token),
    sentences.length - 1,
  );

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;

function clausesIn(tokens: Tokens, first: number, last: number): Clause[] {
  const groups = verbsIn(tokens, first, last);
  const clauses: Draft[] = [];
  let main: Draft | undefined;
  groups.forEach((verb, k) => {
    const floor = k ? (groups[afterAside(tokens, groups, k - 1)]?.last ?? first) : first;
    const draft = draftOf(tokens, verb, first, floor, clauses, main);
    if (draft.kind === 'main') main ??= draft;
    clauses.push(draft);
  });
  return clauses.map((draft, k) => finish(tokens, draft, startOfNext(draft, clauses[k + 1], last), clauses));
}

/** A clause that this one stands inside began before it: then this one ends where that one's verb comes. */
const startOfNext = ({ verb }: Draft, next: Draft | undefined, last: number): number =>
  next === undefined ? last : next.first >= verb.last ? next.first : next.verb.first;

/** "The army, backed by militias, retook …": a participle in an aside stands between no subject and its verb. */
const afterAside = (tokens: Tokens, groups: readonly VerbGroup[], k: number): number => {
  const { form, first } = groups[k] as VerbGroup;
  return form !== 'finite' && wordAt(tokens, first - 1) === ',' ? k - 1 : k;
};

/** A clause before its end is known. */
interface Draft {
  first: number;
  kind: Clause['kind'];
  opener: number;
  verb: VerbGroup;
  subject: NounPhrase | undefined;
  /** The noun phrase behind which a relative clause or a participle stands: its own verb is still to come. */
  held: NounPhrase | undefined;
  parent: number;
}

/** @param main the sentence's first main clause: a verb without a subject shares that of it. */
function draftOf(
  tokens: Tokens,
  verb: VerbGroup,
  sentence: number,
  floor: number,
  before: readonly Draft[],
  main: Draft | undefined,
): Draft {
  const parent = before.length - 1;
  const previous = before[parent];
  if (verb.form !== 'finite') {
    const kind = verb.form === 'infinitive' ? 'infinitive' : 'participle';
    const end = wordAt(tokens, verb.first - 1) === ',' ? verb.first - 1 : verb.first;
    const held = kind === 'participle' ? nounPhraseBefore(tokens, end, floor) : undefined;
    return { first: verb.first, kind, opener: -1, verb, subject: held ?? previous?.subject, held, parent };
  }
  const found = subjectBefore(tokens, verb, floor);
  // "the man who shot the guard was arrested": the guard is what was shot, and the man's verb comes now
  const open = isOpen(tokens, previous, verb, found) ? previous?.held : undefined;
  const own = open ? undefined : found;
  const at = open?.first ?? own?.first ?? verb.first;
  const opener = openerBefore(tokens, at, open ? sentence : floor, verb.first);
  const kind = clauseKindOf(tokens, opener, sentence, open ?? own, open ? before[parent - 1] : previous);
  const held = kind === 'relative' ? nounPhraseBefore(tokens, withoutComma(tokens, opener), sentence) : undefined;
  const shared = kind === 'main' ? main?.subject : undefined;
  const subject = kind === 'relative' ? (own && own.first > opener ? own : (open ?? held)) : (open ?? own ?? shared);
  return { first: opener >= 0 ? opener : at, kind, opener, verb, subject, held, parent: kind === 'main' ? -1 : parent };
}

const withoutComma = (tokens: Tokens, at: number): number => (wordAt(tokens, at - 1) === ',' ? at - 1 : at);

/** The verb before stands in a relative clause or a participle, and what its noun does is told only now. */
function isOpen(tokens: Tokens, before: Draft | undefined, verb: VerbGroup, own: NounPhrase | undefined): boolean {
  if (!before?.held) return false;
  for (let i = own?.last ?? verb.first; i < verb.first; i++) if (openers.at(tokens, i)) return false;
  if (own === undefined) return !openers.at(tokens, verb.first - 1);
  const behind = before.verb.last;
  return own.first === behind || (own.first === behind + 1 && is(tokens, behind, Class.preposition));
}

const LONGEST_ASIDE = 30;

/** The noun phrase before the verb, an aside between commas passed over: "The mayor, a former teacher, resigned". */
function subjectBefore(tokens: Tokens, verb: VerbGroup, floor: number): NounPhrase | undefined {
  let end = verb.first;
  // a contraction holds its own subject: "it's", "they've"
  if (is(tokens, verb.first, Class.contraction))
    return nounPhraseAt(tokens, verb.first, verb.first + 1) ?? pronounIn(verb.first);
  while (end > floor && (is(tokens, end - 1, Class.adverb) || looksLikeAdverb(wordAt(tokens, end - 1)))) end--;
  if (wordAt(tokens, end - 1) === ',') {
    let open = end - 2;
    while (open > floor && end - open < LONGEST_ASIDE && wordAt(tokens, open) !== ',') open--;
    if (wordAt(tokens, open) !== ',') return undefined;
    end = open;
  }
  const phrase = nounPhraseBefore(tokens, end, floor);
  // "the man who shot him was arrested": an object pronoun is nobody's subject
  if (!phrase || objectPronouns.at(tokens, phrase.head)) return undefined;
  // "told them that troops had left": a conjunction, no determiner
  const that = wordAt(tokens, phrase.first) === 'that' && phrase.head > phrase.first;
  const joins = phrase.first === floor || phrase.number === 'several' || is(tokens, phrase.first + 1, Class.determiner);
  return that && joins ? nounPhraseAt(tokens, phrase.first + 1, end) : phrase;
}

const objectPronouns = closedClass('object pronouns');

const pronounIn = (at: number): NounPhrase => ({
  first: at,
  last: at + 1,
  head: at,
  core: at + 1,
  number: 'one',
  is: 'pronoun',
  definite: true,
  named: false,
});

/** The word right before the subject, or between it and the verb, that opens the clause; -1 where none does. */
function openerBefore(tokens: Tokens, subject: number, floor: number, verb: number): number {
  const at = subject - 1;
  if (at >= floor && opens(tokens, at)) return at;
  if (subject === verb && at >= floor && wordAt(tokens, at) === ',') return -1;
  return is(tokens, subject, Class.question) && subject < verb ? subject : -1;
}

const openers = closedClass('clause openers');

const opens = (tokens: Tokens, i: number): boolean => openers.at(tokens, i);

function clauseKindOf(
  tokens: Tokens,
  opener: number,
  sentence: number,
  own: NounPhrase | undefined,
  before: Draft | undefined,
): Clause['kind'] {
  if (opener < 0) return own && before && follows(tokens, before, own.first) ? 'reported' : 'main';
  const word = wordAt(tokens, opener);
  const behindNoun = opener > sentence && !is(tokens, opener - 1, Class.preposition) && before?.verb.last !== opener;
  if (word === 'that') {
    if (before && before.verb.last <= opener && !(own === undefined && behindNoun)) return 'reported';
    return opener === sentence ? 'main' : 'relative';
  }
  if (/^(?:who|which|whom|whose)$/.test(word))
    return opener > sentence && before?.verb.last !== opener ? 'relative' : 'reported';
  if (/^(?:and|but|or|nor|yet|so)$/.test(word)) return 'main';
  if (
    before?.verb.last === opener &&
    (word === 'if' ? asking.has(before.verb.lemma) : /^(?:whether|how|what|why)$/.test(word))
  )
    return 'reported';
  return 'subordinate';
}

/** Verbs behind which "if" is "whether". */
const asking = closedClass('verbs of asking');

/** "The army said it would": a clause right behind a verb that reports. */
const follows = (tokens: Tokens, before: Draft, subject: number): boolean => {
  if (before.verb.last > subject) return false;
  for (let i = before.verb.last; i < subject; i++)
    if (has(tokens, i, Shape.mark) || is(tokens, i, Class.conjunction)) return false;
  return true;
};

const suppositions = closedClass('suppositions');
const denyingSubjects = closedClass('denying subjects');
const hedging = closedClass('hedges');
const doubts = closedClass('doubting modals');

function finish(tokens: Tokens, draft: Draft, next: number, all: readonly Draft[]): Clause {
  const { verb, subject, opener, kind, first, parent } = draft;
  const last = Math.max(verb.last, next);
  const object = verb.passive ? undefined : nounPhraseAt(tokens, verb.last, last);
  const by = verb.passive ? byBehind(tokens, verb.last, last) : -1;
  const agent = by >= 0 ? nounPhraseAt(tokens, by + 1, last) : undefined;
  const hedges: number[] = [];
  for (let i = first; i < last; i++)
    if (hedging.has(wordAt(tokens, i)) || (doubts.has(wordAt(tokens, i)) && i >= verb.first && i < verb.last))
      hedges.push(i);
  const supposed = opener >= 0 && suppositions.has(wordAt(tokens, opener));
  const inherited = parent >= 0 && kind !== 'relative' && isSupposed(tokens, all[parent] as Draft);
  return {
    first,
    last,
    kind,
    opener,
    verb,
    ...(subject && { subject }),
    ...(object && { object }),
    ...(agent && { agent }),
    negated: verb.negated || (subject !== undefined && denyingSubjects.has(wordAt(tokens, subject.first))),
    hypothetical: supposed || inherited || verb.modal === 'would',
    hedges,
    parent,
  };
}

const isSupposed = (tokens: Tokens, { opener }: Draft): boolean =>
  opener >= 0 && suppositions.has(wordAt(tokens, opener));

const BY_WITHIN = 8;

/** "Was shot on Monday by rebels": where "by" stands. */
function byBehind(tokens: Tokens, from: number, last: number): number {
  for (let i = from; i < Math.min(last, from + BY_WITHIN) && !has(tokens, i, Shape.mark); i++)
    if (wordAt(tokens, i) === 'by') return i;
  return -1;
}
