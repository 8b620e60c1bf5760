// Evidence of grammar and figures: how the writer's own words tell it, in which tense and mood, and what they count.
import { Shape, has, recordAt, wordAt } from '../../../document/token';
import { perWord, wordOf } from '../../../document/word';
import { Class, classOf, classesOf } from '../../../language/word-classes';
import { quantitiesIn, type QuantityKind } from '../../../language/quantities';
import { contractionOf } from '../../../language/contractions';
import { looksLikeAdverb } from '../../../lexicon/adverbs';
import { timesIn, whenOf } from '../../dates/times';
import { verbOf } from '../../attribution/lexicon';
import { kind, kindsBy, type Say, YES } from './kinds';
import { step, type Wording } from './reading';

/** What is told of a number, by whose it is. */
const kindsFor = (whose: string) => ({
  number: kind(`${whose}number`),
  bound: kind(`${whose}number bound`),
  counted: kindsBy((of: QuantityKind) => kind(`${whose}counted`, `${of} `)),
  behind: kind(`${whose}number behind`),
  size: kind(`${whose}size`),
});
const ours = kindsFor('');
const theirs = kindsFor('said ');
const numbers = kind('numbers');
const timeKind = kind('time');
const when = kind('when');
const timeCount = kind('times');

export function figureEvidence({ date, facts, sentence, own }: Wording, say: Say): void {
  const { tokens } = facts;
  const found = quantitiesIn(facts, sentence);
  for (const { first, last, kind: of, vague, bound, value } of found) {
    const whose = own[first - sentence.firstToken] ? ours : theirs;
    say(whose.number, of);
    if (vague) say(whose.number, 'vague');
    if (bound) say(whose.bound, bound);
    say(whose.counted(of), last < sentence.lastToken ? wordAt(tokens, last) : '');
    // the mark for where a sentence starts
    say(whose.behind, first > sentence.firstToken ? wordAt(tokens, first - 1) : '^');
    if (of === 'count') say(whose.size, step(value, 2, 5, 20, 100, 1000, 100_000));
  }
  say(numbers, Math.min(found.length, 4));
  const times = timesIn(facts, sentence);
  for (const time of times) {
    say(timeKind, time.is.kind);
    say(when, whenOf(time, date) ?? 'open');
    if (time.is.kind === 'year' && time.is.year < 2000) say(when, 'long ago');
  }
  say(timeCount, Math.min(times.length, 2));
}

/** What a word by itself tells of the grammar of its sentence: bits. Most words tell nothing. */
const Tells = {
  be: 1,
  modal: 2,
  have: 4,
  /** Ends like a regular past. */
  ed: 8,
  past: 16,
  ing: 32,
  negation: 64,
  clause: 128,
  superlative: 256,
  adverb: 512,
  /** May be passed over between an auxiliary and its verb. */
  between: 1024,
  participle: 2048,
} as const;
const between = Tells.between | Tells.participle;

const tellsOf = perWord((word): number => {
  const bits = classOf(seenThrough(wordOf(word)));
  const adverb = looksLikeAdverb(word);
  let tells = 0;
  const tell = (one: number, is: boolean): void => void (tells |= is ? one : 0);
  tell(Tells.be, (bits & Class.be) !== 0);
  tell(Tells.modal, (bits & Class.modal) !== 0 && word !== 'to');
  tell(Tells.have, (bits & Class.have) !== 0);
  tell(Tells.ed, word.length > 4 && word.endsWith('ed'));
  tell(Tells.past, (bits & Class.past) !== 0);
  tell(Tells.ing, word.endsWith('ing'));
  tell(Tells.negation, (bits & Class.negation) !== 0);
  tell(Tells.clause, (bits & (Class.subordinator | Class.question)) !== 0);
  tell(Tells.superlative, word === 'most' || (word.length > 5 && word.endsWith('est')));
  tell(Tells.adverb, adverb);
  tell(Tells.between, adverb || (bits & (Class.negation | Class.adverb | Class.be)) !== 0);
  tell(
    Tells.participle,
    (word.length > 3 && (word.endsWith('ed') || word.endsWith('en'))) ||
      (bits & Class.past) !== 0 ||
      verbOf(wordOf(word)) !== undefined,
  );
  return tells;
});

/** "There's" is what "is" is: the form of "be" that a contraction holds, else the word. */
const seenThrough = perWord((word): string => {
  const held = contractionOf(wordOf(word));
  return held?.auxiliaries[0] === 'be' ? (forms[word.slice(held.host.length)] ?? word) : word;
});
const forms: Readonly<Record<string, string>> = { "'s": 'is', "'re": 'are', "'m": 'am' };

/** Tokens behind "was" in which its participle, and a "by", may stand. */
const PARTICIPLE_WITHIN = 3;
const BY_WITHIN = 8;

