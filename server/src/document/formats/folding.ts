// Which lines of wrapped copy belong to one paragraph.
import { opensSentences } from '../../lexicon/sentence-starters';
import { isLetter, Unit, unitKind } from '../../text/characters';
import { breaksPhrase, columns, endsPhrase, isFull, opensLow, widthOf } from './layout';
import type { Line } from './lines';

/** Columns by which a paragraph's first line stands in, at least. */
const INDENT = 2;

/** How a wrapped text sets its paragraphs. */
export interface Setting {
  /** The copy's width, in columns. */
  readonly width: number;
  /** Columns at which a paragraph's first line stands; 0 where paragraphs are not indented. */
  readonly indent: number;
}

/** Paragraphs are indented where lines that stand in are followed by lines that do not. */
export function settingOf(lines: readonly Line[]): Setting {
  let base = Number.POSITIVE_INFINITY;
  for (const { indent } of lines) if (indent < base) base = indent;
  let indent = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || next.blankBefore > 0 || line.indent < base + INDENT || next.indent >= base + INDENT) continue;
    if (indent === 0 || line.indent < indent) indent = line.indent;
  }
  return { width: widthOf(lines), indent };
}

interface Place extends Setting {
  /** The line is the first of its paragraph. */
  readonly first: boolean;
}

/** Whether the line behind `i` goes on with its paragraph. */
export function isSameParagraph(
  text: string,
  lines: readonly Line[],
  i: number,
  { width, indent, first }: Place,
): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  if (next.blankBefore > 0) return false;
  if (indent ? next.indent >= indent : next.indent >= line.indent + INDENT) return false;
  const ended = endsPhrase(text, line);
  const standsIn = next.indent > line.indent;
  if (ended && standsIn) return false;
  if ((ended || standsIn) && isLone(text, lines, i + 1)) return false;
  if (isFull(text, line, next, width)) return true;
  // room was left for the next word: a ragged margin inside a sentence, or the line was a headline or a paragraph's last
  if (isCapitals(text, line) !== isCapitals(text, next)) return false;
  if (opensLow(text, next) || breaksPhrase(text, line)) return true;
  if (indent) return ended || !first || !opensSentences(firstWord(text, next));
  return !ended && columns(line) * 10 > width * 7;
}

const firstWord = (text: string, { start, end }: Line): string => {
  let at = start;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  return text.slice(start, at).toLowerCase();
};

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
