// Evidence: what the story says for and against two near spellings being one name. Letters alone never decide: in edited copy
// three near pairs in four are two names (country and people, minister and ministry, two brothers).
import { wordList } from '../../lexicon/word-lists';
import { classOf, sameClass } from '../transliteration/given-names';
import { isStrictlySame, sharesFirstSound } from '../transliteration/likeness';
import type { Form, Occurrence } from './forms';
import { slipBetween } from '../transliteration/slips';
import { areFormedAlike, arePinyinApart, hasDemonymEnding, isPinyin } from './formation';
import { isListed, isTerm, verdict } from './gazetteer';
import { isForeignForm, isGivenName, isKind, isKnownName, isPlace, isProperAdjective } from './lists';
import { type Relation, relationOf } from './relation';

/** A pair that was brought together by its letters, with all that is known of it. */
export interface Pair {
  readonly a: Form;
  readonly b: Form;
  /** From {@link distance}. */
  readonly distance: number;
  /** Equal strict keys. */
  readonly strict: boolean;
  /** One name on its face: strict key of a romanised name, one given-name class, one gazetteer entry. */
  readonly same: boolean;
  /** Both read as romanised names. */
  readonly romanised: boolean;
  readonly relation: Relation;
  /** One of them also stands in lower case in the story, or is a plain word. */
  readonly word: boolean;
  readonly bothWords: boolean;
}

/** Letters that English does not put together so: sounds of Arabic and Persian, endings of Slavic and Caucasian names. */
const cues: readonly RegExp[] = [
  /kh|gh(?!t)[aeiou]|zh|dh(?!am|al)|q(?!u)|aa|ii|uu|jj/,
  /(?:eddin|uddin|ullah|allah|ollah|addin)e?$/,
  /(?:[a-z]{3}[oe]v|[a-z]{3}[oe]va|enko|[a-z]{3}sky|skiy|vich|vych|chuk)$/,
  /(?:shvili|adze|baev|bayev|oglu|zadeh|zada|nejad|abad)$/,
  /^(?:abd|abu[a-z]{3}|al[bdfghjkmnqrstwyz][aeiou]|mu[hst][aiy]|yev|zul|shai|shay|khal)/,
  /iy[aey]|yy|oui|ouss|a(?:ee|ei|ii)$/,
];

const looks = new Map<string, boolean>();
const KEEP = 20_000;

/** True where the word's own letters say that it was romanised, or a list does. */
export function looksRomanised(form: string): boolean {
  let answer = looks.get(form);
  if (answer === undefined) {
    if (looks.size >= KEEP) looks.clear();
    answer = classOf(form) !== undefined || isListed(form) || cues.some((cue) => cue.test(form));
    looks.set(form, answer);
  }
  return answer;
}

const known = new WeakMap<Form, boolean>();

/** True where the form reads as a romanised name, by itself or by the words beside it. */
function isRomanised(form: Form): boolean {
  let answer = known.get(form);
  if (answer === undefined) known.set(form, (answer = readsRomanised(form)));
  return answer;
}

const personal = /\b(?:al|el|bin|ibn|ben|ould)\b/;

const readsRomanised = ({ form, occurrences }: Form): boolean =>
  looksRomanised(form) ||
  occurrences.some(
    ({ word, words, mention }) =>
      word.article !== '' ||
      personal.test(mention.particles) ||
      words.some((w) => w.form !== form && (w.article !== '' || looksRomanised(w.form))),
  );

/** Introduced with a name before it: a surname. */
export const isIntroduced = ({ occurrences }: Form): boolean =>
  occurrences.some((o) => o.position > 0 && o.words.some((w, i) => i < o.position && !w.doubtful));

const civil = wordList('civil titles');

export const isPerson = (form: Form): boolean =>
  form.occurrences.some(({ position, words, mention }) => {
    if (position > 0) {
      const before = (words[position - 1] as { form: string }).form;
      return before.length === 1 || isGivenName(before);
    }
    const next = words[1];
    if (next && !isKind(next.form, 'company') && classOf(form.form) !== undefined) return true;
    return mention.titles.some((t) => civil.has(t));
  });

const isOnlyGiven = ({ occurrences }: Form): boolean =>
  occurrences.every(({ position, words }) => {
    const next = words[position + 1];
    return next !== undefined && !isKind(next.form, 'company');
  });

export const isOnlyListed = ({ occurrences }: Form): boolean => occurrences.every(({ mention }) => mention.listed);

export function shareSentence(a: Form, b: Form): boolean {
  const sentences = new Set(a.occurrences.map((o) => o.sentence));
  return b.occurrences.some((o) => sentences.has(o.sentence));
}

/**
 * In one sentence both in full, "Hamid Awadi and his brother Hamed Awadi", or the one bare and then the other in full, "Tarasenko is not
 * Andriy Taranenko": nobody introduces a person twice in one breath, nor after calling him by his surname. Or the one, later, as kin
 * of somebody named before: "Hamed Awadi, his cousin".
 */
