// A table of preferred forms as a spreadsheet saves it: comma, semicolon or tab between the columns.
import Papa from 'papaparse';
import type { GlossaryForm } from '../config/glossary';

export interface FormsTable {
  readonly forms: readonly GlossaryForm[];
  /** A sentence with its place for each row that cannot be read. */
  readonly faults: readonly string[];
}

/** Columns in this order where no head names them. */
const columns = ['prefer', 'instead', 'source'] as const;

/** @param name of the file: `.tsv` has tabs, others what stands between the columns of their first lines. */
export function formsIn(text: string, name: string): FormsTable {
  const delimiter = /\.tsv$/i.test(name) ? '\t' : '';
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), {
    delimiter,
    delimitersToGuess: [',', ';', '\t'],
  });
  const faults = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row, message }) => `${name}:${(row ?? 0) + 1}: ${message}. Close the quotation mark.`);
  const head = data[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const hasHead = head.includes('prefer');
  const at = (column: (typeof columns)[number]): number => (hasHead ? head.indexOf(column) : columns.indexOf(column));
  const forms: GlossaryForm[] = [];
  for (const [i, row] of data.entries()) {
    const cell = (column: (typeof columns)[number]): string => row[at(column)]?.trim() ?? '';
    if ((hasHead && i === 0) || row.every((one) => one.trim() === '')) continue;
    const [prefer, source] = [cell('prefer'), cell('source')];
    const instead = cell('instead')
      .split('|')
      .map((one) => one.trim())
      .filter(Boolean);
    if (prefer) forms.push({ prefer, instead, ...(source && { source }) });
    else faults.push(`${name}:${i + 1}: There is no preferred form in this row. Write it into the column "prefer".`);
  }
  return { forms, faults };
}
