// Whole letters: what a reader sees as one. A letter may be several units of the file (a base and its accents, an emoji of seven
// characters, a syllable in its sounds), two spellings of it may be one, and some characters nobody sees at all.
import { once } from './once';
import type { Span } from './span';

/** A place of a text that is not simply its own units: a letter of several, or one that is read as another. */
export interface Letter extends Span {
  /** What is read there: the letter composed (NFC), a plain space for every other kind of space, nothing for what nobody sees. */
  readonly read: string;
}

/** True where {@link lettersIn} yields anything: few lines of copy do, so nothing is read where it says no. */
export const hasLetters = (text: string): boolean => firstOdd(text) < text.length && text.search(SPECIAL) >= 0;

/** Where the first unit stands that may be special: nearly all copy is ASCII, accented letters and typographic marks throughout. */
function firstOdd(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x7f ? unit < 0x20 && unit !== 10 && unit !== 13 && unit !== 9 : !isPlainMark(unit)) break;
  }
  return at;
}

/** Letters of Latin scripts, dashes, quotation marks, dots. */
const isPlainMark = (unit: number): boolean =>
  (unit > 0xa0 && unit < 0x300 && unit !== 0xad) || (unit >= 0x2010 && unit <= 0x2027);

/** In order, apart from one another; in time linear in the text. */
export function* lettersIn(text: string): Generator<Letter> {
  const clusters = segmenter().segment(text);
  let at = 0;
  for (const { index, 0: found } of text.matchAll(SPECIAL)) {
    if (index < at) continue;
    if (HIDDEN.test(found)) {
      at = index + found.length;
      yield { start: index, end: at, read: '' };
      continue;
    }
    const { index: start, segment } = clusters.containing(index) as Intl.SegmentData;
    at = start + segment.length;
    yield { start, end: at, read: OTHER_SPACE.test(segment) ? ' ' : composed(segment) };
  }
}

/** The text without white space and what nobody sees. */
export const seen = (text: string): string =>
  text.replace(/[\s\p{Cf}\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\u0085]+/gu, '');

/** Where the letter begins that holds the unit at `at`: `at` itself, unless it goes on with a letter. */
export function letterStart(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST);
  const letter = segmenter()
    .segment(text.slice(from, at + LONGEST))
    .containing(at - from);
  return from + (letter?.index ?? at - from);
}

/** Longest letter that is looked for, in UTF-16 units. */
const LONGEST = 64;

/** A joiner behind a letter that is never joined is one that nobody sees. */
const composed = (letter: string): string =>
  (unjoined().test(letter) ? letter.replace(/\u200c|\u200d/g, '') : letter).normalize('NFC');

const unjoined = once(() => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]/u);

/** Its tables take longer to load than a brief to lint. */
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

// what nobody sees (old systems' controls, soft hyphen, zero-width space, word joiner, direction marks, a byte order mark) · spaces that are no plain one ·
// what a letter goes on with or begins before: accents, joiners, flags, skin, tags, sounds of Hangul · letters with a second code
const SPECIAL =
  /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u0600-\u0605\u06dd\u070f\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\uff9e\uff9f\u2126\u212a\u212b]|\p{M}|\u200c|\u200d|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/gu;
/** Takes no room and belongs to no letter. */
const HIDDEN =
  /^[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;
/** A space that looks like a plain one, or nearly. */
const OTHER_SPACE = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/u;
