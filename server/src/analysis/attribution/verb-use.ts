// Is this word a verb here, and how is it used? "The report says" against "two reports", "a man named Said", "Port Said".
// Told from the words right beside it: that alone is worth four points of macro-F1 on hand-annotated news.
import { wordList } from '../../lexicon/word-lists';
import { Form, isParticipleOnly } from '../../language/morphology';
import { Class, isBe } from '../../language/word-classes';
import { Frame, type Verb } from './lexicon';
import { beforeAdverbs } from './phrase';
import { is, isCapital, isComma, isDash, isMark, isPossessive, isQuoted, type Scope, shape, word } from './scope';
import { subjectOf } from './subject';
import { Shape } from '../../document/token';

/** finite: "said", "has said", "would say" · infinitive: "to say" · passive: "was told" · participle: "saying". */
export type VerbUse = 'finite' | 'infinitive' | 'passive' | 'participle';

/** How the verb at `i` is used, or undefined where it is no verb. */
export function verbUse(s: Scope, i: number, verb: Verb): VerbUse | undefined {
  if (isName(s, i)) return undefined;
  if (verb.forms & Form.ing) return participleUse(s, i);
  if (verb.forms & Form.past) return pastUse(s, i, verb);
  if (verb.forms & Form.base) return bareUse(s, i, verb);
  return thirdPersonUse(s, i, verb);
}

/** "Saad Said", "Port Said", "the Justice Report": a capital among capitals is a name. */
function isName(s: Scope, i: number): boolean {
  if (isState(s, i)) return true;
  if (!isCapital(s, i) || s.headline) return false;
  if (s.paragraph.allCaps) return false;
  if (shape(s, i, Shape.initial)) return isCapital(s, i + 1) && is(s, i + 2, Class.auxiliary);
  const before = isCapital(s, i - 1) && !isMark(s, i - 1);
  // "…," Crow told reporters
  const speaks = ((s.verbs[i + 1]?.forms ?? 0) & (Form.past | Form.third)) !== 0;
  return before || speaks || isCapital(s, i + 1) || !isQuoted(s, i - 1);
}

/** "the United States", "the State Department": in a headline the capital tells nothing. */
const isState = (s: Scope, i: number): boolean =>
  states.has(word(s, i)) && (namesStates.has(word(s, i - 1)) || namedState.has(word(s, i + 1)));

const states = new Set(['state', 'states']);
const namesStates = wordList('words that make a state a name');
const namedState = wordList('what is named behind state');

const beforeVerb = (s: Scope, i: number): number => beforeAdverbs(s, i - 1);

function participleUse(s: Scope, i: number): VerbUse | undefined {
  const p = beforeVerb(s, i);
  const n = word(s, i + 1);
  if (p >= s.first) {
    if (is(s, p, Class.possessive | Class.article) || deadParticiples.has(word(s, p))) return undefined;
    const nominal = is(s, i - 2, Class.determiner);
    if (nominal && (is(s, i + 1, Class.preposition) || (isMark(s, i + 1) && n !== ':' && n !== ','))) return undefined;
  }
  // "the drug was promising" promises nothing
  if (
    adjectives.has(word(s, i)) &&
    is(s, p, Class.copula) &&
    (i + 1 >= s.last || isMark(s, i + 1) || is(s, i + 1, Class.preposition | Class.conjunction))
  )
    return undefined;
  return notParticiples.has(word(s, i)) && !isBe(word(s, p)) ? undefined : 'participle';
}

const deadParticiples = new Set(['without', 'regarding']);
const adjectives = wordList('adjectives in -ing');
/** Prepositions and nouns in the shape of a participle. */
const notParticiples = wordList('no participles in -ing');

const getting = wordList('forms of get');
/** "stands accused" */
const standing = wordList('forms of stand');
const standsSo = wordList('participles behind stand');

