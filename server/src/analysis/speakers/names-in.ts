// Names inside a noun phrase for whoever speaks: "Russian Foreign Minister Sergei Lavrov" is Sergei Lavrov; and whether "and" joins two who speak.
import { Class } from '../../language/word-classes';
import { wordList } from '../../lexicon/word-lists';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isPossessive, type ParagraphWords, word } from '../attribution/scope';
import { isGivenName } from '../names/lists';
import { isName, isTitle, particles } from './name-words';

/** The name in "Russian Foreign Minister Sergei Lavrov": what stands behind the last title. */
export function nameIn(r: ParagraphWords, { from, to }: Range): Range {
  let first = to - 1;
  while (first > from && isNamePart(r, first - 1)) first--;
  while (first < to - 1 && is(r, first, Class.preposition)) first++;
  return { from: first, to };
}

/** "In a related development Arkel Corp": where a body's name ends in a capital, it begins with one. */
export function bodyIn(r: ParagraphWords, core: Range): Range {
  let from = core.to - 1;
  if (!isName(r, from)) return core;
  while (from > core.from && (isCapital(r, from - 1) || (isCapital(r, from - 2) && from - 2 >= core.from))) from--;
  return { from, to: core.to };
}

function isNamePart(r: ParagraphWords, i: number): boolean {
  if (isPossessive(r, i) || isTitle(r, i)) return false;
  // "Missouri Republican Roy Blunt"
  if (partisans.has(word(r, i)) && isGivenName(word(r, i + 1)) && isCapital(r, i + 2)) return false;
  return isCapital(r, i) || (word(r, i) === 'of' && isCapital(r, i + 1)) || particles.has(word(r, i));
}

const partisans = wordList('one of a party');

export function joinsTwo(r: ParagraphWords, core: Range): boolean {
  for (let i = core.from + 1; i < core.to - 1; i++) if (word(r, i) === 'and') return !isOneWithTwoOffices(r, core, i);
  return false;
}

/** "Arkel chairman and chief executive Rosa Adler": two offices, and one who holds both. "The mayor and Rosa Adler" are two. */
const isOneWithTwoOffices = (r: ParagraphWords, { from, to }: Range, and: number): boolean =>
  isName(r, to - 1) &&
  !isTitle(r, to - 1) &&
  isTitle(r, and - 1) &&
  (!isCapital(r, and + 1) || (isTitle(r, and + 1) && !is(r, from - 1, Class.article)));
