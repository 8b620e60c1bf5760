// The layout of a plain text, found from its lines: are they paragraphs, or was the copy wrapped by hand or machine?
import { Unit, unitKind } from '../../text/characters';
import type { Layout } from '../story';
import type { Line } from './lines';

/** Longer than any machine wrapped copy at, in columns: a line of this length is a paragraph. */
const LONGEST_WRAPPED = 110;
/** Shorter lines are headlines, slugs and sign-offs: they tell nothing about wrapping. A dateline may stand before the first. */
const SHORTEST_WRAPPED = 30;

export function layoutOf(text: string, lines: readonly Line[]): Layout {
  const long = lines.filter(({ start, end }) => end - start > LONGEST_WRAPPED).length;
  if (long * 5 <= lines.length && isWrapped(text, lines)) return 'wrapped';
  const apart = lines.filter(({ blankBefore }, i) => i > 0 && blankBefore > 0).length;
  return apart * 2 > lines.length - 1 ? 'blank-lines' : 'line-a-paragraph';
}

/** More lines break off inside a sentence at about one width than end where a paragraph may end. */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  const width = widthOf(lines);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (next.blankBefore > 0 || next.indent > line.indent + 1 || line.end - line.start < SHORTEST_WRAPPED) continue;
    const runsOn = !endsPhrase(text, line) && (opensLow(text, next) || (width > 45 && isFull(text, line, next, width)));
    if (runsOn) broken++;
    else if (!isFull(text, line, next, width)) whole++;
  }
  return broken > whole;
}

/** The width that the copy was wrapped at: its longest line, save the few that stick out. In columns, indent included. */
export function widthOf(lines: readonly Line[]): number {
  const widths = lines
    .map(columns)
    .filter((width) => width <= LONGEST_WRAPPED)
    .sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
}

export const columns = ({ start, end, indent }: Line): number => end - start + indent;

/** True where the next line's first word found no room any more, so that a machine had to break here. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  return columns(line) + 1 + firstWordLength(text, next) > width;
}

function firstWordLength(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && unitKind(text.charCodeAt(at)) !== Unit.space) at++;
  return at - start;
}

/** True where the line ends as a sentence or a list's head does, closing marks passed over. */
export function endsPhrase(text: string, { start, end }: Line): boolean {
  let at = end - 1;
  while (at > start && `"'”’»)]`.includes(text.charAt(at))) at--;
  return '.!?…:;'.includes(text.charAt(at));
}

/** True where the line goes on in lower case. */
export const opensLow = (text: string, { start }: Line): boolean => unitKind(text.charCodeAt(start)) === Unit.lower;
