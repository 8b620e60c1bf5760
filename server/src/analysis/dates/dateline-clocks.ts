// The clock of the place that the dateline names: "8:20pm (16:20 GMT)" in a story from New York.
import { perEachStory } from '../../document/story';
import { isProse } from '../../document/role';
import { data } from '../../lexicon/dates/place-zones.tsv';
import { isPlace } from '../../lexicon/names/places';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { shift } from '../../text/span';
import { type ClockPair, clockPairsWithoutZone, minutesThere } from './clock-pairs';

/** A pair whose first hour is on the dateline's clock. Offsets into the prose. */
export interface DatelinePair extends ClockPair {
  readonly place: string;
}

/**
 * Pairs of clock times, the first by the dateline's clock, that cannot be one hour. Where the sentence names another place, the
 * first time may be by the clock of that place.
 */
export const datelinePairsThatDiffer = perEachStory(({ blocks, date }): readonly DatelinePair[] => {
  const { place, month } = blocks.find(({ role }) => role === 'dateline')?.data ?? {};
  const offsets = place === undefined ? undefined : offsetsIn(place, month ?? monthOf(date));
  if (!place || !offsets) return [];
  return blocks.flatMap(({ role, start, facts }) =>
    !isProse(role)
      ? []
      : clockPairsWithoutZone(facts).flatMap(({ told, again }) => {
          if (namesPlaceNear(facts, told.start, place)) return [];
          const could = minutesThere(told.minutes, offsets, again.offsets ?? []);
          const [meant] = could;
          if (meant === undefined || could.includes(again.minutes)) return [];
          const pair = { told: { ...told, ...shift(told, start) }, again: { ...again, ...shift(again, start) } };
          return [{ ...pair, agrees: false, place, ...(could.length === 1 && { meant }) }];
        }),
  );
});

let known: ReadonlyMap<string, readonly number[]> | undefined;

const monthOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(5, 7));

/** Minutes east of UTC that a clock there may have had: in spring and autumn, or where nobody knows the month, either. */
function offsetsIn(place: string, month: number | undefined): readonly number[] | undefined {
  const all = offsetsOf(place);
  if (all?.length !== 2 || month === undefined) return all;
  if (month >= 5 && month <= 9) return all.slice(1);
  return month === 12 || month <= 2 ? all.slice(0, 1) : all;
}

/** "NEW YORK", "Washington, D.C." */
function offsetsOf(place: string): readonly number[] | undefined {
  known ??= new Map(
    data.split('\n').map((line) => {
      const [name = '', offsets = ''] = line.split('\t');
      return [name, offsets.split(' ').map(Number)];
    }),
  );
  const [name = ''] = place.toLowerCase().split(/[,(/]/);
  return known.get(name.trim());
}

/** Another place in the sentence, or in the one before. */
function namesPlaceNear({ tokens, sentences }: Paragraph, at: number, own: string): boolean {
  const index = sentences.findIndex(({ start, end }) => start <= at && at < end);
  const last = sentences[index];
  const first = sentences[Math.max(0, index - 1)];
  if (!first || !last) return true;
  const home = own.toLowerCase();
  for (let i = first.firstToken; i < last.lastToken; i++) {
    const word = wordAt(tokens, i);
    if (has(tokens, i, Shape.capital) && !home.includes(word) && (isPlace(word) || known?.has(word))) return true;
  }
  return false;
}
