// A table of preferred forms as a spreadsheet saves it: comma, semicolon or tab between the columns, with a head or without.
import Papa from 'papaparse';
import type { GlossaryForm } from '../config/glossary';
import { didYouMean } from '../text/nearest';
import { inText } from '../text/spelling';

export interface FormsTable {
  readonly forms: readonly GlossaryForm[];
  /** A sentence with its place for each row that cannot be read, and for rows that contradict one another. */
  readonly faults: readonly string[];
  /** How it was read, where a person may have meant otherwise. */
  readonly notes: readonly string[];
}

const columns = ['prefer', 'instead', 'source'] as const;
type Column = (typeof columns)[number];

/** @param name of the file: `.tsv` has tabs, others what stands between the columns of their first lines. */
export function formsIn(text: string, name: string): FormsTable {
  const delimiter = /\.tsv$/i.test(name) ? '\t' : '';
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), {
    delimiter,
    delimitersToGuess: [',', ';', '\t'],
  });
  const faults = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row, message }) => `${name}:${(row ?? 0) + 1}: ${message}. Close the quotation mark.`);
  const head = headOf(data[0] ?? []);
  if (typeof head === 'string') return { forms: [], faults: [...faults, `${name}:1: ${head}`], notes: [] };
  const placed: Placed[] = [];
  for (const [i, row] of data.entries()) {
    if ((head && i === 0) || row.every((one) => one.trim() === '')) continue;
    const cell = (column: Column): string => row[head ? head.indexOf(column) : columns.indexOf(column)]?.trim() ?? '';
    const [prefer, source] = [cell('prefer'), cell('source')];
    const instead = cell('instead')
      .split('|')
      .map((one) => one.trim())
      .filter(Boolean);
    if (prefer) placed.push({ line: i + 1, form: { prefer, instead, ...(source && { source }) } });
    else faults.push(`${name}:${i + 1}: There is no preferred form in this row. Write it into the column "prefer".`);
  }
  const against = contradictions(placed).map(({ line, message }) => `${name}:${line}: ${message}`);
  return {
    forms: placed.map(({ form }) => form),
    faults: [...faults, ...against],
    notes: [...notesOn(head, data, placed), ...severalInOne(placed, name)],
  };
}

interface Placed {
  readonly line: number;
  readonly form: GlossaryForm;
}

/** What each column holds; nothing where the first row is none; a sentence where it is one that cannot be told. */
function headOf(row: readonly string[]): readonly (Column | undefined)[] | string | undefined {
  const cells = row.map((cell) => cell.trim().toLowerCase().replace(/’/g, "'"));
  const named = cells.map((cell) => columns.find((column) => column === cell));
  const meant = named.includes('prefer') ? named : cells.map(meaning);
  if (meant.includes('prefer') && meant.includes('instead'))
    return meant.map((column, i) => (meant.indexOf(column) === i ? column : undefined));
  const slip = cells.map((cell, i) => (cell.length > 4 && !named[i] ? didYouMean(cell, columns) : '')).find(Boolean);
  const isHead = named.some(Boolean) || slip !== undefined || cells.some((cell) => ALONE.has(cell));
  if (named.includes('prefer') && cells.every((cell, i) => named[i] ?? cell === '')) return named;
  return isHead
    ? `This looks like the table's head, and names no column for ${meant.includes('prefer') ? 'what is replaced' : 'the preferred form'}.${slip ?? ''} Call the columns prefer, instead and source.`
    : undefined;
}

/** What a head of a house's own calls a column, by its words: "Do not use", "House style", "Why". */
function meaning(cell: string): Column | undefined {
  const words: readonly string[] = cell.match(/[a-z']+/g) ?? [];
  if (!words.length || words.length > MOST_WORDS) return undefined;
  const has = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  if (cell === 'use instead' || cell === 'write instead') return 'prefer';
  return has(REPLACED) ? 'instead' : has(PREFERRED) ? 'prefer' : has(SOURCE) ? 'source' : undefined;
}

/** A name in a column is longer, or a name. */
const MOST_WORDS = 4;
const PREFERRED = new Set(
  'prefer prefers preferred house use write correct right approved recommended standard canonical accepted style spelling form term name word ours yes to'.split(
    ' ',
  ),
);
const REPLACED = new Set(
  "instead wrong not avoid don't dont never incorrect banned deprecated variant variants alias aliases synonym synonyms nonstandard rejected forbidden discouraged replace replaces replaced alternative alternatives misspelling misspellings old bad from no".split(
    ' ',
  ),
);
const SOURCE = new Set('source sources reference note notes comment comments reason why decided'.split(' '));
/** Nobody's preferred form, alone in the first cell of a table. */
const ALONE: ReadonlySet<string> = new Set(
  'preferred correct approved recommended canonical wrong avoid incorrect banned deprecated variant variants alias aliases synonym synonyms misspelling house term'.split(
    ' ',
  ),
);

/** Rows that cannot both hold: the later would silently take the place of the other. */
function contradictions(placed: readonly Placed[]): { readonly line: number; readonly message: string }[] {
  const preferred = new Map<string, number>();
  const replaced = new Map<string, Placed>();
  const found: { line: number; message: string }[] = [];
  for (const one of placed) {
    const { line, form } = one;
    if (!preferred.has(form.prefer)) preferred.set(form.prefer, line);
    for (const spelling of form.instead) {
      const other = replaced.get(inText(spelling));
      if (other && other.form.prefer !== form.prefer)
        found.push({
          line,
          message: `“${spelling}” becomes “${form.prefer}” here and “${other.form.prefer}” on line ${other.line}. Keep one.`,
        });
      replaced.set(inText(spelling), other ?? one);
    }
  }
  for (const { line, form } of placed)
    for (const spelling of form.instead) {
      const at = spelling === form.prefer ? undefined : preferred.get(spelling);
      if (at !== undefined)
        found.push({ line, message: `“${spelling}” is replaced here and preferred on line ${at}. Keep one.` });
    }
  return found.sort((a, b) => a.line - b.line);
}

/** A form that looks like several: where commas part the columns, a semicolon parts nothing. */
const severalInOne = (placed: readonly Placed[], name: string): string[] =>
  placed.flatMap(({ line, form }) =>
    form.instead
      .filter((spelling) => spelling.includes(';'))
      .map((spelling) => `${name}:${line}: “${spelling}” is taken for one form. Where it is several, write | between.`),
  );

function notesOn(
  head: readonly (Column | undefined)[] | undefined,
  data: readonly (readonly string[])[],
  [first]: readonly Placed[],
): string[] {
  if (head)
    return (data[0] ?? []).flatMap((cell, i) =>
      head[i] || !cell.trim() ? [] : [`The column “${cell.trim()}” is not taken over.`],
    );
  if (!first) return [];
  const { prefer, instead } = first.form;
  const for_ = instead.length ? ` for ${instead.map((one) => `“${one}”`).join(', ')}` : '';
  return [`The table has no head, so line ${first.line} counts as a form: “${prefer}”${for_}.`];
}
