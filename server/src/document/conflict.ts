// Two versions of a passage that a merge left side by side. Only the first is read: a story does not contradict itself because
// two desks have written it, and the marks between them are not copy.
import { endsLine } from './formats/lines';
import type { Problem } from './story';

export interface Resolution {
  /** As long as the text that was given, its lines where they were: marks and second versions are blank. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

interface Line {
  readonly start: number;
  /** Behind its last unit, the line end not counted. */
  readonly end: number;
}

/** Git's own marks, each seven long at the beginning of a line; one that lacks its others is copy like any. */
export function withoutConflicts(text: string): Resolution {
  if (!text.includes(OPEN)) return { text, problems: [] };
  const blank: Line[] = [];
  const problems: Problem[] = [];
  let opened: { readonly line: Line; readonly number: number } | undefined;
  let second: number | undefined;
  let divided = false;
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    const isMark = (mark: string): boolean => text.startsWith(mark, line.start);
    if (isMark(OPEN)) {
      [opened, second, divided] = [{ line, number }, undefined, false];
    } else if (opened && !divided && isMark(BASE)) second ??= line.start;
    else if (opened && isMark(DIVIDER) && line.end - line.start === DIVIDER.length) {
      second ??= line.start;
      divided = true;
    } else if (opened && divided && second !== undefined && isMark(CLOSE)) {
      blank.push(opened.line, { start: second, end: line.end });
      problems.push({ code: 'merge-conflict', message: MESSAGE, line: opened.number, column: 1 });
      opened = undefined;
    }
  }
  return blank.length ? { text: blanked(text, blank), problems } : { text, problems };
}

const [OPEN, BASE, DIVIDER, CLOSE] = ['<<<<<<< ', '||||||| ', '=======', '>>>>>>> '] as const;

const MESSAGE =
  'A merge has left two versions here, and only the first is read. Keep what is right and take the marks out before this runs.';

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !endsLine(text.charCodeAt(end))) end++;
    yield { start, end };
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

function blanked(text: string, spans: readonly Line[]): string {
  let at = 0;
  let left = '';
  for (const { start, end } of spans) {
    left += text.slice(at, start);
    for (let i = start; i < end; i++) left += endsLine(text.charCodeAt(i)) ? text[i] : ' ';
    at = end;
  }
  return left + text.slice(at);
}
