// One hour told on two clocks: "2:30 p.m. EST (1930 GMT)".
import { perParagraphWith } from '../../document/gates';
import { aNumber, figures } from '../../language/quantities';
import type { Paragraph } from '../../document/paragraph';
import { type ClockTime, clockTimesIn, DAY } from '../../document/structure/clock';

export interface ClockPair {
  /** Offsets relative to the paragraph. */
  readonly told: ClockTime;
  readonly again: ClockTime;
  readonly agrees: boolean;
  /** What the second should say, in minutes since midnight, where both clocks are known and one alone fits. */
  readonly meant?: number;
}

const aBracket = figures.word((word) => word === '(');

/**
 * Pairs of clock times for one hour, "2:30 p.m. EST (1930 GMT)", in order. Nothing inside quotation marks. A time in brackets
 * right behind another is the same hour if a zone says whose clock it is.
 */
export const clockPairsOf = perParagraphWith(
  [aBracket, aNumber],
  [],
  ({ text, quotations }: Paragraph): readonly ClockPair[] => {
    const times = clockTimesIn(text);
    return times.flatMap((told, i) => {
      const again = times[i + 1];
      if (!again || !/^ ?\($/.test(text.slice(told.end, again.start)) || text.charAt(again.end) !== ')') return [];
      if (!told.offsets && !again.offsets) return [];
      if (quotations.some(({ start, end }) => start < told.start && told.start < end)) return [];
      return pairOf(told, again);
    });
  },
);

/** Pairs of which the first is on nobody's clock, or the place's own, and the second has its zone. */
export const clockPairsWithoutZone = (paragraph: Paragraph): readonly ClockPair[] =>
  clockPairsOf(paragraph).filter(({ told, again }) => !told.offsets && again.offsets !== undefined);

/** Clocks of the world differ by quarters of an hour. */
const QUARTER = 15;

/** What a clock with one of the offsets `to` shows when one with an offset of `from` shows these minutes. */
export const minutesThere = (minutes: number, from: readonly number[], to: readonly number[]): number[] =>
  from.flatMap((one) => to.map((other) => (minutes - one + other + 2 * DAY) % DAY));

function pairOf(told: ClockTime, again: ClockTime): ClockPair {
  if (!told.offsets || !again.offsets) return { told, again, agrees: (told.minutes - again.minutes) % QUARTER === 0 };
  const could = minutesThere(told.minutes, told.offsets, again.offsets);
  const [only] = could;
  return {
    told,
    again,
    agrees: could.includes(again.minutes),
    ...(could.length === 1 && only !== undefined && { meant: only }),
  };
}
