// Results and lists: lines of figures and of points, which no rule may read as sentences.
import { lineAt, type ChunkInStory, type Recogniser, whole } from './part';

/** "Shr loss one cent", "Pay April 24": a short line without a stop among others with figures. */
export const resultLine: Recogniser = (piece, place) =>
  isResult(piece) && (beside(place, -1) || beside(place, 1)) ? whole(piece, 'table') : undefined;

const beside = (place: ChunkInStory, by: number): boolean => {
  const line = place.lines[place.index + by];
  return line !== undefined && (line.chunk.kind === 'table' || isResult(line.text));
};

const FIGURE =
  /\d|\bvs\b|\bnil\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:cts?|cents?|dlrs|mln|pct)\b/i;

const isResult = (line: string): boolean =>
  line.length <= 72 &&
  FIGURE.test(line) &&
  !/[.!?]["”’)]?$/.test(line) &&
  !/\b(?:said|says|told)\b/.test(line) &&
  !/^["“]/.test(line);

/** The same above the first sentence, where a headline may hold a figure too: it must compare, or open a table. */
export const resultAbove: Recogniser = (piece, place) =>
  isResult(piece) && (/\svs\s/.test(piece) || place.lines[place.index + 1]?.chunk.kind === 'table')
    ? whole(piece, 'table')
    : undefined;

/** "• …", "1. …": a point among points. */
export const listItem: Recogniser = (piece, place) =>
  isPointShaped(piece) && (isPointShaped(lineAt(place, -1)) || isPointShaped(lineAt(place, 1)))
    ? whole(piece, 'item')
    : undefined;

/** A line that begins as a point of a list does. */
export const isPointShaped = (line: string): boolean => /^(?:[•·▪◦*‣–—-]|-{2}|\d{1,2}[.)])\s{1,4}\S/.test(line);
