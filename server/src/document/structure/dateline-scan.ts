// Place, day and agency at the head of a dateline, each taken off the text as far as it goes.
import type { HouseWords } from '../house-words';
import type { PartData } from '../role';
import { isAgency } from './agency';
import { dateAt, isoOf, weekdayAt } from './dates';

/** A text, and how far it is read. */
export interface Scan {
  readonly text: string;
  at: number;
}

/** @param pattern sticky. */
export function take(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  if (found) scan.at += found[0].length;
  return found;
}

// A word of a place: "NEW", "Mass.", "al-Sha'ar", "D.C."; and what may join two.
const PLACE_WORD = /(?:[a-z]{1,3}[-’'])?\p{Lu}[\p{L}\p{M}’'`.-]*/uy;
const PARTICLE =
  /\s+(?:de|del|della|do|da|du|di|la|las|los|le|les|of|and|on|upon|am|an|der|den|y|e|the|ob|sur|sous|al|el|in|near|over|at|aboard)(?=\s+\p{Lu}|\s+(?:la|las|los|der|the|den)\s+\p{Lu})/uy;

/** "SAN DIEGO, Calif", "SAN JOSE (COSTA RICA)", "NEW DELHI [India]", "LONDON/PARIS". */
export function takePlace(scan: Scan): string | undefined {
  const start = scan.at;
  if (!takeWords(scan, 6)) return undefined;
  for (let n = 0; n < 2; n++) {
    const back = scan.at;
    if (!take(scan, /\s*,\s*/y) || !takeWords(scan, 3)) {
      scan.at = back;
      break;
    }
  }
  const back = scan.at;
  const country = take(scan, /\s*[([](\p{Lu}[\p{L}. ]{2,30})[)\]]/uy);
  // "(AP)" behind a place is the agency; a country's brackets have the day or the agency behind them
  if (country && !/^\s{0,2},?\s{0,2}(?:\d|NO DATE|\p{Lu}\p{L}{2,8}\.? \d|\()/u.test(scan.text.slice(scan.at)))
    scan.at = back;
  // the stop before the day, not an abbreviation's: "MOSCOW. March 4"
  return scan.text.slice(start, scan.at).replace(/^([\p{Lu} ]{4,40})\.$/u, '$1');
}

/** @returns whether a word of a place stood there. */
function takeWords(scan: Scan, most: number): boolean {
  if (isDayAhead(scan) || !take(scan, PLACE_WORD)) return false;
  for (let n = 1; n < most; n++) {
    const back = scan.at;
    while (take(scan, PARTICLE));
    if (!take(scan, /\s*[/&]\s*|\s+/y) || isDayAhead(scan) || !take(scan, PLACE_WORD)) {
      scan.at = back;
      break;
    }
  }
  return true;
}

const isDayAhead = ({ text, at }: Scan): boolean =>
  dateAt(text, at) !== undefined || weekdayAt(text, at) !== undefined || text.startsWith('NO DATE', at);

/** @param before what may join it to the place. */
export function takeDay(scan: Scan, before: RegExp): PartData | undefined {
  const back = scan.at;
  take(scan, before);
  if (take(scan, /NO DATE(?!\p{L})/uy)) return {};
  const date = dateAt(scan.text, scan.at);
  if (date) {
    scan.at = date.end;
    // Reuters 1987 slips: "March 13," and "March 4 ,"
    take(scan, /\s*,(?=\s*[-(])/y);
    const iso = isoOf(date);
    return {
      month: date.month,
      day: date.day,
      ...(date.weekday !== undefined && { weekday: date.weekday }),
      ...(iso !== undefined && { date: iso }),
    };
  }
  const named = weekdayAt(scan.text, scan.at);
  if (named) {
    scan.at = named.end;
    return { weekday: named.weekday };
  }
  scan.at = back;
  return undefined;
}

/** "(AP)", "(tca/dpa)", "(RADIO VENCEREMOS)", "/PRNewswire/". */
export function takeAgency(scan: Scan, house: HouseWords | undefined): string | undefined {
  const found =
    take(scan, /\s{0,2}[,.]?\s{0,2}\(([\p{L}][\p{L}\d .&/’'-]{0,48})\)/uy) ??
    take(scan, /\s{0,2}\.?\s{0,2}\/([\p{L}][\p{L}\d -]{2,40})\/(?:\.(?=\s))?/uy);
  if (found) return found[1];
  // "March 12, Reuter - "
  const back = scan.at;
  const bare = take(scan, /\s{0,2},?\s{1,2}([\p{L}-]{2,20})(?=\s{0,2}[-–—])/uy);
  if (bare?.[1] && isAgency(bare[1], house)) return bare[1];
  scan.at = back;
  return undefined;
}
