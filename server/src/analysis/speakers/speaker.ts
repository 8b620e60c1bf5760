// Who a noun phrase names: a person, a role, an organisation, an outlet, a document, somebody unnamed, nobody in particular.
import { type WordList, wordList } from '../../lexicon/word-lists';
import { closedClass } from '../../language/closed-classes';
import { isGroupNoun } from '../../language/noun-phrases';
import { Class } from '../../language/word-classes';
import { recordAt, Shape } from '../../document/token';
import { perWord } from '../../document/word';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isPossessive, type ParagraphWords, shape, word } from '../attribution/scope';
import { isGivenName, isKind, isPlace, isSurname } from '../names/lists';
import { apposedBody, apposedName, endingName, givenName } from './apposed';
import { isName, isTitle, speaks } from './name-words';
import { bodyIn, joinsTwo, nameIn } from './names-in';
import { coreOf, headOf } from './noun-core';
import { bareOf, nounClasses, type Standing, standingOf } from './standing';

export type SpeakerKind =
  /** "Sergei Lavrov", "Lavrov", "the Red Cross". */
  | 'named'
  /** "the minister", "two Iraqi officials". */
  | 'role'
  /** "police", "the Syrian government". */
  | 'organisation'
  /** "al-Mayadeen TV", "local media". */
  | 'media'
  /** "the indictment", "a poll". */
  | 'document'
  | 'pronoun'
  /** "a source", "sources in the ministry". */
  | 'anonymous'
  /** "experts", "rights groups", "some". */
  | 'vague'
  | 'unknown';

/** A noun phrase, read as a speaker. */
export interface Speaking {
  readonly kind: SpeakerKind;
  /** As a ledger names it: without article, title and apposition where a name stands; the pronoun as written. */
  readonly name: string;
  /** The last noun of its core, lower case: "officials" in "two Iraqi officials in Basra". */
  readonly head: string;
  /** The noun phrase up to its first preposition or comma, its article left out, in tokens. */
  readonly core: Range;
  /** What a noun that no lexicon knows can be; of the others it says nothing. */
  readonly standing: Standing;
  /** A name stands somewhere in the whole phrase: a person's, a place's, an organisation's. */
  readonly hasName: boolean;
  /** More stands behind the core: "sources close to the talks", "Rita Sandoval, a dam engineer". */
  readonly tail: boolean;
  readonly plural: boolean;
}

/** Reads the noun phrase in tokens `[from, to)`. */
export function speakingOf(r: ParagraphWords, { from, to }: Range): Speaking {
  // "one of the sources" is a source
  if (word(r, from) === 'one' && word(r, from + 1) === 'of' && from + 2 < to)
    return speakingOf(r, apposedName(r, from + 2, to) ?? { from: from + 2, to });
  // "a number of engineers", "a growing chorus of critics" are engineers and critics
  const counted = to - from > 3 ? countedBehind(r, from, to) : undefined;
  if (counted !== undefined) return speakingOf(r, { from: counted, to });
  const core = coreOf(r, from, to);
  const head = headOf(r, core);
  const hasName = holdsName(r, { from, to });
  const isOwned = r.word[head]?.includes("'") === true;
  const areTwo = core.to - core.from > 2 && joinsTwo(r, core);
  const apparent = speakerKindOf(r, core, head, hasName);
  const told = toldByName(r, { from, to }, core, head, apparent);
  if (told) return { ...speakingOf(r, told), tail: true };
  const kind = apparent === 'role' && !hasName && isWithheld(r, core.to) ? 'anonymous' : apparent;
  const named = kind === 'named' && !areTwo ? nameIn(r, core) : kind === 'organisation' ? bodyIn(r, core) : core;
  return {
    kind,
    name: textOf(r, named),
    head: isOwned ? bareOf(word(r, head)) : word(r, head),
    core,
    standing: kind === 'unknown' ? standingOf(r, core, head) : 'people',
    hasName,
    tail: to > core.to,
    plural: isPlural(r, head) || areTwo,
  };
}

