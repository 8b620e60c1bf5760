// Percentages of one whole: "45 percent are for it, 40 percent against and 18 percent undecided" come to more than there is.
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, Shape, type Tokens } from '../../document/token';
import { perParagraph } from '../memo';
import { type Quantity, quantitiesIn } from './quantities';

export interface Shares {
  /** Offsets relative to the paragraph. */
  readonly parts: readonly Quantity[];
  readonly sum: number;
  /** The most that the parts of one whole can come to, each rounded up. */
  readonly most: number;
}

/** Lists of percentages that leave nothing out, one of them being for the rest: right or wrong. */
export const sharesOf = perParagraph((paragraph: Paragraph): readonly Shares[] =>
  paragraph.sentences.flatMap((sentence) => {
    const parts = quantitiesIn(paragraph, sentence).filter(({ kind }) => kind === 'percent');
    if (parts.length < LEAST || !parts.every((part) => isExact(paragraph.tokens, part))) return [];
    if (compares(paragraph.tokens, sentence) || !parts.some((part) => isRest(paragraph.tokens, sentence, part)))
      return [];
    const sum = parts.reduce((total, { value }) => total + value, 0);
    return [{ parts, sum, most: 100 + parts.length / 2 }];
  }),
);

/** With two, the rest may be of something else. */
const LEAST = 3;

const isExact = (tokens: Tokens, { bound, upTo, vague, first }: Quantity): boolean =>
  bound === undefined && upTo === undefined && !vague && !has(tokens, first, Shape.quoted);

/** Who is left when all others have answered. */
const rest: ReadonlySet<string> = new Set(
  'undecided unsure uncertain neither none other others abstained undeclared rest'.split(' '),
);
const REST_WITHIN = 5;

function isRest({ word }: Tokens, { lastToken }: Sentence, { last }: Quantity): boolean {
  return word.slice(last, Math.min(lastToken, last + REST_WITHIN)).some((w) => rest.has(w));
}

/** Two wholes, or one at two times: such percentages are not added. */
const comparing: ReadonlySet<string> = new Set(
  'from up down than compared versus rose fell rising falling margin points earlier previous previously last among women men'.split(
    ' ',
  ),
);

const compares = ({ word }: Tokens, { firstToken, lastToken }: Sentence): boolean =>
  word.slice(firstToken, lastToken).some((w) => comparing.has(w));
