// What happens once, and when: "the deal, reached on Tuesday", "signed the pact on Friday", "the ferry sank on Monday", "Roe died on Sunday".
import type { Paragraph, Sentence } from '../../document/paragraph';
import { perParagraphWith } from '../../document/gates';
import { figures } from '../../language/quantities';
import { has, Shape, tokenAt, type Tokens, wordAt } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { opensSentences } from '../../lexicon/sentence-starters';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { type Time, timesOf } from './times';

/** Offsets over "adopted on Wednesday". */
export interface Act extends Span {
  /** What was done to what, or by whom: "law adopted", "roe died". */
  readonly of: string;
  readonly when: Time['is'] | 'ahead';
  /** A place stands behind it: there may be several such acts. */
  readonly placed: boolean;
  /** "The deal", a name, or what something came to in the end; not "a deal". */
  readonly known: boolean;
  /** "Reached a deal", "another": maybe a new one. */
  readonly fresh: boolean;
  /** Who did it, in a word: "by parliament", "parliament adopted"; '' where the story does not say. */
  readonly by: string;
  readonly doer: string;
  /** Before a surname: "ed" in "Ed Roe". */
  readonly given: string;
  /** As the story writes the time. */
  readonly time: Span;
}

const done = wordList('acts that happen once');
const happens = wordList('happenings of a thing');
const befalls = wordList('what befalls a person once');
const befallsOften = wordList('what befalls a person in a week once');
const comesTo = wordList('verbs of an outcome');
const verbs = [done, happens, befalls, befallsOften, comesTo] as const;
const isVerb = (word: string): boolean => verbs.some((list) => list.has(word));
const anAct = figures.word((word) => isVerb(word) || pastOf(word) !== undefined);
const NEAR = 3;

export const actsOf = perParagraphWith([anAct], [], (p: Paragraph): readonly Act[] =>
  timesOf(p).flatMap((time) => {
    const sentence = p.sentences[time.sentence];
    const act = sentence && actAt(p, sentence, time);
    return act ? [act] : [];
  }),
);

/** "adopt", "begin", as they stand behind "will": what they are in the past. */
function pastOf(word: string): string | undefined {
  const past = irregular.get(word) ?? regular(word);
  return past !== undefined && isOnce(past) ? past : undefined;
}

function regular(word: string): string | undefined {
  if (isOnce(`${word}ed`)) return `${word}ed`;
  if (isOnce(`${word}d`)) return `${word}d`;
  return word.endsWith('y') ? `${word.slice(0, -1)}ied` : undefined;
}
const isOnce = (word: string): boolean => done.has(word) || happens.has(word);
const irregular: ReadonlyMap<string, string> = new Map([
  ['begin', 'began'],
  ['strike', 'struck'],
  ['sink', 'sank'],
  ['build', 'built'],
]);

interface Deed {
  readonly verb: number;
  readonly noun: number;
  readonly known: boolean;
  readonly fresh?: boolean;
  readonly by?: string;
  readonly doer?: string;
}

function actAt(p: Paragraph, sentence: Sentence, time: Time): Act | undefined {
  const { tokens } = p;
  const at = tokenAt(tokens, time.start);
  // "Tuesday's vote", "the Tuesday vote"
  if (wordAt(tokens, at).endsWith("'s") || wordAt(tokens, at - 1) === 'the') return undefined;
  const deed = deedBefore(p, sentence, at, time);
  if (!deed) return undefined;
  const written = wordAt(tokens, deed.verb);
  const willDo = wordAt(tokens, deed.verb - 1) === 'will';
  const verb = (willDo ? pastOf(written) : undefined) ?? written;
  const ahead = willDo || wordAt(tokens, deed.verb - 1) === 'be';
  const { is, start, end } = time;
  const isAhead = is.kind === 'weekday' || (is.kind === 'phrase' && is.when === 'coming');
  if (ahead ? !isAhead : is.kind === 'phrase') return undefined;
  const person = has(tokens, deed.noun, Shape.capital);
  if (befallsOften.has(verb) && is.kind !== 'weekday') return undefined;
  const kind = deedKindOf(wordAt(tokens, deed.noun));
  const isRatified = pacts.has(kind) && legislatures.has(deed.by ?? '') && ratifies.has(verb);
  const given = person && has(tokens, deed.noun - 1, Shape.capital) ? wordAt(tokens, deed.noun - 1) : '';
  return {
    start: tokens.start[deed.verb] ?? start,
    end,
    of: `${kind} ${isRatified ? 'ratified' : deedOf(verb, kind)}`,
    by: isRatified ? '' : (deed.by ?? ''),
    doer: deed.doer ?? '',
    given,
    when: ahead ? 'ahead' : is,
    known: deed.known,
    fresh: deed.fresh ?? false,
    placed: /^(?:in|at)$/.test(wordAt(tokens, tokenAt(tokens, end))),
    time: { start, end },
  };
}

/** The deed that the time stands behind, with what it was done to. Not "by the lower house": somebody else may do it again. */
function deedBefore(p: Paragraph, { firstToken, lastToken }: Sentence, at: number, { end }: Time): Deed | undefined {
  const { tokens } = p;
  const behind = tokenAt(tokens, end);
  for (let verb = at - 1; verb >= Math.max(firstToken, at - 1 - OBJECT_WITHIN); verb--) {
    const word = wordAt(tokens, verb);
    if (has(tokens, verb, Shape.quoted) || has(tokens, verb, Shape.mark)) return undefined;
    const isAhead = wordAt(tokens, verb - 1) === 'will' && pastOf(word) !== undefined;
    if (!isVerb(word) && !isAhead) continue;
    const others = tokens.word.slice(verb + 1, Math.min(lastToken, behind + 3));
    if (others.includes('again')) return undefined;
    if (others.includes('by')) return doneBy(p, verb, at);
    if (isAhead) return willHappen(p, verb) ?? withDoer(p, objectOf(p, verb, at));
    return at - verb <= NEAR
      ? (subjectOf(p, verb) ?? withDoer(p, objectOf(p, verb, at)))
      : withDoer(p, objectOf(p, verb, at));
  }
  return undefined;
}

