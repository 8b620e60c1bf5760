// The fields of YAML front matter: keys with a text, at the head of a line or inside another field.
import type { Span } from '../../text/span';
import {
  type Field,
  type Fields,
  lineEnd,
  lineNumber,
  nextLine,
  trimmed,
  saidBy,
  type Written,
} from './front-matter-field';
import { yamlText } from './front-matter-scalars';

/** Lists, anchors and whatever else has no text of its own is left out. In time linear in the text. */
export function readYaml(text: string, { start, end }: Span): Fields {
  const fields = new Map<string, Field>();
  let open: readonly Open[] = [];
  let line = lineNumber(text, start);
  for (let at = start; at < end; ) {
    const stop = Math.min(end, lineEnd(text, at));
    const opening = text.slice(at, Math.min(stop, at + LONGEST_HEAD));
    const entry = ENTRY.exec(opening) ?? POINT.exec(opening);
    let next = Math.min(end, nextLine(text, at));
    if (entry) {
      const [head, indent = '', point = '', , key = ''] = entry;
      const column = indent.length + point.length;
      open = opened(open, indent.length, point !== '', column, key.toLowerCase());
      // a point with words of its own holds no field
      if (!key) open = open.slice(0, -1);
      const path = open.map(({ path: one }) => one).join('.');
      const from = at + head.length;
      if (from < stop && open.length <= DEEPEST) {
        const { field, behind } = fieldAt(text, { start: from, end: stop }, column, end, line);
        fields.set(path, field);
        if (behind > next) next = nextLine(text, Math.max(at, behind - 1));
      }
    }
    for (let from = at; from < next; from = nextLine(text, from)) line++;
    at = next;
  }
  return fields;
}

/** `key: value` and `- key: value`; a key may stand between marks. */
const ENTRY = /^( {0,24})((?:- {1,8}){0,2})("?)([A-Za-z][\w-]{0,40})\3:(?:[ \t]+|$)/;
/** `- words` of a list. */
const POINT = /^( {0,24})((?:- {1,8}){1,2})(?=[^\s#])/;
const LONGEST_HEAD = 120;
/** Fields inside one another. */
const DEEPEST = 6;

/** A field or a point of a list that the lines below may stand in. */
interface Open {
  readonly indent: number;
  readonly path: string;
  readonly isPoint: boolean;
  /** Points in it so far. */
  readonly points: number;
}

/** What this field stands in, and it; a point of a list is told by its number, and may stand in no further than its list's key. */
function opened(open: readonly Open[], indent: number, isPoint: boolean, column: number, key: string): readonly Open[] {
  const own = { indent: column, path: key, isPoint: false, points: 0 };
  if (!isPoint) return [...open.filter((one) => one.indent < column), own];
  const above = open.filter((one) => (one.isPoint ? one.indent < indent : one.indent <= indent));
  const list = above.at(-1);
  const point = { indent, path: String(list?.points ?? 0), isPoint: true, points: 0 };
  return [...above.slice(0, -1), ...(list ? [{ ...list, points: list.points + 1 }] : []), point, own];
}

/** The field whose value begins on its own line. */
function fieldAt(
  text: string,
  at: Span,
  indent: number,
  most: number,
  line: number,
): { readonly field: Field; readonly behind: number } {
  const written = yamlText(text, at.start, indent, most) ?? loosely(text, at);
  if (written) return { field: { value: saidBy(text, written), line, written }, behind: written.end };
  return { field: { value: text.slice(at.start, trimmed(text, at).end), line }, behind: at.end };
}

/** Between the outer marks of its line, which is no YAML and meant for one: `title: "Mayor: "no""`. */
function loosely(text: string, { start, end }: Span): Written | undefined {
  const mark = text.charAt(start);
  const value = text.slice(start, end);
  const close = mark === '"' || mark === "'" ? value.lastIndexOf(mark) : 0;
  if (close <= 0 || value.includes('\\')) return undefined;
  const piece = { start: start + 1, end: start + close };
  return { pieces: [piece], write: () => undefined, read: () => undefined, end };
}
