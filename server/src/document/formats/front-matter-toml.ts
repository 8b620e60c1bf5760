// The fields of TOML front matter.
import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Problem } from '../story';
import type { Span } from '../../text/span';
import { type Field, type Fields, lineEnd, lineNumber, nextLine, saidBy, type Written } from './front-matter-field';
import { bareText, tomlText } from './front-matter-scalars';

export function readToml(text: string, { start, end }: Span): Fields | Problem {
  const source = text.slice(start, end);
  let values: Readonly<Record<string, unknown>>;
  try {
    values = parse(source);
  } catch (error) {
    const line = lineNumber(text, start) + (error instanceof TomlError ? error.line - 1 : 0);
    const message = `The front matter is no TOML that can be read (line ${line}), so its fields were left out. Put the line right.`;
    return { code: 'front-matter', line, message };
  }
  const places = placesIn(text, { start, end });
  const fields = new Map<string, Field>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'string' || typeof value === 'boolean' || value instanceof TomlDate) {
      const isText = typeof value === 'string';
      const said = value instanceof TomlDate ? value.toISOString() : String(value);
      const at = places.get(path);
      const written = at === undefined ? undefined : isText ? tomlText(text, at, end) : bareAt(text, at);
      // a key of the same name inside a text, or something else that was misread
      const isWhole = written !== undefined && (!isText || squeezed(saidBy(text, written)) === squeezed(said));
      fields.set(path, { value: said, line: lineNumber(text, at ?? start), ...(isWhole && { written }) });
    } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
      for (const [key, one] of Object.entries(value))
        visit(one, path ? `${path}.${key.toLowerCase()}` : key.toLowerCase(), depth + 1);
    }
  };
  visit(values, '', 0);
  return fields;
}

const DEEPEST = 6;
/** Up to a comment. */
function bareAt(text: string, at: number): Written | undefined {
  const [words] =
    /^[\w.:+-]+(?: [\d:.+Z-]+)?/.exec(text.slice(at, Math.min(at + LONGEST_HEAD, lineEnd(text, at)))) ?? [];
  return words === undefined ? undefined : bareText({ start: at, end: at + words.length });
}

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Where the value of each key begins that stands on a line with it. */
function placesIn(text: string, { start, end }: Span): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = '';
  for (let at = start; at < end; at = nextLine(text, at)) {
    const line = text.slice(at, Math.min(end, lineEnd(text, at), at + LONGEST_HEAD));
    const [, one, many] = TABLE.exec(line) ?? [];
    const [head, , key] = KEY.exec(line) ?? [];
    if (many) {
      const count = counts.get(many) ?? 0;
      counts.set(many, count + 1);
      table = `${many.toLowerCase()}.${count}`;
    } else if (one) table = one.toLowerCase();
    else if (head && key) {
      const path = table ? `${table}.${key.toLowerCase()}` : key.toLowerCase();
      if (!places.has(path)) places.set(path, at + head.length);
    }
  }
  return places;
}

const TABLE = /^[ \t]*\[(?:([\w.-]{1,80})|\[([\w.-]{1,80})\])\]/;
const KEY = /^[ \t]*("?)([\w-]{1,60})\1[ \t]*=[ \t]*(?=["'\dtf])/;
const LONGEST_HEAD = 200;
