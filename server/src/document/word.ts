// Words. Each word has one record for all texts, found by its characters, so that a question about the word alone is answered once.
import { ownCopy } from '../text/span';

/** A word as {@link Tokens.word} has it. Facts about a word are asked through {@link perWord}. */
export class Word {
  /** Index into the answers of every question. The commonest words are met first, so their answers lie side by side. */
  number = next++;
  constructor(readonly text: string) {}
}

/** The next number to give, and the lowest number in use: words with a lower one were met before the memory was emptied. */
let next = 0;
let first = 0;

/** Answers, stored by question, then by the number of the word: usually one question is asked of all words of a text in turn, and so
 *  the answers that are needed next lie close together in memory. */
const columns: unknown[][] = [];

/** The word that callers get for an index before or behind the paragraph. */
export const noWord = new Word('');

/** Stored for an answer that is `undefined`, so that the question is not asked again. */
const nothing = Symbol('nothing');

/** A fact of a word by itself, worked out when first asked for. `read` must be pure: its answer lives as long as the process. */
export function perWord<T>(read: (word: string) => T): (word: Word) => T {
  const answers: unknown[] = [];
  columns.push(answers);
  return (word) => {
    const known = answers[word.number - first];
    if (known !== undefined) return (known === nothing ? undefined : known) as T;
    const value = read(word.text);
    if (word.number < first) word.number = next++;
    const place = word.number - first;
    // fill up to the place: V8 reads an array with holes slowly, for as long as it lives
    while (answers.length < place) answers.push(undefined);
    answers[place] = value === undefined ? nothing : value;
    return value;
  };
}

/** Most pieces of text that are remembered: the vocabulary of some thousand stories. Then the memory is emptied and filled anew. */
const MOST_PIECES = 1 << 16;
const SLOTS = MOST_PIECES * 2;
let most = MOST_PIECES;

/** Lowers the limit, for a program that runs all day and reads little at a time: a word with all its answers takes a kilobyte. */
export function rememberWords(pieces: number): void {
  most = Math.min(pieces, MOST_PIECES);
}

/** A piece of text and its word: "The" and "the" are two pieces and one word. */
interface Piece {
  readonly text: string;
  readonly folded: boolean;
  readonly word: Word;
}

/** Hash table of the pieces: 1 + the index of a piece, or 0. Where a slot is taken by another piece, the next slot is tried. */
let slots = new Int32Array(SLOTS);
let pieces: Piece[] = [];
let byText = new Map<string, Word>();

/**
 * The word that the characters `[from, to)` of the text are. Cuts no string where the piece was met before.
 * @param fold how the piece becomes a word, where that is not simply its characters; always the same function.
 */
export function wordIn(text: string, from: number, to: number, fold?: (piece: string) => string): Word {
  let hash = fold ? from - to : to - from;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  let slot = hash & (SLOTS - 1);
  for (let held = slots[slot] as number; held !== 0; held = slots[slot] as number) {
    const piece = pieces[held - 1] as Piece;
    if (piece.folded === (fold !== undefined) && standsAt(piece.text, text, from, to)) return piece.word;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (pieces.length >= most) {
    forget();
    slot = hash & (SLOTS - 1);
  }
  const piece = ownCopy(text.slice(from, to));
  const word = wordOf(fold ? fold(piece) : piece);
  slots[slot] = pieces.push({ text: piece, folded: fold !== undefined, word });
  return word;
}

/** The record of a word given as a string, lower case. */
export function wordOf(text: string): Word {
  let word = byText.get(text);
  if (!word) {
    if (byText.size >= most * 2) forget();
    byText.set(text, (word = new Word(text)));
  }
  return word;
}

function forget(): void {
  slots = new Int32Array(SLOTS);
  pieces = [];
  byText = new Map();
  first = next;
  for (const answers of columns) answers.length = 0;
}

function standsAt(piece: string, text: string, from: number, to: number): boolean {
  if (piece.length !== to - from) return false;
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
