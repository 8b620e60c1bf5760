// A share told beside its count: "50 of the 200 workers, or 30 percent". The two must be the same.
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { inSentences, type Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { aNumber, aPercentage, isPrecise, type Quantity, quantitiesIn } from '../../language/quantities';
import { stepOf } from './precision';

/** Offsets relative to the paragraph. */
export interface ShareOfCount {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly share: Quantity;
  /** Percent that the part is of the whole. */
  readonly real: number;
}

/**
 * Shares that do not fit the count beside them: "50 of the 200 workers, or 30 percent". Only exact numbers, only where rounding
 * does not explain it, and nothing inside quotation marks.
 */
export const sharesThatDiffer = perParagraphWith([aPercentage, aNumber], [], (p: Paragraph): readonly ShareOfCount[] =>
  inSentences(p, (sentence) => {
    const numbers = quantitiesIn(p, sentence);
    return numbers.flatMap((share, i) => {
      const [one, other] = [numbers[i - 2], numbers[i - 1]];
      if (share.kind !== 'percent' || !one || !other || ![one, other, share].every((q) => isPrecise(p.tokens, q)))
        return [];
      const both = partOfWhole(p, one, other) ?? partOfWholeBehind(p, one, other);
      if (!both || !isBeside(p, other, share)) return [];
      const real = (both.part.value / both.whole.value) * 100;
      return real <= 100 && Math.abs(real - share.value) > slackOf(p, share) ? [{ ...both, share, real }] : [];
    });
  }),
);

type Both = Pick<ShareOfCount, 'part' | 'whole'>;

/** Letters of words between a number and the next. */
const NOUN_WITHIN = 4;

const areCounts = (...both: readonly Quantity[]): boolean =>
  both.every(({ kind, value }) => kind === 'count' && value > 0);

/** "50 of the 200 workers". */
function partOfWhole({ tokens }: Paragraph, part: Quantity, whole: Quantity): Both | undefined {
  const of = [part.last, part.last + 1].find((i) => wordAt(tokens, i) === 'of');
  if (of === undefined || !areCounts(part, whole)) return undefined;
  return isOnly(tokens.word.slice(of + 1, whole.first)) ? { part, whole } : undefined;
}

/** "Of the 200 workers, 50". */
function partOfWholeBehind({ tokens }: Paragraph, whole: Quantity, part: Quantity): Both | undefined {
  const of = [whole.first - 1, whole.first - 2].find((i) => wordAt(tokens, i) === 'of');
  if (of === undefined || !areCounts(part, whole) || !isOnly(tokens.word.slice(of + 1, whole.first))) return undefined;
  return wordAt(tokens, part.first - 1) === ',' && part.first - whole.last <= NOUN_WITHIN + 1
    ? { part, whole }
    : undefined;
}

const articles = wordList('wholes of a share');
const isOnly = (words: readonly string[]): boolean =>
  words.length === 0 || (words.length === 1 && articles.has(words[0] ?? ''));

/** ", or 30 percent", "(30 percent)", "— 30% —": right behind the count and its noun, and of nothing else. */
function isBeside({ tokens }: Paragraph, { last }: Quantity, share: Quantity): boolean {
  let i = last;
  while (i < last + NOUN_WITHIN && has(tokens, i, Shape.word) && !joints.has(wordAt(tokens, i))) i++;
  if (wordAt(tokens, i) === ',') i++;
  return joints.has(wordAt(tokens, i)) && i + 1 === share.first && wordAt(tokens, share.last) !== 'of';
}

const joints = wordList('joints before a share');

/** Half of what was rounded away, and a little for who rounds roughly: "a third, or 30 percent". */
function slackOf(p: Paragraph, share: Quantity): number {
  const step = stepOf(p, share);
  return step >= 1 ? Math.max(2, step / 2) : step;
}
