// Verbs that say more than "said": they doubt the speaker, convict him, or vouch for him. By sense: "claimed asylum" and
// "admitted to hospital" are other verbs, "admitted in court" is what happened there.
import { wordList } from '../../lexicon/word-lists';
import { bank } from '../../document/gates';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, spanOf, type Tokens, tokenAt, wordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { type Attribution, attributionsOf } from '../attribution/attribution';
import { type Tone, tonesOf } from '../attribution/verb-connotations';
import { isExact } from './exact-verbs';
import { isListedVerb, listedVerbsIn } from './listed-verbs';
import { namesThingAlone, opensReport, reportsWords, statesClause, thatBehind } from './reported-words';
import { takesSaid } from './said-here';

export interface LoadedVerb extends Span {
  /** As written, its particle with it: "pointed out". */
  readonly words: string;
  /** listed: the house asks about it, and no list of the desk says why. */
  readonly tone: Tone | 'listed';
  /** The house asks about it wherever it tells words. */
  readonly listed: boolean;
  /** The form of "say" in which the verb stands. */
  readonly said: string;
  /** That form can take the verb's place as it is. */
  readonly fits: boolean;
  /** Its sentence ends the paragraph: what doubts it may stand in the next. */
  readonly ends: boolean;
}

/** In order; outside quotations. Offsets relative to the paragraph. */
export const loadedVerbsIn: (paragraph: Paragraph) => readonly LoadedVerb[] = perParagraph((paragraph) => {
  if (isSpoken(paragraph) || !isEnglish(paragraph)) return [];
  const all = attributionsOf(paragraph).flatMap((a) => standingOf(paragraph, a) ?? []);
  if (anUnread(paragraph)) all.push(...unreadIn(paragraph, all));
  for (const { verb, ...one } of listedVerbsIn(paragraph))
    if (!all.some((other) => other.verb === verb))
      all.push({ ...one, verb, first: verb, tone: 'listed', reports: true });
  return all.filter((one) => !isExact(paragraph, one)).map((one) => loadedVerb(paragraph, one));
});

/** A loaded verb where it stands: tokens `[first, verb)` help it, `[verb, next)` are the verb and its particle. */
export interface Standing {
  readonly sentence: number;
  readonly first: number;
  readonly verb: number;
  readonly next: number;
  readonly lemma: string;
  readonly tone: Tone | 'listed';
  /** Words are reported: a clause or a quotation follows or went before. Else the verb has an object alone. */
  readonly reports: boolean;
}

const tones = [
  ...(['doubt', 'mock', 'guilt', 'fact', 'secret', 'unveil', 'dispute', 'contest'] as const),
  ...(['weight', 'plaint', 'attack', 'disprove', 'promise'] as const),
];

/** What is hit or disproved need be no words, and what is promised is a deed. */
const ofObjects: ReadonlySet<Tone> = new Set<Tone>(['attack', 'disprove', 'promise']);

/** "…, police revealed on Saturday.": the words went before. */
const isAside = (tokens: Tokens, { content, cue }: Attribution, next: number): boolean =>
  content[0] !== undefined &&
  content[0].start < (cue?.start ?? 0) &&
  (has(tokens, next, Shape.mark) || beforeDay.has(wordAt(tokens, next)) || isClass(tokens, next, Class.time));

const beforeDay = wordList('openers of an adjunct');
const isClass = (tokens: Tokens, i: number, classes: number): boolean =>
  (classesOf(recordAt(tokens, i)) & classes) !== 0;

/** Verbs that take things as often as words, "emphasised the role", "complained about the noise": words must be there. */
const sayings: ReadonlySet<Tone> = new Set<Tone>(['weight', 'plaint', 'unveil']);

function standingOf(paragraph: Paragraph, a: Attribution): Standing | undefined {
  const own = tonesOf(a.lemma);
  const tone = own.size ? tones.find((one) => own.has(one)) : undefined;
  if (!tone || !a.cue || !mayReport(a, tone)) return undefined;
  const { tokens, sentences } = paragraph;
  const first = tokenAt(tokens, a.cue.start);
  const last = tokenAt(tokens, a.cue.end - 1);
  const verb = a.lemma.includes('-') ? last - 1 : last;
  const limit = sentences[a.sentence]?.lastToken ?? tokens.length;
  const told = sayings.has(tone)
    ? isAside(tokens, a, last + 1) || thatBehind(tokens, last + 1, limit) !== undefined
    : a.governs === 'quotation' || (a.governs === 'clause' && !namesThingAlone(tokens, last + 1, limit));
  const reports = told || reportsWords(tokens, last + 1, limit);
  if (ofObjects.has(tone) ? !isAimed(tokens, last + 1) : !reports) return undefined;
  return { sentence: a.sentence, first, verb, next: last + 1, lemma: a.lemma, tone, reports };
}

