// The years of a life and of a rule: "born in 1950, he died in 2010, aged 70"; "led the party from 1990 to 2010, for 12 years".
import { perParagraphWith } from '../../document/gates';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { wordAt } from '../../document/token';
import { aNumber, figures, isPrecise, type Quantity, quantitiesIn } from '../../language/quantities';

/** Offsets relative to the paragraph. */
export interface SpanOfYears {
  readonly from: Quantity;
  readonly to: Quantity;
  /** The years told; absent where the second year comes before the first. */
  readonly told?: Quantity;
}

const aBound = figures.word((word) => word === 'from' || word === 'born');

/** Those whose years do not go together. Nothing inside quotation marks. */
export const spansThatDiffer = perParagraphWith([aBound, aNumber], [], (p: Paragraph): readonly SpanOfYears[] =>
  inSentences(p, (sentence) => {
    const numbers = quantitiesIn(p, sentence).filter((q) => isPrecise(p.tokens, { ...q, upTo: undefined }));
    return [...livesIn(p, sentence, numbers), ...reignsIn(p, numbers)];
  }),
);

/** Tokens between "born" or "died" and its year: "died on May 2," */
const NEAR = 7;

function livesIn(p: Paragraph, { firstToken, lastToken }: Sentence, numbers: readonly Quantity[]): SpanOfYears[] {
  const find = (verb: string): number => p.tokens.word.indexOf(verb, firstToken);
  const [born, died] = [find('born'), find('died')];
  if (born < 0 || died < 0 || born > died || died >= lastToken) return [];
  const yearBehind = (at: number, limit: number) =>
    numbers.find(({ kind, first }) => kind === 'year' && first > at && first - at <= NEAR && first < limit);
  const [from, to] = [yearBehind(born, died), yearBehind(died, lastToken)];
  if (!from || !to) return [];
  const years = to.value - from.value;
  if (years < 0) return [{ from, to }];
  const told = numbers.find((q) => isAge(p, q) && q.first > died);
  // who has not had a birthday yet is a year younger
  return told && told.value !== years && told.value !== years - 1 ? [{ from, to, told }] : [];
}

/** "aged 70", "at the age of 70". */
const isAge = ({ tokens }: Paragraph, { first, kind }: Quantity): boolean =>
  kind === 'age' ||
  (kind === 'count' &&
    (wordAt(tokens, first - 1) === 'aged' ||
      (wordAt(tokens, first - 1) === 'of' && wordAt(tokens, first - 2) === 'age')));

/** "from 1990 to 2010", and the years right before or right behind it. */
function reignsIn(p: Paragraph, numbers: readonly Quantity[]): SpanOfYears[] {
  return numbers.flatMap((from, i): SpanOfYears[] => {
    const ends = spanAt(p, from, numbers[i + 1]);
    if (!ends) return [];
    const told = [numbers[i - 1], numbers[i + (from.upTo === undefined ? 2 : 1)]].find(
      (q) => q && isYearsBeside(p, q, ends),
    );
    const years = ends.to.value - ends.from.value;
    return told && Math.abs(told.value - years) > 1 ? [{ ...ends, told }] : [];
  });
}

/** "from 1990 to 2010": one range, or two numbers. */
function spanAt(
  { tokens }: Paragraph,
  from: Quantity,
  next: Quantity | undefined,
): Pick<SpanOfYears, 'from' | 'to'> | undefined {
  if (wordAt(tokens, from.first - 1) !== 'from' || !isYear(from)) return undefined;
  const { upTo, ...start } = from;
  if (upTo !== undefined) return { from: start, to: { ...start, value: upTo } };
  if (!next || !isYear(next)) return undefined;
  const between = tokens.word.slice(from.last, next.first);
  return between.length === 1 && /^(?:to|until|till)$/.test(between[0] ?? '') && next.value > from.value
    ? { from, to: next }
    : undefined;
}

const isYear = ({ kind, value }: Quantity): boolean =>
  kind === 'year' || (kind === 'count' && value >= 1800 && value <= 2100);

/** "for 12 years, from 1990 …", "… to 2010, a 12-year rule": nothing but that between. */
function isYearsBeside({ tokens }: Paragraph, told: Quantity, { from, to }: Pick<SpanOfYears, 'from' | 'to'>): boolean {
  if (told.kind !== 'count' || told.upTo !== undefined) return false;
  const unit = wordAt(tokens, told.last);
  if (unit !== 'years' && !/^-?year/.test(unit)) return false;
  const between =
    told.first < from.first ? tokens.word.slice(told.last + 1, from.first - 1) : tokens.word.slice(to.last, told.first);
  return between.every((word) => /^(?:,|for|a|an|--|–|—|\(|or)$/.test(word)) && between.length <= 3;
}
