// Tables in plain text: lines set in columns, and lists of results ("Net 1,788,000 vs 1,500,000"). No one may fold them into
// prose, and no one reads them as sentences.
import { Unit, unitKind } from '../../text/characters';
import { endsPhrase } from './layout';
import type { Line } from './lines';

/** White space of this many columns inside a line sets columns. */
const GAP = 3;
/** A line of more words is a sentence, whatever figures it holds. */
const MOST_WORDS = 14;
/** Words that are figures, of all words of the rows: sentences and headlines hold fewer. */
const DENSITY = 0.22;

/** What a line looks like as a row of a table. */
export interface Row {
  readonly words: number;
  readonly figures: number;
  readonly gaps: number;
}

/** True where the line is set in columns: gaps between its words, and figures or several such gaps. */
export const isColumns = ({ gaps, figures, words }: Row): boolean =>
  words <= MOST_WORDS && (gaps > 1 || (gaps === 1 && figures > 0));

/**
 * For each paragraph whether it is one of the rows of a table: short, a line each, without a full stop, in company, and
 * between them full of figures. A line without figures between two rows ("Six months") belongs to them.
 * @param groups the lines of each paragraph.
 * @param rowOf what each line looks like.
 */
export function tableRows(text: string, groups: readonly (readonly Line[])[], rowOf: (line: Line) => Row): boolean[] {
  const rows = groups.map((group) => {
    const [line] = group as [Line, ...Line[]];
    const row = rowOf(line);
    const mayBe = isColumns(row) || (group.length === 1 && row.words <= MOST_WORDS && !endsPhrase(text, line));
    return mayBe ? row : undefined;
  });
  const marked = groups.map(([line]) => isColumns(rowOf(line as Line)));
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    let words = 0;
    let figures = 0;
    let last = from;
    for (; to < rows.length && rows[to] !== undefined; to++) {
      const { words: w, figures: f } = rows[to] as Row;
      if (f > 0) last = to;
      else if (to - last > 1 || to === from) break;
      words += w;
      figures += f;
    }
    if (last > from && figures >= DENSITY * words) marked.fill(true, from, last + 1);
    from = Math.max(from, to - 1);
  }
  return marked;
}

/** Reads no further than it takes to see that the line is a sentence. */
export function readRow(text: string, line: Line): Row {
  let gaps = 0;
  let space = 0;
  let words = 0;
  let figures = 0;
  for (let at = line.start; at < line.end && words <= MOST_WORDS; at++) {
    const unit = text.charCodeAt(at);
    const kind = unitKind(unit);
    if (kind === Unit.space) {
      space += unit === 9 ? GAP : 1;
      continue;
    }
    if (at === line.start || space) {
      words++;
      if (kind === Unit.digit || kind === Unit.currency) figures++;
      // copy with wide spaces behind full stops is still prose
      if (space >= GAP && !endsPhrase(text, { ...line, end: behindWord(text, line.start, at) })) gaps++;
    }
    space = 0;
  }
  return { words, figures, gaps };
}

function behindWord(text: string, start: number, before: number): number {
  let at = before;
  while (at > start && unitKind(text.charCodeAt(at - 1)) === Unit.space) at--;
  return at;
}
