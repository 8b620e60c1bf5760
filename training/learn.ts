// Learning: from examples to weights, in the form that ships.
import { claimClasses } from '../server/src/lexicon/claims/load';
import { type About, type Head, heads, headsOf, places } from '../server/src/analysis/claims/weights';
import { encode } from './encode';
import type { Example, Lesson } from './examples';
import { type Design, type Fit, fitted as fitRows } from './fit';
import { factors } from './factors';
import { type Thresholds, type Vectors, WIDTH } from './given';
import { telling, type Trust } from './telling';

/** What a desk that only may ask counts for: readers disagree, so it is neither. */
const target: Readonly<Record<Lesson, number>> = { yes: 1, some: 0.6, second: 0.3, no: 0 };

/** How large each kind of evidence stands in the rows: what stands larger is held to nought less. Chosen on the folds. */
const FACT = 0.5;
const WORD = 0.7;
const MEANING: Readonly<Record<(typeof places)[number], number>> = {
  own: 6,
  said: 3,
  before: 2.4,
  behind: 2.4,
  story: 2.4,
};
const RIDGE = 20;
const ROUNDS = 80;
/** How far a piece of evidence that by itself tells much is held to nought less. Who is a source is told by few pieces, whose claim it is by
 *  many. Chosen on the folds. */
const trusts: Readonly<Record<About, Trust>> = {
  claim: { roots: 2, least: 0.8, most: 3 },
  source: { roots: 1, least: 0.3, most: 5 },
};
/** Of a mark whose head nobody told, how much falls to each. */
const SHARE: Readonly<Record<Head, number>> = { fact: 0.7, voice: 0.3, vague: 0.5, bare: 0.5 };
/** Rows in which a piece of evidence, and a word, must stand. */
const FACT_IN = 3;
const WORD_IN = 2;
/** Numbers that a word's meaning is told in. */
const SIZE = 8;

/** The middle of the meanings of each sentence's words, `places.length * WIDTH` numbers an example. */
export type Meanings = Float32Array;

export function meaningsOf(examples: readonly Example[], { words, numbers }: Vectors): Meanings {
  const index = new Map(words.map((word, i) => [word, i]));
  const width = places.length * WIDTH;
  const rows = new Float32Array(examples.length * width);
  const byStory = new Map<string, number[]>();
  for (const [i, { story }] of examples.entries()) byStory.set(story, [...(byStory.get(story) ?? []), i]);
  const put = (row: number, place: (typeof places)[number], list: readonly string[]): void => {
    const at = row * width + places.indexOf(place) * WIDTH;
    const known = list.map((word) => index.get(word)).filter((w) => w !== undefined);
    for (const w of known)
      for (let d = 0; d < WIDTH; d++)
        rows[at + d] = (rows[at + d] as number) + ((numbers[w * WIDTH + d] as number) * MEANING[place]) / known.length;
  };
  for (const of of byStory.values()) {
    const all = of.map((i) => [...(examples[i] as Example).meaning.own, ...(examples[i] as Example).meaning.said]);
    const whole = all.flat();
    of.forEach((i, k) => {
      const { meaning, index: place } = examples[i] as Example;
      put(i, 'own', meaning.own);
      put(i, 'said', meaning.said);
      if (k > 0 && examples[of[k - 1] as number]?.index === place - 1) put(i, 'before', all[k - 1] as string[]);
      if (k + 1 < of.length && examples[of[k + 1] as number]?.index === place + 1)
        put(i, 'behind', all[k + 1] as string[]);
      put(i, 'story', whole);
    });
  }
  return rows;
}

/** @returns the weights as they ship, without their card. */
export function learn(
  examples: readonly Example[],
  meanings: Meanings,
  rows: readonly number[],
  vectors: Vectors,
  thresholds: Thresholds,
): string {
  const columns = columnsOf(examples, rows, new Set(vectors.words));
  const design = designOf(examples, meanings, rows, columns);
  const fits = Object.fromEntries(
    (['claim', 'source'] as const).flatMap((about) => {
      const worth = Float64Array.from(rows, (i) => (examples[i] as Example).worth[about]);
      return headsOf[about].map((head) => {
        const answers = Float64Array.from(rows, (i) => lesson(examples[i] as Example, about, head));
        const values = telling(design, answers, worth, trusts[about]);
        return [head, { ...fitRows({ ...design, values }, answers, worth, RIDGE, ROUNDS), values }];
      });
    }),
  ) as Record<Head, Fit & Pick<Design, 'values'>>;
  const meaning = factors(
    heads.flatMap((head) =>
      places.map((place, p) =>
        Float64Array.from({ length: WIDTH }, (_, d) => (fits[head].dense[p * WIDTH + d] as number) * MEANING[place]),
      ),
    ),
    SIZE,
  );
  const weight = (head: Head, key: string): number => {
    const j = columns.get(key);
    return j === undefined ? 0 : (fits[head].sparse[j] as number) * (fits[head].values[j] as number);
  };
  return encode({
    start: heads.map((head) => fits[head].start),
    facts: [...columns.keys()]
      // what is known in training only tells a draft nothing
      .filter((key) => key.startsWith('f ') && !key.startsWith('f kind='))
      .map((key) => [key.slice(2), heads.map((h) => weight(h, key))]),
    words: vectors.words,
    own: heads.map((head) => vectors.words.map((word) => weight(head, `o ${word}`))),
    said: heads.map((head) => vectors.words.map((word) => weight(head, `s ${word}`))),
    vectors,
    meaning,
    classes: classesOf(examples, rows),
    thresholds,
  });
}