/** "A number of engineers", "a growing chorus of critics": where those who are so many begin. */
function countedBehind(r: ParagraphWords, from: number, to: number): number | undefined {
  if (!is(r, from, Class.article) || word(r, from) === 'the') return undefined;
  for (let i = from + 1; i <= from + COUNT_WITHIN && i + 2 < to; i++)
    if (manyOf.has(word(r, i))) return word(r, i + 1) === 'of' && !is(r, i + 2, Class.determiner) ? i + 2 : undefined;
  return undefined;
}

/** Tokens of "a large and growing number". */
const COUNT_WITHIN = 4;
const manyOf = wordList('nouns that count nobody');

/** The name that stands behind a noun for whoever bears it: "the head of the union, Ida Moll", "another, who gave her name as Rosa". */
function toldByName(
  r: ParagraphWords,
  { from, to }: Range,
  core: Range,
  head: number,
  kind: SpeakerKind,
): Range | undefined {
  if (to <= core.to) return undefined;
  if (oneOfMany.has(word(r, head))) return apposedName(r, core.to, to) ?? givenName(r, core.to, to);
  if (joinsTwo(r, core) || isPlural(r, head)) return undefined;
  if (kind === 'organisation')
    return apposedBody(r, core.to, to) ?? (isTitle(r, core.from) ? endingName(r, { from, to }, core) : undefined);
  // a noun that no lexicon knows: "the archdeacon, Paul Hale,"
  if (kind === 'unknown' || (kind === 'named' && !isName(r, head))) return apposedName(r, core.to, to);
  // "the Secretary of State for Work and Pensions Nina Moll"
  if (kind === 'named') return isTitle(r, core.from) ? endingName(r, { from, to }, core) : undefined;
  return kind === 'role' ? (apposedName(r, core.to, to) ?? endingName(r, { from, to }, core)) : undefined;
}

/** One of those spoken of before: who it is, stands behind it. */
const oneOfMany = new Set(['one', 'another']);

/** Tokens behind a noun phrase within which a reason for its missing name stands. */
const WITHHELD_WITHIN = 12;

/** "A person familiar with the matter", "an official, speaking on condition of anonymity": the name is kept back. */
function isWithheld(r: ParagraphWords, from: number): boolean {
  for (let i = from; i < from + WITHHELD_WITHIN && word(r, i) !== '' && word(r, i) !== '.'; i++) {
    const next = word(r, i + 1);
    if (word(r, i) === 'anonymity' || (i === from && keptBack.get(word(r, i))?.has(next))) return true;
    // "asked not to be named", "declined to be identified"
    if (word(r, i) === 'be' && (next === 'named' || next === 'identified' || next === 'quoted')) return true;
  }
  return false;
}

/** "Familiar with", "briefed on", "with knowledge": the word and what stands behind it. */
const keptBack: ReadonlyMap<string, WordList> = new Map([
  ['familiar', wordList('behind familiar')],
  ['briefed', wordList('behind briefed')],
  ['close', wordList('behind close')],
  ['with', wordList('behind with')],
]);

function textOf(r: ParagraphWords, { from, to }: Range): string {
  const start = r.tokens.start[from] ?? 0;
  const end = r.tokens.end[to - 1] ?? start;
  const text = r.paragraph.text.slice(start, end);
  return text.endsWith("'s") || text.endsWith('’s') ? text.slice(0, -2) : text;
}

function holdsName(r: ParagraphWords, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isName(r, i)) return true;
  return false;
}

function speakerKindOf(r: ParagraphWords, core: Range, head: number, hasName: boolean): SpeakerKind {
  const single = core.to - core.from === 1;
  const classes = r.word[head]?.includes("'") ? nounClasses(r, head) : (r.classes[head] ?? 0);
  if (single && classes & (Class.subject | Class.object | Class.possessive) && !(classes & Class.people))
    return isLetters(r, head) ? 'named' : 'pronoun';
  if (classes & Class.anonymous) return 'anonymous';
  if (isOutlet(r, core, head)) return 'media';
  if (isName(r, head) && (!(classes & speaks) || isSurnameHere(r, core, head))) return 'named';
  if (classes & Class.document) return 'document';
  if (classes & Class.weasel && !hasName && isNobody(r, core)) return 'vague';
  if (single && indefinite.has(word(r, head))) return 'vague';
  if (classes & Class.body) return 'organisation';
  // a name before a thing is not the thing's: "Saturday night's loss", "the Trump biographies"
  return classes & (Class.person | Class.people) ? 'role' : 'unknown';
}

