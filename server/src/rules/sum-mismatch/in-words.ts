// How numbers that do not agree are told of.
import { shift, type Span } from '../../text/span';
import type { Finding } from '../rule';

export const spanAt = (base: number, { start, end }: Span): Span => shift({ start, end }, base);

/** "1930". */
export const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join('');

/** To three figures, or to six where there are four and more before the point. */
export const rounded = (value: number): string => String(Number(value.toPrecision(value < 1000 ? 3 : 6)));

export const wrongCount = (
  base: number,
  count: Span & { readonly value: number },
  items: readonly Span[],
): Finding => ({
  ...spanAt(base, count),
  message: `${count.value} are announced and ${items.length} are listed. Check the count, and that no item was lost.`,
  related: items.map((item, i) => ({ ...spanAt(base, item), message: `Item ${i + 1}` })),
});
