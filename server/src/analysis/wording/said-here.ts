// Whether plain "said" can stand where another verb of speech does: before a clause or a quotation, or in an aside. "Claimed victory",
// "claims to have seen" and "insisted that he leave" take other grammar, and there no word of ours fits.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { Class, classesOf } from '../../language/word-classes';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { verbOf } from '../attribution/lexicon';

/** A verb of speech where it stands: tokens `[first, verb)` are what helps it, `[verb, next)` the verb and its particle. */
export interface Standing {
  readonly first: number;
  readonly verb: number;
  readonly next: number;
  /** The verb may ask that something be done: "insist". */
  readonly demands: boolean;
  /** What it takes can only be a clause: "point out". */
  readonly clauses: boolean;
}

export function takesSaid(paragraph: Paragraph, at: Standing): boolean {
  const { tokens } = paragraph;
  if (isColoured(tokens, at) || isSaidAlready(tokens, at)) return false;
  const { next } = at;
  return (
    isAside(paragraph, at) ||
    beforeWholeQuotation(paragraph, next) ||
    (wordAt(tokens, behindAdjunct(tokens, next)) === 'that'
      ? at.clauses || thatClause(paragraph, behindAdjunct(tokens, next) + 1, at.demands)
      : bareClause(paragraph, at))
  );
}

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;
const isMark = (tokens: Tokens, i: number): boolean => has(tokens, i, Shape.mark);
const isVerbOfSpeech = (tokens: Tokens, i: number): boolean =>
  tagsSpeech(wordAt(tokens, i)) || ((verbOf(recordAt(tokens, i))?.frames ?? 0) & 1) !== 0;

/** "Ridiculously claimed", "grudgingly admitted": the adverb was chosen for the verb. */
function isColoured(tokens: Tokens, { first, verb, next }: Standing): boolean {
  for (const i of [verb - 1, next])
    if (i >= first - 1 && /..ly$/.test(wordAt(tokens, i)) && !plainAdverbs.has(wordAt(tokens, i))) return true;
  return false;
}

const plainAdverbs = wordList('plain adverbs of speech');

/** Tokens before the verb in which another verb of speech makes "said he said" of it. */
const SAID_WITHIN = 6;

/** "He said he claims", "…, she said, insisting": the two would be one word said twice. */
function isSaidAlready(tokens: Tokens, { verb }: Standing): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - SAID_WITHIN); i--) {
    const word = wordAt(tokens, i);
    if (word === '.' || word === ';') return false;
    if (!has(tokens, i, Shape.quoted) && isVerbOfSpeech(tokens, i)) return true;
  }
  return false;
}

/** "…, the mayor claims." and "The road, she conceded, is bad." A stop or comma behind, the words told before it. */
function isAside({ tokens, sentences }: Paragraph, { first, verb, next }: Standing): boolean {
  const sentence = sentences.find(({ lastToken }) => verb < lastToken);
  if (!sentence) return false;
  // "…," crowed the mayor
  if (closesQuotation(tokens, verb - 1)) return is(tokens, next, Class.determiner) || has(tokens, next, Shape.capital);
  if (!stops(tokens, next)) return false;
  const from = opensAside(tokens, first, sentence.firstToken);
  return from !== undefined && from - sentence.firstToken >= SHORTEST_TOLD;
}

/** Tokens that were told before an aside, the mark before it included. */
const SHORTEST_TOLD = 2;
/** Tokens of who says so in an aside, at most. */
const SPEAKER = 12;

const stops = (tokens: Tokens, i: number): boolean => /^(?:[.,;]|)$/.test(wordAt(tokens, i));

