// Times of day: "1430 GMT", "2:30 p.m. EST", "14:30 local time", with what they are in minutes and where.
import { zoneOffsets } from '../../lexicon/dates/zones';
import type { Span } from '../../text/span';

/** Offsets into the text that was read. */
export interface ClockTime extends Span {
  /** Since midnight, 0 to 1439. */
  readonly minutes: number;
  /** As it stands: "GMT", "local time". */
  readonly zone?: string;
  /** Minutes east of UTC that the zone may stand for; none for local time. */
  readonly offsets?: readonly number[];
}

const TIME =
  /(?<![\p{L}\d:.,$€£/-])(?:(\d{1,2})(?:[:.](\d\d))?|(\d\d)(\d\d)|(noon|midnight))(?::\d\d)?(?: ?(?:hrs|hours|h))?(?: ?([ap])\.?m\b\.?)?(?: ?(local(?: time)?|[A-Z]{1,4})(?![\p{L}\d]))?(?![\d%])/giu;

/** In order. A bare number is none: minutes behind a colon, a half of the day, a zone or a name for the hour must say so. */
export function clockTimesIn(text: string): ClockTime[] {
  const found: ClockTime[] = [];
  for (const match of text.matchAll(TIME)) {
    const [whole, hour, minute, hours, minutes, named, half, place] = match;
    const offsets = place === undefined ? undefined : zoneOffsets(place);
    const isLocal = place !== undefined && /^local/i.test(place);
    const zone = isLocal || offsets ? place : undefined;
    const colon = minute !== undefined && whole.includes(':');
    if (!named && !half && !colon && !(hours !== undefined && zone !== undefined)) continue;
    const at = minutesOf(
      Number(hour ?? hours ?? (named ? 12 : 0)),
      Number(minute ?? minutes ?? 0),
      halfOf(named, half),
    );
    if (at === undefined) continue;
    // a word behind that is no zone: "2:30 p.m. HE"
    const end = match.index + (place !== undefined && zone === undefined ? whole.lastIndexOf(place) : whole.length);
    found.push({
      start: match.index,
      end: match.index + text.slice(match.index, end).trimEnd().length,
      minutes: at,
      ...(zone !== undefined && { zone }),
      ...(offsets && { offsets }),
    });
  }
  return found;
}

const halfOf = (named: string | undefined, half: string | undefined): 'a' | 'p' | undefined => {
  if (named) return /^n/i.test(named) ? 'p' : 'a';
  return half === undefined ? undefined : /^p/i.test(half) ? 'p' : 'a';
};

function minutesOf(hour: number, minute: number, half: 'a' | 'p' | undefined): number | undefined {
  if (minute > 59 || hour > 24 || (half !== undefined && (hour > 12 || hour === 0))) return undefined;
  return ((half === undefined ? hour % 24 : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute) % DAY;
}

/** Minutes. */
export const DAY = 1440;
