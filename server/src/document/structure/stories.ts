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
 * Where stories begin: where the format says so, at a telex envelope, or where one ends with a sign-off and a slug or dateline follows a few lines on.
 * Never empty where there are lines; covers them all.
 */
export function storiesIn(lines: readonly Line[]): Extent[] {
  const starts = [0];
  const openings = lines.map((_, index) => index > 0 && opens(lines, index));
  for (let index = 1; index < lines.length; index++) {
    const { text, chunk } = lines[index] as Line;
    if (chunk.opens && lines[index - 1]?.chunk !== chunk) {
      starts.push(index);
      continue;
    }
    // what opens a story is rare and quickly seen; ends are looked for above it only
    if (/^ZCZC/.test(text) || (opensSoon(lines, openings, index) && ends(lines, index - 1))) starts.push(index);
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? lines.length }));
}

/** Lines between a sign-off and the dateline of the next story: headline, deck, byline, advisory and one more. */
const farthest = 5;

function ends(lines: readonly Line[], index: number): boolean {
  const { text, chunk } = lines[index] as Line;
  // a field ends with its own words, and no story with it
  if (chunk.part) return false;
  const place = placeAt(lines, index, { before: 1, after: 0 });
  return [signOffLine, signOffBetween, envelope, signOffBehind].some(
    (recognise) => recognise(text, place) !== undefined,
  );
}

function opens(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] as Line;
  const place = placeAt(lines, index, { before: 0 });
  return [envelope, slug, dateline].some((recognise) => recognise(text, place) !== undefined);
}

function opensSoon(lines: readonly Line[], openings: readonly boolean[], from: number): boolean {
  let first = from;
  while (first < from + farthest && !openings[first]) first++;
  if (first === from + farthest) return false;
  // another mark between ends the same story
  for (let index = from + 1; index < first; index++) if (ends(lines, index)) return false;
  return true;
}
