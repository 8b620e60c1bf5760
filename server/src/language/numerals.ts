// Numerals: a number in digits or words with its value, before anybody asks what it counts: "30,000", "seventeen", "dozens",
// "a third of", "10 to 15".
import { has, recordAt, Shape, type Tokens, wordAt } from '../document/token';
import { perWord } from '../document/word';
import { numberLexicon } from '../lexicon/numbers/load';

/** A number as read. Its kind is told where the form alone tells it. */
export interface Numeral {
  readonly value: number;
  readonly last: number;
  readonly upTo?: number;
  readonly vague?: boolean;
  readonly kind?: 'share' | 'percent' | 'money' | 'ordinal' | 'age' | 'time' | 'score';
}

/** The number that begins at the token, both ends of a range as one. */
export function numeralAt(tokens: Tokens, i: number): Numeral | undefined {
  const number = numberAt(tokens, i);
  return number && withRange(tokens, number);
}

/** "Seven", "seven-day". */
export function beginsWithNumber(word: string): boolean {
  const { starts } = numberLexicon();
  if (starts.has(word)) return true;
  const hyphen = word.indexOf('-');
  return hyphen > 0 && starts.has(word.slice(0, hyphen));
}

/** "10 to 15", "10 - 15", "between 10 and 15": both ends as one quantity. */
function withRange(tokens: Tokens, number: Numeral): Numeral {
  const link = wordAt(tokens, number.last);
  if (number.kind === 'ordinal' || number.upTo !== undefined || !/^(?:to|or|-|–)$/.test(link)) return number;
  const upper = numberAt(tokens, number.last + 1);
  if (!upper || upper.kind === 'ordinal' || upper.vague || !(upper.value > number.value)) return number;
  return { ...number, ...(upper.kind && { kind: upper.kind }), upTo: upper.value, last: upper.last };
}

const numberAt = (tokens: Tokens, i: number): Numeral | undefined =>
  has(tokens, i, Shape.number) ? figureAt(tokens, i) : wordsAt(tokens, i);

/** A word in digits as it is written: its sign, its number or both ends of a range, and what is grown together with it. */
interface Figure {
  readonly sign: string;
  readonly value: number;
  readonly upTo: number | undefined;
  readonly suffix: string;
}

const figureOf = perWord((word): Figure | undefined => {
  const figure = FIGURE.exec(word);
  if (!figure) return undefined;
  const [, sign = '', digits = '', upper, suffix = ''] = figure;
  return { sign, value: numeral(digits), upTo: upper === undefined ? undefined : numeral(upper), suffix };
});

const FIGURE = /^([^\d]{0,3})(\d[\d,]*(?:\.\d+)?)(?:[-–](\d[\d,]*(?:\.\d+)?))?[-–]?([\p{L}%][\p{L}%-]*)?$/u;
const numeral = (digits: string): number => Number(digits.replaceAll(',', ''));

/** A number in digits: "30,000", "$1.8bn", "10-15", "21st", "52-year-old". */
function figureAt(tokens: Tokens, i: number): Numeral | undefined {
  const word = wordAt(tokens, i);
  if (word.includes(':')) return { value: Number.NaN, last: i + 1, kind: 'time' };
  const figure = figureOf(recordAt(tokens, i));
  if (!figure) return undefined;
  const { sign, suffix } = figure;
  let { value, upTo } = figure;
  let last = i + 1;
  if (upTo !== undefined && upTo <= value) return { value, last, kind: 'score' };
  if (/^(?:st|nd|rd|th)$/.test(suffix)) return { value, last, kind: 'ordinal' };
  if (suffix.startsWith('year-old')) return { value, last, kind: 'age' };
  if (suffix === '%') return { value, last, kind: 'percent', ...(upTo !== undefined && { upTo }) };
  const scale = scaleOf(suffix) ?? (suffix ? undefined : scaleOf(wordAt(tokens, last)));
  if (suffix && scale === undefined) return undefined;
  if (scale !== undefined) {
    value *= scale;
    if (upTo !== undefined) upTo *= scale;
    if (!suffix) last++;
  }
  const money = /[$£€¥]/.test(sign) && ({ kind: 'money' } as const);
  return { value, last, ...money, ...(upTo !== undefined && { upTo }) };
}

const scaleOf = (word: string): number | undefined =>
  // "mln." at a sentence's end reads as an abbreviation
  word === 'k' ? 1000 : word === '' ? undefined : numberLexicon().words.get(word.replace(/\.$/, ''))?.get('scale');

/** A number in words: "seventeen", "two hundred and fifty", "dozens", "tens of thousands", "a third of". */
function wordsAt(tokens: Tokens, i: number): Numeral | undefined {
  return shareAt(tokens, i) ?? cardinalAt(tokens, i) ?? vagueAt(tokens, i) ?? ordinalAt(tokens, i);
}

function kindsAt(tokens: Tokens, i: number) {
  return numberLexicon().words.get(wordAt(tokens, i));
}

