// What single words of a noun phrase are: a name, a title, a particle inside a name, a noun for somebody who speaks.
import { Class, classOf } from '../../language/word-classes';
import { Shape } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { is, isCalled, isCapital, type ParagraphWords, shape, word } from '../attribution/scope';
import { isPlace } from '../names/lists';
import { isOrdinary } from './by-name';

/** True where a capital proves a name: not the first word of a sentence, if that is a plain word. */
export function isName(r: ParagraphWords, i: number): boolean {
  if (!isCapital(r, i)) return false;
  if (isCalled(r, i)) return true;
  if (is(r, i, Class.determiner | Class.subject | Class.preposition)) return false;
  // "Tuesday", "When" in a headline: a capital, and no name
  if (is(r, i, Class.time | Class.question | Class.conjunction) && !shape(r, i, Shape.allCaps)) return false;
  if (!shape(r, i, Shape.initial) || isMonthName(r, i)) return true;
  return !isOrdinary(word(r, i)) || isPlace(word(r, i));
}

/** "May said": a month's letters, and read as a name. */
const isMonthName = (r: ParagraphWords, i: number): boolean =>
  (classOf(word(r, i)) & Class.time) !== 0 && !is(r, i, Class.time);

/** "Minister", "Gov.", "Secretary-General", "President-elect". */
export function isTitle(r: ParagraphWords, i: number): boolean {
  if (is(r, i, Class.title | Class.person)) return true;
  const w = word(r, i);
  const part = w.slice(w.lastIndexOf('-') + 1);
  return part !== w && ((classOf(part) & Class.person) !== 0 || part === 'designate' || part === 'elect');
}

/** Nouns for whoever can speak: "minister", "ministry", "daily", "report", "residents". */
export const speaks = Class.person | Class.body | Class.outlet | Class.document | Class.people;

/** "de", "bin" inside a name. */
export const particles = wordList('name particles');
