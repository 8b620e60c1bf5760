// Totals behind their parts: "nine men and four women, 15 people in all". A total named as one, and the numbers before it.
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber, figures } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { wordAt } from '../../document/token';
import { type Division, isExact, type SumPart, roundingOf } from './parts';
import { stepOf } from './precision';
import { type Quantity, quantitiesIn } from '../../language/quantities';

/** "A total of", "in all", "altogether". */
const aTotal = figures.word((word) => word === 'total' || word === 'all' || word === 'altogether');

/** In order of place. Where only some of the numbers before make the total, these are its parts. */
export const totalsBehindOf = perParagraphWith([aTotal, aNumber], [], (paragraph: Paragraph): readonly Division[] =>
  inSentences(paragraph, (sentence) => {
    const figures = quantitiesIn(paragraph, sentence);
    const ofKind = new Map<Quantity['kind'], Quantity[]>();
    return figures.flatMap((total) => {
      const before = ofKind.get(total.kind) ?? [];
      // one more than may be parts is as good as all
      if (before.length <= MOST) ofKind.set(total.kind, [...before, total]);
      if (!isCalledTotal(paragraph, total)) return [];
      if (before.length < LEAST || before.length > MOST || !before.every((part) => isExact(paragraph, part))) return [];
      if (tellsMore(paragraph, sentence, total)) return [];
      const parts = before.map((part) => ({ ...part, step: stepOf(paragraph, part) }));
      return divisionOf(total, parts, roundingOf(paragraph, total, parts));
    });
  }),
);

const LEAST = 2;
const MOST = 4;

function divisionOf(total: Quantity, parts: readonly SumPart[], rounding: number): Division[] {
  const sum = parts.reduce((made, { value }) => made + value, 0);
  if (sum > total.value * FAR || total.value > sum * FAR) return [];
  return [{ total, parts, sum, agrees: makes(parts, total.value, rounding) }];
}

/** Times that a slip may make of the sum: beyond it, the numbers are not of one whole. */
const FAR = 1.6;

/** Two or more of the parts are the total: the others tell of something else. */
function makes(parts: readonly SumPart[], total: number, rounding: number): boolean {
  const values = parts.map(({ value }) => value);
  for (let chosen = 1; chosen < 1 << values.length; chosen++) {
    const sum = values.reduce((made, value, i) => (chosen & (1 << i) ? made + value : made), 0);
    if (Math.abs(sum - total) <= rounding) return true;
  }
  return false;
}

/** "15 people in all", "a total of 15". "Bringing the total to 15" counts what was told before as well. */
function isCalledTotal(p: Paragraph, total: Quantity): boolean {
  const phrase = (from: number, ...words: readonly string[]): boolean =>
    words.every((word, i) => wordAt(p.tokens, from + i) === word);
  if (phrase(total.first, 'a', 'total', 'of')) return isExact(p, { ...total, bound: undefined });
  if (!isExact(p, total)) return false;
  for (let at = total.last; at <= total.last + NOUN_WITHIN; at++)
    if (phrase(at, 'altogether') || phrase(at, 'in', 'all') || phrase(at, 'in', 'total')) return true;
  return false;
}

/** Words of a total's noun, at most: "15 young people in all". */
const NOUN_WITHIN = 2;

/** Words by which others are counted in, or some are counted twice. */
const more = wordList('words that count others in');

const tellsMore = ({ tokens }: Paragraph, { firstToken, lastToken }: Sentence, total: Quantity): boolean =>
  tokens.word.slice(firstToken, Math.min(lastToken, total.last + 4)).some((word) => more.has(word));
