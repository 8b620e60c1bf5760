// Order and overlap of the protocol's positions and ranges.
import type { Position, Range } from 'vscode-languageserver-types';

/** Below 0 where `a` comes first, 0 where they are one place. */
export const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** True where the two ranges share a place, their ends included: a cursor behind the last letter is on the word. */
export const touch = (a: Range, b: Range): boolean => order(a.start, b.end) <= 0 && order(b.start, a.end) <= 0;

/** True where the place is in the range or at one of its ends. */
export const holds = (range: Range, at: Position): boolean => touch(range, { start: at, end: at });

/** True where no end of `inner` is outside `outer`. */
export const isInside = (inner: Range, outer: Range): boolean =>
  order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
