// The lines of a file, with what their white space says. Every line end that Unicode knows ends one.
import { hasLetters, lettersIn } from '../../text/letters';
import { isSpace } from '../../text/span';

export interface Line {
  /** Of its first and behind its last character that is not white space; equal where it is blank. Offsets into the file. */
  readonly start: number;
  readonly end: number;
  /** Letters between the two, each one whatever it is typed with. */
  readonly width: number;
  /** Columns of white space before it; a tab reaches to the next multiple of 4. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly blankBefore: number;
}

/** The lines that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const isPlain = !hasLetters(text);
  let blankBefore = 0;
  for (let at = 0; at < text.length; ) {
    let start = at;
    let indent = 0;
    for (; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      if (endsLine(unit) || !isSpace(unit)) break;
      if (unit === 9) indent = (indent & ~3) + 4;
      else if (unit !== 0xfeff) indent++;
    }
    let end = start;
    let close = start;
    for (; close < text.length; close++) {
      const unit = text.charCodeAt(close);
      if (endsLine(unit)) break;
      if (!isSpace(unit)) end = close + 1;
    }
    if (end > start) {
      lines.push({ start, end, width: isPlain ? end - start : widthIn(text.slice(start, end)), indent, blankBefore });
      blankBefore = 0;
    } else if (close < text.length) blankBefore++;
    at = close + (text.charCodeAt(close) === 13 && text.charCodeAt(close + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Letters of a line or a word, each one whatever it is typed with. */
export function widthIn(line: string): number {
  let width = line.length;
  if (!hasLetters(line)) return width;
  for (const { start, end, read } of lettersIn(line)) width += read.length - (end - start);
  return width;
}

/** True for every line end that Unicode knows, in UTF-16 units. */
export const endsLine = (unit: number): boolean =>
  (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
