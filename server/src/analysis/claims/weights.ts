// Weights: what each piece of evidence and each word counts for, as `npm run train` learned it. Read when first asked for.
//
// lexicon/claims/weights.txt is written by training/encode.ts, its comment lines are its card. Numbers are written as characters:
// `R` is nought, the one before it -1, the one behind it 1; all is added in whole numbers, so every machine comes to the same sum.
import { data as lines } from '../../lexicon/claims/weights.txt';
import { claimClasses } from '../../lexicon/claims/load';
import { lineOf } from '../../lexicon/sorted';
import { once } from '../../text/once';
import { perWord } from '../../document/word';

/**
 * What a sentence is weighed for, each by itself. fact: told as fact, and nobody stands behind it; voice: a judgement, a motive or a
 * forecast in the paper's own voice; vague: nobody in particular stands behind it ("experts say"); bare: somebody without a name
 * ("sources said", "local media", "they said").
 */
export const heads = ['fact', 'voice', 'vague', 'bare'] as const;
export type Head = (typeof heads)[number];

/** What is asked of a sentence. claim: whose is it? source: who is that? */
export type About = 'claim' | 'source';

/** For which heads it is asked. */
export const headsOf: Readonly<Record<About, readonly Head[]>> = {
  claim: ['fact', 'voice'],
  source: ['vague', 'bare'],
};

/** Whose words, or which sentence's, the middle of their meanings is taken of. */
export const places = ['own', 'said', 'before', 'behind', 'story'] as const;
export type Place = (typeof places)[number];

/** Between two places of {@link Weights.surprise}, in thousandths. */
export const STEP = 125;

/** The weights' form. A file of another is not read. */
export const FORM = 3;

export interface Weights {
  /** By value of a piece of evidence of a group, its row in {@link counts}. */
  readonly factsOf: (group: string) => ReadonlyMap<string, number>;
  /** Row by row, a weight for each head, in thousandths of a logit; filled as groups are asked for. */
  readonly counts: Int16Array;
  readonly start: readonly number[];
  /** The word's place in the tables below, or -1; they are filled as words are asked for. */
  readonly indexOf: (word: string) => number;
  /** By head, then word: where the writer says it, and where somebody does. */
  readonly own: readonly Int16Array[];
  readonly said: readonly Int16Array[];
  /** `size` numbers a word: where its meaning lies. */
  readonly meaning: Int8Array;
  readonly size: number;
  /** By head and place, what each of the numbers counts for. */
  readonly places: Readonly<Record<Head, Readonly<Record<Place, readonly number[]>>>>;
  /** From this sum on the desk asks, by itself and with the option `eager`. */
  readonly asks: number;
  readonly asksEagerly: number;
  /** log(1 + e^x) in thousandths, from x = -half to half of all, a {@link STEP} a place. */
  readonly surprise: readonly number[];
  /** How much surer a desk must be to ask who a source is than to ask whose a claim is. */
  readonly lean: number;
  /** By piece of evidence, or own word as `word=killed`, what it counts for each of `claimClasses`; "start" is what all start from. */
  readonly classes: () => ReadonlyMap<string, readonly number[]>;
}

let known: Weights | { readonly problem: string } | undefined;

/** @returns the weights, or what is wrong with them in a sentence. */
export const weights = (): Weights | { readonly problem: string } => (known ??= readWeights(lines));

/** For tests and training: other weights than the ones that ship, or `undefined` for those. */
export function useWeights(other: Weights | { readonly problem: string } | undefined): void {
  known = other;
}

const REMEDY = 'Install this version of Copydesk anew; until then every other rule runs as ever.';

/** Stands between what is read at once and the words, a line each, which are looked up. */
const WORDS = '\nwords\t';

/** @returns the weights, or a sentence that says why they cannot be used. Never throws. */
export function readWeights(text: string): Weights | { readonly problem: string } {
  if (!text.trim()) return { problem: `The weights that judge claims are missing. ${REMEDY}` };
  const [name, form] = (text.split('\n', 1)[0] ?? '').split('\t');
  if (name === 'judge' && form !== String(FORM))
    return { problem: `The weights that judge claims are of another version (${form}, not ${FORM}). ${REMEDY}` };
  const end = text.lastIndexOf('\nend\t');
  const words = text.indexOf(WORDS);
  if (name !== 'judge' || words < 0 || text.slice(end + 5).trim() !== seal(text.slice(0, end)))
    return { problem: `The weights that judge claims are cut short or damaged. ${REMEDY}` };
  const behind = text.indexOf('\n', words + 1) + 1;
  return parse(text.slice(0, words).split('\n'), {
    count: Number(text.slice(words + WORDS.length, behind)),
    lines: text.slice(behind, end),
  });
}

