// Time zones by name.
import { data } from './zones.tsv';

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** @returns minutes east of UTC, each that the name stands for, the likeliest first. */
export const zoneOffsets = (name: string): readonly number[] | undefined =>
  (known ??= new Map(
    data.split('\n').map((line) => {
      const [zone = '', offsets = ''] = line.split('\t');
      return [zone, offsets.split(' ').map(Number)];
    }),
  )).get(name.toUpperCase());
