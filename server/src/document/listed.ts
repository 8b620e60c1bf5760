// Where a house's listed words stand in a paragraph: whole words and marks, one space for any white space, a possessive ending allowed.
import { inText } from '../text/spelling';
import type { Span } from '../text/span';
import type { Paragraph } from './paragraph';

/** Entries by their first character, the longest first. Built once for a list. */
export interface Listed {
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
  /** Capitals and kinds of apostrophe do not count. */
  readonly anyCase: boolean;
}

/** An entry where it stands. Tokens `[first, last)`; offsets relative to the paragraph, the possessive ending left out. */
export interface ListedHere extends Span {
  readonly first: number;
  readonly last: number;
}

export function listed(entries: readonly string[], anyCase: boolean): Listed {
  const byInitial = new Map<string, string[]>();
  for (const entry of entries) {
    const text = anyCase ? inText(entry) : entry;
    const same = byInitial.get(text.charAt(0));
    if (same) same.push(text);
    else byInitial.set(text.charAt(0), [text]);
  }
  for (const same of byInitial.values()) same.sort((a, b) => b.length - a.length);
  return { byInitial, anyCase };
}

/** In order, apart from one another; the longest entry at each place. */
export function listedIn(
  { tokens, text }: Pick<Paragraph, 'tokens' | 'text'>,
  { byInitial, anyCase }: Listed,
): readonly ListedHere[] {
  const found: ListedHere[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const start = tokens.start[first] as number;
    const initial = text.charAt(start);
    const entry = byInitial.get(anyCase ? inText(initial) : initial)?.find((one) => {
      const here = text.slice(start, start + one.length);
      return (anyCase ? inText(here) : here) === one && !goesOn(text, start + one.length);
    });
    if (entry === undefined) continue;
    const end = start + entry.length;
    let last = first + 1;
    while (last < tokens.length && (tokens.start[last] as number) < end) last++;
    found.push({ start, end, first, last });
    first = last - 1;
  }
  return found;
}

/** A word goes on at the offset: "insiders" is no "insider". Behind a mark anything may follow. */
const goesOn = (text: string, at: number): boolean => PART_OF_WORD.test(text.slice(at - 1, at + 1));
const PART_OF_WORD = /^[\p{L}\p{M}\p{N}]{2}$/u;
