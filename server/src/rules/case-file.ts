// Case files: Markdown that a journalist can read, run as tests of a rule. See CONTRIBUTING.md for the form.
import type { Draft } from '../document/draft';

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
    const fence = /^(`{3,})(\S*)(?: +(.*))?$/.exec(line);
    if (!fence) continue;
    const close = lines.indexOf(fence[1] as string, i + 1);
    if (close < 0) throw new Error(`line ${i + 1}: the fence is never closed`);
    const language = fence[2] as string;
    const format: Draft['format'] | undefined = Object.hasOwn(formats, language)
      ? formats[language as keyof typeof formats]
      : undefined;
    if (strict && !format)
      throw new Error(
        `line ${i + 1}: nobody runs a fence of "${language}"; call it ${Object.keys(formats).join(', ')}`,
      );
    if (format) {
      const { text, expected } = unmark(lines.slice(i + 1, close).join('\n'), i + 2);
      cases.push({ name: heading, line: i + 1, text, expected, format, info: readInfo(fence[3] ?? '', i + 1) });
    }
    i = close;
  }
  return cases;
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

const MARK = /\{==([\s\S]*?)==\}|\{~~([\s\S]*?)~>([\s\S]*?)~~\}|\{--([\s\S]*?)--\}/g;
const NOTE = /\{>>\s*([\w-]+)(?::\s*([\s\S]*?))?\s*<<\}/y;

/** What is left of marks that were not whole: a case with such a one would test nothing. */
const LEFT = /\{(?:==|~~|--|>>)|(?:==|~~|--|<<)\}/;

/** The text without its marks, and what they ask for. */
export function unmark(marked: string, line = 1): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  let text = '';
  let from = 0;
  MARK.lastIndex = 0;
  for (let mark = MARK.exec(marked); mark; mark = MARK.exec(marked)) {
    const flagged = mark[1] ?? mark[2] ?? mark[4] ?? '';
    const becomes = mark[3] ?? (mark[4] === undefined ? undefined : '');
    text += marked.slice(from, mark.index);
    const start = text.length;
    text += flagged;
    from = mark.index + mark[0].length;
    NOTE.lastIndex = from;
    let notes = 0;
    for (let note = NOTE.exec(marked); note; note = NOTE.exec(marked), notes++) {
      from = NOTE.lastIndex;
      const one = { start, end: text.length, rule: note[1] as string, remark: note[2] ?? '' };
      expected.push(becomes === undefined ? one : { ...one, becomes });
      NOTE.lastIndex = from;
    }
    if (!notes) throw new Error(`line ${line}: the mark on "${flagged}" has no {>>rule<<} note`);
    MARK.lastIndex = from;
  }
  text += marked.slice(from);
  const left = LEFT.exec(text);
  if (left) {
    const at = line + text.slice(0, left.index).split('\n').length - 1;
    throw new Error(`line ${at}: ${left[0]} is never closed, or never opened`);
  }
  return { text, expected };
}
