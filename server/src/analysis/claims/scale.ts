// The scale: adds what the pieces of evidence and the words of one sentence weigh, each once. Pieces are found by their kind and value,
// so no string is made for any of them.
import type { Kind, Piece, Say } from './evidence/kinds';
import { heads, type Weights } from './weights';

export interface Scale {
  /** Lays on it what the page says: it lies there for each of its sentences. */
  readonly page: (pieces: readonly Piece[]) => void;
  /** Begins a sentence: with what the page says and, it may be, with what was weighed before, by head. */
  readonly empty: (weighed?: readonly number[]) => void;
  /** Begins a sentence with nothing, to weigh a part of it by itself. */
  readonly clear: () => void;
  readonly say: Say;
  /** A word by its place in the weights. */
  readonly weigh: (place: number, own: boolean) => void;
  /** What lies on it, with what all sentences start from. */
  readonly sum: (head: number) => number;
}

let last: { readonly of: Weights; readonly scale: Scale } | undefined;

/** There is one for all sentences: empty it before each. */
export function scaleFor(by: Weights): Scale {
  if (last?.of !== by) last = { of: by, scale: makeScale(by) };
  return last.scale;
}

function makeScale(by: Weights): Scale {
  const rows: (Rows | undefined)[] = [];
  const width = heads.length;
  const words = by.own[0]?.length ?? 0;
  // the last sentence that a piece or a word lay on the scale for
  const pieceSeen = new Float64Array(by.counts.length / width);
  const wordSeen = new Float64Array(words * 2);
  const sums = new Int32Array(width);
  const ofPage = new Int32Array(width);
  let sentence = 0;
  const say: Say = (kind, value) => {
    const { words, numbers } = (rows[kind.place] ??= rowsOf(by, kind));
    const row = typeof value === 'number' ? numbers[value + LEAST] : words.get(value);
    if (row === undefined || pieceSeen[row] === sentence) return;
    pieceSeen[row] = sentence;
    for (let h = 0; h < width; h++) sums[h]! += by.counts[row * width + h] as number;
  };
  return {
    page(pieces) {
      sentence++;
      sums.set(by.start);
      for (const { kind, value } of pieces) say(kind, value);
      ofPage.set(sums);
    },
    empty(weighed) {
      sentence++;
      sums.set(ofPage);
      for (let h = 0; weighed && h < width; h++) sums[h]! += weighed[h] as number;
    },
    clear() {
      sentence++;
      sums.fill(0);
    },
    say,
    weigh(place, own) {
      const at = place * 2 + (own ? 1 : 0);
      if (wordSeen[at] === sentence) return;
      wordSeen[at] = sentence;
      const table = own ? by.own : by.said;
      for (let h = 0; h < width; h++) sums[h]! += table[h]?.[place] as number;
    },
    sum: (head) => sums[head] as number,
  };
}

/** The rows of a kind by its values. */
interface Rows {
  readonly words: ReadonlyMap<string, number>;
  /** By the value and {@link LEAST}. */
  readonly numbers: readonly (number | undefined)[];
}

/** The least number that a piece of evidence may be, below nought. */
const LEAST = 9;

function rowsOf(by: Weights, { group, before, behind }: Kind): Rows {
  const words = new Map<string, number>();
  const numbers = new Array<number | undefined>(2 * LEAST + 1).fill(undefined);
  for (const [text, row] of by.factsOf(group)) {
    if (text.length < before.length + behind.length || !text.startsWith(before) || !text.endsWith(behind)) continue;
    const value = text.slice(before.length, text.length - behind.length);
    words.set(value, row);
    if (NUMBER.test(value)) numbers[Number(value) + LEAST] = row;
  }
  return { words, numbers };
}

const NUMBER = /^-?\d$/;

/** The row of a piece written as `group=value`; -1 where it weighs nothing. */
export function rowOf(by: Weights, key: string): number {
  const at = key.indexOf('=');
  return by.factsOf(key.slice(0, at)).get(key.slice(at + 1)) ?? -1;
}
