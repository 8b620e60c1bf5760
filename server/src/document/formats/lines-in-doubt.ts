// How sure we are that a line of a file is prose. A line in doubt is read, and keeps its findings; but nobody changes it unseen. It is
// told by its shape, and by what stands beside it: a comment above a program, a point below a setting, a row among rows.
import type { Span } from '../../text/span';
import { isPageField } from '../segment/doubtful-lines';
import { isCommandLine } from './command-lines';
import { type Line, linesOf } from './lines';
import { isProgram, isWordy } from './pasted';
import { isProgramLine } from './program-lines';
import type { Host } from './scan';

/**
 * `sentence`: copy for sure, where doubt ends. `words`: copy, unless a neighbour says otherwise. `remark`: a comment, where a program
 * stands beside it. `field`, `row`: data in company. `program`: in doubt by itself.
 */
type Kind = 'sentence' | 'words' | 'remark' | 'field' | 'row' | 'program';

/** Spans of the text in which a program may read, in order. Each line is looked at once. @param lines those that are not blank. */
export function linesInDoubt(text: string, lines: readonly Line[], host: Host): readonly Span[] {
  if (!MAY_DOUBT.test(text)) return [];
  const kinds = lines.map((line) => lineKindOf(contentOf(text, line, host), host));
  const doubtful = kinds.map((kind) => kind === 'program');
  for (const [from, to] of stretchesOf(lines)) {
    markData(kinds, doubtful, from, to);
    markChange(text, lines, doubtful, from, to);
  }
  markHead(text, lines, doubtful);
  if (doubtful.includes(true)) spread(text, lines, kinds, doubtful);
  return lines.filter((_, i) => doubtful[i]);
}