/** How long a text is, and FNV-1a on the UTF-16 units of what decides in it: lines of words and of facts would take a start too long. */
export function seal(text: string): string {
  const head = text.slice(0, text.indexOf('\nfact\t'));
  let hash = 0x811c9dc5;
  for (let i = 0; i < head.length; i++) hash = Math.imul(hash ^ head.charCodeAt(i), 0x01000193);
  return `${text.length} ${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

const NOUGHT = 82;
const digit = (text: string, i: number): number => text.charCodeAt(i) - NOUGHT;
const numbers = (text: string | undefined): number[] => (text ?? '').split(' ').map(Number);

interface Words {
  readonly count: number;
  /** Sorted: word, tab, and its digits: by head where the writer says it, by head where somebody does, its meaning. */
  readonly lines: string;
}

function parse(head: readonly string[], words: Words): Weights {
  const table = new Map(
    head.map((line) => {
      const at = line.indexOf('\t', /^(?:fact|class)\t/.test(line) ? line.indexOf('\t') + 1 : 0);
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  return {
    ...factsOf(table),
    ...wordsOf(table, words),
    start: numbers(table.get('start')),
    places: Object.fromEntries(
      heads.map((head) => [
        head,
        Object.fromEntries(places.map((place) => [place, numbers(table.get(`${place} of ${head}`))])),
      ]),
    ) as unknown as Weights['places'],
    asks: Number(table.get('asks')),
    asksEagerly: Number(table.get('asks eagerly')),
    surprise: numbers(table.get('surprise')),
    lean: Number(table.get('lean')),
    classes: once(() => readClasses(table)),
  };
}

/** A group's line is read when the group is first asked for: its first row, then the values, each with a digit a head. */
function factsOf(table: ReadonlyMap<string, string>): Pick<Weights, 'factsOf' | 'counts'> {
  const unit = Number(table.get('fact unit'));
  const counts = new Int16Array(Number(table.get('facts')) * heads.length);
  const groups = new Map<string, ReadonlyMap<string, number>>();
  const read = (group: string): ReadonlyMap<string, number> => {
    const rows = new Map<string, number>();
    const [first, ...entries] = table.get(`fact\t${group}`)?.split('\t') ?? [];
    for (const [i, entry] of entries.entries()) {
      const row = Number(first) + i;
      const at = entry.length - heads.length;
      rows.set(entry.slice(0, at), row);
      for (let h = 0; h < heads.length; h++) counts[row * heads.length + h] = digit(entry, at + h) * unit;
    }
    return rows;
  };
  return {
    counts,
    factsOf(group) {
      let rows = groups.get(group);
      if (!rows) groups.set(group, (rows = read(group)));
      return rows;
    },
  };
}

/** A word's row is read when the word is first asked for; rows stand in the tables in that order. */
function wordsOf(
  table: ReadonlyMap<string, string>,
  { count, lines }: Words,
): Pick<Weights, 'indexOf' | 'own' | 'said' | 'meaning' | 'size'> {
  const unit = Number(table.get('word unit'));
  const size = Number(table.get('size'));
  const own = heads.map(() => new Int16Array(count));
  const said = heads.map(() => new Int16Array(count));
  const meaning = new Int8Array(count * size);
  const columns = [...own, ...said];
  const known = new Map<string, number>();
  return {
    own,
    said,
    meaning,
    size,
    indexOf(word) {
      let row = known.get(word);
      if (row !== undefined) return row;
      const digits = lineOf(lines, word);
      if (digits === undefined) return -1;
      known.set(word, (row = known.size));
      for (const [k, column] of columns.entries()) column[row] = digit(digits, k) * unit;
      for (let d = 0; d < size; d++) meaning[row * size + d] = digit(digits, 2 * heads.length + d);
      return row;
    },
  };
}

function readClasses(table: ReadonlyMap<string, string>): ReadonlyMap<string, readonly number[]> {
  const classes = new Map<string, number[]>();
  for (const [place, name] of claimClasses.entries()) {
    for (const entry of table.get(`class\t${name}`)?.split('\t') ?? []) {
      const key = entry.slice(0, -1);
      const row = classes.get(key) ?? claimClasses.map(() => 0);
      row[place] = digit(entry, entry.length - 1);
      classes.set(key, row);
    }
  }
  return classes;
}

/** A word's place in the tables, asked once a word. */
export const placeOf: (of: Weights) => (word: Parameters<ReturnType<typeof perWord>>[0]) => number = (() => {
  let last: { readonly of: Weights; readonly ask: ReturnType<typeof perWord<number>> } | undefined;
  return (of: Weights) => {
    if (last?.of !== of) last = { of, ask: perWord((word) => of.indexOf(word)) };
    return last.ask;
  };
})();
