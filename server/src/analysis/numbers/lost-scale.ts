// "$12.9 million to connect towns, $40 on other works": a sum among millions that has lost its "million".
import { perParagraphWith } from '../../document/gates';
import type { Paragraph } from '../../document/paragraph';
import { aNumber, figures } from '../../language/quantities';
import type { Span } from '../../text/span';

const aScale = figures.word((word) => word === 'million' || word === 'billion' || word === 'bn');

/** A sum in figures, with its currency, and the scale where one stands. */
const SUM = /(?<![\p{L}\d$£€])((?:[A-Z]{1,3})?[$£€])(\d{1,3})(\.\d{1,2})?(?![\d,.]*\d)(?: (million|billion|bn))?/gu;

/** A sum written out: "$1,200". */
const LARGE = /[$£€]\d{1,3},\d{3}/;

/** What a small sum is for, where it is one: a price, a share of it, a rate. */
const PRICED =
  /^(?:[-–]| ?(?:a|an|per|each|apiece|every|to \D?\d|ticket|fee|share|barrel|bills?|notes?|note|more|less|or)\b)/;

/** Sums that have lost their "million": "$40 on other works" in a list of sums with millions. Offsets relative to the paragraph. */
export const sumsWithoutScale = perParagraphWith(
  [aScale, aNumber],
  [],
  ({ text, sentences, quotations }: Paragraph): readonly Span[] =>
    sentences.flatMap((sentence) => {
      const sums = [...text.slice(sentence.start, sentence.end).matchAll(SUM)];
      // where two are small, they are sums of another order: "$600 for one, $1,200 for two"
      if (
        sums.filter(([, , , , scale]) => scale === undefined).length !== 1 ||
        LARGE.test(text.slice(sentence.start, sentence.end))
      )
        return [];
      return sums.flatMap((sum) => {
        const [whole, currency, , cents, scale] = sum;
        const start = sentence.start + sum.index;
        const end = start + whole.length;
        if (scale !== undefined || cents !== undefined || quotations.some((q) => q.start < start && start < q.end))
          return [];
        if (!sums.some((other) => other[1] === currency && other[4] !== undefined)) return [];
        const isItem = /(?:,|, and|;) $/.test(text.slice(Math.max(sentence.start, start - 6), start));
        const behind = text.slice(end, end + 20);
        return isItem && /^ (?:on|for|in|towards?) \p{Ll}/u.test(behind) && !PRICED.test(behind.slice(4))
          ? [{ start, end }]
          : [];
      });
    }),
);
