// Encoding: weights as the text that ships. What each line means stands in server/src/analysis/claims/weights.ts, which reads it.
import { FORM, heads, places, seal, STEP } from '../server/src/analysis/claims/weights';
import { softplus } from './exp';
import type { Factors } from './factors';
import { type Thresholds, type Vectors, WIDTH } from './given';

export interface Learned {
  readonly start: readonly number[];
  readonly facts: readonly (readonly [string, readonly number[]])[];
  readonly words: readonly string[];
  readonly own: readonly (readonly number[])[];
  readonly said: readonly (readonly number[])[];
  readonly vectors: Vectors;
  readonly meaning: Factors;
  readonly classes: ReadonlyMap<string, readonly (readonly [string, number])[]>;
  readonly thresholds: Thresholds;
}

const NOUGHT = 82;
const MOST = 44;
const THOUSAND = 1000;
const FINE = 64;
const STEPS = 160;

const digit = (value: number): string =>
  String.fromCharCode(NOUGHT + Math.max(-MOST, Math.min(MOST, Math.round(value))));
const unitFor = (values: readonly number[]): number =>
  Math.max(1, Math.ceil((THOUSAND * values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)) / MOST));

export function encode(learned: Learned): string {
  const factUnit = unitFor(learned.facts.flatMap(([, weights]) => weights));
  const wordUnit = unitFor([...learned.own.flat(), ...learned.said.flat()]);
  const { meaning, loads } = meaningOf(learned);
  const facts = factLines(learned.facts, factUnit);
  const columns = [...learned.own, ...learned.said];
  const words = learned.words.map((word, w) => {
    const counts = columns.map((column) => digit(((column[w] as number) * THOUSAND) / wordUnit));
    return `${word}\t${counts.join('')}${meaning[w] as string}`;
  });
  const lines = [
    `judge\t${FORM}`,
    `start\t${learned.start.map((one) => Math.round(one * THOUSAND)).join(' ')}`,
    `asks\t${learned.thresholds.asks}`,
    `asks eagerly\t${learned.thresholds.asksEagerly}`,
    `lean\t${learned.thresholds.lean}`,
    `surprise\t${Array.from({ length: STEPS + 1 }, (_, i) => Math.round(THOUSAND * softplus(((i - STEPS / 2) * STEP) / THOUSAND))).join(' ')}`,
    `size\t${learned.meaning.axes.length}`,
    ...loads,
    `word unit\t${wordUnit}`,
    `fact unit\t${factUnit}`,
    `facts\t${facts.count}`,
    ...facts.lines,
    ...[...learned.classes].map(
      ([name, weights]) => `class\t${name}\t${weights.map(([key, one]) => key + digit(one * 10)).join('\t')}`,
    ),
    `words\t${words.length}`,
    // as lexicon/sorted.ts finds them
    ...words.sort(),
  ];
  const text = lines.join('\n');
  return `${text}\nend\t${seal(text)}\n`;
}

/** A line a group, with the number of its first piece; a piece that weighs nothing is left out. */
function factLines(facts: Learned['facts'], unit: number): { lines: string[]; count: number } {
  const groups = new Map<string, string[]>();
  const nothing = digit(0).repeat(heads.length);
  for (const [key, weights] of facts) {
    const at = key.indexOf('=');
    const digits = weights.map((one) => digit((one * THOUSAND) / unit)).join('');
    if (digits === nothing) continue;
    const group = key.slice(0, at);
    groups.set(group, [...(groups.get(group) ?? []), key.slice(at + 1) + digits]);
  }
  let count = 0;
  const lines = [...groups].map(([group, entries]) => {
    const first = count;
    count += entries.length;
    return `fact\t${group}\t${first}\t${entries.join('\t')}`;
  });
  return { lines, count };
}

function meaningOf({ words, vectors: { numbers }, meaning: { axes, loads } }: Learned): {
  /** By word. */
  meaning: string[];
  loads: string[];
} {
  const values = axes.map((axis) =>
    words.map((_, w) => {
      let sum = 0;
      for (let d = 0; d < WIDTH; d++) sum += (numbers[w * WIDTH + d] as number) * (axis[d] as number);
      return sum;
    }),
  );
  const scale = values.map((list) => MOST / list.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9));
  const meaning = words.map((_, w) =>
    values.map((list, k) => digit((list[w] as number) * (scale[k] as number))).join(''),
  );
  const rows = heads.flatMap((head, h) =>
    places.map((place, p) => {
      const load = loads[h * places.length + p] as Float64Array;
      return `${place} of ${head}\t${[...load].map((one, k) => Math.round((one / (scale[k] as number)) * THOUSAND * FINE)).join(' ')}`;
    }),
  );
  return { meaning, loads: rows };
}
