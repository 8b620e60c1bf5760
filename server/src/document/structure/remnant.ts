// Remnants of a web page: the labels of its controls, copied with the story.
import { data } from '../../lexicon/furniture/controls.data';
import { lately } from '../../text/lately';
import { fits, type Form, readForm, type Slots } from './form';
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

interface Controls {
  readonly plain: ReadonlySet<string>;
  readonly forms: readonly Form[];
}

let controls: Controls | undefined;

function read(): Controls {
  const rows = data.split('\n');
  return {
    plain: new Set(rows.filter((row) => !row.includes('{')).map((row) => row.toLowerCase())),
    forms: rows.filter((row) => row.includes('{')).map((row) => readForm(row, slots, true)),
  };
}

const isControl = lately((line) => {
  controls ??= read();
  const label = line.replace(/^[\s>›»•·|▶►▼↓→←✉[(]{1,8}/u, '').replace(/[\s>›»•·|▶►▼↓→←\])….]{1,8}$/u, '');
  if (!label) return false;
  if (controls.plain.has(label.toLowerCase()) || controls.plain.has(label.replace(/\.$/, '').toLowerCase()))
    return true;
  return controls.forms.some((form) => fits(form, label));
});
