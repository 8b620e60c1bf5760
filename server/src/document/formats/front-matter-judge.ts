// Whether a change inside front matter leaves every other field be: the fields are read before and after, and the two compared.
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Judge } from '../markup';
import { type FieldReaders, readFrontMatter } from './front-matter';
import type { Field } from './front-matter-field';

/** Units read for one answer, for each unit of the fields, and at the least. */
const MOST_READ = 40;
const LEAST_READ = 100_000;

/**
 * @param from where the fields begin, behind a byte order mark. @param end where the copy begins.
 * @param body judges what stands below; it is asked of all edits, and passes over those above.
 */
export function judgeOfFields(file: string, from: number, end: number, readers: FieldReaders, body: Judge): Judge {
  const head = file.slice(0, end);
  let left = LEAST_READ + MOST_READ * head.length;
  let tired = false;
  const fieldsOf = (text: string) => readFrontMatter(text, from, readers);
  let before: ReturnType<typeof fieldsOf>;
  return {
    get isTired() {
      return tired || body.isTired;
    },
    holds(edits) {
      const own = edits.filter((edit) => edit.start < end);
      if (own.length) {
        if (head.length > left) {
          tired = true;
          return false;
        }
        left -= head.length;
        before ??= fieldsOf(head);
        const after = applyEdits(head, own);
        const now = fieldsOf(after);
        if (!before || now?.end !== after.length || now.fields.size !== before.fields.size) return false;
        for (const [path, field] of before.fields) {
          const [is, should] = [now.fields.get(path)?.value, expected(head, field, own)];
          if (is === undefined || should === undefined || squeezed(is) !== squeezed(should)) return false;
        }
      }
      return body.holds(edits);
    },
  };
}

/** White space is as good as any other. */
const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** What the field says with the edits made; nothing where one cuts an escape, or writes what is no text there. */
function expected(head: string, { value, written }: Field, edits: readonly TextEdit[]): string | undefined {
  const { pieces = [] } = written ?? {};
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!written || !first || !last) return value;
  const own = edits.filter((edit) => edit.end >= first.start && edit.start <= last.end);
  if (!own.length) return value;
  let out = '';
  let at = 0;
  let whole = true;
  /** What stands in the file between two places, read. */
  const kept = (from: number, to: number): void => {
    for (const { start, end, text } of pieces) {
      if (start >= to || end <= from) continue;
      if (text === undefined) out += head.slice(Math.max(start, from), Math.min(end, to));
      // of a line end some may go
      else if (/^\s*$/.test(text)) out += ' ';
      else if (start < from || end > to) whole = false;
      else out += text;
    }
  };
  at = first.start;
  for (const { start, end, text } of own) {
    kept(at, start);
    const words = written.read(text);
    if (words === undefined) return undefined;
    out += words;
    at = end;
  }
  kept(at, last.end);
  return whole ? out : undefined;
}
