// Datelines: where and when a story was filed, before its first sentence. "KYIV, March 4 (Agency) - ".
import { isPlace } from '../../lexicon/names/places';
import { rememberByTextWith } from '../../text/memoize-by-text';
import type { HouseWords } from '../house-words';
import type { PartData } from '../role';
import { isAgency, namesAgency } from './agency';
import { type Scan, take, takeAgency, takeDay, takePlace } from './dateline-scan';
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
  const scan: Scan = { text: piece.slice(0, longest), at: 0 };
  // a wire's stars before it: "****NEW YORK, March 3 - "
  take(scan, /\*{1,6}\s*/y);
  const opening = take(scan, /\(([\p{Lu}][\p{L}-]{1,11})\)\s*[-–—]\s*/uy);
  const opened = scan.at;
  const place = takePlace(scan);
  const day = takeDay(scan, beforeDay);
  const agency = takeAgency(scan, words);
  const dash = take(
    scan,
    /\s*(?:\.?\s?[-‐-―_]{1,3}|:(?=\s)|(?<=\))[.:](?=[\s\p{Lu}])|(?<=\d)\.(?=\s))(?:\s+|(?=[\p{Lu}"“‘']))/uy,
  );
  const from = opening?.[1] ?? agency;
  const seen = {
    place,
    day: day !== undefined,
    agency: from,
    dash: dash?.[0],
    rest: scan.text.slice(scan.at).trimStart(),
    words,
  };
  if (!isEnough(seen)) {
    // "(Reuters) - The": on the web the agency stands alone
    return from !== undefined && opening && isAgency(from, words) && startsSentence(piece.slice(opened))
      ? { end: opening[0].trimEnd().length, data: { agency: from } }
      : undefined;
  }
  const end = bracketsBehind(piece, scan.at);
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
