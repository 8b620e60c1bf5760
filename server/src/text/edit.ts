// Edits: replacements in a text, and how several of them become one text.
import { byPosition, type Span } from './span';

/** Replace `[start, end)` by `text`; an insertion where the span is empty. UTF-16 code units. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * The text after all edits, which must not overlap (an insertion may touch a replacement).
 * @throws RangeError where two overlap or one leaves the text: a caller's mistake, never the copy's.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let from = 0;
  for (const edit of [...edits].sort(byPosition)) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit ${edit.start}-${edit.end} overlaps another or leaves the text of ${text.length} units`,
      );
    }
    out += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + text.slice(from);
}

/** True where both could not be applied at once. Equal edits collide too: the second would do its work twice. */
export function collide(a: TextEdit, b: TextEdit): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

/** The one edit that makes `after` of `before`, as short as common beginnings and ends allow. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