function pastUse(s: Scope, i: number, verb: Verb): VerbUse | undefined {
  const p = beforeVerb(s, i);
  const before = p >= s.first;
  if (before && (isBe(word(s, p)) || getting.has(word(s, p)))) return 'passive';
  if (before && standing.has(word(s, p)) && standsSo.has(word(s, i))) return 'passive';
  if (before && is(s, p, Class.have)) return 'finite';
  const named = isPossessive(s, p) && isCapital(s, p) && (verb.frames & Frame.any) !== 0;
  if (before && !named && isAttributive(s, p) && !isMark(s, i + 1) && !is(s, i + 1, Class.preposition))
    return undefined;
  if (word(s, i + 1) === 'by' && before && !media.has(word(s, i + 2))) return 'passive';
  if (verb.forms & Form.base && is(s, p, Class.modal)) return 'infinitive';
  return isParticipleOnly(word(s, i)) ? undefined : 'finite';
}

/** "said by telephone" */
const media = wordList('media of speech');

/** "the accused man", "his alleged role", "of planned cuts": an adjective. */
const isAttributive = (s: Scope, p: number): boolean => {
  const w = word(s, p);
  if (is(s, p, Class.determiner) && !bareDemonstratives.has(w) && !quantities.has(w)) return true;
  return is(s, p, Class.possessive) || (is(s, p, Class.preposition) && w !== 'to') || isPossessive(s, p);
};

const bareDemonstratives = new Set(['that', 'this']);
const quantities = wordList('quantifiers');
const demonstratives = wordList('demonstratives');
const helpers = wordList('words before a bare verb');

function bareUse(s: Scope, i: number, verb: Verb): VerbUse | undefined {
  const p = beforeVerb(s, i);
  if (p < s.first) return undefined;
  const w = word(s, p);
  if (w === 'to') return 'infinitive';
  if (is(s, p, Class.modal | Class.subject) || isFutureContraction(w)) return 'finite';
  if (helpers.has(w) && !verb.nounish) return 'finite';
  if (isMark(s, p)) return verb.nounish ? undefined : 'finite';
  if ((is(s, p, Class.determiner) && !demonstratives.has(w)) || isPossessive(s, p) || is(s, p, Class.preposition))
    return undefined;
  if (isPlural(s, p) || (isCapital(s, p) && word(s, p - 1) === 'and')) {
    const stops = isComma(s, i + 1) || i + 2 >= s.last;
    const aside = stops && (verb.frames & Frame.clause) !== 0 && is(s, p, Class.document) && endsAside(s, i);
    const pictured = documentVerbs.has(verb.lemma) && is(s, p, Class.document);
    return !verb.nounish || pictured || takesObject(s, i + 1) || verb.prepositions.has(word(s, i + 1)) || aside
      ? 'finite'
      : undefined;
  }
  if (verb.nounish) return documentSpeaks(s, i) && takesObject(s, i + 1) ? 'finite' : undefined;
  return 'finite';
}

/** "Satellite images show three runways": what a text or a picture does. */
const documentVerbs = wordList('verbs of documents');

const isFutureContraction = (w: string): boolean => w.endsWith("'ll") || w.endsWith("'d");

const isPlural = (s: Scope, i: number): boolean => {
  const w = word(s, i);
  if (is(s, i, Class.people)) return true;
  return w.length > 2 && w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us') && !w.endsWith('is');
};

/** What begins an object or a clause, and cannot follow a noun. */
const takesObject = (s: Scope, i: number): boolean =>
  is(s, i, Class.object | Class.subject | Class.determiner | Class.question) || word(s, i) === 'to' || isCapital(s, i);

/** True where the subject of the verb at `i` is a document: "the poll shows". */
export function documentSpeaks(s: Scope, i: number): boolean {
  const { phrase } = subjectOf(s, i);
  if (!phrase) return false;
  for (let k = phrase.from; k < phrase.to; k++) if (is(s, k, Class.document)) return true;
  return false;
}

