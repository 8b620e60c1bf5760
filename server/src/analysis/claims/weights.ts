// Weights: what each piece of evidence and each word counts for, as `npm run train` learned it. Read when first asked for.
//
// lexicon/claims/weights.txt is written by training/encode.ts, its comment lines are its card. Numbers are written as characters:
// `R` is nought, the one before it -1, the one behind it 1; all is added in whole numbers, so every machine comes to the same sum.
import { data as lines } from '../../lexicon/claims/weights.txt';
import { type ClaimClass, claimClasses } from '../../lexicon/claims/load';
import { perWord } from '../../document/word';

/** claim: a claim that nobody stands behind. source: one behind whom nobody in particular stands ("experts say"). */
export const heads = ['claim', 'source'] as const;
export type Head = (typeof heads)[number];

/** Whose words, or which sentence's, the middle of their meanings is taken of. */
export const places = ['own', 'said', 'before', 'behind', 'story'] as const;
export type Place = (typeof places)[number];

/** Between two places of {@link Weights.surprise}, in thousandths. */
export const STEP = 125;

/** The weights' form. A file of another is not read. */
export const FORM = 1;

export interface Weights {
  /** By group and value of a piece of evidence, its row in {@link counts}. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Row by row, a weight for each head, in thousandths of a logit. */
  readonly counts: Int16Array;
  readonly start: readonly number[];
  /** The word's place in the tables below, or -1. */
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
  /** How far a source that is nobody must outweigh a claim to be asked about instead. */
  readonly lean: number;
  /** By piece of evidence, or own word as `word=killed`, what it counts for each of `claimClasses`; "start" is what all start from. */
  readonly classes: ReadonlyMap<string, readonly number[]>;
}

let known: Weights | { readonly problem: string } | undefined;

/** @returns the weights, or what is wrong with them in a sentence. */
export const weights = (): Weights | { readonly problem: string } => (known ??= readWeights(lines));

/** For tests and training: other weights than the ones that ship, or `undefined` for those. */
export function useWeights(other: Weights | { readonly problem: string } | undefined): void {
  known = other;
}

const REMEDY = 'Install this version of Copydesk anew; until then every other rule runs as ever.';

/** @returns the weights, or a sentence that says why they cannot be used. Never throws. */
export function readWeights(text: string): Weights | { readonly problem: string } {
  if (!text.trim()) return { problem: `The weights that judge claims are missing. ${REMEDY}` };
  const end = text.lastIndexOf('\nend\t');
  const [name, form] = (text.split('\n', 1)[0] ?? '').split('\t');
  if (name === 'judge' && form !== String(FORM))
    return { problem: `The weights that judge claims are of another version (${form}, not ${FORM}). ${REMEDY}` };
  if (name !== 'judge' || end < 0 || text.slice(end + 5).trim() !== checksum(text.slice(0, end)))
    return { problem: `The weights that judge claims are cut short or damaged. ${REMEDY}` };
  return parse(text.slice(0, end).split('\n'));
}

/** FNV-1a on UTF-16 units. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const NOUGHT = 82;
const digit = (text: string, i: number): number => text.charCodeAt(i) - NOUGHT;
const numbers = (text: string | undefined): number[] => (text ?? '').split(' ').map(Number);

function parse(all: readonly string[]): Weights {
  const facts = new Map<string, ReadonlyMap<string, number>>();
  const counts: number[] = [];
  const table = new Map<string, string>();
  const classes = new Map<string, number[]>();
  for (const line of all) {
    const [kind = '', name = '', ...entries] = line.split('\t');
    if (kind === 'fact') {
      const unit = Number(table.get('fact unit'));
      const rows = new Map<string, number>();
      for (const entry of entries) {
        const at = entry.length - heads.length;
        rows.set(entry.slice(0, at), counts.length / heads.length);
        for (let h = 0; h < heads.length; h++) counts.push(digit(entry, at + h) * unit);
      }
      facts.set(name, rows);
    } else if (kind === 'class') {
      const place = claimClasses.indexOf(name as ClaimClass);
      for (const entry of entries) {
        const key = entry.slice(0, -1);
        const row = classes.get(key) ?? claimClasses.map(() => 0);
        row[place] = digit(entry, entry.length - 1);
        classes.set(key, row);
      }
    } else table.set(kind, [name, ...entries].join('\t'));
  }
  const column = (name: string): Int16Array => {
    const unit = Number(table.get('word unit'));
    const text = table.get(name) ?? '';
    return Int16Array.from({ length: text.length }, (_, i) => digit(text, i) * unit);
  };
  const meaning = table.get('meaning') ?? '';
  return {
    facts,
    counts: Int16Array.from(counts),
    start: numbers(table.get('start')),
    indexOf: wordIndex(table.get('words') ?? ''),
    own: heads.map((head) => column(`own ${head}`)),
    said: heads.map((head) => column(`said ${head}`)),
    meaning: Int8Array.from({ length: meaning.length }, (_, i) => digit(meaning, i)),
    size: Number(table.get('size')),
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
    classes,
  };
}

const LETTERS = 26;

/** Where a word stands in a sorted list that says of each word how many letters it shares with the one before, as a capital, and the
 *  rest. Words that begin with the same two letters are read when one of them is first asked for. */
function wordIndex(packed: string): (word: string) => number {
  const from = new Int32Array(LETTERS * LETTERS).fill(-1);
  const rank = new Int32Array(LETTERS * LETTERS);
  const read: (ReadonlyMap<string, number> | undefined)[] = [];
  let first = 0;
  let count = 0;
  for (let i = 0; i < packed.length; i++) {
    const unit = packed.charCodeAt(i);
    if (unit > 90) continue;
    const keeps = unit - 65;
    if (keeps === 0) first = packed.charCodeAt(i + 1) - 97;
    const second = packed.charCodeAt(i + 2 - keeps) - 97;
    if (keeps < 2 && second >= 0 && second < LETTERS && from[first * LETTERS + second] === -1) {
      from[first * LETTERS + second] = i;
      rank[first * LETTERS + second] = count;
    }
    count++;
  }
  return (word) => {
    const bucket = (word.charCodeAt(0) - 97) * LETTERS + word.charCodeAt(1) - 97;
    if (!((from[bucket] ?? -1) >= 0)) return -1;
    return (
      (read[bucket] ??= wordsFrom(packed, from[bucket] as number, rank[bucket] as number, word.slice(0, 1))).get(
        word,
      ) ?? -1
    );
  };
}

function wordsFrom(packed: string, from: number, rank: number, first: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  let word = first;
  let index = rank;
  for (let i = from; i < packed.length; ) {
    const keeps = packed.charCodeAt(i) - 65;
    if (i > from && keeps < 2) break;
    let end = i + 1;
    while (packed.charCodeAt(end) > 90) end++;
    word = word.slice(0, keeps) + packed.slice(i + 1, end);
    words.set(word, index++);
    i = end;
  }
  return words;
}

/** A word's place in the tables, asked once a word. */
export const placeOf: (of: Weights) => (word: Parameters<ReturnType<typeof perWord>>[0]) => number = (() => {
  let last: { readonly of: Weights; readonly ask: ReturnType<typeof perWord<number>> } | undefined;
  return (of: Weights) => {
    if (last?.of !== of) last = { of, ask: perWord((word) => of.indexOf(word)) };
    return last.ask;
  };
})();
