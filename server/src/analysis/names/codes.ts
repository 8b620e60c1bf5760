// Codes: letters in copy that name nobody. A party and a state in brackets, "(R-Ohio)", a district, "(TX-15)", a stock's symbol, "<ARK.N>", a
// fiscal year, a state behind a town, "Dessa, CA".
import type { Paragraph } from '../../document/paragraph';
import { Shape } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { isPlace } from './lists';

/** True where the token `i` is a code, or part of one. */
export function isCode(p: Paragraph, i: number, word: string): boolean {
  const { tokens, text } = p;
  const start = tokens.start[i] as number;
  const end = tokens.end[i] as number;
  if (word.includes('-')) return isParty(word, text, start) || isDistrict(word, text, start, end);
  if (p.allCaps) return false;
  const bits = tokens.shape[i] as number;
  if (text.charCodeAt(start - 2) === COMMA && bits & Shape.capital && isState(word)) return true;
  if (word.length !== 1 && !(bits & Shape.allCaps)) return false;
  return FISCAL_YEAR.test(word) || isSymbol(text, start, end);
}

const COMMA = 44;

const FISCAL_YEAR = /^fy\d{2,4}$/;

/** "R-Ohio", "D-Calif.", "I-Vt", "D-NV-04" behind a bracket or a comma. */
function isParty(word: string, text: string, start: number): boolean {
  const parts = PARTY.exec(word);
  if (!parts || !opens(text, start)) return false;
  const [, state = ''] = parts;
  return states.has(state) || isPlace(state) || state === 'n' || state === 's' || state === 'w';
}

const PARTY = /^[rdi]-([a-z]{1,14})(?:\.|-\d{1,2})?$/;
const states = wordList('states in short');

/** "TX-15", "CA-36": all of a bracket. */
const isDistrict = (word: string, text: string, start: number, end: number): boolean =>
  DISTRICT.test(word) && (text.charAt(start - 1) === '(' || text.charAt(end) === ')');

const DISTRICT = /^[a-z]{2}-(?:\d{1,2}|al)$/;

/** "Dessa, CA", "Plano, Tex.": a state in short, behind a town's comma. */
const isState = (word: string): boolean => states.has(word.endsWith('.') ? word.slice(0, -1) : word);

const opens = (text: string, start: number): boolean =>
  '(['.includes(text.charAt(start - 1) || ' ') || (text.charAt(start - 1) === ' ' && text.charAt(start - 2) === ',');

/** Symbols are this long at most, with the exchange's behind a stop. */
const LONGEST_SYMBOL = 10;

/** "<ARK>", "<ARK.N>", "(ARK.N)": capitals without a blank up to the mark on either side; in round brackets with an exchange. */
function isSymbol(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST_SYMBOL && inSymbol(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST_SYMBOL && inSymbol(text.charCodeAt(to))) to++;
  const [open, close] = [text.charAt(from - 1), text.charAt(to)];
  if (open === '<' && close === '>') return true;
  return open === '(' && close === ')' && EXCHANGE.test(text.slice(from, to));
}

const EXCHANGE = /^[A-Z]{1,5}\.[A-Z]{1,3}$/;

/** A capital, a figure or the stop between. */
const inSymbol = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 46;
