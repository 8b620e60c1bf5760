// Words, each one record for all texts: found by its characters, so that what is asked of a word by itself is answered once.
import { ownCopy } from '../text/span';

/** A word as {@link Tokens.word} has it; what is known of it is asked through {@link perWord}. */
export class Word {
  /** Its place in what is remembered of words: the commonest words are met first and lie side by side. */
  number = next++;
  constructor(readonly text: string) {}
}

/** The next number, and the first that is remembered: words with a lower one were met before all was forgotten. */
let next = 0;
let first = 0;

/** The answers to each question, by the number of the word. A column a question and not a row a word: a text asks one question of
 *  all its words, and those that it asks about most stand close together in memory. */
const columns: unknown[][] = [];

/** Stands past either end of a paragraph. */
export const noWord = new Word('');

/** In the place of an answer that is `undefined`. */
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
    // no hole: an array with holes is read slowly for good
    while (answers.length < place) answers.push(undefined);
    answers[place] = value === undefined ? nothing : value;
    return value;
  };
}

/** Pieces of text remembered at most: the vocabulary of some thousand stories. Then all is forgotten and learnt anew. */
const MOST_PIECES = 1 << 16;
const SLOTS = MOST_PIECES * 2;
let most = MOST_PIECES;

/** For a program that lives all day and reads little at a time: a word with all that is known of it takes a kilobyte. */
export function rememberWords(pieces: number): void {
  most = Math.min(pieces, MOST_PIECES);
}

/** A piece of text and the word that it is: "The" and "the" are one. */
interface Piece {
  readonly text: string;
  readonly folded: boolean;
  readonly word: Word;
}

/** 1 + the index of a piece, by the hash of its characters; a taken slot sends on to the next. */
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
