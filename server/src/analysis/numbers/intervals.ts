// "Twenty minutes later at 3:40", behind a sentence of 3:15: the minutes between two hours.
import { perParagraphWith } from '../../document/gates';
import type { Paragraph, Sentence } from '../../document/paragraph';
import { aNumber, figures } from '../../language/quantities';
import { type ClockTime, clockTimesIn, DAY } from '../../document/structure/clock';
import type { Span } from '../../text/span';

export interface Interval {
  /** "20 minutes". Relative to the paragraph. */
  readonly told: Span & { readonly minutes: number };
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** Minutes between the two. */
  readonly real: number;
}

const aTurn = figures.word((word) => word === 'later' || word === 'earlier');

/** How exact the number is, how many, of what, and which way; then at most a few words and the hour. */
const TOLD =
  /\b(just under |less than |just over |more than |about |around |some |roughly |nearly |almost )?(\d{1,3}) (minutes?|hours?) (later|earlier),? (?:at |around )?$/;

/** Letters in which the interval ends before the hour. */
const NEAR = 60;

/**
 * Intervals between two hours that are wrong: "twenty minutes later at 3:40" where the two sentences before name no hour that is
 * so far away.
 */
export const intervalsThatDiffer = perParagraphWith(
  [aTurn, aNumber],
  [],
  ({ text, sentences, quotations }: Paragraph): readonly Interval[] => {
    const times = clockTimesIn(text).filter(({ start }) => !quotations.some((q) => q.start < start && start < q.end));
    if (times.length < 2) return [];
    return times.flatMap((to) => {
      const told = TOLD.exec(text.slice(Math.max(0, to.start - NEAR), to.start));
      const before = told ? times.filter((from) => from.end < to.start && isNear(sentences, from, to)) : [];
      if (!told || before.length === 0) return [];
      const [whole, bound = '', number = '', unit = '', turn] = told;
      const minutes = Number(number) * (unit.startsWith('hour') ? HOUR : 1);
      const reals = before.map((from) => between(from, to, turn === 'later'));
      if (reals.some((real) => fits(real, minutes, bound.trim(), unit))) return [];
      const start = to.start - whole.length + bound.length;
      const from = before.at(-1) as ClockTime;
      return [
        { told: { start, end: start + `${number} ${unit}`.length, minutes }, from, to, real: reals.at(-1) as number },
      ];
    });
  },
);

const HOUR = 60;

/** In the same sentence or one of the two before. */
function isNear(sentences: readonly Sentence[], from: Span, to: Span): boolean {
  const at = (span: Span): number => sentences.findIndex(({ start, end }) => start <= span.start && span.start < end);
  return at(to) - at(from) <= 2;
}

/** Minutes; both ways round the twelve hours where one of the two leaves out the half of the day. */
const between = (from: ClockTime, to: ClockTime, later: boolean): number =>
  ((later ? to.minutes - from.minutes : from.minutes - to.minutes) + DAY) % DAY;

/** Half of the unit is rounding, and who says "about" may round by a quarter of the whole. */
function fits(real: number, minutes: number, bound: string, unit: string): boolean {
  const half = unit.startsWith('hour') ? HOUR / 2 : 1;
  const slack = bound === '' ? half : Math.max(half, minutes / 4);
  // "3:40" may be of the afternoon
  return [real, (real + DAY / 2) % DAY].some((one) => {
    if (bound === 'just under' || bound === 'less than' || bound === 'nearly' || bound === 'almost')
      return one < minutes + half && one > minutes / 2;
    if (bound === 'just over' || bound === 'more than') return one > minutes - half;
    return Math.abs(one - minutes) <= slack;
  });
}
