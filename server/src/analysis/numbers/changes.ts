// Changes told with both ends: "rose 12 percent to $112 million from $100 million". The three numbers must agree.
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber, figures } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { data as changeLines } from '../../lexicon/numbers/changes.tsv';
import { stepOf } from './precision';
import { type Quantity, quantitiesIn, quantitiesOf } from '../../language/quantities';

export interface Change {
  readonly direction: 'up' | 'down';
  readonly to: Quantity;
  readonly from: Quantity;
  /** How much it is said to have changed, where that is said: percent, or in the unit of both ends. */
  readonly by?: Quantity;
  /** `direction`: it rose to less. `amount`: the difference is another. */
  readonly fault?: 'direction' | 'amount';
  /** The change that both ends make: percent where `by` is, else in their unit. */
  readonly real: number;
}

/** "Rose", "fell". */
const aChange = figures.word((word) => directions().has(word));

/** In order of place, right or wrong. Only exact numbers, and nothing inside quotation marks. */
export const changesOf = perParagraphWith([aChange, aNumber], [], (paragraph: Paragraph): readonly Change[] =>
  inSentences(paragraph, (sentence) => changesIn(paragraph, sentence)),
);

/** Tokens between the verb and the last of the numbers, at most. */
const TOLD_WITHIN = 22;

function changesIn(p: Paragraph, { firstToken, lastToken }: Sentence): readonly Change[] {
  const { tokens } = p;
  const found: Change[] = [];
  for (let i = firstToken; i < lastToken; i++) {
    const direction = has(tokens, i, Shape.quoted) ? undefined : directions().get(wordAt(tokens, i));
    if (direction === undefined) continue;
    const end = Math.min(lastToken, i + TOLD_WITHIN);
    const numbers = quantitiesIn(p, { firstToken: i + 1, lastToken: end });
    const change = read(p, direction, i, numbers);
    if (change) found.push(change);
  }
  return found;
}

/** "rose [by] A to B from C", "rose to B from C", "rose from C to B": the first numbers behind the verb, each where it should be. */
function read(
  p: Paragraph,
  direction: Change['direction'],
  verb: number,
  numbers: readonly Quantity[],
): Change | undefined {
  const [first, second, third] = numbers;
  if (!first || turnsAgain(p, verb, first)) return undefined;
  const by = linkBefore(p, verb, first) === 'by' ? first : undefined;
  const [one, two] = by ? [second, third] : [first, second];
  const ends = one && endsOf(p, by ? by.last - 1 : verb, one, two);
  if (!ends || (by && !isPlain(p, by)) || isOtherScale(ends.to, ends.from)) return undefined;
  if (mayBeYear(ends.to) && mayBeYear(ends.from)) return undefined;
  const told = by ?? amountBehind(p, direction, Math.max(ends.to.last, ends.from.last));
  return judge(p, { direction, ...ends, ...(told && { by: told }) });
}

