// Comma-separated values (RFC 4180) that a spreadsheet can open without harm.

/** Rows with CRLF between them. Every cell is one line: line breaks are to be taken out before. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises on CSV injection: in a cell that
 * comes from a draft, `=HYPERLINK(…)` is a stranger's code. The full-width forms count too.
 */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^\s*[=+\-@|%＝＋－＠]|^[\t\r]/;
