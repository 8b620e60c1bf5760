// Telling: how far the answers of the rows that a piece of evidence stands in differ from those of all rows.
import type { Design } from './fit';

export interface Trust {
  /** Square roots taken of it: the more, the less it counts. */
  readonly roots: number;
  readonly least: number;
  readonly most: number;
}

/** The design's values, larger where a piece by itself tells much: in standard deviations of what chance alone would give. */
export function telling(
  { starts, columns, values }: Design,
  answers: Float64Array,
  worth: Float64Array,
  { roots, least, most }: Trust,
): Float64Array {
  const stands = new Float64Array(values.length);
  const asked = new Float64Array(values.length);
  let all = 0;
  let allAsked = 0;
  for (let i = 0; i < answers.length; i++) {
    const here = worth[i] as number;
    const answer = here * (answers[i] as number);
    all += here;
    allAsked += answer;
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      const j = columns[k] as number;
      stands[j] = (stands[j] as number) + here;
      asked[j] = (asked[j] as number) + answer;
    }
  }
  const share = allAsked / all;
  return values.map((value, j) => {
    const rows = stands[j] as number;
    let by = Math.abs((asked[j] as number) - rows * share) / Math.sqrt(rows * share * (1 - share) + 1);
    for (let root = 0; root < roots; root++) by = Math.sqrt(by);
    return value * Math.max(least, Math.min(most, by));
  });
}
