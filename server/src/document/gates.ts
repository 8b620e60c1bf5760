// Gates: what a recogniser cannot do without. Nearly all find nothing in nearly all paragraphs; where what one needs is not there,
// its empty answer comes back without a call. A property test holds that the answer is the same with the gates open.
import { perParagraph } from './memo';
import type { Paragraph } from './paragraph';
import { perWord } from './word';

/** Something that stands in a paragraph or not: a word of some kind, a mark, a number. */
export type Need = (paragraph: Paragraph) => boolean;

/** Needs that are looked for together: the first question about a paragraph answers all of a bank. */
export interface Bank {
  /** Some word for which the test holds; marks and numbers are words too, as {@link Paragraph.tokens} has them. */
  readonly word: (test: (word: string) => boolean) => Need;
}

/** Bits of a small integer. */
const MOST = 30;

/** Make one for recognisers that run together: what its tests read is read when the first of them is asked. */
export function bank(): Bank {
  const tests: ((word: string) => boolean)[] = [];
  const bitsOf = perWord((word) => {
    let bits = 0;
    for (let k = 0; k < tests.length; k++) if ((tests[k] as (word: string) => boolean)(word)) bits |= 1 << k;
    return bits;
  });
  let open = true;
  const standing = perParagraph(({ tokens: { record } }) => {
    open = false;
    let bits = 0;
    for (let i = 0; i < record.length; i++) bits |= bitsOf(record[i] as (typeof record)[number]);
    return bits;
  });
  return {
    word(test) {
      // asked already, or full: a need that comes late is looked for by itself
      if (!open || tests.length === MOST) return bank().word(test);
      const bit = 1 << (tests.push(test) - 1);
      return (paragraph) => (standing(paragraph) & bit) !== 0;
    },
  };
}

/** Needs that are told by a word's characters: asking reads no lexicon. */
export const signs = bank();

/** A quotation, or a mark that might open one. */
export const quotation: Need = ({ quotations }) => quotations.length > 0;

/** A recogniser with its gate, for the test that opens them all. */
export interface Gated {
  readonly needs: readonly Need[];
  readonly empty: unknown;
  readonly analyse: (paragraph: Paragraph) => unknown;
}

export const gated: Gated[] = [];

/** A fact of one paragraph that is `empty` wherever one of its needs is not met. Kept as {@link perParagraph} keeps facts. */
export function perParagraphWith<T>(
  needs: readonly Need[],
  empty: T,
  analyse: (paragraph: Paragraph) => T,
): (paragraph: Paragraph) => T {
  gated.push({ needs, empty, analyse });
  const kept = perParagraph(analyse);
  return (paragraph) => {
    for (let k = 0; k < needs.length; k++) if (!(needs[k] as Need)(paragraph)) return empty;
    return kept(paragraph);
  };
}
