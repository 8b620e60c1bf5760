// Embargoes and matter that must never run: whole lines in a desk's form, at the head or foot of a story.
import type { PartData } from '../role';
import { clockTimesIn } from './clock';
import { dateAt, isoOf, weekdayAt } from './dates';
import { type Line, type Recogniser, whole } from './part';
import { isWhen } from './when';

/** "EMBARGOED UNTIL 0001 GMT, 9 MAY 2026", "Hold for release", "NOT FOR PUBLICATION BEFORE …". */
export const embargo: Recogniser = (piece, { before, after }) => {
  if (piece.length > 220 || (before > 0 && after > 0) || !EMBARGO.test(piece)) return undefined;
  const data = readUntil(piece);
  const sentence = /\p{Ll}[.!?]$/u.test(piece) && (piece.split(/\s+/).length > 16 || GOES_ON.test(piece));
  const label = EMBARGO_UNTIL.exec(piece)?.[0];
  const timed =
    data.date !== undefined || TIME_OF_DAY.test(piece) || (label !== undefined && isWeekday(piece.slice(label.length)));
  return (timed || isStamp(piece)) && !sentence ? whole(piece, 'embargo', data) : undefined;
};

/** "Friday", and nothing else. */
const isWeekday = (words: string): boolean => /^\p{L}+$/u.test(words) && weekdayAt(words, 0) !== undefined;

/** The same between paragraphs: its day and hour, and nothing else. */
export const embargoBetween: Recogniser = (piece) => {
  const label = piece.length <= 220 ? EMBARGO_UNTIL.exec(piece)?.[0] : undefined;
  if (label === undefined) return undefined;
  const data = readUntil(piece);
  return data.date !== undefined && isWhen(piece.slice(label.length)) ? whole(piece, 'embargo', data) : undefined;
};
const EMBARGO_UNTIL =
  /^[\W_]{0,6}(?:(?:strictly |(?:under )?(?:strict )?)?embargo(?:ed)?|hold for release|not for (?:publication|release|broadcast))(?: ?[:–—-])? ?(?:until|till|to|before)?:? ?(?=\S)/i;

/** "The following information is not for publication": opens a block that goes on to the story's end. */
export const restricted: Recogniser = (piece, { before }) => {
  if (piece.length > 160 || !isRestriction(piece)) return undefined;
  // a memo's words stand behind its label, a note's in its brackets; what a heading opens stands below
  const opens = before > 0 && !HOLDS_ALL.test(piece) && !IN_BRACKETS.test(piece);
  return whole(piece, 'restricted', { kind: opens ? 'block' : 'line' });
};

/** True where a line reads on under a restriction above the story: contacts, numbers, an indented note. */
export const isUnderRestriction = ({ text, blankBefore }: Line): boolean =>
  blankBefore === 0 && (/\+?\d[\d ()-]{5,}\d|@/.test(text) || /^\p{L}[\p{L} ]{1,20}:\s/u.test(text));

export const EMBARGO =
  /^[\W_]{0,6}(?:(?:strictly |(?:under )?(?:strict )?)?embargo(?:ed)?(?=$|[:!*]| ?[-–—]| (?:until|till|to|for|not|lifts|ends|time|date|\d))|hold for release\b|hfr\b|not (?:for|to be) (?:publication|published|release|released|broadcast|use|used|transmission) (?:before|until)\b|(?:please )?do not (?:publish|use|release|broadcast|transmit|print) (?:this )?(?:before|until)\b|check against delivery\b|(?:release|publication) time:|for release (?:on|at|after|not before)\b)/i;
/** "Embargoed until midnight, the report named 12 people." */
const GOES_ON = /^\W{0,6}embargoed (?:until|till) [^,.]{3,40}, \p{Ll}/iu;
const TIME_OF_DAY =
  /\d[:.]\d\d\b|\b\d{4} ?(?:GMT|UTC|BST|CET|CEST|E[SD]T|ET|hrs|hours)\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:noon|midnight)\b/i;

/** True where the line gives an hour or a day, be it one that no calendar knows: "noon on Friday". */
export const tellsWhen = (piece: string): boolean =>
  /\d/.test(piece) ||
  TIME_OF_DAY.test(piece) ||
  [...piece.matchAll(/\b\p{L}{3}/gu)].some(({ index }) => weekdayAt(piece, index));

/** A label rather than a sentence: capitals, or no more than a few words. */
const isStamp = (piece: string): boolean =>
  (!/\p{Ll}/u.test(piece) && /\p{Lu}{4}/u.test(piece)) ||
  (piece.split(/\s+/).length <= 3 && !/[.!?]$/.test(piece)) ||
  /^[^:]{4,30}:\s/.test(piece);

const RESTRICTION =
  /\bnot (?:intended )?for publication\b(?! (?:before|until))|\bfor internal use only\b|\binternal use only\b|\bnot for broadcast or publication\b|\bdo not (?:publish|print|broadcast|transmit)\b(?! (?:before|until))|\bnot for (?:use|broadcast|attribution|transmission)\b(?! (?:before|until))|\boff the record\b|^internal(?: note| memo)?(?=:)|^confidential(?=:)/i;

/** "[Not for publication: the officer is on 555 0100]": more than a label. */
const IN_BRACKETS = /^[[(][^:]{1,40}: ?\S.*[\])]\W{0,2}$/s;

const HOLDS_ALL = /^[\W_]{0,8}(?:internal(?: note| memo)?|confidential): ?\S/i;

/** Units of what may stand behind the label on its line. */
const MOST_BEHIND = 80;

function isRestriction(piece: string): boolean {
  const line = piece.replace(/^[#*\s([]{1,8}/, '').replace(/[)\]*\s]{1,8}$/, '');
  if (/^(?:dpa[ -])?(?:notebook|contacts)$/i.test(line) && /^#/.test(piece)) return true;
  const found = RESTRICTION.exec(line);
  if (!found || /["“”]/.test(line)) return false;
  // a label, or the one sentence that desks open the block with; never a phrase inside copy
  const alone =
    found.index === 0 ||
    /^(?:the following|following|this|contacts?|notes?|information|background|phone|strictly)\b/i.test(line);
  const behind = line.slice(found.index + found[0].length);
  // "Internal memo: Guards slept through their rounds": another story's headline
  if (/^(?:internal|confidential)/i.test(found[0]) && isHeadline(behind)) return false;
  // "NOT FOR PUBLICATION: call the press office before noon"
  return alone && /^\s{0,2}(?:$|[.:!*)–—-])/.test(behind) && behind.length < MOST_BEHIND;
}

/** Behind a label: words enough for a headline, and no address. */
const isHeadline = (behind: string): boolean =>
  behind.startsWith(':') && behind.trim().split(/\s+/).length > 4 && !/[.!?]$|\d{5}|@/.test(behind);

/** The instant that a line names, as far as it names one: the first date in it and the first time of day. */
export function readUntil(piece: string): PartData {
  const date = dateIn(piece);
  const iso = date && isoOf(date);
  if (iso === undefined) return {};
  const time = clockTimesIn(piece).find(({ offsets }) => offsets);
  if (time) {
    const midnight = Date.parse(`${iso}T00:00:00Z`);
    return { date: iso, until: new Date(midnight + (time.minutes - (time.offsets?.[0] ?? 0)) * 60_000).toISOString() };
  }
  return { date: iso, until: iso };
}

function dateIn(piece: string) {
  for (const { index } of piece.matchAll(/(?<![\p{L}\d:])[\p{L}\d]/gu)) {
    const date = dateAt(piece, index);
    if (date?.year !== undefined) return date;
  }
  return undefined;
}
