// Noun phrases of a sentence: head, modifiers, number, person or thing. "Two senior officials in Lom" is several people, their
// head "officials".
import { recordAt, has, Shape, type Tokens, wordAt } from '../document/token';
import { perWord } from '../document/word';
import { closedClass } from './closed-classes';
import { contractionOf } from './contractions';
import { Class, classesOf } from './word-classes';
import { looksLikeAdverb } from '../lexicon/adverbs';

/** Tokens `[first, last)` with what stands in them. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** The last noun of its core: "officials" in "two senior officials in Lom". */
  readonly head: number;
  /** Behind the core: where a preposition, a relative clause or an apposition goes on. */
  readonly core: number;
  readonly number: 'one' | 'several';
  readonly is: 'person' | 'body' | 'document' | 'thing' | 'name' | 'pronoun';
  /** "The", "his", "these", a name: whoever reads it knows which. */
  readonly definite: boolean;
  /** A name stands in its core. */
  readonly named: boolean;
}

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;

const LONGEST = 40;

/** The noun phrase that begins at `from`, its prepositional tails with it; undefined where none does. `limit` is exclusive. */
export function nounPhraseAt(tokens: Tokens, from: number, limit: number): NounPhrase | undefined {
  const core = coreEnd(tokens, from, Math.min(limit, from + LONGEST));
  if (core <= from || !mayHead(tokens, core - 1)) return undefined;
  let last = core;
  // "of the bank in Lom": a tail that is no time
  while (last < limit && tails.has(wordAt(tokens, last)) && last - from < LONGEST) {
    const end = coreEnd(tokens, last + 1, Math.min(limit, last + LONGEST));
    if (end <= last + 1 || is(tokens, end - 1, Class.time)) break;
    last = end;
  }
  return read(tokens, from, core, last);
}

/** The noun phrase that ends right before `end`, back to `floor`; undefined where none does. */
export function nounPhraseBefore(tokens: Tokens, end: number, floor: number): NounPhrase | undefined {
  let first = end;
  for (;;) {
    const start = coreStart(tokens, first, floor);
    if (start >= first) break;
    first = start;
    // "the head of | the bank"
    if (first - 1 <= floor || !tails.has(wordAt(tokens, first - 1))) break;
    if (!mayHead(tokens, first - 2) || end - first > LONGEST) break;
    first--;
  }
  while (first < end && tails.has(wordAt(tokens, first))) first++;
  if (first >= end) return undefined;
  const core = coreEnd(tokens, first, end);
  return core > first && mayHead(tokens, core - 1) ? read(tokens, first, core, end) : undefined;
}

/** Prepositions that join a noun to a noun. */
const tails = closedClass('postmodifying prepositions');

/** A word that can stand inside a noun phrase: no mark, no small word but a determiner. */
function mayStandIn(tokens: Tokens, i: number): boolean {
  if (has(tokens, i, Shape.mark)) return joints.has(wordAt(tokens, i));
  if (clauseOpeners.at(tokens, i) && wordAt(tokens, i) !== 'that') return false;
  if (is(tokens, i, Class.determiner | Class.possessive | Class.title))
    return !has(tokens, i, Shape.word) || !questions(tokens, i);
  if (has(tokens, i, Shape.capital) && !has(tokens, i, Shape.initial)) return true;
  return !is(tokens, i, notInside) && !contractionOf(recordAt(tokens, i)) && !looksLikeAdverb(wordAt(tokens, i));
}

const clauseOpeners = closedClass('clause openers');
const joints: ReadonlySet<string> = new Set(['&', "'", '-', '.', '%']);
const questions = (tokens: Tokens, i: number): boolean => is(tokens, i, Class.question) && wordAt(tokens, i) !== 'that';
const notInside =
  Class.auxiliary |
  Class.be |
  Class.modal |
  Class.conjunction |
  Class.question |
  Class.preposition |
  Class.subordinator |
  Class.past;

const mayHead = (tokens: Tokens, i: number): boolean =>
  !has(tokens, i, Shape.mark) || wordAt(tokens, i) === "'" || wordAt(tokens, i) === '%';

/** Behind the core that begins at `from`: at most one determiner, modifiers, nouns; a pronoun alone. */
function coreEnd(tokens: Tokens, from: number, limit: number): number {
  if (from >= limit) return from;
  if (isPronoun(tokens, from)) return from + 1;
  let i = from;
  while (i < limit && mayStandIn(tokens, i) && (i === from || !opensAnother(tokens, i))) i++;
  while (i > from && has(tokens, i - 1, Shape.mark) && wordAt(tokens, i - 1) !== "'" && wordAt(tokens, i - 1) !== '%')
    i--;
  return i;
}

