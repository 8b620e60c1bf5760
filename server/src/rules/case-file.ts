// Case files: Markdown that a journalist can read, run as tests of a rule. See CONTRIBUTING.md for the form.
import type { Draft } from '../document/draft';
import type { Span } from '../text/span';

/** What one mark in a fence asks for. Offsets into the unmarked text. */
export interface Expected {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Behind the rule's colon: the class, or a remark. */
  readonly remark: string;
  /** For `{~~old~>new~~}` and `{--old--}`: what the fix puts there. */
  readonly becomes?: string;
}

export interface Case {
  readonly name: string;
  /** Line of the fence in the file, from 1. */
  readonly line: number;
  readonly text: string;
  readonly info: Readonly<Record<string, string>>;
  readonly format: Draft['format'];
  readonly expected: readonly Expected[];
}

/** Languages of fences that are run, and the format of each. */
const formats = { text: 'text', markdown: 'markdown', wire: 'wire-copy' } as const;

/**
 * @param strict each fence is a case: in `cases.md`. A manual has fences of other languages too.
 * @throws an error with the line where the file is not a case file.
 */
export function readCases(file: string, strict = false): Case[] {
  const cases: Case[] = [];
  let heading = '';
  const lines = file.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, '').trim();
    const fence = fenceIn(line);
    if (!fence) continue;
    const close = lines.indexOf(fence.ticks, i + 1);
    if (close < 0) throw new Error(`line ${i + 1}: the fence is never closed`);
    const { language } = fence;
    const format: Draft['format'] | undefined = Object.hasOwn(formats, language)
      ? formats[language as keyof typeof formats]
      : undefined;
    if (strict && !format)
      throw new Error(
        `line ${i + 1}: nobody runs a fence of "${language}"; call it ${Object.keys(formats).join(', ')}`,
      );
    if (format) {
      const { text, expected } = unmark(lines.slice(i + 1, close).join('\n'), i + 2);
      cases.push({ name: heading, line: i + 1, text, expected, format, info: readInfo(fence.info, i + 1) });
    }
    i = close;
  }
  return cases;
}

/** A line that opens a fence: its ticks, what is fenced, and what is said of it. */
function fenceIn(line: string): { ticks: string; language: string; info: string } | undefined {
  const [ticks] = /^`{3,}/.exec(line) ?? [];
  if (ticks === undefined) return undefined;
  const behind = line.slice(ticks.length);
  const end = behind.search(/\s/);
  if (end < 0) return { ticks, language: behind, info: '' };
  return behind[end] === ' '
    ? { ticks, language: behind.slice(0, end), info: behind.slice(end).trimStart() }
    : undefined;
}

function readInfo(info: string, line: number): Record<string, string> {
  return Object.fromEntries(
    (info.match(/[^\s=]+=(?:"[^"]*"|\S+)|\S+/g) ?? []).map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error(`line ${line}: "${pair}" is not key=value`);
      return [pair.slice(0, at), pair.slice(at + 1).replace(/^"|"$/g, '')];
    }),
  );
}

const MARK = /\{(?:==|~~|--)/g;
/** Each with what stands in it and what closes it. */
const closing: Readonly<Record<string, readonly string[]>> = { '{==': ['==}'], '{~~': ['~>', '~~}'], '{--': ['--}'] };

interface Mark extends Span {
  readonly flagged: string;
  readonly becomes?: string;
}

/** The whole marks, one behind the other. What is opened and not closed is none, and is looked for once. */
function* marksIn(text: string): Generator<Mark, void, number> {
  const open = new Set(Object.keys(closing));
  let from = 0;
  while (open.size) {
    MARK.lastIndex = from;
    const found = MARK.exec(text);
    if (!found) return;
    const [opener] = found;
    const edges = [found.index + opener.length];
    for (const edge of closing[opener] as readonly string[]) edges.push(text.indexOf(edge, edges.at(-1)));
    from = found.index + 1;
    if (edges.includes(-1) || !open.has(opener)) open.delete(opener);
    else {
      const end = (edges.at(-1) as number) + 3;
      const [start, first, last] = edges as [number, number, number | undefined];
      const becomes = last === undefined ? (opener === '{--' ? '' : undefined) : text.slice(first + 2, last);
      from = yield {
        start: found.index,
        end,
        flagged: text.slice(start, first),
        ...(becomes !== undefined && { becomes }),
      };
    }
  }
}

/** The note that stands at a place. */
function noteAt(text: string, at: number): { rule: string; remark: string; end: number } | undefined {
  const end = text.startsWith('{>>', at) ? text.indexOf('<<}', at) : -1;
  const [, rule, remark = ''] =
    (end < 0 ? null : /^([\w-]+)(?::([\s\S]*))?$/.exec(text.slice(at + 3, end).trim())) ?? [];
  return rule === undefined ? undefined : { rule, remark: remark.trim(), end: end + 3 };
}

/** What is left of marks that were not whole: a case with such a one would test nothing. */
const LEFT = /\{(?:==|~~|--|>>)|(?:==|~~|--|<<)\}/;

/** The text without its marks, and what they ask for. */
export function unmark(marked: string, line = 1): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  let text = '';
  let from = 0;
  const marks = marksIn(marked);
  for (let next = marks.next(); !next.done; next = marks.next(from)) {
    const { flagged, becomes, start: at, end } = next.value;
    text += marked.slice(from, at);
    const start = text.length;
    text += flagged;
    from = end;
    let notes = 0;
    for (let note = noteAt(marked, from); note; note = noteAt(marked, from), notes++) {
      from = note.end;
      const one = { start, end: text.length, rule: note.rule, remark: note.remark };
      expected.push(becomes === undefined ? one : { ...one, becomes });
    }
    if (!notes) throw new Error(`line ${line}: the mark on "${flagged}" has no {>>rule<<} note`);
  }
  text += marked.slice(from);
  const left = LEFT.exec(text);
  if (left) {
    const at = line + text.slice(0, left.index).split('\n').length - 1;
    throw new Error(`line ${at}: ${left[0]} is never closed, or never opened`);
  }
  return { text, expected };
}
