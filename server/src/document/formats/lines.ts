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
    LINE_END.lastIndex = at;
    const next = LINE_END.test(text) ? LINE_END.lastIndex : text.length + 1;
    const close = next - (text.charCodeAt(next - 1) === 10 && text.charCodeAt(next - 2) === 13 ? 2 : 1);
    let start = at;
    let indent = 0;
    for (; start < close; start++) {
      const unit = text.charCodeAt(start);
      if (!isSpace(unit)) break;
      if (unit === 9) indent = (indent & ~3) + 4;
      else if (unit !== 0xfeff) indent++;
    }
    let end = close;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) {
      lines.push({ start, end, width: isPlain ? end - start : widthIn(text.slice(start, end)), indent, blankBefore });
      blankBefore = 0;
    } else if (close < text.length) blankBefore++;
    at = next;
  }
  return lines;
}

/** What {@link endsLine} tells of a unit, found by the engine's own search. */
const LINE_END = /\r\n|[\n-\r\u0085\u2028\u2029]/g;

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
