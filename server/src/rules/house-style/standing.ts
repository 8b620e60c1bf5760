// Standing: whether what an entry replaces is meant where it stands, and what would stand there then: case, article, sign.
import { isNounAt, type Replaced } from '../../analysis/usage/other-word';
import { inCaseOf } from '../../analysis/usage/phrases';
import {
  hasArticle,
  type OtherWays,
  standingAt,
  waysOfOther,
  waysWithArticle,
  withoutArticle,
} from '../../analysis/usage/own-article';
import type { Paragraph } from '../../document/paragraph';
import type { Story } from '../../document/story';
import { has, Shape } from '../../document/token';
import { isPlainWord } from '../../lexicon/plain-words';
import { numeralAt } from '../../language/numerals';
import type { Span } from '../../text/span';
import { standsAsWord } from '../../text/words';
import { isLetters, isSameWord, mayGoUnseen } from '../respelled';
import { type StyleEntry, isCapitals } from './entries';

/** Whether the house's word may take the place of the one there, and nobody has to think of what it does to the sentence. */
export function isMeantBy(
  { form, capitals, stopped }: StyleEntry,
  written: string,
  text: string,
  allCaps: boolean,
): boolean {
  // of the base's own forms a slip of the pen alone is no word: "towed the line" may be meant, and of barges
  if (!form)
    return lettersOf(written) === lettersOf(text) || (!JOINED.test(written) && !isPlainWord(written.toLowerCase()));
  // "State" for "state": the capital is a name's, or the word is another; letters say the less in a line of them. "AIDS" is no "aids"
  const isShouted = isCapitals(written) && !allCaps && text !== text.toLowerCase();
  const isOther = (capitals === true && !isShouted) || (allCaps && isLetters(text) && !stopped);
  return form.bulk === true || (mayGoUnseen(form, written, text) && !(isOther && isPlainWord(written.toLowerCase())));
}

/** "Eye witness", "eye-witness". */
const JOINED = /[\s-]/;
const lettersOf = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase();

/** How the text may stand there: with which article. */
export function waysAt(
  facts: Paragraph,
  at: Span,
  text: string,
  { form, other }: StyleEntry,
): OtherWays & { readonly fits?: false } {
  const standing = standingAt(facts, at);
  const written = facts.text.slice(at.start, at.end);
  const plain = { article: 0, texts: [text] };
  if (hasArticle(text, written)) return { article: 0, texts: waysWithArticle(facts, standing, text) };
  // "the Persian Gulf" for "the Gulf": its article is the same
  if (!form || other === 'head' || isSameWord(form, written, text)) return plain;
  if (!CAPITALISED_ALL.test(written) || !CAPITALISED_ALL.test(form.prefer)) return plain;
  const ways = waysOfOther(facts, standing, text);
  return form.bulk && !ways.texts.length ? { ...plain, fits: false } : ways;
}

const CAPITALISED_ALL = /^\p{Lu}/u;

/** Whether the house's word is the one that stands there, and no other of its letters. */
export const fitsAt = (facts: Paragraph, first: number, replaced: Replaced = 'respelled'): boolean =>
  replaced === 'respelled' ||
  (replaced === 'measure' && isBehindNumber(facts, first)) ||
  (replaced === 'noun' && isNounAt(facts, first));

export function inCaseFor(value: StyleEntry, written: string, initial: boolean, allCaps: boolean): string {
  const { prefer, acronym, capitals, listed, small } = value;
  // "the bloc" for "the European Union", "website" for "Web site": the capital was that of the form there
  if ((listed || small === false) && !capitals && !allCaps && prefer === prefer.toLowerCase())
    return asListed(prefer, initial);
  if (acronym && !allCaps) return asListed(prefer, initial);
  if (capitals) return asPreferred(prefer, written, initial);
  // "TV", "PM": capitals of an acronym are none of a name
  const short = isCapitals(written) && written.length > 1 && written.length < 4;
  if (short && prefer === prefer.toLowerCase()) return allCaps ? prefer.toUpperCase() : asListed(prefer, initial);
  return inCaseOf(prefer, written, initial);
}

/** "5 AM", "11:30 pm", "noon"; "1010 AM" is on the radio. */
export const isBehindHour = (facts: Paragraph, first: number, at: number): boolean =>
  isBehindNumber(facts, first) && !/\d{3}\s?$/.test(facts.text.slice(Math.max(0, at - LONGEST_HOUR), at));
const LONGEST_HOUR = 6;

export const isBehindNumber = ({ tokens }: Paragraph, first: number): boolean =>
  has(tokens, first - 1, Shape.number) || numeralAt(tokens, first - 1) !== undefined;

