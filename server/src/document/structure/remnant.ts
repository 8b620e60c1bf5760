// Remnants of a web page: the labels of its controls, copied with the story.
import { data } from '../../lexicon/furniture/controls.data';
import { lately } from '../../text/lately';
import { type FormTable, formTable, readForm, type Slots } from './form';
import { isTitleShaped } from './headline';
import { claim, lineAt, type Recogniser, whole } from './part';

/** A whole line that is a control and no sentence. As the file's first line only where a headline stands below it. */
export const remnantLine: Recogniser = (piece, place) => {
  if (piece.length > longestControl || place.lines.length < 2 || !isControl(piece)) return undefined;
  return place.index > 0 || isTitleShaped(lineAt(place, 1)) ? whole(piece, 'remnant') : undefined;
};

/** "Xinhua, December 7, 2016 Adjust font size:": a control behind a credit line, where no copy has begun. */
export const remnantBehind: Recogniser = (piece, { before }) => {
  if (before > 0 || piece.length > 160) return undefined;
  for (let at = piece.indexOf(' '); at > 0; at = piece.indexOf(' ', at + 1)) {
    const tail = piece.slice(at + 1).trimStart();
    if (tail && /[\d)|]$|20\d\d/u.test(piece.slice(0, at).trimEnd()) && isControl(tail))
      return claim(piece.length - tail.length, piece.length, 'remnant');
  }
  return undefined;
};

const longestControl = 160;

const slots: Slots = {
  rest: /^.{1,140}$/,
  sizes: /^[ A+|/-]{1,20}$/,
  number: /^(?:\d{1,4}|an?|one)$/i,
  clock: /^\d{1,2}:\d\d(?::\d\d)?$/,
  name: /^\p{Lu}[\p{L}'’. -]{1,40}$/u,
  handle: /^@\w{1,30}$/,
};

let controls: FormTable<true> | undefined;

const read = (): FormTable<true> =>
  formTable(data.split('\n').map((row) => ({ form: readForm(row, slots, true), entry: true as const })));

const isControl = lately((line) => {
  controls ??= read();
  const label = withoutSigns(line.replace(/\s+/g, ' '));
  if (!label) return false;
  // a stop behind one or two words makes them a heading of the story's own
  const words = label.endsWith('.') && label.split(' ').length > 2 ? label.slice(0, -1) : label.replace(/\.{3}$/, '');
  return controls.find(words) !== undefined || controls.find(line) !== undefined;
});

const OPENING_SIGNS = ' >›»•·|▶►▼↓→←✉[(';
const CLOSING_SIGNS = ' >›»•·|▶►▼↓→←])…';
const MOST_SIGNS = 8;

/** Without arrows, bullets and brackets at either end. */
function withoutSigns(line: string): string {
  let from = 0;
  while (from < MOST_SIGNS && from < line.length && OPENING_SIGNS.includes(line.charAt(from))) from++;
  let to = line.length;
  while (to > from && line.length - to < MOST_SIGNS && CLOSING_SIGNS.includes(line.charAt(to - 1))) to--;
  return line.slice(from, to);
}
