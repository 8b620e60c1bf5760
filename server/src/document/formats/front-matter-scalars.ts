// The ways in which YAML, TOML and JSON write a text: which characters of the file say what, and how words are put back there.
import type { Span } from '../../text/span';
import type { Piece } from './tags/tree';
import { type Escape, inShort, unitEscape } from './json/escapes';
import { nextLine, lineEnd, trimmed, saidBy, type Written } from './front-matter-field';

// ---- between marks -------------------------------------------------------------------------------------------------------

/** What a text between marks has for an escape at an offset; nothing where it is none. */
type Escapes = (text: string, at: number) => Escape | undefined;

interface Marks {
  readonly mark: string;
  readonly escapeAt: Escapes;
  /** What line ends are: folded to a space, kept, or the end of what can be read. */
  readonly lines: 'folded' | 'kept' | 'none';
  readonly write: (words: string) => string | undefined;
}

/** @param from behind the opening mark. @param most offset that it does not reach beyond. */
function betweenMarks(text: string, from: number, most: number, marks: Marks): Written | undefined {
  const { mark, escapeAt, lines } = marks;
  const pieces: Piece[] = [];
  let start = from;
  const own = (end: number): void => {
    if (end > start) pieces.push({ start, end });
  };
  for (let at = from; at < most; ) {
    const unit = text.charAt(at);
    const found = escapeAt(text, at);
    if (found) {
      own(at);
      pieces.push({ start: at, end: at + found.length, text: found.read });
      start = at += found.length;
    } else if (text.startsWith(mark, at)) {
      own(at);
      const read = (written: string): string | undefined => {
        const whole = betweenMarks(written + mark, 0, written.length + mark.length, marks);
        return whole && whole.end === written.length + mark.length ? saidBy(written + mark, whole) : undefined;
      };
      return { pieces, write: marks.write, read, end: at + mark.length };
    } else if (unit === '\n' || unit === '\r') {
      if (lines === 'none') return undefined;
      own(lines === 'folded' ? trimmed(text, { start: Math.min(start, at), end: at }).end : at);
      start = at = brokenAt(text, at, most, pieces, lines === 'folded');
    } else at++;
  }
  return undefined;
}

/** Adds what a line end, and blank lines behind it, stand for. @returns where the next line's text begins. */
function brokenAt(text: string, at: number, most: number, pieces: Piece[], folded: boolean): number {
  let to = nextLine(text, at);
  let blank = 0;
  for (let line = to; line < most; ) {
    const end = lineEnd(text, line);
    if (text.slice(line, end).trim() !== '') break;
    blank++;
    line = to = nextLine(text, line);
  }
  if (folded) while (to < most && ' \t'.includes(text.charAt(to))) to++;
  to = Math.min(to, most);
  const last = pieces.at(-1);
  pieces.push({ start: last?.end ?? at, end: to, text: blank ? '\n\n' : folded ? ' ' : '\n' });
  return to;
}

/** What YAML and TOML have beside JSON's. */
const escapes: Readonly<Record<string, string>> = {
  ...inShort,
  ...{ e: '\u001b', 0: '\0', a: '\u0007', v: '\v', N: '\u0085', _: '\u00a0', ' ': ' ', L: '\u2028', P: '\u2029' },
};

const ESCAPE = /^\\(?:x([\da-fA-F]{2})|U([\da-fA-F]{8})|[\s\S])/;

/** Behind a backslash; at a line's end one joins that line with the next. */
const backslash: Escapes = (text, at) => {
  if (text[at] !== '\\') return undefined;
  const units = unitEscape(text, at, text.length);
  // half a character is none
  if (units) return LONE.test(units.read) ? undefined : units;
  const [all, two, eight] = ESCAPE.exec(text.slice(at, at + 10)) ?? [];
  if (all === undefined) return undefined;
  const point = Number.parseInt(two ?? eight ?? '', 16);
  if (!Number.isNaN(point)) {
    const isWhole = point <= 0x10ffff && point >> 11 !== 0x1b;
    return isWhole ? { length: all.length, read: String.fromCodePoint(point) } : undefined;
  }
  const unit = all.charAt(1);
  if (unit === '\n' || unit === '\r') {
    let to = nextLine(text, at + 1);
    while (to < text.length && /\s/.test(text.charAt(to))) to++;
    return { length: to - at, read: '' };
  }
  const read = escapes[unit];
  return read === undefined ? undefined : { length: all.length, read };
};

const LONE = /^[\ud800-\udfff]$/;

const none: Escapes = () => undefined;
const doubled: Escapes = (text, at) => (text.startsWith("''", at) ? { length: 2, read: "'" } : undefined);