/** "Mr. Singer", "Rosa Bishop": a noun for somebody that stands where a surname does. */
const isSurnameHere = (r: ParagraphWords, { from }: Range, head: number): boolean => {
  if (!isCapital(r, head) || head === 0 || isPlural(r, head)) return false;
  const before = word(r, head - 1) === '.' ? head - 2 : head - 1;
  if (civil.has(bareTitle(word(r, before)))) return true;
  if (before < from || !isCapital(r, before) || !isSurname(word(r, head))) return false;
  // "Congressman Bishop", but "Secretary General"
  return isTitle(r, before) ? !isKind(word(r, head), 'title') : isGivenName(word(r, before));
};

const civil = wordList('titles of address');
const bareTitle = (w: string): string => (w.endsWith('.') ? w.slice(0, -1) : w);

/** "WHO", "US": letters, and no pronoun. */
const isLetters = (r: ParagraphWords, i: number): boolean =>
  !r.paragraph.allCaps && word(r, i).length > 1 && shape(r, i, Shape.allCaps);

const indefinite = wordList('indefinite people');

const outlets = wordList('outlets called by one word');
const properMast = wordList('mastheads that are nobody');

/** "Lom Herald", "local newspapers"; "the police agency" is a body. */
function isOutlet(r: ParagraphWords, { from }: Range, head: number): boolean {
  const w = word(r, head);
  if (head === from && isCapital(r, head) && !r.paragraph.allCaps && outlets.has(w)) return true;
  // "Fox News", "the Dessa Star"; "Belle Star" is somebody
  if (is(r, head, Class.masthead)) {
    const isProper = properMast.has(w) || is(r, from - 1, Class.article) || isPlace(word(r, from));
    return head > from && isName(r, head) && isCapital(r, head - 1) && isProper;
  }
  if (!is(r, head, Class.outlet)) return false;
  if (!is(r, head, Class.body | Class.document)) return true;
  return head > from && (is(r, head - 1, Class.outlet | Class.masthead) || (isName(r, head) && isName(r, head - 1)));
}

/** Plural and bare. "The experts" were named before, "two experts" are two, "the firm's analysts" are the firm's. */
function isNobody(r: ParagraphWords, { from, to }: Range): boolean {
  if (!isPlural(r, to - 1) || is(r, from - 1, Class.article)) return false;
  for (let i = from; i < to; i++) {
    if (shape(r, i, Shape.number) || numbers.has(word(r, i)) || isPossessive(r, i)) return false;
    if (is(r, i, Class.possessive) || definite.has(word(r, i))) return false;
  }
  return true;
}

const numbers = wordList('small numerals');
export const isNumeral = (w: string): boolean => numbers.has(w);
const definite = wordList('definite quantifiers');

const alwaysPlural = (w: string): boolean => isGroupNoun(w) || alwaysSeveral.has(w);
const alwaysSeveral = closedClass('words for several');

/** The noun at `i` is several. A capital in -s is a name: "Hughes"; but "the Palestinians". */
export function isPlural(r: ParagraphWords, i: number): boolean {
  const plural = pluralOf(recordAt(r.tokens, i));
  if (plural !== 'in -s') return plural === 'always' || is(r, i, Class.people);
  return is(r, i, Class.people) || !isName(r, i) || word(r, i - 1) === 'the';
}

const pluralOf = perWord((w) => {
  if (alwaysPlural(w) || w.endsWith('men') || w.endsWith('women')) return 'always';
  return w.length > 3 && /s$/.test(w) && !/(?:'|s|u|i)s$/.test(w) ? 'in -s' : undefined;
});
