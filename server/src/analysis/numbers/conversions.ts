// One currency in another: "10 million euros ($11 million)". All sums of a story are turned at one rate, the one below it if it has one.
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { perParagraphWith } from '../../document/gates';
import { perStory } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';
import { aNumber, figures } from '../../language/quantities';
import { shift, type Span } from '../../text/span';

interface Conversion extends Span {
  /** "euro $". */
  readonly pair: string;
  /** Units of the first for one of the second. */
  readonly rate: number;
}

/** Offsets into the prose. */
export interface OtherRate {
  readonly again: Span;
  readonly told: Span;
  /** Units of the first currency for one of the second, in each. */
  readonly rates: readonly [told: number, again: number];
}

/** Sums that are turned at another rate than the first of the story, or than the rate that stands below it. */
export const ratesThatDiffer = perStory(({ blocks }: Story): readonly OtherRate[] => {
  const all = blocks.flatMap(({ role, start, facts }) =>
    isProse(role) || /\d ?= ?/.test(facts.text)
      ? conversionsOf(facts).map((one) => ({ ...one, ...shift({ start: one.start, end: one.end }, start) }))
      : [],
  );
  return all.flatMap((again, i) => {
    const told = all.find(({ pair }) => pair === again.pair);
    if (!told || all.indexOf(told) === i) return [];
    const off = again.rate / told.rate;
    return off > 1 + ROUGH || off < 1 / (1 + ROUGH) ? [{ again, told, rates: [told.rate, again.rate] }] : [];
  });
});

/** A rate changes from year to year, and both sums are rounded. */
const ROUGH = 0.25;

const aBracket = figures.word((word) => word === '(');

const PAIR =
  /(?:(€|£|¥)(\d[\d,]{0,11}(?:\.\d{1,3})?)(?: (thousand|million|billion|trillion)| ?(m|mn|bn|tn))?|(?<![\d,.$£€])(\d[\d,]{0,11}(?:\.\d{1,3})?)(?: (thousand|million|billion|trillion)| ?(m|mn|bn|tn))? (euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|dirhams?|riyals?|francs?|crowns?|pesos?|won|baht|ringgit|rand|reais|lira|zlotys?|forints?|shillings?|naira)) \((?:about |around |some |nearly |roughly |approximately )?(?:US)?\$(\d[\d,]{0,11}(?:\.\d{1,3})?)(?: (thousand|million|billion|trillion)| ?(m|mn|bn|tn))?\)/g;

/** "($1 = 0.92 euros)". */
const RATE =
  /\$1 ?= ?(\d{1,6}(?:\.\d{1,5})?) ?(?:[a-z]{3,12} )?(euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|dirhams?|riyals?|francs?|crowns?|pesos?|won|baht|ringgit|rand|reais|lira|zlotys?|forints?|shillings?|naira)\b/g;

const conversionsOf = perParagraphWith(
  [aBracket, aNumber],
  [],
  ({ text, quotations }: Paragraph): readonly Conversion[] => {
    const found: Conversion[] = [];
    for (const match of text.matchAll(PAIR)) {
      const at = match.index;
      if (quotations.some(({ start, end }) => start < at && at < end)) continue;
      const [whole, sign, signed, scale1, scale2, plain, scale3, scale4, word, dollars, scale5, scale6] = match;
      const first = sumOf(signed ?? plain ?? '', scale1 ?? scale2 ?? scale3 ?? scale4);
      const second = sumOf(dollars ?? '', scale5 ?? scale6);
      if (first > 0 && second > 0)
        found.push({ start: at, end: at + whole.length, pair: currencyOf(sign ?? word ?? ''), rate: first / second });
    }
    for (const match of text.matchAll(RATE))
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        pair: currencyOf(match[2] ?? ''),
        rate: Number(match[1]),
      });
    return found;
  },
);

const SIGNS: Readonly<Record<string, string>> = { '€': 'euro', '£': 'pound', '¥': 'yen' };
const currencyOf = (name: string): string => SIGNS[name] ?? name.replace(/s$/, '').replace('rubl', 'roubl');

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const sumOf = (digits: string, scale: string | undefined): number =>
  Number(digits.replace(/,/g, '')) * (scale === undefined ? 1 : (SCALES[scale] ?? 1));
