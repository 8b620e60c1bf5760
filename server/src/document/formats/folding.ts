// Which lines of wrapped copy belong to one paragraph, and which are rows of figures that no one may fold.
import { Unit, unitKind } from '../../text/characters';
import { columns, endsPhrase, isFull, opensLow } from './layout';
import type { Line } from './lines';

/** Columns by which a paragraph's first line stands in, at least. */
const INDENT = 2;

interface Place {
  /** The copy's width, in columns. */
  readonly width: number;
  /** The line at `i` is the first of its paragraph. */
  readonly first: boolean;
}

/** Whether the line behind `i` goes on with its paragraph. */
export function isSameParagraph(text: string, lines: readonly Line[], i: number, { width, first }: Place): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  if (next.blankBefore > 0) return false;
  const ended = endsPhrase(text, line);
  if (next.indent >= line.indent + INDENT) return false;
  if (next.indent > line.indent && ended) return false;
  if (!first && next.indent + INDENT <= line.indent) return false;
  if (isCapitals(text, line) !== isCapitals(text, next) && !isFull(text, line, next, width)) return false;
  if (ended && isLone(text, lines, i + 1)) return false;
  if (isFull(text, line, next, width)) return true;
  // room was left for the next word: only a ragged margin inside a sentence, else a headline or a paragraph's last line
  return opensLow(text, next) || (!ended && columns(line) * 10 > width * 7);
}

/** The last line of its paragraph, a few words without a full stop: a sign-off or a credit, not the end of a sentence. */
function isLone(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  if (next && next.blankBefore === 0 && next.indent <= line.indent) return false;
  return !endsPhrase(text, line) && !opensLow(text, line) && wordsIn(text, line) <= 4;
}

function wordsIn(text: string, { start, end }: Line): number {
  let words = 0;
  for (let at = start, inside = false; at < end; at++) {
    const space = unitKind(text.charCodeAt(at)) === Unit.space;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

/** Letters, and none in lower case. */
function isCapitals(text: string, { start, end }: Line): boolean {
  let upper = false;
  for (let at = start; at < end; at++) {
    const kind = unitKind(text.charCodeAt(at));
    if (kind === Unit.lower) return false;
    upper ||= kind === Unit.upper;
  }
  return upper;
}

/** For each line whether it is a row: words and figures set in columns, or a short line that is mostly figures. */
export function isTabular(text: string, lines: readonly Line[]): boolean[] {
  const rows = lines.map((line) => row(text, line));
  // one line full of figures between sentences is a sentence; rows come in company
  return rows.map(
    (kind, i) => kind === 'columns' || (kind === 'figures' && (rows[i - 1] !== '' || rows[i + 1] !== '')),
  );
}

/** White space of this many columns inside a line sets columns. */
const GAP = 3;

function row(text: string, line: Line): 'columns' | 'figures' | '' {
  let gaps = 0;
  let space = 0;
  let words = 0;
  let figures = 0;
  for (let at = line.start; at < line.end; at++) {
    const unit = text.charCodeAt(at);
    const kind = unitKind(unit);
    if (kind === Unit.space) {
      space += unit === 9 ? GAP : 1;
      continue;
    }
    if (at === line.start || space) {
      words++;
      if (kind === Unit.digit || kind === Unit.currency) figures++;
      if (space >= GAP && !'.!?"”'.includes(text.charAt(at - space - 1) || ' ')) gaps++;
    }
    space = 0;
  }
  if (gaps && (figures > 0 || gaps > 1) && words <= 16) return 'columns';
  return figures * 5 >= words * 2 && figures > 1 && words <= 14 && !endsPhrase(text, line) ? 'figures' : '';
}