const passive = kind('passive');
const passiveOf = kind('passive of');
const is = kind('is');
const modal = kind('modal');
const modalOf = kind('modal of');
const perfect = kind('perfect');
const past = kind('past');
const withIt = kind('with it');
const negated = kind('negated');
const clause = kind('clause');
const superlative = kind('superlative');
const adverb = kind('adverb');
const finiteForm = kind('finite');

export function grammarEvidence(reading: Wording, say: Say): void {
  const { facts, sentence, own } = reading;
  const { tokens } = facts;
  const { firstToken, lastToken } = sentence;
  let finite: string | undefined;
  for (let t = firstToken; t < lastToken; t++) {
    const tells = tellsOf(recordAt(tokens, t)) & ~between;
    if (!tells || !own[t - firstToken] || has(tokens, t, Shape.mark)) continue;
    const word = wordAt(tokens, t);
    const verb = verbEvidence(reading, t, tells, say);
    if (verb) finite ??= verb;
    if (tells & Tells.negation) say(negated, YES);
    if (tells & Tells.clause && t > firstToken) say(clause, word);
    if (tells & Tells.superlative) say(superlative, YES);
    if (tells & Tells.adverb) say(adverb, YES);
  }
  say(finiteForm, finite ?? 'none');
  opening(reading, finite, say);
}

/** @returns what the verb at `t` makes of the sentence, where it is its first. */
function verbEvidence(reading: Wording, t: number, tells: number, say: Say): string | undefined {
  const { tokens } = reading.facts;
  const word = seenThrough(recordAt(tokens, t));
  if (tells & Tells.be) {
    const next = skipAdverbs(reading, t + 1);
    if (next >= reading.sentence.lastToken || !(tellsOf(recordAt(tokens, next)) & Tells.participle)) {
      say(is, word);
      return `is ${word}`;
    }
    say(passive, byFollows(reading, next) ? 'by' : 'agentless');
    say(passiveOf, wordAt(tokens, next));
    return `passive ${word}`;
  }
  if (tells & Tells.modal) {
    say(modal, word);
    say(modalOf, `${word} ${wordAt(tokens, skipAdverbs(reading, t + 1))}`);
    return `modal ${word}`;
  }
  if (tells & Tells.have) {
    if (tellsOf(recordAt(tokens, skipAdverbs(reading, t + 1))) & Tells.participle) say(perfect, YES);
    return `have ${word}`;
  }
  if (tells & Tells.ed && !has(tokens, t, Shape.capital)) {
    if (classesOf(recordAt(tokens, t - 1)) & (Class.determiner | Class.be | Class.have)) return undefined;
    say(past, word);
    return 'past';
  }
  if (tells & Tells.past) return 'past';
  if (tells & Tells.ing && wordAt(tokens, t - 1) === ',') say(withIt, word);
  return undefined;
}

function skipAdverbs({ facts: { tokens }, sentence: { lastToken } }: Wording, from: number): number {
  let t = from;
  while (t < lastToken && t < from + PARTICIPLE_WITHIN && tellsOf(recordAt(tokens, t)) & Tells.between) t++;
  return t;
}

function byFollows({ facts: { tokens }, sentence: { lastToken } }: Wording, from: number): boolean {
  for (let t = from; t < Math.min(lastToken, from + BY_WITHIN); t++) if (wordAt(tokens, t) === 'by') return true;
  return false;
}

const opens = kind('opens');
const opensWith = kind('opens with');
const opensSo = kind('opens so');
const ends = kind('ends');
const marks = kind('mark');
const commaCount = kind('commas');

const small = Class.subject | Class.determiner | Class.conjunction | Class.preposition | Class.subordinator;

/** "There" of "there's". */
const openerOf = perWord((word): string => contractionOf(wordOf(word))?.host ?? word);

/** How the sentence opens and ends. */
function opening({ facts, sentence }: Wording, finite: string | undefined, say: Say): void {
  const { tokens } = facts;
  const { firstToken, lastToken } = sentence;
  const first = openerOf(recordAt(tokens, firstToken));
  const name = has(tokens, firstToken, Shape.capital) && has(tokens, firstToken + 1, Shape.capital);
  const how = has(tokens, firstToken, Shape.number)
    ? 'number'
    : classesOf(recordAt(tokens, firstToken)) & small
      ? first
      : name
        ? 'name'
        : 'word';
  say(opens, how);
  say(opensWith, first);
  if (finite) say(opensSo, `${how} ${finite}`);
  let end = lastToken - 1;
  while (end > firstToken && isClosing(wordAt(tokens, end))) end--;
  say(ends, has(tokens, end, Shape.mark) ? wordAt(tokens, end) : 'word');
  let commas = 0;
  for (let t = firstToken; t < lastToken; t++) {
    if (!has(tokens, t, Shape.mark)) continue;
    if (wordAt(tokens, t) === ',') commas++;
    else if (!has(tokens, t, Shape.quoted) && t < end) say(marks, wordAt(tokens, t));
  }
  say(commaCount, Math.min(commas, 4));
}

const isClosing = (word: string): boolean => word === '"' || word === '”' || word === ')';