const closesQuotation = (tokens: Tokens, i: number): boolean => /^["”’»']$/.test(wordAt(tokens, i));

/** Where the aside begins: the mark before its subject, a comma or the end of quoted words. */
function opensAside(tokens: Tokens, first: number, sentence: number): number | undefined {
  // "if maintained," says of a thing how it is
  if (isMark(tokens, first - 1) || is(tokens, first - 1, NO_SUBJECT)) return undefined;
  for (let i = first - 1; i >= Math.max(sentence, first - SPEAKER); i--) {
    if (isMark(tokens, i)) return wordAt(tokens, i) === ',' || closesQuotation(tokens, i) ? i : undefined;
    // what is done to a thing is no saying: "…, a lead which Lom maintained."
    if (is(tokens, i, Class.question | Class.conjunction | Class.finite)) return undefined;
  }
  return undefined;
}

const NO_SUBJECT = Class.subordinator | Class.conjunction | Class.preposition | Class.question | Class.adverb;

/** Said: "…", said, "…": words quoted from their capital to their stop. */
function beforeWholeQuotation({ tokens, quotations }: Paragraph, next: number): boolean {
  const marked = wordAt(tokens, next) === ':' || wordAt(tokens, next) === ',';
  const at = marked ? next + 1 : next;
  const quotation = quotations.find(({ firstToken }) => firstToken === at);
  if (!quotation) return false;
  const { lastToken, firstToken, closed } = quotation;
  const ends = !closed || ['.', ',', '?', '!'].includes(wordAt(tokens, lastToken - 2));
  return has(tokens, firstToken + 1, Shape.capital) && (marked || ends) && lastToken - firstToken > SHORTEST_QUOTED;
}

/** Tokens of a quotation with its marks that is a title or a name at most. */
const SHORTEST_QUOTED = 4;
const ADJUNCT = 10;

/** Behind "on Monday", "in a statement in November", "also": where the "that" stands, else the token behind the verb. */
function behindAdjunct(tokens: Tokens, next: number): number {
  if (wordAt(tokens, next) === 'that') return next;
  if (!adjuncts.has(wordAt(tokens, next)) && !is(tokens, next, Class.time | Class.adverb) && !isPointer(tokens, next))
    return next;
  for (let i = next + 1; i < next + ADJUNCT; i++) {
    if (wordAt(tokens, i) === 'that') return is(tokens, i - 1, Class.preposition) ? next : i;
    if (isMark(tokens, i) || is(tokens, i, Class.finite | Class.subject | Class.conjunction | Class.past)) return next;
  }
  return next;
}

const adjuncts = wordList('openers of an adjunct');
const pointers = wordList('pointers behind said');
const isPointer = (tokens: Tokens, i: number): boolean => pointers.has(wordAt(tokens, i));

/** Tokens behind "that" in which the verb of its clause stands, at most. */
const VERB_WITHIN = 25;
/** A demand is told from a statement only by its verb, so that must stand near. */
const NEAR = 5;

/** "That the bridge was safe": no "that title", and no "that the army halt". */
function thatClause({ tokens }: Paragraph, from: number, demands: boolean): boolean {
  if (isMark(tokens, from)) return false;
  if (demands) return statesSomething(tokens, from);
  if (is(tokens, from, Class.determiner | Class.subject | Class.contraction) || has(tokens, from, Shape.capital))
    return true;
  for (let i = from + 1; i < from + VERB_WITHIN; i++) {
    if (isMark(tokens, i)) return false;
    if (isFiniteVerb(tokens, i)) return true;
  }
  return false;
}

/** The verb behind the subject says what is or was, not what shall be. */
function statesSomething(tokens: Tokens, from: number): boolean {
  for (let i = from + 1; i < from + NEAR; i++) {
    if (isMark(tokens, i) || has(tokens, i, Shape.quoted)) return false;
    if (indicative.has(wordAt(tokens, i))) return true;
    if (is(tokens, i, Class.preposition | Class.question | Class.conjunction | Class.subordinator)) return false;
  }
  return is(tokens, from, Class.contraction);
}

const indicative = wordList('finite auxiliaries');

const isFiniteVerb = (tokens: Tokens, i: number): boolean =>
  is(tokens, i, (Class.finite & ~Class.be) | Class.contraction | Class.past) && wordAt(tokens, i) !== 'be';

/** "Claimed he was", "claims the road is open": a clause without "that", where nothing else can begin so. */
function bareClause({ tokens }: Paragraph, { first, verb, next, demands }: Standing): boolean {
  const behind = is(tokens, next + 1, Class.adverb) ? next + 2 : next + 1;
  if (is(tokens, next, Class.contraction)) return true;
  if (demands && !indicative.has(wordAt(tokens, behind))) return demandsNothing(tokens, next);
  if (personalSubjects.has(wordAt(tokens, next))) return !isMark(tokens, next + 1);
  if (otherSubjects.has(wordAt(tokens, next))) return isFiniteVerb(tokens, behind) || isThird(tokens, behind);
  // "those who claimed asylum in Lom were", "residents claiming benefits are": the verb behind belongs to others
  const subject = wordAt(tokens, first - 1);
  if (/^(?:who|which|that|whom)$/.test(subject) || wordAt(tokens, verb).endsWith('ing')) return false;
  return hasOwnVerb(tokens, next);
}

const personalSubjects = wordList('personal subjects');
const otherSubjects = wordList('other subjects');

/** Tokens of a subject without a preposition, at most. */
const SUBJECT = 6;

/** "The victims were": a noun phrase, nothing that could belong to another clause, and a verb that can only be its own. */
function hasOwnVerb(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + SUBJECT; i++) {
    if (isMark(tokens, i) || has(tokens, i, Shape.quoted)) return false;
    if (i > from && isFiniteVerb(tokens, i) && !is(tokens, i, Class.subject)) return true;
    if (i > from && is(tokens, i, Class.question)) return false;
    if (is(tokens, i, OTHERS) && !is(tokens, i, Class.determiner)) return false;
  }
  return false;
}

const OTHERS = Class.preposition | Class.question | Class.conjunction | Class.subject | Class.object;

/** "Insisted the talks were open": as a statement, by its verb. */
const demandsNothing = (tokens: Tokens, from: number): boolean => {
  for (let i = from + 1; i < from + NEAR; i++) {
    if (isMark(tokens, i) || is(tokens, i, Class.preposition | Class.question | Class.conjunction | Class.subject))
      return false;
    if (indicative.has(wordAt(tokens, i))) return true;
  }
  return false;
};

const isThird = (tokens: Tokens, i: number): boolean => ((verbOf(recordAt(tokens, i))?.forms ?? 0) & Form.third) !== 0;
