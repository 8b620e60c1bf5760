// Another word: an entry that replaces a common word by another one, or by a spelling that is only the noun's, "autumn" for "fall", "cheque"
// for "check", does not fit wherever the letters stand: prices fall, and police check a car.
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { Class, classesOf, classOf, JOINING_OR_VERBAL } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import { areOneTerm } from './terms';

/** What an entry does to a common word: `respelled` fits everywhere, `measure` behind a number, `noun` where one surely stands, `unsure` nowhere unseen. */
export type Replaced = 'respelled' | 'measure' | 'noun' | 'unsure';

/** @param instead as the entry has it. */
export function replacedAs(prefer: string, instead: string): Replaced {
  // a parking meter keeps its letters in every house
  if (METER.test(instead)) return 'measure';
  if (!areSpellings(prefer, instead) && isOfGrammar(prefer, instead)) return 'unsure';
  if (!/^\p{Ll}+$/u.test(instead) || !isPlainWord(instead)) return 'respelled';
  if (twoSenses.has(instead)) return 'unsure';
  if (areSpellings(prefer, instead) || prefer.toLowerCase().endsWith(` ${instead}`)) return 'respelled';
  return verbForm(instead) || isNear(prefer, instead) ? 'unsure' : 'noun';
}

/** A programme on the air, and a program that a computer runs. */
const twoSenses = wordList('words that one of two spellings has another sense of');

/** "Over", "since", "need to", "due to": what holds a sentence together has other meanings, and what stands round it goes with it. */
function isOfGrammar(prefer: string, instead: string): boolean {
  if (
    instead !== instead.toLowerCase() ||
    !/\p{L}/u.test(instead) ||
    prefer.replaceAll('.', '') === instead.replaceAll('.', '')
  )
    return false;
  const [first, more] = instead.split(' ');
  if (more === undefined) return isSmall(first) || isSmall(prefer);
  return instead.endsWith(' to') && !prefer.endsWith('to') && isSmall(prefer);
}

const isSmall = (word = ''): boolean => (classOf(word) & (JOINING_OR_VERBAL | Class.determiner)) !== 0;

const METER = /^meters?$/;

/** British and American, either way: grey and gray, programme and program, centre and center. */
export function areSpellings(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return areOneTerm(one, other) || levelled(one) === levelled(other);
}

/** The letters in which the two ways to spell differ, in one of them. */
const levelled = (word: string): string =>
  SPELLINGS.reduce((text, [from, to]) => text.replaceAll(from, to), word.replaceAll('-', ''));

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['aeroplane', 'airplane'],
  ['ellery', 'elry'],
  ['inium', 'inum'],
  ['plough', 'plow'],
  ['mould', 'mold'],
  ['moult', 'molt'],
  ['ongst', 'ong'],
  ['idst', 'id'],
  ['ilst', 'ile'],
  ['our', 'or'],
  ['tre', 'ter'],
  ['bre', 'ber'],
  ['mme', 'm'],
  ['ogue', 'og'],
  ['ae', 'e'],
  ['oe', 'e'],
  ['yse', 'yze'],
  ['ys', 'yz'],
  ['is', 'iz'],
  ['ll', 'l'],
  ['grey', 'gray'],
  ['sceptic', 'skeptic'],
  ['fence', 'fense'],
  ['ageing', 'aging'],
];

/** A spelling that is kept for one of the word's meanings: storey, tyre, kerb, licence, cheque. */
const isNear = (a: string, b: string): boolean =>
  a.charAt(a.length - 1) === b.charAt(b.length - 1) || a.slice(0, NEAR) === b.slice(0, NEAR);
const NEAR = 2;

/** Right behind a word that has no verb behind it: "the truck", "two trucks", "by truck", and not "they truck", "to truck". */
export function isNounAt({ tokens }: Paragraph, first: number): boolean {
  const before = wordAt(tokens, first - 1);
  if (before === 'to' || before === 'her') return false;
  return has(tokens, first - 1, Shape.number) || (classesOf(recordAt(tokens, first - 1)) & BEFORE_NOUN) !== 0;
}

const BEFORE_NOUN = Class.article | Class.determiner | Class.possessive | Class.preposition | Class.be;
