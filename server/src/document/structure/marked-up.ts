// Furniture inside markup that nothing has read: `**Endi**`, `<em>Endi</em>`, `> Endi`, `### Endi`, `| Endi |`. Marks and all are one
// piece, so that a fix takes them with the words or not at all.
import type { Span } from '../../text/span';
import { type Recogniser, whole } from './part';

/** The same kind of furniture with marks round all of it. */
export const markedUp =
  (recognise: Recogniser): Recogniser =>
  (piece, place) => {
    const inner = innerOf(piece);
    const words = inner && piece.slice(inner.start, inner.end);
    const found = words && recognise(words, place);
    // a pointer behind a bullet or in a heading is an entry of somebody's page
    if (!found || found.end - found.start < words.length || found.data?.kind === 'pointer') return undefined;
    return whole(piece, found.role, found.data);
  };

/** What stands between marks at both ends, or behind one that opens a line; several may stand round one another. An object is a tag that was left out. */
function innerOf(piece: string): Span | undefined {
  let span: Span = { start: 0, end: piece.length };
  if (!MAY_OPEN.test(piece) || piece.length > LONGEST) return undefined;
  for (let i = 0; i < DEEPEST; i++) {
    const next = within(piece, span);
    if (!next) break;
    span = next;
  }
  return span.start > 0 ? span : undefined;
}

function within(piece: string, { start, end }: Span): Span | undefined {
  const text = piece.slice(start, end);
  for (const marks of pairs) {
    const [, open, words, close] = marks.exec(text) ?? [];
    if (open !== undefined && words !== undefined && close !== undefined)
      return { start: start + open.length, end: end - close.length };
  }
  return undefined;
}

/** What opens, what stands inside, what closes: nothing, behind a mark at the beginning of a line. */
const pairs: readonly RegExp[] = [
  /^(\*{1,3})(?![\s*])([^*]+)(?<!\s)(\1)$/,
  /^(_{1,3})(?![\s_])([^_]+)(?<!\s)(\1)$/,
  /^(~~)(?![\s~])([^~]+)(~~)$/,
  /^((?:\ufffc|<[^<>]{1,80}>|\[[a-z]{1,8}\])\s?)([^\ufffc<>[\]]+)(\s?(?:\ufffc|<\/[a-z\d]{1,10}>|\[\/[a-z]{1,8}\]))$/i,
  /^(\|\s?)([^|]+)(\s?\|)$/,
  /^((?:>|#{1,6}|[*+])\s)(.+?)(\s#{1,6}|)$/,
];

const MAY_OPEN = /^[*_~<[|>#+\ufffc]/;
const LONGEST = 440;
const DEEPEST = 4;

/** Behind a paragraph's last stop: `**(AP)**`, `<em>Endi</em>`. @returns where marks and words stand in the text. */
export function markedTail(text: string): { readonly start: number; readonly words: string } | undefined {
  if (!/[*_>]$/.test(text)) return undefined;
  const from = Math.max(0, text.length - LONGEST);
  const [, tail] = TAIL.exec(text.slice(from)) ?? [];
  const inner = tail === undefined ? undefined : innerOf(tail);
  return tail !== undefined && inner
    ? { start: text.length - tail.length, words: tail.slice(inner.start, inner.end) }
    : undefined;
}

const TAIL =
  /[.!?]["”’)]? ?((?:\*{1,3}|_{1,3}|<[a-z][a-z\d]{0,9}>)[^*_<>\n]{2,120}(?:\*{1,3}|_{1,3}|<\/[a-z][a-z\d]{0,9}>))$/i;
