// The scan for what is no prose: where it is, what it has looked for, what it makes of a place.
import { HIDDEN } from './hidden';

export type Host = 'markdown' | 'text';

export interface Scan {
  readonly text: string;
  readonly host: Host;
  /** Closing marks of which no more come: looked for once. */
  readonly none: Set<string>;
  /** Where each closing mark stands next: a text full of opening ones is gone through once for each kind. */
  readonly places: Map<string, number>;
  /** Where the next blank line is. */
  blank: number;
  /** Opening braces with where their pair ends. */
  pairs: ReadonlyMap<number, number> | undefined;
}

/** A piece from where the last one ended: hidden, or passed over as it is. */
export interface Piece {
  readonly end: number;
  readonly by?: string;
  /** Words of the copy, in which more may stand that is none. */
  readonly isCopy?: true;
}

export const hide = (end: number): readonly Piece[] => [{ end, by: HIDDEN }];
export const pass = (end: number): readonly Piece[] => [{ end }];

/** A template, shortcode or expression is no longer, in UTF-16 units; and it ends with its paragraph. */
export const LONGEST = 4000;

/** Where `close` stands behind `from` in the same paragraph, or -1. `from` never moves back by more than a mark. */
export function closingIn(scan: Scan, from: number, close: string): number {
  const found = closingBehind(scan, from, close);
  return found < blankBehind(scan, from) ? found : -1;
}

/** The same, blank lines or none: what opens with a mark that stands for nothing else may have several paragraphs in it. */
export function closingBehind(scan: Scan, from: number, close: string, longest = LONGEST): number {
  let found = scan.places.get(close) ?? -1;
  if (found < from) {
    found = scan.text.indexOf(close, from);
    if (found < 0) found = Number.POSITIVE_INFINITY;
    scan.places.set(close, found);
  }
  return found - from <= longest ? found : -1;
}

export function blankBehind(scan: Scan, from: number): number {
  if (scan.blank < from) {
    BLANK_LINE.lastIndex = from;
    scan.blank = BLANK_LINE.exec(scan.text)?.index ?? Number.POSITIVE_INFINITY;
  }
  return scan.blank;
}

const BLANK_LINE = /(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/g;