/** What somebody marked for the other head teaches this one nothing. */
function lesson({ taught, heads: known }: Example, about: About, head: Head): number {
  const answer = target[taught[about]];
  if (!headsOf[about].some((one) => known.includes(one))) return answer * SHARE[head];
  return known.includes(head) ? answer : 0;
}

const keysOf = ({ keys, own, said }: Example): string[] => [
  ...keys.map((key) => `f ${key}`),
  ...own.map((word) => `o ${word}`),
  ...said.map((word) => `s ${word}`),
];

/** The columns of the sparse part, in the order of their letters. */
function columnsOf(
  examples: readonly Example[],
  rows: readonly number[],
  words: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const i of rows) for (const key of keysOf(examples[i] as Example)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts]
    .filter(([key, n]) => (key.startsWith('f ') ? n >= FACT_IN : n >= WORD_IN && words.has(key.slice(2))))
    .map(([key]) => key)
    .sort();
  return new Map(kept.map((key, j) => [key, j]));
}

function designOf(
  examples: readonly Example[],
  meanings: Meanings,
  rows: readonly number[],
  columns: ReadonlyMap<string, number>,
): Design {
  const width = places.length * WIDTH;
  const found: number[] = [];
  const starts = new Int32Array(rows.length + 1);
  const dense = new Float32Array(rows.length * width);
  rows.forEach((i, r) => {
    for (const key of keysOf(examples[i] as Example)) {
      const j = columns.get(key);
      if (j !== undefined) found.push(j);
    }
    starts[r + 1] = found.length;
    dense.set(meanings.subarray(i * width, (i + 1) * width), r * width);
  });
  const values = Float64Array.from(columns.keys(), (key) => (key.startsWith('f ') ? FACT : WORD));
  return { starts, columns: Int32Array.from(found), values, dense, width };
}

/** Evidence that tells classes apart. */
const classy = new Set([
  'class',
  'looks like',
  'number',
  'counted',
  'modal',
  'passive',
  'finite',
  'superlative',
  'weak',
  'about',
  'opens',
  'exit of',
]);
const CLASS_RIDGE = 3;
const CLASS_IN = 4;
/** What a pattern of the class, and anything else, stands for in the rows. */
const CLASS_PATTERN = 2;
const CLASS_OTHER = 0.6;
/** Weights kept a class. */
const CLASS_KEEPS = 60;

function classesOf(examples: readonly Example[], rows: readonly number[]): Map<string, [string, number][]> {
  const own = rows.map((i) => examples[i] as Example).filter((example) => example.class !== undefined);
  const keys = ({ keys: all, ownWords }: Example): string[] => [
    ...all.filter((key) => classy.has(key.slice(0, key.indexOf('=')))),
    ...ownWords,
  ];
  const counts = new Map<string, number>();
  for (const example of own) for (const key of keys(example)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, n]) => n >= CLASS_IN)
    .map(([key]) => key)
    .sort();
  const columns = new Map(kept.map((key, j) => [key, j]));
  const starts = new Int32Array(own.length + 1);
  const found: number[] = [];
  own.forEach((example, r) => {
    for (const key of keys(example)) if (columns.has(key)) found.push(columns.get(key) as number);
    starts[r + 1] = found.length;
  });
  const values = Float64Array.from(kept, (key) => (key.startsWith('class=') ? CLASS_PATTERN : CLASS_OTHER));
  const design = { starts, columns: Int32Array.from(found), values, dense: new Float32Array(0), width: 0 };
  return new Map(
    claimClasses.map((name) => {
      const of = own.filter((one) => one.class === name).length;
      // a class that is rare is not held less likely for it
      const worth = Float64Array.from(own, (one) =>
        one.class === name ? Math.sqrt(own.length / 12 / Math.max(of, 4)) : 1,
      );
      const fitted = fitRows(
        design,
        Float64Array.from(own, (one) => (one.class === name ? 1 : 0)),
        worth,
        CLASS_RIDGE,
        60,
      );
      const weights = kept.map((key, j): [string, number] => [
        key,
        (fitted.sparse[j] as number) * (values[j] as number),
      ]);
      const heaviest = weights
        .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
        .slice(0, CLASS_KEEPS);
      return [name, [['start', fitted.start], ...heaviest]];
    }),
  );
}
