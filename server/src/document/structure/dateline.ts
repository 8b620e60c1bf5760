// Datelines: where and when a story was filed, before its first sentence. "KYIV, March 4 (Agency) - ".
import { isPlace } from '../../lexicon/names/places';
import { rememberByTextWith } from '../../text/memoize-by-text';
import type { HouseWords } from '../house-words';
import type { PartData } from '../role';
import { isAgency, namesAgency } from './agency';
import { dateAt, isoOf, weekdayAt } from './dates';
import { claim, type Line, type Recogniser, wordsAt } from './part';

/**
 * Claims a dateline at the head of a paragraph, its dash and the transcriber's brackets behind it included. What follows must
 * be a sentence's beginning. Two of place, day and agency are asked for before a dash; a place alone only in capitals, before a
 * colon only one that is known.
 */
export const dateline: Recogniser = (piece, place) => {
  const read = readDateline(piece, wordsAt(place)) ?? placeAndColon(piece, place.lines);
  return read && claim(0, read.end, 'dateline', read.data);
};

/** Only those with a day and an agency: the ones that may stand in the middle of a file, where a new story or take begins. */
export const fullDateline: Recogniser = (piece, place) => {
  if (!/[(/]/.test(piece.slice(0, 100))) return undefined;
  const read = readDateline(piece, wordsAt(place));
  return read?.data.agency && read.data.day ? claim(0, read.end, 'dateline', read.data) : undefined;
};

/** How much of a paragraph is a dateline, in UTF-16 units, wherever in the file it stands. */
export const datelineLength = (paragraph: string): number => readDateline(paragraph)?.end ?? 0;

/** Longest dateline read, in UTF-16 units; the longest of FBIS and of Reuters 1987 have about a hundred, brackets aside. */
const longest = 160;

interface Read {
  readonly end: number;
  readonly data: PartData;
}

// the second reading leaves a day behind a dash to the sentence: "WASHINGTON - March 4 was …"
const readDateline = rememberByTextWith((piece, words: HouseWords | undefined): Read | undefined => {
  if (!SEPARATES.test(piece.slice(0, longest))) return undefined;
  return readAs(piece, /\s{0,2}(?:[,.;]\s?-?|[-–—])?\s{0,2}/y, words) ?? readAs(piece, /\s{0,2}[,.;]?\s{0,2}/y, words);
});

/** A dash or what stands for one, an agency's brackets or strokes: one of them is in every dateline, and in few sentences. */
const SEPARATES = /[-‐-―_:(/]|[\d)]\./;

/** @param beforeDay what may join a place and its day. */
function readAs(piece: string, beforeDay: RegExp, words: HouseWords | undefined): Read | undefined {
  const scan = scanner(piece.slice(0, longest), words);
  // a wire's stars before it: "****NEW YORK, March 3 - "
  scan.take(/\*{1,6}\s*/y);
  const opening = scan.take(/\(([\p{Lu}][\p{L}-]{1,11})\)\s*[-–—]\s*/uy);
  const opened = scan.at();
  const place = scan.place();
  const day = scan.day(beforeDay);
  const agency = scan.agency();
  const dash = scan.take(
    /\s*(?:\.?\s?[-‐-―_]{1,3}|:(?=\s)|(?<=\))[.:](?=[\s\p{Lu}])|(?<=\d)\.(?=\s))(?:\s+|(?=[\p{Lu}"“‘']))/uy,
  );
  const from = opening?.[1] ?? agency;
  const seen = { place, day: day !== undefined, agency: from, dash: dash?.[0], rest: scan.rest().trimStart(), words };
  if (!isEnough(seen)) {
    // "(Reuters) - The": on the web the agency stands alone
    return from !== undefined && opening && isAgency(from, words) && startsSentence(piece.slice(opened))
      ? { end: opening[0].trimEnd().length, data: { agency: from } }
      : undefined;
  }
  const end = bracketsBehind(piece, scan.at());
  const trimmed = piece.slice(0, end).trimEnd().length;
  if (!piece.slice(end).trim()) return undefined;
  return {
    end: trimmed,
    data: {
      ...(place !== undefined && { place }),
      ...(from !== undefined && { agency: from }),
      ...day,
    },
  };
}

/** "NEW DELHI: The": Indian and Pakistani papers' form. Where other lines open alike, they are speakers or a round-up. */
function placeAndColon(piece: string, lines: readonly Line[]): Read | undefined {
  const place = PLACE_AND_COLON.exec(piece)?.[1];
  if (place === undefined || !isPlace(place.slice(place.lastIndexOf(' ') + 1).toLowerCase())) return undefined;
  if (!startsSentence(piece.slice(place.length + 1).trimStart())) return undefined;
  return lines.filter(({ text }) => PLACE_AND_COLON.test(text)).length > 1
    ? undefined
    : { end: place.length + 1, data: { place } };
}

const PLACE_AND_COLON = /^(\p{Lu}{2}[\p{Lu} ]{1,28}):(?=\s)/u;

interface Seen {
  readonly place: string | undefined;
  readonly day: boolean;
  readonly agency: string | undefined;
  readonly dash: string | undefined;
  readonly rest: string;
  readonly words: HouseWords | undefined;
}

function isEnough({ place, day, agency, dash, rest, words }: Seen): boolean {
  if (dash !== undefined) {
    const known = agency !== undefined && namesAgency(agency, words);
    if (/[:.]$/.test(dash.trim()) && !/[-‐-―_]/.test(dash))
      return place !== undefined && (known || (day && (agency !== undefined || isCapitals(place))));
    if (place === undefined) return day && agency !== undefined;
    if (day || known) return true;
    // "NEW YORK — The": capitals, then a sentence that is not all capitals
    return place.length > 2 && isCapitals(place) && startsSentence(rest);
  }
  // "NEW DELHI, Dec 7 (Agency) Talks", "THE HAGUE (AP) Talks": no dash, so everything else must be there
  if (place === undefined || agency === undefined || !startsSentence(rest)) return false;
  return day || (isAgency(agency, words) && isCapitals(place));
}

const isCapitals = (place: string): boolean =>
  !/\p{Ll}/u.test((place.split(',')[0] ?? '').replace(/\b(?:Mc|Mac|La|De)(?=\p{Lu})/u, ''));

const startsSentence = (rest: string): boolean =>
  /^["“‘'«]?\p{Lu}[\p{L}'’.-]*\s+\S*\p{Ll}/u.test(rest) || /^["“‘'«]?\p{Lu}\p{Ll}/u.test(rest);

/** "[TEXT]", "[REPORT] [NAME OF A REPORTER]": what a monitoring service says of the piece, in capitals. */
function bracketsBehind(piece: string, from: number): number {
  let at = from;
  for (let group = bracketAt(piece, at); group; group = bracketAt(piece, at)) at += group.length;
  return at;
}

function bracketAt(piece: string, at: number): string | undefined {
  const group = /^\s{0,3}\[[^\]\p{Ll}]{2,160}\]\s{0,3}/u.exec(piece.slice(at, at + 170));
  return group?.[0];
}

// A word of a place: "NEW", "Mass.", "al-Sha'ar", "D.C."; and what may join two.
const PLACE_WORD = /(?:[a-z]{1,3}[-’'])?\p{Lu}[\p{L}\p{M}’'`.-]*/uy;
const PARTICLE =
  /\s+(?:de|del|della|do|da|du|di|la|las|los|le|les|of|and|on|upon|am|an|der|den|y|e|the|ob|sur|sous|al|el|in|near|over|at|aboard)(?=\s+\p{Lu}|\s+(?:la|las|los|der|the|den)\s+\p{Lu})/uy;

function scanner(text: string, house: HouseWords | undefined) {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const words = (most: number): boolean => {
    if (isDayAhead() || !take(PLACE_WORD)) return false;
    for (let n = 1; n < most; n++) {
      const back = at;
      while (take(PARTICLE));
      if (!take(/\s*[/&]\s*|\s+/y) || isDayAhead() || !take(PLACE_WORD)) {
        at = back;
        break;
      }
    }
    return true;
  };
  const isDayAhead = (): boolean =>
    dateAt(text, at) !== undefined || weekdayAt(text, at) !== undefined || text.startsWith('NO DATE', at);
  return {
    take,
    at: () => at,
    rest: () => text.slice(at),
    /** "SAN DIEGO, Calif", "SAN JOSE (COSTA RICA)", "NEW DELHI [India]", "LONDON/PARIS". */
    place(): string | undefined {
      const start = at;
      if (!words(6)) return undefined;
      for (let n = 0; n < 2; n++) {
        const back = at;
        if (!take(/\s*,\s*/y) || !words(3)) {
          at = back;
          break;
        }
      }
      const back = at;
      const country = take(/\s*[([](\p{Lu}[\p{L}. ]{2,30})[)\]]/uy);
      // "(AP)" behind a place is the agency; a country's brackets have the day or the agency behind them
      if (country && !/^\s{0,2},?\s{0,2}(?:\d|NO DATE|\p{Lu}\p{L}{2,8}\.? \d|\()/u.test(text.slice(at))) at = back;
      // the stop before the day, not an abbreviation's: "MOSCOW. March 4"
      return text.slice(start, at).replace(/^([\p{Lu} ]{4,40})\.$/u, '$1');
    },
    day(before: RegExp): PartData | undefined {
      const back = at;
      take(before);
      if (take(/NO DATE(?!\p{L})/uy)) return {};
      const date = dateAt(text, at);
      if (date) {
        at = date.end;
        // Reuters 1987 slips: "March 13," and "March 4 ,"
        take(/\s*,(?=\s*[-(])/y);
        const iso = isoOf(date);
        return {
          month: date.month,
          day: date.day,
          ...(date.weekday !== undefined && { weekday: date.weekday }),
          ...(iso !== undefined && { date: iso }),
        };
      }
      const named = weekdayAt(text, at);
      if (named) {
        at = named.end;
        return { weekday: named.weekday };
      }
      at = back;
      return undefined;
    },
    /** "(AP)", "(tca/dpa)", "(RADIO VENCEREMOS)", "/PRNewswire/". */
    agency(): string | undefined {
      const found =
        take(/\s{0,2}[,.]?\s{0,2}\(([\p{L}][\p{L}\d .&/’'-]{0,48})\)/uy) ??
        take(/\s{0,2}\.?\s{0,2}\/([\p{L}][\p{L}\d -]{2,40})\/(?:\.(?=\s))?/uy);
      if (found) return found[1];
      // "March 12, Reuter - "
      const back = at;
      const bare = take(/\s{0,2},?\s{1,2}([\p{L}-]{2,20})(?=\s{0,2}[-–—])/uy);
      if (bare?.[1] && isAgency(bare[1], house)) return bare[1];
      at = back;
      return undefined;
    },
  };
}