function cardinalAt(tokens: Tokens, first: number): Numeral | undefined {
  let i = first;
  let total = 0;
  let current = 0;
  let read = false;
  if (isArticle(wordAt(tokens, i)) && kindsAt(tokens, i + 1)?.has('scale')) {
    current = 1;
    i++;
  }
  for (; i < tokens.length; i++) {
    const plain = smallNumber(wordAt(tokens, i));
    const scale = kindsAt(tokens, i)?.get('scale');
    if (plain !== undefined) {
      if (read && current % 100 !== 0) break;
      current += plain;
    } else if (scale !== undefined && (read || current) && wordAt(tokens, i).length > 2) {
      if (scale >= 1000) {
        total += (current || 1) * scale;
        current = 0;
      } else current = (current || 1) * scale;
    } else if (
      !(read && wordAt(tokens, i) === 'and' && smallNumber(wordAt(tokens, i + 1)) !== undefined && current >= 100)
    )
      break;
    read = true;
  }
  return read ? { value: total + current, last: i } : undefined;
}

/** "seven", "seventeen", "seventy", "seventy-one"; not "one" in "one of", which counts nothing. */
function smallNumber(word: string): number | undefined {
  const { words } = numberLexicon();
  const dash = word.indexOf('-');
  if (dash > 0) {
    const tens = words.get(word.slice(0, dash))?.get('tens');
    const digit = words.get(word.slice(dash + 1))?.get('digit');
    return tens !== undefined && digit !== undefined ? tens + digit : undefined;
  }
  const kinds = words.get(word);
  return kinds?.get('digit') ?? kinds?.get('teen') ?? kinds?.get('tens');
}

function vagueAt(tokens: Tokens, first: number): Numeral | undefined {
  const i = isArticle(wordAt(tokens, first)) ? first + 1 : first;
  if (wordAt(tokens, i) === 'tens' && wordAt(tokens, i + 1) === 'of') return vagueScale(tokens, i + 2, 10);
  const value = kindsAt(tokens, i)?.get('vague');
  if (value === undefined) return undefined;
  // "a few hundred", "several dozen", "hundreds of thousands"
  const scale = scaleOf(wordAt(tokens, i + 1));
  if (scale !== undefined && wordAt(tokens, i + 1).length > 2)
    return { value: value * scale, last: i + 2, vague: true };
  if (wordAt(tokens, i + 1) === 'of') {
    const more = vagueScale(tokens, i + 2, value / 2);
    if (more) return more;
    if (i > first || value >= 24) return { value, last: i + 2, vague: true };
  }
  return { value, last: i + 1, vague: true };
}

function vagueScale(tokens: Tokens, i: number, times: number): Numeral | undefined {
  const scale = scaleOf(wordAt(tokens, i).replace(/s$/, ''));
  return wordAt(tokens, i).endsWith('s') && scale !== undefined
    ? { value: times * 2 * scale, last: wordAt(tokens, i + 1) === 'of' ? i + 2 : i + 1, vague: true }
    : undefined;
}

/** "half of", "a third of", "three quarters of", "two-thirds", "one in five". */
function shareAt(tokens: Tokens, i: number): Numeral | undefined {
  const { words } = numberLexicon();
  const word = wordAt(tokens, i);
  const dash = word.indexOf('-');
  if (dash > 0) {
    const share = words.get(word.slice(dash + 1))?.get('share');
    const times = words.get(word.slice(0, dash))?.get('digit');
    if (share !== undefined && times !== undefined) return { value: share * times, last: i + 1, kind: 'share' };
  }
  if (word === 'half') {
    const next = wordAt(tokens, i + 1);
    if (isArticle(next)) {
      const scale = scaleOf(wordAt(tokens, i + 2));
      if (scale !== undefined) return { value: scale / 2, last: i + 3 };
    }
    return next === 'of' || next === 'the' ? { value: 0.5, last: i + 1, kind: 'share' } : undefined;
  }
  const times = isArticle(word) ? 1 : (words.get(word)?.get('digit') ?? undefined);
  if (times === undefined) return undefined;
  const share = kindsAt(tokens, i + 1)?.get('share');
  if (share !== undefined && wordAt(tokens, i + 2) === 'of')
    return { value: share * times, last: i + 2, kind: 'share' };
  const out =
    wordAt(tokens, i + 1) === 'out' && wordAt(tokens, i + 2) === 'of' ? 3 : wordAt(tokens, i + 1) === 'in' ? 2 : 0;
  const whole =
    out && !isArticle(word) ? (smallNumber(wordAt(tokens, i + out)) ?? Number(wordAt(tokens, i + out))) : Number.NaN;
  return whole > times && whole <= 1000 ? { value: times / whole, last: i + out + 1, kind: 'share' } : undefined;
}

function ordinalAt(tokens: Tokens, i: number): Numeral | undefined {
  const value = kindsAt(tokens, i)?.get('ordinal');
  return value === undefined ? undefined : { value, last: i + 1, kind: 'ordinal' };
}

export const isArticle = (word: string): boolean => word === 'a' || word === 'an';
