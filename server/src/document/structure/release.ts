// Press releases: the line that says it is one, above the story or below it, and single lines for newsrooms.
import type { Claim, Line, ChunkInStory, Recogniser } from './part';
import { claim, lineAt, whole } from './part';
import { isContactLine, isInContactAbove } from './contacts';
import { dateAt } from './dates';
import { isTitleShaped } from './headline';
import { formOf } from './release-forms';
import { isWhen } from './when';

/** "FOR IMMEDIATE RELEASE", above the story; "Media contact: Jane Roe, 555-010-7788", above or below. */
export const releaseLine: Recogniser = (piece, place) => {
  const { before, after, lines } = place;
  if (lines.length < 2 || (before > 0 && after > farthest)) return undefined;
  const found = before === 0 ? (releaseHead(piece, place) ?? contactAbove(piece, place)) : undefined;
  if (found) return found;
  return isContactLine(piece, place) || (before > 0 && isReleaseAlone(piece))
    ? whole(piece, 'advisory', release)
    : undefined;
};

const release = { kind: 'release' } as const;
/** Lines of copy that may stand behind a single line for newsrooms. */
const farthest = 1;

/** True where a line is a letterhead: nothing but short lines stands between it and the line that says "press release". */
export function isLetterhead(lines: readonly Line[], index: number): boolean {
  for (let at = index; at < Math.min(lines.length, highest); at++) {
    const { text } = lines[at] as Line;
    if (
      at > index &&
      SAYS_RELEASE.test(text) &&
      releaseHead(text, { lines, index: at, before: 0, after: 0, titled: false })
    )
      return true;
    if (text.length > 90 || (/[.!?]$/.test(text) && /\s\p{Ll}{2,}\s\p{Ll}/u.test(text))) return false;
  }
  return false;
}

/** Lines at a page's top that may be its letterhead and its release line. */
const highest = 10;

const SAYS_RELEASE = /release|statement|advisory|alert|for immediate use/i;

