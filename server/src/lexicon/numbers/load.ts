// The number lexicons, read at first use.
import { data as boundLines } from './bounds.tsv';
import { data as unitLines } from './units.tsv';
import { data as wordLines } from './words.tsv';
import { type Row, rowsOf } from '../schema';
import * as schemas from '../schemas';

export type NumberWordKind = Row<typeof schemas.numberWords>['kind'];
export type Bound = Row<typeof schemas.bounds>['bound'];
export type Unit = Row<typeof schemas.units>['unit'];

export interface NumberLexicon {
  /** A word may be several: "third" is a share and an ordinal. */
  readonly words: ReadonlyMap<string, ReadonlyMap<NumberWordKind, number>>;
  /** By first word; the longest phrase first. */
  readonly bounds: ReadonlyMap<string, readonly Phrase<Bound>[]>;
  readonly units: ReadonlyMap<string, readonly Phrase<Unit>[]>;
  /** Every word that a quantity in words can begin with, the part before a hyphen included. */
  readonly starts: ReadonlySet<string>;
}

export interface Phrase<T> {
  readonly words: readonly string[];
  readonly is: T;
}

let known: NumberLexicon | undefined;

export function numberLexicon(): NumberLexicon {
  if (known) return known;
  const words = readWords();
  const bounds = readPhrases(rowsOf(schemas.bounds, boundLines).map(({ bound, words }) => ({ words, is: bound })));
  const units = readPhrases(rowsOf(schemas.units, unitLines).map(({ unit, words }) => ({ words, is: unit })));
  return (known = { words, bounds, units, starts: new Set([...words.keys(), ...bounds.keys(), 'tens']) });
}

function readWords(): Map<string, Map<NumberWordKind, number>> {
  const words = new Map<string, Map<NumberWordKind, number>>();
  for (const { kind, word, value } of rowsOf(schemas.numberWords, wordLines)) {
    const kinds = words.get(word) ?? new Map<NumberWordKind, number>();
    words.set(word, kinds.set(kind, value));
  }
  return words;
}

function readPhrases<T>(rows: readonly Phrase<T>[]): Map<string, Phrase<T>[]> {
  const phrases = new Map<string, Phrase<T>[]>();
  for (const phrase of rows) {
    const first = phrase.words[0] as string;
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), phrase].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return phrases;
}
