// A value of an attribute: what it says, and which characters of the file say it.
import type { Attribute, Piece } from './tree';

/** A value that is being read; codes in it have no place of their own yet. */
export interface Value {
  readonly name: string;
  readonly start: number;
  readonly pieces: Piece[];
}

/** Where a code in a value begins and ends is told by what stands on either side of it; several in a row are one. */
export function closed(
  { name, start, pieces }: Value,
  text: string,
  end: number,
  quote: number,
  isXml: boolean,
): Attribute {
  const mark = quote === 3 ? '"' : quote === 2 ? "'" : undefined;
  const from = pieces.find((piece) => piece.start >= 0)?.start;
  const to = mark ? end - 1 : end;
  const equals = text.indexOf('=', start + name.length);
  const first = mark ? text.indexOf(mark, equals) + 1 : (from ?? to);
  const found: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.start >= 0) {
      if (piece.end > piece.start) found.push(piece);
      continue;
    }
    const last = found.at(-1);
    const isNext = i > 0 && (pieces[i - 1] as Piece).start < 0;
    if (isNext && last) found[found.length - 1] = { ...last, text: `${last.text}${piece.text}` };
    else {
      const behind = pieces.slice(i).find((one) => one.start >= 0);
      found.push({ start: last?.end ?? first, end: behind?.start ?? to, text: piece.text as string });
    }
  }
  const local = isXml ? name.slice(name.indexOf(':') + 1) : name.toLowerCase();
  const value = quote === 0 ? { start: end, end } : { start: first, end: to };
  return { name: local, start, end, value, pieces: quote === 0 ? [] : found, mark };
}