/** "Slammed the plan", "refuted claims that", "vowed to": somebody's words, law or deed; no "slammed into the coast". */
function isAimed(tokens: Tokens, next: number): boolean {
  if (has(tokens, next, Shape.mark) || wordAt(tokens, next) === '') return false;
  if (isClass(tokens, next, Class.preposition) && !/^(?:to|as)$/.test(wordAt(tokens, next))) return false;
  for (let i = next; i < next + OBJECT && !has(tokens, i, Shape.mark); i++)
    if (bodily.has(wordAt(tokens, i))) return false;
  return true;
}

/** Tokens of an object in which its noun stands. */
const OBJECT = 5;
const bodily = wordList('what a body slams');

/** Somebody speaks, in the active voice; "it has been revealed" hides who does. */
function mayReport({ form, type, source }: Attribution, tone: Tone): boolean {
  if (form === 'passive') return tone === 'unveil';
  // what a document reveals or puts first is there to read
  if (type === 'document' && (tone === 'unveil' || tone === 'weight')) return false;
  if (form !== 'verb' || type === 'act' || (type === 'attitude' && tone !== 'promise')) return false;
  return source !== null || tone === 'doubt' || tone === 'fact';
}

/** Forms that the attribution may have passed over, since each is a noun too or stands without a subject. */
const unread = wordList('verbs that point and claim');
const anUnread = bank().word(unread.has);

/** "Prosecutors claim the men were armed", "a statement claiming that …", "Pointing out that …". */
function unreadIn({ tokens, sentences }: Paragraph, read: readonly Standing[]): readonly Standing[] {
  const found: Standing[] = [];
  for (const [sentence, { firstToken, lastToken }] of sentences.entries()) {
    for (let verb = firstToken; verb < lastToken; verb++) {
      const word = wordAt(tokens, verb);
      if (!unread.has(word) || has(tokens, verb, Shape.quoted) || read.some((one) => one.verb === verb)) continue;
      const points = wordAt(tokens, verb + 1) === 'out';
      const next = points ? verb + 2 : verb + 1;
      const lemma = points ? 'point-out' : 'claim';
      if (points !== word.startsWith('point') || !isReport(tokens, verb, next, lastToken)) continue;
      found.push({ sentence, first: verb, verb, next, lemma, tone: points ? 'fact' : 'doubt', reports: true });
    }
  }
  return found;
}

/** A clause follows, and what stands before can be no article or number of a noun "claim". */
function isReport(tokens: Tokens, verb: number, next: number, limit: number): boolean {
  if (next > verb + 1) return wordAt(tokens, next) === 'that';
  const before = wordAt(tokens, verb - 1);
  // "states in the east, the largest among them, claim that"
  if (wordAt(tokens, verb).endsWith('ing') || before === ',') return opensReport(tokens, next, limit);
  // "prosecutors claim the men were armed", "which sources claim is safe"
  if (!speakers.has(before)) return false;
  return opensReport(tokens, next, limit) || statesClause(tokens, next, limit) || finite.has(wordAt(tokens, next));
}

const speakers = wordList('people who claim');
const finite = wordList('finite auxiliaries');

/** A turn of a transcript, its speaker before it: "[CRISTIANI] They claim …". The words are not ours to change. */
const isSpoken = ({ text }: Paragraph): boolean => /^\[[\p{L}. -]{2,40}\]/u.test(text);

function loadedVerb(paragraph: Paragraph, one: Standing): LoadedVerb {
  const { sentence, first, verb, next, lemma, tone, reports } = one;
  const { tokens, text, sentences } = paragraph;
  const span = spanOf(tokens, verb, next);
  const words = text.slice(span.start, span.end);
  const forms = verbFormOf(recordAt(tokens, verb))?.forms ?? 0;
  const said = inCaseOf(formOfSay(wordAt(tokens, verb), forms), words);
  const clauses = lemma.includes('-');
  // "hit back" may be told of now or of then
  const tells = !(forms & Form.base && forms & Form.past);
  const fits = reports && tells && takesSaid(paragraph, { first, verb, next, demands: lemma === 'insist', clauses });
  const listed = isListedVerb(paragraph, lemma);
  return { ...span, words, tone, listed, said, fits, ends: sentence === sentences.length - 1 };
}

const inCaseOf = (said: string, words: string): string => {
  if (words === words.toUpperCase()) return said.toUpperCase();
  return words.charAt(0) === words.charAt(0).toUpperCase() ? said.charAt(0).toUpperCase() + said.slice(1) : said;
};

function formOfSay(verb: string, forms: number): string {
  if (verb.endsWith('ing')) return 'saying';
  if (verb.endsWith('ed') || (forms & Form.past && !(forms & Form.base))) return 'said';
  return verb.endsWith('s') ? 'says' : 'say';
}
