// How a lexicon is laid out: what its columns are called and what may stand in them. The checks of every build and the loaders
// read the same description (schemas.ts), so a loader never meets a cell that was not looked at.

/** What a cell holds. Words and phrases are written as tokens are (document/token.ts); `new` ones stand in one row only. */
export type Cell = { readonly optional?: true } & CellKind;

type CellKind =
  /** Each value has a row, but where `some` will do. */
  | { readonly is: 'one of'; readonly values: readonly string[]; readonly some?: true }
  | { readonly is: 'word' | 'words' | 'phrase'; readonly new?: true; readonly capitals?: true }
  /** Phrases with `|` between. */
  | { readonly is: 'phrases' }
  /** A name for the row, or the name of a row of another table. */
  | { readonly is: 'id'; readonly of?: string }
  /** Classes and ids with commas between, a `-` before what is left out. */
  | { readonly is: 'ids'; readonly of: string; readonly or: readonly string[] }
  | { readonly is: 'number' | 'numbers'; readonly from: number; readonly to: number }
  /** Two cells in one, with a semicolon or a space between. */
  | { readonly is: 'pair'; readonly between: '; ' | ' '; readonly cells: readonly [Cell, Cell] }
  /** Words of groups: `word~`, `two_words`, `<group>` (lexicon/claims/inflect.ts). */
  | { readonly is: 'entries'; readonly groups: string }
  /** A token pattern (language/patterns.ts), with the groups that it may name. */
  | { readonly is: 'pattern'; readonly groups?: string }
  /** A sentence of copy that the row's pattern stands in, or one in which it does not. */
  | { readonly is: 'example' }
  /** The name of a class, as the sources ask for it (language/closed-classes.ts). */
  | { readonly is: 'class' }
  /** Letters as they stand in a draft; what changes stands in braces. */
  | { readonly is: 'form' }
  /** What a person reads: why, what it is, where it was seen. */
  | { readonly is: 'prose' };

export interface Table {
  /** Its file, below this folder. */
  readonly file: string;
  readonly columns: Readonly<Record<string, Cell>>;
  /** What stands between the columns. */
  readonly between: '\t' | ': ' | ' ';
  /** Rows that begin alike are one list: long ones take several lines. */
  readonly lists?: true;
  /** What ships is a word a line, sorted, each with its lists behind it: nothing is read but what is asked for (sorted.ts). */
  readonly sorted?: true;
}

type Value<C extends Cell> = C extends { readonly is: 'one of'; readonly values: readonly (infer V)[] }
  ? V
  : C extends { readonly is: 'number' }
    ? number
    : C extends { readonly is: 'words' | 'entries' | 'phrase' }
      ? readonly string[]
      : string;

/** A row of the table, its cells by the names of their columns. */
export type Row<T extends Table> = {
  readonly [K in keyof T['columns']]: T['columns'][K] extends { readonly optional: true }
    ? Value<T['columns'][K]> | undefined
    : Value<T['columns'][K]>;
};

/** The rows of what ships of a table. */
export function rowsOf<T extends Table>(table: T, data: string): Row<T>[] {
  const columns = Object.entries(table.columns);
  return data.split('\n').map((line) => {
    const cells = line.split(table.between);
    const row: Record<string, unknown> = {};
    for (const [i, [name, cell]] of columns.entries()) row[name] = cellValue(cell, cells[i]);
    return row as Row<T>;
  });
}

function cellValue({ is }: Cell, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  if (is === 'number') return Number(text);
  return is === 'words' || is === 'entries' || is === 'phrase' ? text.split(' ') : text;
}
