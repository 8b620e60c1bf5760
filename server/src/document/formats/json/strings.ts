// JSON's strings: what one says once its escapes are read, each unit mapped to where it stands, and words as JSON has to write them.
import { isAscii } from '../tags/write';
import type { Run } from '../../../text/source-map';
import type { Value } from '../fields/field';
import { type Escape, inShort, unitEscape } from './escapes';

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

/** What is no escape stands for itself. */
function escapeAt(file: string, at: number, end: number): Escape {
  const unit = unitEscape(file, at, end);
  if (unit) return unit;
  const letter = file.charAt(at + 1);
  if (at + 1 >= end || letter === 'u') return { read: '', length: end - at };
  return { read: Object.hasOwn(inShort, letter) ? (inShort[letter] as string) : file.slice(at, at + 2), length: 2 };
}