const CONTROL = /[\x00-\x1f\x7f\u2028\u2029]/;
const escaped = (words: string): string | undefined =>
  CONTROL.test(words) ? undefined : words.replace(/["\\]/g, '\\$&');
const without =
  (marks: RegExp) =>
  (words: string): string | undefined =>
    CONTROL.test(words) || marks.test(words) ? undefined : words;

const yamlDouble: Marks = { mark: '"', escapeAt: backslash, lines: 'folded', write: escaped };
const yamlSingle: Marks = {
  ...{ mark: "'", escapeAt: doubled, lines: 'folded' },
  write: (words) => (CONTROL.test(words) ? undefined : words.replaceAll("'", "''")),
};
const jsonMarks: Marks = { mark: '"', escapeAt: backslash, lines: 'none', write: escaped };
const tomlMarks: readonly Marks[] = [
  { mark: '"""', escapeAt: backslash, lines: 'kept', write: escaped },
  { mark: "'''", escapeAt: none, lines: 'kept', write: without(/'/) },
  { mark: '"', escapeAt: backslash, lines: 'none', write: escaped },
  { mark: "'", escapeAt: none, lines: 'none', write: without(/'/) },
];

/** @param at its opening mark. */
export const jsonText = (text: string, at: number, most: number): Written | undefined =>
  text[at] === '"' ? betweenMarks(text, at + 1, most, jsonMarks) : undefined;

/** @param at its opening mark. */
export function tomlText(text: string, at: number, most: number): Written | undefined {
  const marks = tomlMarks.find(({ mark }) => text.startsWith(mark, at));
  if (!marks) return undefined;
  let from = at + marks.mark.length;
  // a line end right behind three marks is none of the text
  if (marks.mark.length === 3 && /[\r\n]/.test(text.charAt(from))) from = nextLine(text, from);
  return betweenMarks(text, from, most, marks);
}

/** A value that is no text, a day or a yes: where it stands, and nothing is written there. */
export const bareText = (at: Span): Written => ({
  pieces: [at],
  write: () => undefined,
  read: () => undefined,
  end: at.end,
});

// ---- YAML ----------------------------------------------------------------------------------------------------------------

/** A value of YAML. @param at its first character. @param indent columns before its key. @param most the end of all fields. */
export function yamlText(text: string, at: number, indent: number, most: number): Written | undefined {
  const first = text.charAt(at);
  if (first === '|' || first === '>') return blockText(text, at, indent, most);
  if (first === '"' || first === "'") {
    const found = betweenMarks(text, at + 1, most, first === '"' ? yamlDouble : yamlSingle);
    // with more behind the closing mark it is no text that YAML would read
    return found && /^[ \t]*(?:[ \t]#.*)?$/.test(text.slice(found.end, lineEnd(text, found.end))) ? found : undefined;
  }
  return /[[\]{}&*!%@`,\r\n]/.test(first) ? undefined : plainText(text, at, indent, most);
}

const HEADER = /^[|>](?:[-+]?([1-9])?|([1-9])[-+])[ \t]*(?:#.*)?$/;

/** Behind `|` or `>`: the lines below that stand further in. */
function blockText(text: string, at: number, indent: number, most: number): Written | undefined {
  const header = HEADER.exec(text.slice(at, lineEnd(text, at)));
  if (!header) return undefined;
  const folded = text[at] === '>';
  const given = header[1] ?? header[2];
  let column = given === undefined ? undefined : indent + Number(given);
  const pieces: Piece[] = [];
  let blank = 0;
  let end = Math.min(most, nextLine(text, at));
  for (let line = end; line < most; line = nextLine(text, line)) {
    const stop = Math.min(most, lineEnd(text, line));
    const own = text.slice(line, stop);
    const spaces = own.length - own.trimStart().length;
    if (own.trim() === '') {
      blank++;
      continue;
    }
    if (spaces <= indent || own.slice(0, spaces).includes('\t')) {
      if (spaces <= indent) break;
      return undefined;
    }
    column ??= spaces;
    if (spaces < column) return undefined;
    const words = trimmed(text, { start: line + column, end: stop });
    const last = pieces.at(-1);
    if (last) pieces.push({ start: last.end, end: words.start, text: blank ? '\n\n' : folded ? ' ' : '\n' });
    pieces.push(words);
    blank = 0;
    end = nextLine(text, line);
  }
  const write = without(/^[ \t]|[ \t]$/);
  return pieces.length ? { pieces, write, read: (written) => foldedRead(written), end } : undefined;
}

/** What characters inside a text without marks are: themselves, lines folded. */
const foldedRead = (written: string): string => {
  const lines = written.split(/\r\n|\r|\n/);
  const last = lines.length - 1;
  return lines
    .map((line, i) => (i < last ? line.trimEnd() : line))
    .map((line, i) => (i > 0 ? line.trimStart() : line))
    .join(' ');
};

/** Without marks: up to a comment, and on over lines that stand further in than the key. */
function plainText(text: string, at: number, indent: number, most: number): Written | undefined {
  const pieces: Piece[] = [];
  let end = at;
  for (let line = at; line < most; line = nextLine(text, line)) {
    const stop = Math.min(most, lineEnd(text, line));
    const own = text.slice(line, stop);
    if (line > at) {
      const spaces = own.length - own.trimStart().length;
      // a blank line, another field or a point of a list: what goes on there is none of it
      if (own.trim() === '' || spaces <= indent || /^\s*(?:#|- |-$|[\w"'-]{1,60}:(?:\s|$))/.test(own)) break;
    }
    const comment = own.search(/[ \t]#/);
    const words = trimmed(text, { start: line, end: comment < 0 ? stop : line + comment });
    if (words.end <= words.start) break;
    const last = pieces.at(-1);
    if (last) pieces.push({ start: last.end, end: words.start, text: ' ' });
    pieces.push(words);
    end = words.end;
    if (comment >= 0) break;
  }
  return pieces.length ? { pieces, write: without(SPECIAL), read: foldedRead, end } : undefined;
}

/** What could be more than itself in a text without marks. */
const SPECIAL = /["'\\:#[\]{}&*!|>%@`]/;