const thirdPersons = wordList('third persons');

function thirdPersonUse(s: Scope, i: number, verb: Verb): VerbUse | undefined {
  const p = beforeVerb(s, i);
  const w = word(s, p);
  if (!verb.nounish) {
    return p >= s.first && is(s, p, Class.determiner) && !demonstratives.has(w) ? undefined : 'finite';
  }
  // "leaked documents show"
  if (is(s, i, Class.document) && documentVerbs.has(s.verbs[i + 1]?.lemma ?? '')) return undefined;
  // "unconfirmed reports said": what has its own verb behind it is the subject
  if (p < s.first || (is(s, i + 1, Class.finite | Class.past) && !isMark(s, i + 1))) return undefined;
  if (thirdPersons.has(w)) return 'finite';
  if (w === 'and' || w === 'that') return takesObject(s, i + 1) || word(s, i + 1) === 'for' ? 'finite' : undefined;
  if (isMark(s, p))
    return closesApposition(s, p) && takesObject(s, i + 1) && !isPossessive(s, i + 1) ? 'finite' : undefined;
  if (
    is(s, p, Class.determiner | Class.possessive | Class.preposition) ||
    isPossessive(s, p) ||
    shape(s, p, Shape.number)
  ) {
    return undefined;
  }
  if (isBare(s, p)) return undefined;
  const n = word(s, i + 1);
  if (n === ':') return isCapital(s, p) ? 'finite' : undefined;
  const stops = isMark(s, i + 1) && !isQuoted(s, i + 1);
  const document = is(s, p, Class.document);
  if (n === 'of') return undefined;
  if (stops) {
    const speaker = document || isCapital(s, p) || is(s, p, Class.person | Class.body | Class.outlet);
    return speaker && verb.frames & (Frame.any | Frame.clause) && endsAside(s, i) ? 'finite' : undefined;
  }
  if (document && !is(s, i + 1, Class.preposition)) return 'finite';
  if (!isCapital(s, p) && !is(s, p, Class.person | Class.body | Class.outlet) && !shows(s, i, verb)) return undefined;
  if (takesObject(s, i + 1) || n === 'for' || isQuoted(s, i + 1) || verb.prepositions.has(n)) return 'finite';
  return isCapital(s, p) && !is(s, i + 1, Class.preposition) ? 'finite' : undefined;
}

const LONGEST_COMPOUND = 4;

/** "on press reports", "central bank figures": a thing that is counted and has no article is part of a longer noun. */
function isBare(s: Scope, p: number): boolean {
  if (s.headline || isCapital(s, p) || isPlural(s, p) || is(s, p, Class.document)) return false;
  for (let i = p; i > p - LONGEST_COMPOUND && i >= s.first; i--) {
    if (isCapital(s, i) || is(s, i, Class.determiner | Class.possessive) || isPossessive(s, i)) return false;
    if (isMark(s, i) || is(s, i, Class.preposition | Class.auxiliary | Class.conjunction)) return true;
  }
  return false;
}

/** "The survey of 900 homes shows": a document's verb, far from its noun. "Estimates of claims" are no claiming. */
const shows = (s: Scope, i: number, verb: Verb): boolean =>
  (verb.frames & Frame.clause) !== 0 && (verb.frames & Frame.any) === 0 && documentSpeaks(s, i);

/** "…, Reuters reports." "The army, the poll shows, …": the subject stands behind a comma, the verb before a stop. */
function endsAside(s: Scope, i: number): boolean {
  const { phrase } = subjectOf(s, i);
  return (
    phrase !== undefined &&
    (isComma(s, phrase.from - 1) || isQuoted(s, phrase.from - 1) || is(s, phrase.to - 1, Class.document))
  );
}

const closesApposition = (s: Scope, i: number): boolean =>
  isComma(s, i) || isDash(s, i) || word(s, i) === ')' || isQuoted(s, i);
