// The number lexicons, read at first use.
import { data as boundLines } from './bounds.tsv';
import { data as unitLines } from './units.tsv';
import { data as wordLines } from './words.tsv';

export type NumberWordKind = 'digit' | 'teen' | 'tens' | 'scale' | 'vague' | 'share' | 'ordinal';
export type Bound = 'least' | 'most' | 'about';
export type Unit = 'percent' | 'money';

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
  const bounds = readPhrases<Bound>(boundLines);
  const units = readPhrases<Unit>(unitLines);
  return (known = { words, bounds, units, starts: new Set([...words.keys(), ...bounds.keys(), 'tens']) });
}

function readWords(): Map<string, Map<NumberWordKind, number>> {
  const words = new Map<string, Map<NumberWordKind, number>>();
  for (const line of wordLines.split('\n')) {
    const [kind, word, value] = line.split('\t') as [NumberWordKind, string, string];
    const kinds = words.get(word) ?? new Map<NumberWordKind, number>();
    words.set(word, kinds.set(kind, Number(value)));
  }
  return words;
}

function readPhrases<T extends string>(lines: string): Map<string, Phrase<T>[]> {
  const phrases = new Map<string, Phrase<T>[]>();
  for (const line of lines.split('\n')) {
    const [is, text] = line.split('\t') as [T, string];
    const words = text.split(' ');
    const first = words[0] as string;
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), { words, is }].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return phrases;
}
