// Lines and columns of a text, for people: 1-based, columns in UTF-16 code units.
import type { Span } from './span';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The end is behind the last unit. */
export interface LineRange extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

export interface LineIndex {
  /** Offset of each line's first unit. Never empty. */
  readonly starts: readonly number[];
}

/** Reads line ends as LF, CRLF and CR. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { starts };
}

export function positionAt({ starts }: LineIndex, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}

export function rangeAt(lines: LineIndex, { start, end }: Span): LineRange {
  const from = positionAt(lines, start);
  const to = positionAt(lines, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
