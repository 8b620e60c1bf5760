// JSON's strings: what one says once its escapes are read, each unit mapped to where it stands, and words as JSON has to write them.
import { isAscii } from '../tags/write';
import type { Run } from '../../../text/source-map';
import type { Value } from '../fields/field';

/** @param start behind the opening mark. @param end before the closing one, or where the file breaks off. */
export function valueAt(file: string, start: number, end: number, writes: Writer): Value {
  const runs: Run[] = [];
  const parts: string[] = [];
  let prose = 0;
  let from = start;
  const copy = (to: number): void => {
    if (to <= from) return;
    runs.push({ prose, file: from, length: to - from });
    parts.push(file.slice(from, to));
    prose += to - from;
  };
  for (let at = file.indexOf('\\', start); at >= 0 && at < end; at = file.indexOf('\\', from)) {
    copy(at);
    const { read, length } = escapeAt(file, at, end);
    if (read) runs.push({ prose, file: at, length: read.length, takes: length, coded: true });
    parts.push(read);
    prose += read.length;
    from = at + length;
  }
  copy(end);
  return { start, end, text: parts.join(''), map: { runs }, write: writes, read: readString };
}

export type Writer = (words: string) => string;

/** As the file writes its strings: in ASCII where it has nothing else. */
export function writerFor(file: string): Writer {
  const narrow = isAscii(file);
  return (words) => {
    const written = JSON.stringify(words).slice(1, -1);
    return narrow
      ? written.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : written;
  };
}

/** What stands between the marks of a string; nothing where it would end it, or is none. */
function readString(written: string): string | undefined {
  try {
    // nobody could write a mark that ends the string, for what follows would be no JSON
    const read: unknown = JSON.parse(`"${written}"`);
    return typeof read === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Both halves of a character beyond the first 65,536 are read as one. What is no escape stands for itself. */
function escapeAt(file: string, at: number, end: number): { readonly read: string; readonly length: number } {
  const unit = unitAt(file, at, end);
  if (unit === undefined) {
    const read = Object.hasOwn(short, file.charAt(at + 1)) ? short[file.charAt(at + 1)] : undefined;
    if (at + 1 >= end || file.charAt(at + 1) === 'u') return { read: '', length: end - at };
    return { read: read ?? file.slice(at, at + 2), length: 2 };
  }
  const second = unit >= 0xd800 && unit < 0xdc00 ? unitAt(file, at + 6, end) : undefined;
  return second !== undefined && second >= 0xdc00 && second < 0xe000
    ? { read: String.fromCharCode(unit, second), length: 12 }
    : { read: String.fromCharCode(unit), length: 6 };
}

const short: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' },
};

/** The unit that `\u00e9` stands for. */
function unitAt(file: string, at: number, end: number): number | undefined {
  const written =
    at + 6 <= end && file.charAt(at) === '\\' && file.charAt(at + 1) === 'u' ? file.slice(at + 2, at + 6) : '';
  return /^[\da-f]{4}$/i.test(written) ? Number.parseInt(written, 16) : undefined;
}