/** The first token of the core that ends right before `end`. */
function coreStart(tokens: Tokens, end: number, floor: number): number {
  let i = end;
  const least = Math.max(floor, end - LONGEST);
  while (i > least && mayStandIn(tokens, i - 1)) {
    i--;
    if (isPronoun(tokens, i) && i < end - 1) return i + 1;
    if (is(tokens, i, Class.determiner) && !is(tokens, i - 1, Class.determiner)) break;
  }
  return i;
}

/** A pronoun or an article begins the next phrase: "the man | he". "All the" and "many other" are one. */
const opensAnother = (tokens: Tokens, i: number): boolean =>
  isPronoun(tokens, i) ||
  (is(tokens, i, Class.article | Class.possessive) && !is(tokens, i - 1, Class.determiner)) ||
  (wordAt(tokens, i) === 'that' && !is(tokens, i - 1, Class.determiner));

const isPronoun = (tokens: Tokens, i: number): boolean =>
  is(tokens, i, Class.subject | Class.object) && !is(tokens, i, Class.possessive | Class.people);

function read(tokens: Tokens, first: number, core: number, last: number): NounPhrase {
  let head = core - 1;
  while (head > first && has(tokens, head, Shape.mark)) head--;
  const named = holdsName(tokens, first, core);
  return {
    first,
    last,
    head,
    core,
    number: isSeveral(tokens, first, head) ? 'several' : 'one',
    is: phraseKindOf(tokens, first, head),
    definite: named || is(tokens, first, Class.possessive | Class.subject) || definites.has(wordAt(tokens, first)),
    named,
  };
}

const definites = closedClass('definite determiners');

const nameKinds = Class.person | Class.body | Class.document | Class.outlet | Class.people | Class.title;

function phraseKindOf(tokens: Tokens, first: number, head: number): NounPhrase['is'] {
  if (first === head && isPronoun(tokens, head)) return 'pronoun';
  if (
    somebody.test(wordAt(tokens, head)) ||
    is(tokens, head, Class.person | Class.people | Class.anonymous) ||
    looksLikePeople(wordAt(tokens, head))
  )
    return 'person';
  if (is(tokens, head, Class.body | Class.outlet)) return 'body';
  if (is(tokens, head, Class.document)) return 'document';
  return isNameHere(tokens, head) && !is(tokens, head, nameKinds) ? 'name' : 'thing';
}

/** "Someone", "no one". */
const somebody = /^(?:(?:some|any|every|no)(?:one|body)|one|others)$/;

/** A capital that is not the sentence's. */
const isNameHere = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.capital) &&
  has(tokens, i, Shape.word) &&
  (!has(tokens, i, Shape.initial) || classesOf(recordAt(tokens, i)) === 0) &&
  !is(tokens, i, Class.determiner | Class.subject | Class.preposition | Class.time | Class.period);

function holdsName(tokens: Tokens, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (isNameHere(tokens, i)) return true;
  return false;
}

/** Its noun's ending, its number, or "and" in it says that it is several. */
function isSeveral(tokens: Tokens, first: number, head: number): boolean {
  if (first === head && isPronoun(tokens, head)) return severalPronouns.has(wordAt(tokens, head));
  if (is(tokens, head, Class.people)) return true;
  return !(isNameHere(tokens, head) && wordAt(tokens, head - 1) !== 'the') && isPluralNoun(recordAt(tokens, head));
}

const severalPronouns = closedClass('plural pronouns');

/** By its ending: "officials", "policemen"; "police" and "troops" are several in one word. */
export const isPluralNoun = perWord((word): boolean => {
  if (isGroupNoun(word) || word.endsWith('men') || word.endsWith('people') || word === 'children') return true;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word);
});

/** Several people in one word. */
const groupNouns = closedClass('collective people');
export const isGroupNoun = groupNouns.has;

const peopleEndings = /(?:ers|ors|ists|ians|ees|ants|ents|men|women|eers|folk|mates|kids|teens)$/;

/** Several people where no lexicon knows the word: by its ending, "shopkeepers", "teenagers"; "the family". */
export const looksLikePeople = (word: string): boolean =>
  groupNouns.has(word) || (word.length > 4 && peopleEndings.test(word));
