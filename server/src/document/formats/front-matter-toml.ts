// The fields of TOML front matter.
import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Problem } from '../story';
import type { Span } from '../../text/span';
import { type Field, lineNumber } from './front-matter';

export function readToml(text: string, { start, end }: Span): ReadonlyMap<string, Field> | Problem {
  const source = text.slice(start, end);
  let values: Readonly<Record<string, unknown>>;
  try {
    values = parse(source);
  } catch (error) {
    const line = lineNumber(text, start) + (error instanceof TomlError ? error.line - 1 : 0);
    const message = `The front matter is no TOML that can be read (line ${line}), so its fields were left out. Put the line right.`;
    return { code: 'front-matter', line, message };
  }
  const fields = new Map<string, Field>();
  for (const [key, value] of Object.entries(values)) {
    const written = typeof value === 'string' ? value : value instanceof TomlDate ? value.toISOString() : undefined;
    if (written === undefined) continue;
    const place = placeOf(source, key);
    const line = lineNumber(text, start + (place ?? 0));
    const from = start + (place ?? 0) + 1;
    // the very characters, where nothing is escaped
    const isPlain =
      place !== undefined && typeof value === 'string' && text.startsWith(value, from) && !value.includes('\n');
    const closes =
      isPlain && /^["']/.test(text.charAt(from - 1)) && text.charAt(from + written.length) === text.charAt(from - 1);
    fields.set(key.toLowerCase(), {
      value: written,
      line,
      ...(closes && { at: { start: from, end: from + written.length } }),
    });
  }
  return fields;
}

/** Where the value of a key of the first table begins. */
function placeOf(source: string, key: string): number | undefined {
  let at = 0;
  for (const line of source.split(/(?<=\n)/)) {
    if (line.startsWith('[')) return undefined;
    if (line.startsWith(key)) {
      const equals = /^[ \t]*=[ \t]*/.exec(line.slice(key.length))?.[0].length;
      if (equals) return at + key.length + equals;
    }
    at += line.length;
  }
  return undefined;
}
