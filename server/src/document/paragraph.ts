// The facts of one paragraph. They depend on its own text, its role, the quotation running into it and the house's own words, and on
// nothing else, so an edit elsewhere in the story leaves the very same object.
import type { Span } from '../text/span';
import type { HouseWords } from './house-words';
import type { Role } from './role';
import type { Tokens } from './token';

export interface Sentence extends Span {
  /** Tokens `[firstToken, lastToken)`. */
  readonly firstToken: number;
  readonly lastToken: number;
}

export type Mark = '"' | '“' | '„' | '«' | '»' | "'" | '‘' | "''" | '``' | '‚' | '‹';

export interface Quotation extends Span {
  /** From the opening mark to behind the closing one; `inner` without the marks. Relative to the paragraph. */
  readonly inner: Span;
  /** The opening mark as it stands in the text. */
  readonly mark: Mark;
  /** 0 outermost. A quotation inside another is 1. */
  readonly level: number;
  /** False where the paragraph ends first. */
  readonly closed: boolean;
  /** True where it takes up a quotation that the paragraph before left open (a running quotation). */
  readonly continues: boolean;
  readonly firstToken: number;
  readonly lastToken: number;
}

export interface Paragraph {
  /** What is no prose in copy is there as so many object replacement characters (U+FFFC). */
  readonly text: string;
  readonly role: Role;
  readonly tokens: Tokens;
  /** Cover every token; sorted; apart from one another. */
  readonly sentences: readonly Sentence[];
  /** Sorted by start, nested ones after the one that holds them. */
  readonly quotations: readonly Quotation[];
  /** BCP 47 primary tag as judged from the words, `und` where there are too few to tell. Only `en` and `und` are read as English. */
  readonly language: string;
  /** Nearly every letter is upper case: capitals say nothing about names here. */
  readonly allCaps: boolean;
  /** What is written letter for letter and nobody reads as words: addresses, code, templates. Sorted, apart from one another. */
  readonly opaque: readonly Span[];
  /** A quotation is left open at the end, and may run on in the next paragraph. */
  readonly leavesOpen: boolean;
  /** Where the house has some. */
  readonly words?: HouseWords;
}

/** What is read in its sentences, in order. Most hold nothing: where none does, nothing is made. */
export function inSentences<T>(
  { sentences }: Pick<Paragraph, 'sentences'>,
  read: (sentence: Sentence, index: number) => readonly T[],
): readonly T[] {
  let all: T[] | undefined;
  for (let i = 0; i < sentences.length; i++) {
    const found = read(sentences[i] as Sentence, i);
    if (!found.length) continue;
    all ??= [];
    for (let k = 0; k < found.length; k++) all.push(found[k] as T);
  }
  return all ?? none;
}

const none: readonly never[] = [];

export const isEnglish = ({ language }: Paragraph): boolean => language === 'en' || language === 'und';