/** "The treaty was adopted by parliament on Wednesday": one word tells by whom, and another may do it again. */
function doneBy(p: Paragraph, verb: number, at: number): Deed | undefined {
  const { tokens } = p;
  const first = wordAt(tokens, verb + 2) === 'the' ? verb + 3 : verb + 2;
  const end = wordAt(tokens, at - 1) === 'on' ? at - 1 : at;
  if (wordAt(tokens, verb + 1) !== 'by' || first + 1 !== end) return undefined;
  const deed = subjectOf(p, verb);
  return deed && { ...deed, by: wordAt(tokens, first) };
}

/** "Parliament adopted the treaty": the word before the verb or its "will". */
function withDoer({ tokens }: Paragraph, deed: Deed | undefined): Deed | undefined {
  if (!deed) return undefined;
  const doer = deed.verb - (wordAt(tokens, deed.verb - 1) === 'will' ? 2 : 1);
  return { ...deed, doer: wordAt(tokens, doer) };
}

/** "The summit will begin on Friday" */
function willHappen({ tokens }: Paragraph, verb: number): Deed | undefined {
  const noun = verb - 2;
  const isThe = /^(?:the|this|that|its|their)$/.test(wordAt(tokens, noun - 1));
  return isThe && happens.has(pastOf(wordAt(tokens, verb)) ?? '') && has(tokens, noun, Shape.word)
    ? { verb, noun, known: true }
    : undefined;
}

/** Tokens between a verb and the time, with the object between them. */
const OBJECT_WITHIN = 7;

/** "The law was adopted", "the deal, reached", "the ferry sank", "Roe was arrested", "Roe died". */
function subjectOf({ tokens }: Paragraph, verb: number): Deed | undefined {
  const word = wordAt(tokens, verb);
  const before = wordAt(tokens, verb - 1);
  const ahead = before === 'be' && wordAt(tokens, verb - 2) === 'will';
  const passive = ahead || before === 'was' || before === 'were' || (before === ',' && done.has(word));
  const noun = verb - (ahead ? 3 : passive ? 2 : 1);
  if (!has(tokens, noun, Shape.word)) return undefined;
  const definite = /^(?:the|this|that|his|her|their|its)$/.test(wordAt(tokens, noun - 1));
  const named = has(tokens, noun, Shape.capital) && !has(tokens, noun, Shape.allCaps) && !onlyOpens(tokens, noun);
  const fits = definite
    ? passive
      ? done.has(word)
      : happens.has(word)
    : named && (befalls.has(word) || befallsOften.has(word)) && passive === !/^(?:died|resigned)$/.test(word);
  return fits ? { verb, noun, known: true } : undefined;
}

/** "He was arrested": a capital for the sentence's sake. */
const onlyOpens = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.initial) && (isPlainWord(wordAt(tokens, i)) || opensSentences(wordAt(tokens, i)));

/** "Reached the deal on", "culminated in a compromise on": the noun right before the time. */
function objectOf({ tokens }: Paragraph, verb: number, at: number): Deed | undefined {
  const word = wordAt(tokens, verb);
  const noun = wordAt(tokens, at - 1) === 'on' ? at - 2 : at - 1;
  const outcome = comesTo.has(word);
  const isDone = done.has(word) || done.has(pastOf(word) ?? '');
  if (noun <= verb || !(outcome || isDone) || /^(?:was|were|been|be|being)$/.test(wordAt(tokens, verb - 1)))
    return undefined;
  const first = verb + (outcome ? 2 : 1);
  const article = wordAt(tokens, first);
  if (outcome && !/^(?:in|to)$/.test(wordAt(tokens, verb + 1))) return undefined;
  if (!/^(?:the|this|that|an?|his|her|its|their)$/.test(article) || noun - first > NEAR) return undefined;
  // "signed the deal with the mayor on": a noun of its own
  if (tokens.word.slice(first + 1, noun).some((one) => others.has(one) || small.has(one))) return undefined;
  if (outcome) return agreements.has(wordAt(tokens, noun)) ? { verb: noun, noun, known: true } : undefined;
  const definite = !/^an?$/.test(article);
  return { verb, noun, known: definite, fresh: !definite };
}

const others = wordList('others of a kind');
const small = wordList('prepositions in a noun phrase');

/** One thing by several names. */
const agreements = wordList('names of an agreement');
const pacts = wordList('names of a pact between states');
const legislatures = wordList('legislatures in a word');
const ratifies = wordList('verbs of ratifying');
const blasts = wordList('names of a blast');
const quakes = wordList('names of a quake');
const deedKindOf = (noun: string): string =>
  agreements.has(noun) ? 'agreement' : blasts.has(noun) ? 'blast' : quakes.has(noun) ? 'quake' : noun;

/** One deed by several verbs: what an agreement comes to is that it is reached. */
const reached = wordList('verbs of reaching an agreement');
const strikes = wordList('verbs of striking');
const deedOf = (verb: string, kind: string): string =>
  kind === 'agreement' && (reached.has(verb) || agreements.has(verb)) ? 'reached' : strikes.has(verb) ? 'struck' : verb;
