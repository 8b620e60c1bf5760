// Cues that are a preposition only: "In a Herald poll, …" is told by those who counted, "To Moll, the bridge is a disgrace" by her.
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { isPlace } from '../names/lists';
import { clauseAt, isPointer, nounPhrase, type Range } from './phrase';
import { is, isCapital, isComma, isMark, isQuoted, type Scope, word } from './scope';

export const settingCue = (s: Scope, i: number): Cue | undefined => polled(s, i) ?? inMind(s, i);

const setting = (s: Scope, i: number, kind: Cue['kind'], source: Range, content: Range): Cue => ({
  form: 'phrase',
  lemma: word(s, i),
  kind,
  cue: { from: i, to: i + 1 },
  source,
  content: [content],
  reports: false,
});

/** Tokens of "in a national Post-ABC poll". */
const POLLED_WITHIN = 12;

/** "In a Herald poll released on Monday, …" opens the sentence; "… led in a Herald poll." ends it, or one of its clauses. */
function polled(s: Scope, i: number): Cue | undefined {
  if (word(s, i) !== 'in') return undefined;
  const poll = pollAt(s, i + 1);
  if (poll < 0) return undefined;
  if (i - s.first <= 1) {
    const { to } = nounPhrase(s, poll);
    const behind = behindAside(s, to);
    return isComma(s, behind)
      ? setting(s, i, 'document', { from: i + 1, to: behind }, { from: behind + 1, to: s.last })
      : undefined;
  }
  // "voters in a poll said" are some of those asked; "ahead in national polls" names none
  const one = is(s, i + 1, Class.article | Class.possessive) || isCapital(s, poll - 1);
  if (!one || !(isMark(s, poll + 1) || is(s, poll + 1, Class.time) || told.has(word(s, poll + 1)))) return undefined;
  const content = { from: s.first, to: isComma(s, i - 1) ? i - 1 : i };
  return setting(s, i, 'document', { from: i + 1, to: poll + 1 }, content);
}

/** The noun of a poll that is told from others, "a new poll", "exit polls"; or -1. "The polls" is none. */
function pollAt(s: Scope, from: number): number {
  const limit = Math.min(s.last, from + POLLED_WITHIN);
  let i = from;
  while (i < limit && !polls.has(word(s, i)) && !isMark(s, i) && !isQuoted(s, i) && !is(s, i, notInName)) i++;
  const told =
    i - from > (is(s, from, Class.article) ? 1 : 0) || (is(s, from, Class.determiner) && word(s, from) !== 'the');
  return i < limit && polls.has(word(s, i)) && isWhole(s, i + 1) && told ? i : -1;
}

/** Behind "poll": no "station". */
const isWhole = (s: Scope, i: number): boolean =>
  isMark(s, i) || is(s, i, Class.preposition | Class.time) || isPointer(s, i) || told.has(word(s, i));

const polls = wordList('polls');
const told = wordList('participles of a poll');
const notInName = Class.preposition | Class.question | Class.auxiliary | Class.conjunction | Class.subject;

/** "In the previous poll, conducted in May,": the comma behind which the sentence begins. */
const behindAside = (s: Scope, comma: number): number =>
  isComma(s, comma) && told.has(word(s, comma + 1)) ? nounPhrase(s, comma + 1).to : comma;

/** Tokens of a name before its comma. */
const MINDED_WITHIN = 6;

/** "To Moll, the bridge is a disgrace": whose mind it is in, at the sentence's start. */
function inMind(s: Scope, i: number): Cue | undefined {
  if (word(s, i) !== 'to' || i - s.first > 1) return undefined;
  const source = nounPhrase(s, i + 1);
  if (!isComma(s, source.to) || source.to - source.from > MINDED_WITHIN || !clauseAt(s, source.to + 1))
    return undefined;
  if (isPlace(word(s, source.to - 1))) return undefined;
  for (let k = source.from; k < source.to; k++) if (!isCapital(s, k) && !is(s, k, minds)) return undefined;
  return setting(s, i, 'attitude', source, { from: source.to + 1, to: s.last });
}

const minds = Class.person | Class.people | Class.object | Class.conjunction;