export function areIntroducedAsTwo(a: Form, b: Form): boolean {
  if (isKinOf(a, b) || isKinOf(b, a)) return true;
  const bySentence = new Map<number, Occurrence[]>();
  for (const at of a.occurrences) bySentence.set(at.sentence, [...(bySentence.get(at.sentence) ?? []), at]);
  return b.occurrences.some((q) => bySentence.get(q.sentence)?.some((p) => introduceTwo(p, q)));
}

const isKinOf = (kin: Form, other: Form): boolean => {
  const [introduced] = kin.occurrences as readonly [Occurrence];
  return introduced.mention.kin && placeOf(other.occurrences[0] as Occurrence) < placeOf(introduced);
};

const introduceTwo = (p: Occurrence, q: Occurrence): boolean => {
  const [first, second] = placeOf(p) < placeOf(q) ? [p, q] : [q, p];
  return isInFull(second) && (isInFull(first) || isLastOf(second));
};

const placeOf = ({ base, word }: Occurrence): number => base + word.start;
const isInFull = ({ words }: Occurrence): boolean => words.length > 1;
const isLastOf = ({ position, words }: Occurrence): boolean => position === words.length - 1;

/** A surname given in full, and a look-alike that stands bare and once: "Tito Ayala", then "Ayal". */
export function isOrphan(good: Form, rare: Form): boolean {
  if (!isPerson(good) || rare.occurrences.length !== 1 || isIntroduced(rare) || isOnlyListed(rare)) return false;
  if ((isRomanised(good) || isRomanised(rare)) && areFormedAlike(good.form, rare.form, true)) return false;
  return !hasDemonymEnding(good.form, rare.form);
}

/** Letters between a full name and what may be the same name again, in one sentence: nearer, the two are told apart. */
const A_CLAUSE = 20;

/**
 * The one is never called by it alone, and the other never in full: "Yahya Sarea … Saree said". A full name that nobody takes up and a
 * surname that nobody brought in.
 */
export function areComplements(good: Form, rare: Form): boolean {
  if (!isPerson(good) || isPlace(rare.form) || !good.occurrences.every((at) => isInFull(at) && isLastOf(at)))
    return false;
  const [introduced] = good.occurrences as readonly [Occurrence];
  return rare.occurrences.every(
    (at) =>
      at.words.length === 1 &&
      !at.mention.listed &&
      at.mention.titles.length === 0 &&
      placeOf(at) >
        placeOf(introduced) + (at.sentence === introduced.sentence ? introduced.word.form.length + A_CLAUSE : 0),
  );
}

/** "Ana Torrell and her husband Luis Torell": kin of somebody has the family's name. */
export const areOneFamily = (good: Form, rare: Form): boolean =>
  [...good.occurrences, ...rare.occurrences].every((at) => (isInFull(at) ? isLastOf(at) : at.words.length === 1)) &&
  rare.occurrences.some(({ mention, words }) => mention.kinOf && words.length > 1);

/** One is introduced in full and the other not, or one is frequent and the other rare: the shape of a misspelling. */
const isAnchored = (a: Form, b: Form): boolean => {
  const [few, many] = [a.occurrences.length, b.occurrences.length].sort((x, y) => x - y) as [number, number];
  return isIntroduced(a) !== isIntroduced(b) || (many >= 3 && few <= 2);
};

const FAR = 0.65;
const WIDE = 0.3;
const ALIKE = 0.5;
const SHORT = 5;
const RELATED = 0.6;

/**
 * "Gail Mackenzie", and once a bare "McKenzie" whom nobody introduced: both are names, and still one of them is a slip. Only where
 * the two sound alike.
 */
const isSlipOfKnown = ({ a, b, distance: at }: Pair): boolean => at <= ALIKE && (isOrphan(a, b) || isOrphan(b, a));

type Veto = (pair: Pair) => boolean;
const shared = ({ relation }: Pair): boolean => relation === 'shared';
const own = (p: Pair): boolean => shared(p) || p.same;

