// Cues of several words ("according to", "in her view") and adverbs that attribute ("reportedly").
import { type WordList, wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { recordAt, Shape } from '../../document/token';
import { wordOf } from '../../document/word';
import { type Phrase, phrasesFrom } from './lexicon';
import { clauseAt, nounPhrase, type Range, withBearer } from './phrase';
import { is, isCapital, isComma, isMark, isPossessive, isQuoted, type Scope, shape, word } from './scope';
import { settingCue } from './setting-cues';
import { subjectOf } from './subject';

/** A word that begins no such cue never does. */
export const beginsPhraseCue = (word: string): boolean =>
  Boolean(phrasesFrom(wordOf(word))) || tellings.has(word) || word === 'to';

export function phraseCue(s: Scope, i: number): Cue | undefined {
  const phrase = phraseAt(s, i);
  if (!phrase || (phrase.words.length === 1 && phrase.place === 'before' && !isBeforeSpeaker(s, i + 1)))
    return owned(s, i) ?? settingCue(s, i);
  const cue = { from: i, to: i + phrase.words.length };
  const lemma = phrase.words.join(' ');
  if (phrase.place === 'before') return sourceBehind(s, cue, lemma);
  const adverb = phrase.place === 'alone' && phrase.words.length === 1;
  return {
    form: adverb ? 'adverb' : 'phrase',
    lemma,
    kind: 'speech',
    cue,
    source: phrase.place === 'content' ? subjectOf(s, i).phrase : undefined,
    content: alone(s, cue, phrase),
    reports: !adverb,
  };
}

function phraseAt(s: Scope, i: number): Phrase | undefined {
  for (const phrase of phrasesFrom(recordAt(s.tokens, i)) ?? none) if (standsAt(s, i, phrase.words)) return phrase;
  return undefined;
}

const none: readonly never[] = [];

function standsAt(s: Scope, i: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (word(s, i + k) !== words[k]) return false;
  return true;
}

/** "According to X, …" and "…, according to X". */
function sourceBehind(s: Scope, cue: Range, lemma: string): Cue {
  const source = withApposition(s, withBearer(s, nounPhrase(s, cue.to)));
  return {
    form: 'phrase',
    lemma,
    kind: 'speech',
    cue,
    source,
    content: [beside(s, cue.from, source.to), ...goesOnBehind(s, cue.from, source.to)],
    reports: true,
  };
}

/** "per police", "per state TV", "per Rosa Adler"; "per person", "per hour" are rates, and nobody speaks. */
function isBeforeSpeaker(s: Scope, from: number): boolean {
  if (shape(s, from, Shape.number) || isMark(s, from)) return false;
  const { to } = nounPhrase(s, from);
  let head = from;
  while (head + 1 < to && !is(s, head + 1, Class.preposition | Class.question | Class.auxiliary | Class.time)) head++;
  if (is(s, head, Class.people | Class.outlet) || isCapital(s, head)) return true;
  if (is(s, head, Class.document)) return word(s, head).endsWith('s');
  const several = word(s, head).endsWith('s') && is(s, head, Class.person | Class.body);
  return several || standAlone.has(word(s, head)) || (head > from && is(s, head, Class.body | Class.person));
}

const standAlone = wordList('bodies without an article');

const LONGEST_APPOSITION = 24;

/** "According to Ahmed, a shopkeeper who saw the raid, the men …": up to the comma behind which a clause begins. */
export function withApposition(s: Scope, source: Range): Range {
  const open = source.to;
  if (!isComma(s, open)) return source;
  if (!relatives.has(word(s, open + 1)) && !(isCapital(s, open - 1) && tellsWho(s, open + 1))) return source;
  const limit = Math.min(s.last, open + LONGEST_APPOSITION);
  for (let i = open + 2; i < limit && !isQuoted(s, i); i++)
    if (isComma(s, i)) return clauseAt(s, i + 1) ? { from: source.from, to: i } : source;
  return source;
}

const relatives = wordList('personal relatives');

/** "a shopkeeper in", "a man who", "head of the union" */
const tellsWho = (s: Scope, i: number): boolean =>
  [i + 1, i + 2, i + 3].some((k) => !isMark(s, k) && (word(s, k) === 'who' || is(s, k, Class.preposition)));

/**
 * "The two, according to police, were found": what stands behind the phrase, set off by commas, is told too.
 * "…, according to Moll, head of the union" tells who that is.
 */
const goesOnBehind = (s: Scope, from: number, to: number): Range[] =>
  from - s.first > 2 && isComma(s, from - 1) && isComma(s, to) && !describesSource(s, to + 1)
    ? [{ from: to + 1, to: s.last }]
    : [];

const describesSource = (s: Scope, i: number): boolean =>
  is(s, i, Class.article | Class.person | Class.title) || relatives.has(word(s, i)) || word(s, i) === 'former';

/** What a phrase over tokens `[from, to)` speaks of: the rest of the sentence where it opens that, or what stands before it. */
export const beside = (s: Scope, from: number, to: number): Range =>
  from - s.first <= 2
    ? { from: isComma(s, to) ? to + 1 : to, to: s.last }
    : { from: s.first, to: isComma(s, from - 1) ? from - 1 : from };

/** Tokens within which the owner's name ends. */
const OWNER_WITHIN = 8;

/** "By the United Nations' count, …", "…, by the army's own account": between commas, or at an end of the sentence. */
function owned(s: Scope, i: number): Cue | undefined {
  const telling = tellings.get(word(s, i));
  if (!telling || !(i - s.first <= 1 || isComma(s, i - 1))) return undefined;
  const limit = Math.min(s.last, i + 1 + OWNER_WITHIN);
  for (let k = i + 2; k < limit && !isQuoted(s, k); k++) {
    const owner = isPossessive(s, k) || word(s, k) === "'";
    if (isMark(s, k) && !owner) return undefined;
    if (!owner) continue;
    const noun = word(s, k + 1) === 'own' ? k + 2 : k + 1;
    if (!telling.has(word(s, noun)) || !(isMark(s, noun + 1) || noun + 1 >= s.last)) continue;
    return {
      form: 'phrase',
      lemma: `${word(s, i)} ${word(s, noun)}`,
      kind: 'speech',
      cue: { from: i, to: noun + 1 },
      source: { from: i + 1, to: k + 1 },
      content: [beside(s, i, noun + 1)],
      reports: true,
    };
  }
  return undefined;
}

/** By preposition, the nouns that tell what somebody counts, says or thinks. */
const tellings: ReadonlyMap<string, WordList> = new Map([
  ['by', wordList('tellings behind by')],
  ['in', wordList('tellings behind in')],
  ['on', wordList('tellings behind on')],
]);

/** An adjective's content is the noun behind it, three words at most. */
const NOUN_BEHIND = 3;

function alone(s: Scope, cue: Range, { words, place }: Phrase): Range[] {
  const behind = { from: cue.to, to: s.last };
  if (place === 'content') return [behind];
  if (words.length === 1 && (words[0] as string).includes('-')) {
    return [{ from: cue.to, to: Math.min(s.last, cue.to + NOUN_BEHIND) }];
  }
  return [{ from: s.first, to: cue.from }, behind];
}
