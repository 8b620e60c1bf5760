// Several stories in one file: where one ends and the next begins.
import { dateline } from './dateline';
import type { Line } from './part';
import { envelope } from './notes';
import { placeAt } from './place';
import { signOffBehind, signOffBetween, signOffLine } from './sign-off';
import { slug } from './slug';

/** A story's lines `[from, to)`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Where stories begin: at a telex envelope, or where one ends with a sign-off and a slug or dateline follows a few lines on.
 * Never empty where there are lines; covers them all.
 */
export function storiesIn(lines: readonly Line[]): Extent[] {
  const starts = [0];
  for (let index = 1; index < lines.length; index++) {
    const start = opens(lines, index) ? afterSignOff(lines, index, starts[starts.length - 1] as number) : undefined;
    if (start !== undefined) starts.push(start);
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? lines.length }));
}

/** Lines between a sign-off and the dateline of the next story: headline, deck, byline, advisory and one more. */
const farthest = 5;

function opens(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] as Line;
  const place = placeAt(lines, index, { before: 0 });
  return envelope(text, place) !== undefined || slug(text, place) !== undefined || dateline(text, place) !== undefined;
}

function afterSignOff(lines: readonly Line[], opening: number, from: number): number | undefined {
  for (let index = opening - 1; index >= Math.max(from + 1, opening - farthest); index--) {
    const { text } = lines[index] as Line;
    const place = placeAt(lines, index, { after: 0 });
    if (signOffLine(text, place) ?? signOffBetween(text, place) ?? envelope(text, place) ?? signOffBehind(text, place))
      return index + 1;
  }
  return /^ZCZC/.test((lines[opening] as Line).text) ? opening : undefined;
}