/** What silences a pair, in order; the first that holds is the reason. */
const vetoes: readonly (readonly [string, Veto])[] = [
  ['pinyin', (p) => !p.same && areChinese(p.a, p.b)],
  ['far', (p) => !p.romanised && !shared(p) && p.distance > FAR],
  ['formation', isFormation],
  ['foreign form', (p) => !shared(p) && (isForeignForm(p.a.form) || isForeignForm(p.b.form))],
  ['two words', (p) => p.bothWords && !sameClass(p.a.form, p.b.form)],
  ['a word', (p) => p.word && !own(p)],
  ['introduced as two', (p) => areIntroducedAsTwo(p.a, p.b)],
  ['two known names', (p) => !own(p) && isKnownName(p.a.form) && isKnownName(p.b.form) && !isSlipOfKnown(p)],
  ['neighbours differ', (p) => p.relation === 'conflict'],
  ['first and last', (p) => p.relation === 'cross'],
  ['given name', isGivenOnly],
  ['relatives', areRelatives],
  ['one sentence', (p) => !shared(p) && shareSentence(p.a, p.b)],
  ['known name', isKnownAlone],
  [
    'known place',
    (p) => !own(p) && !p.romanised && !slipBetween(p.a.form, p.b.form) && (isPlace(p.a.form) || isPlace(p.b.form)),
  ],
  ['place and person', (p) => !own(p) && (isPlaceAndPerson(p.a, p.b) || isPlaceAndPerson(p.b, p.a))],
  ['company and person', (p) => !own(p) && (isCompanyAndPerson(p.a, p.b) || isCompanyAndPerson(p.b, p.a))],
  ['list', (p) => !own(p) && isOnlyListed(p.a) && isOnlyListed(p.b)],
  ['short', (p) => !own(p) && p.distance > WIDE && Math.min(p.a.form.length, p.b.form.length) < SHORT],
  ['first sound', (p) => !own(p) && p.distance > WIDE && !sharesFirstSound(p.a.form, p.b.form)],
];

/** Two words of pinyin, by their letters or by the Chinese family names before them: a letter apart, two names. */
export function areChinese(a: Form, b: Form): boolean {
  if (arePinyinApart(a.form, b.form)) return true;
  return [a, b].every((form) => form.occurrences.some(isBehindChinese) && isPinyin(form.form));
}

function isBehindChinese({ words, position }: Occurrence): boolean {
  return position === 1 && isKind((words[0] as { form: string }).form, 'chinese');
}

function isFormation(p: Pair): boolean {
  const { a, b } = p;
  if (p.same || (shared(p) && p.strict) || !areFormedAlike(a.form, b.form, p.romanised)) return false;
  return !((isOrphan(a, b) || isOrphan(b, a)) && !isPlace(a.form) && !isPlace(b.form));
}

function isGivenOnly({ a, b, relation, romanised, strict }: Pair): boolean {
  if (relation !== 'alone' || isOnlyGiven(a) === isOnlyGiven(b)) return false;
  if (classOf(a.form) !== undefined || classOf(b.form) !== undefined) return true;
  if (isBeforeArticle(a) || isBeforeArticle(b)) return true;
  return (isGivenName(a.form) && isGivenName(b.form)) || (romanised && !strict);
}

/** "Hammam al-Alil" is never called Hammam: what stands before an article is no short form. */
const isBeforeArticle = ({ occurrences }: Form): boolean =>
  occurrences.every(({ position, words }) => (words[position + 1]?.article ?? '') !== '');

/** Two first names before one surname: a family, unless the first names are all but the same. */
function areRelatives({ a, b, same, relation, distance: at }: Pair): boolean {
  return relation === 'shared' && !same && at > RELATED && isFirstOfTwo(a) && isFirstOfTwo(b);
}

const isFirstOfTwo = ({ occurrences }: Form): boolean =>
  occurrences.every(
    (o) => o.position === 0 && o.words.length === 2 && !isKind((o.words[1] as { form: string }).form, 'company'),
  );

function isKnownAlone({ a, b, relation, same }: Pair): boolean {
  return relation === 'alone' && !same && (isKnownName(a.form) || isKnownName(b.form)) && !isAnchored(a, b);
}

function isPlaceAndPerson(place: Form, person: Form): boolean {
  return isPlace(place.form) && isPerson(person);
}

/** "Exxon Corp", and the senator James Exon. */
const isCompanyAndPerson = (company: Form, person: Form): boolean =>
  isPerson(person) &&
  !isIntroduced(company) &&
  company.occurrences.some(({ words, position }) => isKind(words[position + 1]?.form ?? '', 'company'));

/** Why the pair stays silent, or nothing where the evidence holds. */
export const vetoOf = (pair: Pair): string | undefined => vetoes.find(([, holds]) => holds(pair))?.[0];

/** All that is known of two forms at that distance; `lower` says whether a word also stands in lower case in the story. */
export function pairOf(a: Form, b: Form, at: number, lower: (form: Form) => boolean): Pair {
  const strict = isStrictlySame(a.form, b.form);
  const romanisedA = isRomanised(a);
  const romanisedB = isRomanised(b);
  const listed = verdict(a.form, b.form) === 'same';
  return {
    a,
    b,
    distance: at,
    strict,
    same: listed || sameClass(a.form, b.form) || (strict && (romanisedA || romanisedB)),
    romanised: romanisedA && romanisedB,
    relation: relationOf(a, b),
    word: [a, b].some((form) => form.plain || isProperAdjective(form.form) || lower(form)),
    bothWords: a.plain && b.plain,
  };
}

/** "Ramzan Kadyrov" in a story about Ramadan: a listed word of the language is nobody's name. */
export const isTermAndPerson = (a: Form, b: Form): boolean =>
  isTerm(a.form) && isTerm(b.form) && isPerson(a) !== isPerson(b);
