// Abbreviations and what their full stop says: read by tokens (the stop belongs to the word) and sentences (does it end one?).
import { data } from './abbreviations.tsv';

export type AbbreviationKind = 'title' | 'number' | 'joint' | 'month' | 'tail' | 'time';

export interface Abbreviation {
  readonly kind: AbbreviationKind;
  /** Only an abbreviation with a capital: "Sun." but not "sun." */
  readonly capital: boolean;
}

let table: Map<string, Abbreviation> | undefined;

/** @param word in lower case, without its last stop. */
export function abbreviation(word: string): Abbreviation | undefined {
  table ??= new Map(
    data.split('\n').map((line) => {
      const [form, kind] = line.split('\t') as [string, AbbreviationKind];
      const lower = form.toLowerCase();
      return [lower, { kind, capital: form !== lower }];
    }),
  );
  return table.get(word);
}
