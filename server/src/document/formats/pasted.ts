// What was pasted into a plain text and is no copy: rows of a spreadsheet, program text, JSON, logs. Told by shape, several lines of
// one kind together; one line alone is copy.
import type { Line } from './lines';

type Kind = 'rows' | 'program' | 'json' | 'log';

/** Fewer lines of a kind, of those with no blank line between, tell nothing. */
const FEWEST: Readonly<Record<Kind, number>> = { rows: 3, program: 2, json: 2, log: 2 };

/** For each line whether it was pasted. Each is looked at once. */
export function pastedLines(text: string, lines: readonly Line[]): boolean[] {
  const pasted = new Array<boolean>(lines.length).fill(false);
  if (!/[,;\t|{}()=[\]<]/.test(text)) return pasted;
  for (let from = 0; from < lines.length; ) {
    const kind = pastedShapeOf(text, lines, from);
    let to = from + 1;
    if (kind) {
      while (to < lines.length && goesOn(text, lines, to, kind)) to++;
      if (to - from >= FEWEST[kind.kind]) pasted.fill(true, from, to);
      else to = from + 1;
    }
    from = to;
  }
  return pasted;
}

interface Shape {
  readonly kind: Kind;
  /** Of rows: what divides them, and how often. */
  readonly mark?: string;
  readonly times?: number;
}

function pastedShapeOf(text: string, lines: readonly Line[], i: number): Shape | undefined {
  const line = read(text, lines[i]);
  if (isLog(line)) return { kind: 'log' };
  if (isProgram(line)) return { kind: 'program' };
  const next = read(text, lines[i + 1]);
  if (/^[[{]$/.test(line) && (isJson(next) || /^[[{]$/.test(next))) return { kind: 'json' };
  if (ENDS_SENTENCE.test(line)) return undefined;
  for (const mark of marks) {
    const times = countOf(line, mark);
    if (times >= FEWEST_MARKS[mark] && isRow(line, mark, times) && countOf(next, mark) === times)
      return { kind: 'rows', mark, times };
  }
  return undefined;
}

function goesOn(text: string, lines: readonly Line[], i: number, { kind, mark, times }: Shape): boolean {
  const { blankBefore } = lines[i] as Line;
  const line = read(text, lines[i]);
  if (kind === 'rows')
    return blankBefore === 0 && countOf(line, mark as string) === times && isRow(line, mark as string, times as number);
  if (kind === 'log') return blankBefore === 0 && (isLog(line) || /^\s*(?:at |\.\.\. |File "|Caused by)/.test(line));
  if (kind === 'json') return isJson(line) || /^[[\]{}],?$/.test(line);
  // a blank line, a comment or a line of words may stand in a program, where it goes on behind it
  return isProgram(line) || (blankBefore === 0 && isInside(line));
}

const marks = [',', ';', '\t', '|'] as const;

/** A row ends with no sentence's end. */
const ENDS_SENTENCE = /(?:[^\d]|[.!?]["”’])[.!?]["”’]?$/;

/** Two words with a comma between them are one row of two columns where three such lines follow one another. */
const FEWEST_MARKS = { ',': 1, ';': 1, '\t': 2, '|': 2 } as const;

const read = (text: string, line: Line | undefined): string =>
  line ? text.slice(line.start, Math.min(line.end, line.start + LONGEST)) : '';

/** Units of a line that are looked at. */
const LONGEST = 600;

// ---- rows ----------------------------------------------------------------------------------------------------------------

/** Marks outside of quotation marks; `spaced`: those with white space behind them alone. */
function countOf(line: string, mark: string, spaced = false): number {
  if (!line.includes(mark)) return 0;
  let times = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '"') quoted = !quoted;
    else if (character === mark && !quoted && (!spaced || /\s/.test(line.charAt(i + 1)))) times++;
  }
  return times;
}

/** "ZIMBABWE   nil   10,920": all its commas are those of figures, and it is a row of a table in copy. */
const hasFiguresOnly = (line: string, times: number): boolean => (line.match(/\d,\d{3}(?!\d)/g)?.length ?? 0) >= times;

/** Divided as programs write it: no space behind a comma, and no sentence's end. A tab divides as it is. */
function isRow(line: string, mark: string, times: number): boolean {
  if (ENDS_SENTENCE.test(line)) return false;
  if (mark === '\t') return times >= 2;
  if (mark === '|') return true;
  return countOf(line, mark, true) * 4 <= times && !(mark === ',' && hasFiguresOnly(line, times));
}

// ---- programs ------------------------------------------------------------------------------------------------------------

export const isProgram = (line: string): boolean =>
  /^(?:(?:export |public |private |static |async )*(?:const|let|var|function|class|def|fn|func|interface|struct|enum|namespace) [\w$]+ ?[=({:<]|import [\w{*"'$].* from ["']|import ["'][^"']+["'];?$|from [\w.]+ import |#include [<"]|#!\/|using [\w.]+;$|package [\w.]+;$|return .*;$|(?:if|for|while|switch|elif|else if) ?\(.*\) ?\{?$|\} ?else|<\/?[a-z][a-z\d-]*(?: [a-z-]+="[^"]*")*\s*\/?>$|<!DOCTYPE|<\?|SELECT .+ FROM |INSERT INTO |CREATE TABLE |[\w$.[\]"']{1,60} ?[+-]?= ?.*;$|[\w$.]{1,60}\(.*\);?$|\$ [a-z]+ -|\/\/ |\/\*|\*\/)/.test(
    line,
  ) && !(isWordy(line) && /[.!?]$/.test(line));

/** What stands in a program beside its statements. */
const isInside = (line: string): boolean =>
  /[;{}]$|^[})\]]|^[.?:] ?\w+|^\* |=>|^@\w+$|^[\w.-]{1,40}: [^ ]*[;,]?$|:$/.test(line) && !isWordy(line);

const isJson = (line: string): boolean =>
  /^"[^"]{1,80}"\s?:|^[[\]{}]{1,4},?$|^-?\d[\d.eE+-]*,?$|^"[^"]*",?$|^(?:true|false|null),?$|^\{.*\},?$/.test(line);

const isLog = (line: string): boolean =>
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?|\[?\d\d:\d\d:\d\d[\]., ]|\[(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\]|(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)[: ]|\d{1,3}(?:\.\d{1,3}){3} - |at [\w$.<>]+ ?\(|Traceback \(|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d )/.test(
    line,
  );

/** Four words in a row, in small letters: a sentence. */
export function isWordy(line: string): boolean {
  let row = 0;
  for (const word of line.split(' ')) {
    row = /^[a-z]{2,}[,.!?]?$/.test(word) ? row + 1 : 0;
    if (row >= 4) return true;
  }
  return false;
}