/** The same of Markdown's lines, where code between fences says itself what it is. @param from where the copy begins. */
export function markdownInDoubt(file: string, from: number): readonly Span[] {
  if (!MAY_DOUBT.test(file)) return [];
  let fence = '';
  let apart = 0;
  const lines: Line[] = [];
  for (const line of linesOf(file)) {
    const mark = /^(?:`{3,}|~{3,})/.exec(file.slice(line.start, Math.min(line.end, line.start + 12)))?.[0];
    const isCode = fence !== '' || mark !== undefined;
    if (mark) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (isCode || line.start < from) apart = 1;
    else {
      lines.push(apart ? { ...line, blankBefore: line.blankBefore + apart } : line);
      apart = 0;
    }
  }
  return linesInDoubt(file, lines, 'markdown');
}

/** What some line must hold that is in doubt. */
const MAY_DOUBT =
  /[=(){}[\]<>;\t@|]| {2}\S|:(?: |$)|"""|^[-+*]|^\w+ \w+;?$|^[^\w\n]{0,12}[\w./~$:\\-]{1,80} (?:\S{1,60} ){0,3}["'$~./-]|^.{0,12}\d\d:\d\d[: ]/m;

const contentOf = (text: string, { start, end }: Line, host: Host): string => {
  const line = text.slice(start, Math.min(end, start + LONGEST));
  return host === 'markdown' ? line.replace(/^(?:> ?){1,8}/, '') : line;
};

/** Units of a line that are looked at. */
const LONGEST = 300;

// ---- one line ------------------------------------------------------------------------------------------------------------

function lineKindOf(line: string, host: Host): Kind {
  if (SURELY_COPY.test(line) && !line.includes('"""')) return 'sentence';
  if (SIGN.test(line)) {
    const isCode = isProgramLine(line) || (isProgram(line) && !line.startsWith('<'));
    if (isCode && !(isWordy(line) && ENDS_SENTENCE.test(line))) return 'program';
  }
  if (isCommandLine(line) && !isWordy(line)) return 'program';
  if (RULER.test(line) || isRow(line, host)) return 'row';
  if (REMARK.test(line)) return 'remark';
  if (FIELD.test(line) && !ENDS_SENTENCE.test(line)) return 'field';
  return isSentence(line) ? 'sentence' : 'words';
}

/** Opens as a sentence does and ends as one, with words between. */
const SURELY_COPY = /^["“‘(]?[A-Z][a-z]+,? [^=(){}[\]<>\t]{12,280}[.!?]["”’]?$/;

/** What a program's line holds or opens with. */
const SIGN =
  /[=(){}[\]@*]|::|->|<-|"""|:$|^(?:\d{1,5} )?(?:import|package|module|namespace|use|using|require|include|class|interface|struct|trait|enum|impl|public|private|protected|static|final|abstract|export|async|override|protocol|defmodule|defp?|fn|func?|function|proc|sub|Sub|Function|Public|Private|void|int|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|FROM|WHERE|JOIN|ORDER|GROUP|VALUES|select|Scenario|Examples|Background|diff|index|sudo|git|npm|npx|pip3?|apt|apt-get|brew|docker|kubectl|curl|wget|cargo|go|make|ssh|chmod|mkdir|grep|sed|echo|cd|cp|mv|rm|ls|RUN|ENV|CMD|COPY|ENTRYPOINT|WORKDIR|ARG|EXPOSE|PRINT|LET|GOTO|REM|DIM|INPUT|Dim|End|graph|flowchart|sequenceDiagram|classDiagram|return)\b|^< |^[-+]{3} |---|-->|==>|\/\/|<\?|^.{0,12}\d\d:\d\d[: ]|^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL):/;

const ENDS_SENTENCE = /[.!?]["”’]?$/;

/** Below the heads of columns. */
const RULER = /^(?:[-=+|:]{3,}(?: {1,20}[-=+|:]{3,}){1,30}|[+|][-=+|:]{3,})$/;

/** A comment of some language, a point of a list of data. */
const REMARK = /^(?:#|--|\/[/*]|;|%|\*|'|\(\*|\{-|-|\+|REM\b|"$)/;

/** A name in small letters with a value of few words, or none: YAML and its kin. */
const FIELD = /^(?:- )?["']?[a-z_][\w.-]{0,40}["']?:(?: (?:["'[{|>&*!].*|\S+(?: \S+){0,5}))?$/;

const isSentence = (line: string): boolean =>
  isWordy(line) || (ENDS_SENTENCE.test(line) && /^["“‘'(]?[\p{Lu}\d]/u.test(line) && /(?: [^ ]+){3}/.test(line));

/** Cells with a tab, three spaces or, in plain text, a stroke between, none of them a sentence. A point's number or a dateline's dash stands before a tab too. */
function isRow(line: string, host: Host): boolean {
  if (host === 'text' && /^\|?[^|]+\|[^|]+\|/.test(line)) return isCells(line.split('|', MOST_CELLS));
  const cells = line.split(/\t| {3,}/, MOST_CELLS);
  if (cells.length > 1) return !POINT.test(cells[0] ?? '') && isCells(cells);
  const narrow = line.split(/ {2,}/, MOST_CELLS);
  return (
    narrow.length > 2 && !POINT.test(narrow[0] ?? '') && narrow.every((cell) => NARROW.test(cell)) && isNamed(narrow)
  );
}

/** One to three words. */
const NARROW = /^\S+(?: \S+){0,2}$/;

/** Names and figures mostly: copy that was spread to an even margin has small words. */
const isNamed = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /^["“(]?[\p{Lu}\p{N}]/u.test(cell)).length * 4 >= cells.length * 3;

const isCells = (cells: readonly string[]): boolean =>
  cells.every((cell) => !isWordy(cell) && (cell.length < LONGEST_CELL || !ENDS_SENTENCE.test(cell)));

const MOST_CELLS = 40;
const LONGEST_CELL = 60;
const POINT = /^(?:\W{0,3}|\(?(?:\d{1,3}|[a-z])[.)]|.{0,200}[.!?:]["”’]?|.{0,60}[-–—]{1,2})$/;

// ---- lines together ------------------------------------------------------------------------------------------------------

/** Runs of lines with no blank one between. */
function* stretchesOf(lines: readonly Line[]): Iterable<readonly [from: number, to: number]> {
  for (let from = 0, i = 1; from < lines.length; i++)
    if (i === lines.length || (lines[i] as Line).blankBefore > 0) {
      yield [from, i];
      from = i;
    }
}

/** Rows and fields count in company; a tab divides as it is. */
function markData(kinds: readonly Kind[], doubtful: boolean[], from: number, to: number): void {
  let fields = 0;
  for (let i = from; i < to; i++) {
    if (kinds[i] === 'field') fields++;
    if (kinds[i] === 'row' && (kinds[i - 1] === 'row' || kinds[i + 1] === 'row' || to - from === 1)) doubtful[i] = true;
  }
  const isData = fields >= 2 || (fields === 1 && doubtful.slice(from, to).includes(true));
  for (let i = from; i < to; i++) if (isData && kinds[i] === 'field') doubtful[i] = true;
}

/** Lines taken out and put in, sign before sign: `-He said no.` and `+He said yes.`; and all that stands below a change's head. */
function markChange(text: string, lines: readonly Line[], doubtful: boolean[], from: number, to: number): void {
  const sign = (i: number): string => {
    const { start = 0, end = 0 } = lines[i] ?? {};
    return end - start > 1 && /^[-+](?=[^\s\d+-])/.test(text.slice(start, start + 2)) ? text.charAt(start) : '';
  };
  let isChange = false;
  for (let i = from; i < to; i++) {
    if (/^(?:@@ -\d|diff --git )/.test(text.slice((lines[i] as Line).start, (lines[i] as Line).end))) isChange = true;
    const pair =
      sign(i) !== '' && ((sign(i) === '-' && sign(i + 1) === '+') || (sign(i) === '+' && sign(i - 1) === '-'));
    if (isChange || pair) doubtful[i] = true;
  }
}

/** The fields that a page begins with, for the program that makes it. */
function markHead(text: string, lines: readonly Line[], doubtful: boolean[]): void {
  let end = 0;
  let known = 0;
  for (; end < lines.length; end++) {
    const { start, end: stop, blankBefore } = lines[end] as Line;
    const line = text.slice(start, Math.min(stop, start + LONGEST));
    if ((end > 0 && blankBefore > 0) || !/^[A-Z][\w -]{1,24}: /.test(line)) break;
    if (isPageField(line)) known++;
  }
  if (known >= LEAST_FIELDS) doubtful.fill(true, 0, end);
  const line = (i: number): string =>
    text.slice(lines[i]?.start, Math.min(lines[i]?.end ?? 0, (lines[i]?.start ?? 0) + LONGEST));
  if (!PAGE_RULE.test(line(1)) || !PAGE_VALUE.test(line(0))) return;
  for (let i = 0; i < lines.length; i++)
    if (PAGE_VALUE.test(line(i)) && (PAGE_RULE.test(line(i + 1)) || PAGE_RULE.test(line(i - 1)))) doubtful[i] = true;
}

/** Kirby: a field, and a rule below each. */
const PAGE_VALUE = /^[A-Z][\w -]{0,24}:/;
const PAGE_RULE = /^-{4,}$/;

const LEAST_FIELDS = 3;

/** Doubt goes on from line to line, up and down, as far as no sentence stands; a comment is none, nor what stands in below a line. */
function spread(text: string, lines: readonly Line[], kinds: readonly Kind[], doubtful: boolean[]): void {
  let inText = false;
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const marks = text.slice(line.start, line.end).split('"""').length - 1;
    if (inText) doubtful[i] = true;
    if (marks % 2 === 1) inText = !inText && closesText(text, line.end);
    if (!above || !doubtful[i - 1] || kinds[i - 1] === 'row') continue;
    // behind a blank line only what stands in as far as a program does
    if (line.blankBefore > 0 && !(line.indent >= INDENT && above.indent >= INDENT)) continue;
    const standsIn = line.indent > above.indent && kinds[i - 1] === 'program';
    if (kinds[i] !== 'sentence' || standsIn) doubtful[i] = true;
  }
  for (let i = lines.length - 2; i >= 0; i--)
    if (
      doubtful[i + 1] &&
      (lines[i + 1] as Line).blankBefore === 0 &&
      kinds[i] !== 'sentence' &&
      kinds[i + 1] !== 'row'
    )
      doubtful[i] = true;
}

/** Columns by which Markdown tells code. */
const INDENT = 4;

/** Three marks open a text where three more close it, not far below. */
const closesText = (text: string, from: number): boolean => {
  const close = text.indexOf('"""', from);
  return close >= 0 && close - from <= LONGEST_TEXT;
};

const LONGEST_TEXT = 4000;