/** "…, an increase of 6", "…, a 50 percent rise": the difference told once more behind both ends. */
function amountBehind(p: Paragraph, direction: Change['direction'], behind: number): Quantity | undefined {
  const { tokens } = p;
  const { at } = quantitiesOf(p);
  let i = behind;
  while (i < behind + UNIT_WORDS && has(tokens, i, Shape.word) && !links.has(wordAt(tokens, i))) i++;
  if (!/^(?:,|--|–|—|\()$/.test(wordAt(tokens, i)) || !/^an?$/.test(wordAt(tokens, i + 1))) return undefined;
  const before = at.get(i + 2);
  const noun = before ? before.last : i + 2;
  if (directions().get(wordAt(tokens, noun)) !== direction) return undefined;
  const by = before ?? (wordAt(tokens, noun + 1) === 'of' ? at.get(noun + 2) : undefined);
  // "an increase of two points", "of 5 on the month": of something else
  return by && isPlain(p, by) && amountEnds.has(wordAt(tokens, before ? noun + 1 : by.last)) ? by : undefined;
}

/** What may stand behind such an amount where it is of both ends. */
const amountEnds = wordList('ends of an amount');

/** Both ends of the change, with what stands behind token `behind`; of one kind, and none of them vague. */
function endsOf(
  p: Paragraph,
  behind: number,
  one: Quantity,
  two: Quantity | undefined,
): Pick<Change, 'to' | 'from'> | undefined {
  const link = linkBefore(p, behind, one);
  const { upTo, ...least } = one;
  // "from 12,000 to 14,000" is read as a range
  if (upTo !== undefined && link === 'from')
    return isPlain(p, least) ? { from: least, to: { ...least, value: upTo } } : undefined;
  if (!two || !isPlain(p, one) || !isPlain(p, two) || (one.kind !== two.kind && !isMoney(one, two))) return undefined;
  const then = linkBefore(p, one.last - 1, two);
  if (link === 'to' && then === 'from') return { to: one, from: two };
  return link === 'from' && then === 'to' ? { to: two, from: one } : undefined;
}

/** "increased demand, driving the cost down to …": the numbers belong to the later word. */
const turnsAgain = ({ tokens }: Paragraph, verb: number, { first }: Quantity): boolean =>
  tokens.word.slice(verb + 1, first).some((word) => directions().has(word));

/** "to 64 mln dlrs from 55 mln": the currency stands once. */
const isMoney = (...both: readonly Quantity[]): boolean =>
  both.every(({ kind }) => kind === 'money' || kind === 'count');

/** What stands before a number: "to", "from", or nothing but "by": the amount. A unit of a word or two may stand between. */
function linkBefore({ tokens }: Paragraph, behind: number, { first }: Quantity): 'to' | 'from' | 'by' | undefined {
  const between = tokens.word.slice(behind + 1, first).filter((word) => !filler.has(word));
  const link = between.at(-1);
  if (between.length > UNIT_WORDS + 1) return undefined;
  if (link === 'to' || link === 'at') return isUnit(between) ? 'to' : undefined;
  if (link === 'from') return isUnit(between) ? link : undefined;
  return between.length === 0 || (between.length === 1 && link === 'by') ? 'by' : undefined;
}

/** "barrels a day", "tonnes": what stands before the link. */
const isUnit = (between: readonly string[]): boolean =>
  between.slice(0, -1).every((word) => /^[\p{L}%.-]+$/u.test(word) && !links.has(word));
const UNIT_WORDS = 3;
const filler = wordList('fillers before a figure');
const links = wordList('links between figures');

/** "from 1989 to 2013" */
const mayBeYear = ({ value }: Quantity): boolean => value >= 1800 && value <= 2100;

const isPlain = ({ tokens }: Paragraph, { first, kind, vague, bound, upTo, value }: Quantity): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'percent') &&
  !vague &&
  bound === undefined &&
  upTo === undefined &&
  value > 0 &&
  !has(tokens, first, Shape.quoted) &&
  !/^[-–]/.test(wordAt(tokens, first - 1));

/** "to 5.2 from 4.9 billion": one of the two leaves its "billion" to the other. */
const FAR = 20;
const isOtherScale = (a: Quantity, b: Quantity): boolean => a.value > b.value * FAR || b.value > a.value * FAR;

function judge(p: Paragraph, told: Omit<Change, 'fault' | 'real'>): Change | undefined {
  const { direction, to, from, by } = told;
  const [least, most] = [to.value - stepOf(p, to) / 2, to.value + stepOf(p, to) / 2];
  const [low, high] = [from.value - stepOf(p, from) / 2, from.value + stepOf(p, from) / 2];
  const risen = to.value - from.value;
  // as exact as each other, they are compared as they stand
  const alike = stepOf(p, to) === stepOf(p, from);
  if (direction === 'up' ? (alike ? risen < 0 : most < low) : alike ? risen > 0 : least > high)
    return { ...told, fault: 'direction', real: risen };
  // "fell two percent to 4.1 percent" may be points
  if (!by || to.kind === 'percent') return { ...told, real: risen };
  const share = by.kind === 'percent';
  if (!share && (!isMoney(by, to) || (isOtherScale(by, to) && by.value > to.value))) return undefined;
  // of a few people or ships nobody rounds
  if (!share && [to, from, by].every((q) => q.kind === 'count' && Number.isInteger(q.value) && q.value < COUNTED))
    return { ...told, ...(Math.abs(risen) !== by.value && { fault: 'amount' as const }), real: Math.abs(risen) };
  const ends = share ? [least / high - 1, most / low - 1].map((x) => x * 100) : [least - high, most - low];
  const sizes = ends.map((x) => (direction === 'up' ? x : -x)).sort((a, b) => a - b) as [number, number];
  const slack = stepOf(p, by) * (share ? SLACK_PERCENT : 1);
  const agrees = by.value >= sizes[0] - slack && by.value <= sizes[1] + slack;
  return {
    ...told,
    ...(!agrees && { fault: 'amount' as const }),
    real: share ? (Math.abs(risen) / from.value) * 100 : Math.abs(risen),
  };
}

/** Counted one by one, below it. */
const COUNTED = 100;

/** Percentages are taken of numbers before they were rounded. */
const SLACK_PERCENT = 1;

let known: ReadonlyMap<string, Change['direction']> | undefined;

const directions = (): ReadonlyMap<string, Change['direction']> =>
  (known ??= new Map(
    changeLines.split('\n').flatMap((line) => {
      const [direction, words = ''] = line.split('\t');
      return words.split(' ').map((word) => [word, direction as Change['direction']] as const);
    }),
  ));