/** The label by itself, with its day, behind a sender's name, before a headline or behind one. */
function releaseHead(piece: string, place: ChunkInStory): Claim | undefined {
  if (piece.length > longestLine) return undefined;
  if (ALONE.test(piece) || (formOf(piece) === 'release' && !opensHeadline(piece)))
    return whole(piece, 'advisory', release);
  if (!SAYS_RELEASE.test(piece)) return datelineOfWire(piece, place);
  const label = LABEL.exec(piece)?.[0];
  if (label !== undefined) {
    const rest = piece.slice(label.length).trim();
    if (isWhen(rest)) return whole(piece, 'advisory', release);
    if (/^\p{Lu}/u.test(label) && /^[\p{Lu}\d“"‘]/u.test(rest) && rest.split(' ').length >= 3 && SEPARATES.test(label))
      return claim(0, label.trimEnd().length, 'advisory', release);
  }
  if (OF_SENDER.test(piece) && headlineBelow(place)) return whole(piece, 'advisory', release);
  if (RELEASE_DATE.test(piece) && isBesideRelease(place)) return whole(piece, 'advisory', release);
  const behind = BEHIND.exec(piece);
  if (
    behind &&
    (behind[1] === behind[1]?.toUpperCase() || isWhen(behind[2] ?? '')) &&
    (!behind[2] || isWhen(behind[2]))
  )
    return claim(behind.index + 1, piece.length, 'advisory', release);
  return undefined;
}

/** "FOR IMMEDIATE RELEASE", "NEWS PROVIDED BY", below the story: the label and nothing else that could be a headline. */
const isReleaseAlone = (piece: string): boolean =>
  piece.length <= longestLine && (ALONE.test(piece) || (formOf(piece) === 'release' && !opensHeadline(piece)));

const longestLine = 400;

const ALONE =
  /^[[(*_–—-]{0,3} ?(?:(?:for )?immediate (?:media |press |news )?(?:release|use)|for release immediately|for immediate (?:distribution|publication)|(?:press|news|media) (?:release|statement|advisory|alert|note)|statement to the (?:press|media))[:.]? ?[\])*_–—-]{0,3}$/i;
const LABEL =
  /^(?:for immediate (?:release|use)|(?:press|news|media) (?:release|statement|advisory|alert))(?:\s?[:|–—-]\s?|,? (?=\d|\p{Lu}\p{L}{2,8}day\b|\p{Lu}\p{L}{2,8}\.? \d))/iu;
const SEPARATES = /[:|–—]\s?$|\s-\s$/;

/** Behind the label stands a headline: more words than a day, a place or a number has. */
const opensHeadline = (piece: string): boolean => {
  const rest = piece.slice(LABEL.exec(piece)?.[0].length ?? piece.length);
  return rest.split(' ').length > 3 && !isWhen(rest);
};

/** "HARROW COUNCIL NEWS RELEASE": capitalised words and nothing else. */
const OF_SENDER =
  /^(?:(?:\p{Lu}[\p{L}\d.&'’-]{0,20}|of|the|and|for) ){1,7}(?:PRESS|NEWS|MEDIA|Press|News|Media) (?:RELEASE|STATEMENT|ADVISORY|Release|Statement|Advisory|release|statement)$/u;
const RELEASE_DATE = /^(?:release date|date of release|date|issued|released)\s?:\s?(?=\p{L}{3,9}\.? \d|\d{1,2})/iu;
const BEHIND = /\s(FOR IMMEDIATE RELEASE|For Immediate Release)(?:\s?[:–—-]\s?([^:]{4,40}))?$/;

/** A line that can be the headline stands below, before the first sentence: this one is not it. */
function headlineBelow(place: ChunkInStory): boolean {
  for (let by = 1; by <= 5; by++) {
    const line = lineAt(place, by);
    if (line.length > 180 || /[.!?]$/.test(line)) return false;
    if (isTitleShaped(line) && line.split(' ').length > 3 && !isWhen(line) && formOf(line) === undefined) return true;
  }
  return false;
}

const isBesideRelease = (place: ChunkInStory): boolean =>
  [-3, -2, -1, 1, 2, 3].some((by) => ALONE.test(lineAt(place, by)) || formOf(lineAt(place, by)) === 'release');

/** "--Harrow Newswire--", "HARROW, Ohio / Harrow Newswire / May 3, 2024": a wire of releases says whose it is, on a line of its own. */
function datelineOfWire(piece: string, { index }: ChunkInStory): Claim | undefined {
  if (index === 0 || index > highest || piece.length > 120) return undefined;
  if (
    /^--? ?\p{Lu}\p{L}{1,20}(?: \p{Lu}[\p{L}]{1,20}){0,3} ?--?$/u.test(piece) &&
    /news|wire|direct|\bPR\b/i.test(piece)
  )
    return whole(piece, 'advisory', release);
  const parts = piece.split(/ ?\/ ?/).filter(Boolean);
  const isStamp =
    parts.length >= 2 &&
    /\//.test(piece) &&
    !/[.!?]$/.test(piece) &&
    parts.every((part) => isWhen(part) || NAMES.test(part));
  const dated = parts.some(
    (part) => isWhen(part) || /, \d{4}$|\d{4} \d\d:\d\d$/.test(part) || isWhen(part.split(' - ').at(-1) ?? ''),
  );
  return isStamp && dated ? whole(piece, 'advisory', release) : undefined;
}

const NAMES =
  /^(?:[\p{Lu}\d][\p{L}\d.&'’,:-]{0,25}|of|the|and|-)(?: (?:[\p{Lu}\d][\p{L}\d.&'’,:-]{0,25}|of|the|and|-|–|—)){0,9}$/u;

/** "Contact: Jane Roe" and the lines of that address, above the story; a day may stand before it on its line. */
function contactAbove(piece: string, place: ChunkInStory): Claim | undefined {
  if (formOf(piece) === 'opens' || isInContactAbove(piece, place)) return whole(piece, 'advisory', release);
  const day = dateAt(piece, 0);
  const behind = day && piece.slice(day.end).trimStart();
  return behind && formOf(behind) ? claim(piece.length - behind.length, piece.length, 'advisory', release) : undefined;
}
