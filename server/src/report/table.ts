// A table for a terminal.

/** Rows as lines, indented, each column as wide as its widest cell. The last one is left ragged. */
export function columnsOf(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.min(48, Math.max(...rows.map((row) => (row[c] ?? '').length))));
  return rows.map(
    (row) => indent + row.map((cell, c) => (c < row.length - 1 ? cell.padEnd(widths[c] ?? 0) : cell)).join('  '),
  );
}
