// A table for a terminal.
import { wrap } from './wrap';

/** Rows as lines, indented, each column as wide as its widest cell. The last one is left ragged. */
export function columnsOf(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.min(48, Math.max(...rows.map((row) => (row[c] ?? '').length))));
  return rows.map(
    (row) => indent + row.map((cell, c) => (c < row.length - 1 ? cell.padEnd(widths[c] ?? 0) : cell)).join('  '),
  );
}

/** Columns of the screen that everybody has. */
export const SCREEN = 80;

/** Terms and what they are, the latter wrapped beside them; a term that is too long has a line of its own. */
export function definitions(rows: readonly (readonly [term: string, what: string])[], most: number): string[] {
  const width = Math.max(0, ...rows.map(([{ length }]) => length).filter((length) => length <= most));
  const beside = ' '.repeat(width + 4);
  return rows.flatMap(([term, what]) => {
    const [first = '', ...rest] = wrap(what, SCREEN - beside.length);
    const lines = rest.map((line) => beside + line);
    return term.length > width
      ? [`  ${term}`, beside + first, ...lines]
      : [`  ${term.padEnd(width)}  ${first}`.trimEnd(), ...lines];
  });
}
