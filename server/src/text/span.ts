// Spans: the half-open ranges that everything in Copydesk is measured in.

/** `[start, end)` in UTF-16 code units, of whatever text the holder says it is relative to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The same span `by` units further on: from paragraph offsets to story offsets, say. */
export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const isEmpty = ({ start, end }: Span): boolean => end <= start;

/**
 * The text with no other behind it. A piece that was cut from a text keeps all of that in memory (V8 shares the characters): what is kept
 * for long must be a copy.
 */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);

/** True where the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const byPosition = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The span without white space at either end; empty at its start where there is nothing else. */
export function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Index of the item that holds `offset`, or -1; `items` sorted and not overlapping. Binary search. */
export function indexAt(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle] as Span;
    if (offset < item.start) high = middle - 1;
    else if (offset >= item.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Index of the first item for which it holds, or how many there are; of the items it holds for all from one on. Binary search. */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True where one of `items`, sorted and not overlapping, shares a code unit with the span. Binary search. */
export function overlapsOne(items: readonly Span[], at: Span): boolean {
  const item = items[firstWhere(items, ({ end }) => end > at.start)];
  return item !== undefined && overlaps(item, at);
}

/** Spans in order, those that overlap joined. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...spans].sort(byPosition)) {
    const last = out.at(-1);
    if (last && start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}

/** White space as copy knows it: ASCII blanks and line ends, no-break, thin and ideographic spaces, the byte order mark. */
export const isSpace = (unit: number): boolean =>
  unit < 0x85 ? unit === 32 || (unit >= 9 && unit <= 13) : isRareSpace(unit);

const isRareSpace = (unit: number): boolean =>
  unit === 0x85 ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit === 0xfeff;
