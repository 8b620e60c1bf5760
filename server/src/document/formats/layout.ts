// The layout of a plain text, found from its lines: are they paragraphs, or was the copy wrapped by hand or machine?
import { isLetter, Unit, unitKind } from '../../text/characters';
import type { Layout } from '../story';
import { type Line, widthIn } from './lines';

/** Longer than any machine wrapped copy at, in columns: a line of this length is a paragraph. */
const LONGEST_WRAPPED = 110;
/** Shorter lines are headlines, slugs and sign-offs: they tell nothing about wrapping. A dateline may stand before the first. */
const SHORTEST_WRAPPED = 24;
/** A narrower list of lines that break off is headlines, or verse. In columns. */
const NARROWEST = 45;

/** @param lines without the rows of tables: they say nothing about the copy round them. */
export function layoutOf(text: string, lines: readonly Line[]): Layout {
  const long = lines.filter(({ width }) => width > LONGEST_WRAPPED).length;
  if (long * 5 <= lines.length && isWrapped(text, lines)) return 'wrapped';
  const apart = lines.filter(({ blankBefore }, i) => i > 0 && blankBefore > 0).length;
  return apart * 2 > lines.length - 1 ? 'blank-lines' : 'line-a-paragraph';
}

/**
 * More lines break off at about one width than end where a paragraph may end. A line that goes on in lower case counts
 * twice: where a line is a paragraph there is none.
 */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  const width = widthOf(lines);
  let low = 0;
  let full = 0;
  let short = 0;
  let whole = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (next.blankBefore > 0 || next.indent > line.indent + 1 || line.width < SHORTEST_WRAPPED) continue;
    const atEdge = isFull(text, line, next, width);
    if (endsPhrase(text, line)) {
      if (!atEdge && next.indent <= line.indent) whole++;
    } else if (opensLow(text, next) || breaksPhrase(text, line)) low++;
    else if (atEdge) full++;
    else short++;
  }
  // lines that break off before a capital and short of the edge: headlines or rows, where nothing else says that copy is wrapped
  return 2 * low + (width > NARROWEST ? full : 0) > whole + (low > 0 ? 0 : short);
}

/** Words that no headline, slug or row ends with. */
const joints: ReadonlySet<string> = new Set(
  'a an the of to and or in for with on at by from its his her their that which who was were has had is are as'.split(
    ' ',
  ),
);

/** True where the line ends with a word that needs another: the copy was wrapped behind it, in capitals too. */
export function breaksPhrase(text: string, { start, end }: Line): boolean {
  let from = end;
  while (from > start && end - from < 7 && isLetter(text.charCodeAt(from - 1))) from--;
  return joints.has(text.slice(from, end).toLowerCase());
}

/** The width that the copy was wrapped at: its longest line, save the few that stick out. In columns, indent included. */
export function widthOf(lines: readonly Line[]): number {
  const widths = lines
    .map(columns)
    .filter((width) => width <= LONGEST_WRAPPED)
    .sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
}

export const columns = ({ width, indent }: Line): number => width + indent;

/** True where the next line's first word found no room any more, so that a machine had to break here. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  return columns(line) + 1 + firstWordLength(text, next) > width;
}

function firstWordLength(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && unitKind(text.charCodeAt(at)) !== Unit.space) at++;
  return widthIn(text.slice(start, at));
}

/** True where the line ends as a sentence or a list's head does, closing marks passed over. */
export function endsPhrase(text: string, { start, end }: Line): boolean {
  let at = end - 1;
  while (at > start && `"'”’»)]`.includes(text.charAt(at))) at--;
  return '.!?…:;'.includes(text.charAt(at));
}

/** True where the line goes on in lower case. */
export const opensLow = (text: string, { start }: Line): boolean => unitKind(text.charCodeAt(start)) === Unit.lower;