/** "PEARL HARBOR", in a line of capitals: what is a word and what a name only the copy below tells, or a number before it. */
export const isToldInProse = ({ prose }: Story, facts: Paragraph, first: number, written: string): boolean =>
  isBehindNumber(facts, first) || standsAsWord(prose, written.toLowerCase());

/** "&", "%", "#": no letters, and a sign of its own or one that the house spells in letters. A stop or a dash that stays a mark is none. */
export const isSign = (written: string, prefer: string): boolean =>
  !LETTERS.test(written) && (LETTERS.test(prefer) || /^[\p{S}&%#@*/\\§¶†‡]+$/u.test(written));
const LETTERS = /[\p{L}\p{N}]/u;

/**
 * A sign stands for its word where that word could stand: behind another word, with white space on both sides. Grown together with
 * anything it is part of a code, a name, an address: "&mdash;", "%20", "C#", "a && b". At a line's start it is a mark: "# Head".
 */
export const standsApart = (text: string, { start, end }: Span): boolean =>
  !isAmongFigures(text, { start, end }) &&
  /[^\s\ufffc]\s$/.test(text.slice(Math.max(0, start - 2), start)) &&
  !/[\n\r]/.test(text.charAt(start - 1)) &&
  /^["”’')\]]?[.,;:!?]?["”’')\]]?(?:\s|$)/.test(text.slice(end, end + 4));

/** "Procter & Gamble": between capitals a sign is a name's. */
export const joinsNames = (text: string, { start, end }: Span): boolean =>
  /\s/.test(text.charAt(start - 1)) &&
  /\p{Lu}/u.test(lastWordIn(text.slice(Math.max(0, start - LONGEST_NAME), start - 1))) &&
  /^\s\p{Lu}/u.test(text.slice(end, end + 2));
const LONGEST_NAME = 40;
const lastWordIn = (text: string): string => text.split(/[^\p{L}’'.]/u).at(-1) ?? '';

/** "€ 5", "2 + 3": its word would stand elsewhere, or in no copy. */
const isAmongFigures = (text: string, { start, end }: Span): boolean =>
  /^\s?\.?\d/.test(text.slice(end, end + 3)) &&
  (/\p{Sc}/u.test(text.slice(start, end)) ||
    (/[\d%)]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && text.charAt(start) !== '&'));

/** A common word within a name keeps the name's spelling: Haj Omran is a village, the Pearl Harbor base a base. */
export function isInName({ text, tokens }: Paragraph, first: number, end: number, prefer: string): boolean {
  if (prefer !== prefer.toLowerCase() || !has(tokens, first, Shape.capital)) return false;
  const before = first - 1;
  const joined = has(tokens, before, Shape.capital) && !has(tokens, before, Shape.initial);
  if (joined && !has(tokens, first, Shape.initial) && tokens.end[before] === (tokens.start[first] as number) - 1)
    return true;
  return /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** "attorney generals’ offices": the mark behind an s would stand behind another letter, and say nothing there. */
export const losesPossessive = (prose: string, { end }: Span, text: string): boolean =>
  /^['’](?![\p{L}\p{N}])/u.test(prose.slice(end, end + 2)) &&
  /s$/i.test(prose.slice(end - 1, end)) &&
  !/s$/i.test(text);

/** A capital at a sentence's start and a line of capitals say nothing. */
const asPreferred = (prefer: string, written: string, initial: boolean): string =>
  isCapitals(written) && written.length > 1 ? written : asListed(prefer, initial);

/** The form as the house has it, with a capital where a sentence begins. */
const asListed = (prefer: string, initial: boolean): string =>
  initial ? prefer.charAt(0).toUpperCase() + prefer.slice(1) : prefer;

/** The longer form is there already, with its article or without: "Lom harbour", where the house writes that for "harbour". */
export const standsInFull = (prose: string, place: Span, prefer: string): boolean =>
  isPartOf(prose, place, prefer) || isPartOf(prose, place, withoutArticle(prefer));

function isPartOf(prose: string, { start, end }: Span, prefer: string): boolean {
  const at = prefer.toLowerCase().indexOf(prose.slice(start, end).toLowerCase());
  if (at < 0 || prefer.length === end - start) return false;
  return prose.slice(Math.max(0, start - at), start - at + prefer.length).toLowerCase() === prefer.toLowerCase();
}

/** A name is meant only by a capital: "noble price" is no Nobel Prize. */
export const isMeant = (prefer: string, written: string): boolean =>
  prefer === prefer.toLowerCase() || written !== written.toLowerCase();
