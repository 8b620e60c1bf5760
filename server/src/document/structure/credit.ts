// Credit lines and bylines: who wrote the story, for whom, and when, on lines of their own at its head or foot.
import type { HouseWords } from '../house-words';
import type { PartData } from '../role';
import { isAgency, namesAgency } from './agency';
import { dateAt, isoOf, weekdayAt } from './dates';
import { type Recogniser, whole, wordsAt } from './part';

/** "Xinhua, December 7, 2016", "Source: Xinhua", "Updated: 2016-12-07 08:21", "Reuters": before the first sentence. */
export const credit: Recogniser = (piece, place) => {
  if (place.before > 0 || piece.length > 120) return undefined;
  const data = readCredit(piece, wordsAt(place));
  return data && whole(piece, 'credit', data);
};

/** "Source: Xinhua", "First published: May 3, 2024, 10:00 IST": the same below the last sentence, where no reader looks for it. */
export const creditBelow: Recogniser = (piece, place) => {
  if (place.before === 0 || place.after > 0 || piece.length > 120) return undefined;
  const label = LABEL.exec(piece.replace(/^[([]/, ''))?.groups;
  const data = (label?.time ?? label?.source) ? readCredit(piece, wordsAt(place)) : undefined;
  if (!data || (data.agency === undefined && !label?.time)) return undefined;
  return whole(piece, data.agency === undefined ? 'remnant' : 'sign-off', { ...data, kind: 'credit' });
};

/** "By BERNARD CONDON", "By Tom Krasovic, The San Diego Union-Tribune =", "AP Business Writer": no sentence, before the first one. */
export const byline: Recogniser = (piece, { before, lines, index }) => {
  if (before > 0 || piece.length > 140 || /[.!?]$/.test(piece.replace(/\b(?:Jr|Sr)\.$/, ''))) return undefined;
  const by = /^\^?(?:By|BY|by|Von|Par|Por)\s([^=<]{2,120})[=<]?$/u.exec(piece);
  if (by?.[1] && isNames(by[1].trim())) return whole(piece, 'byline', { names: namesIn(by[1].trim()) });
  const above = lines[index - 1]?.text ?? '';
  return /^\^?(?:By|BY)\s/.test(above) && piece.length <= 80 && ROLE_LINE.test(piece)
    ? whole(piece, 'byline')
    : undefined;
};

/** What stands behind a byline: "AP Business Writer", "Political reporter, BBC News", "Staff Writer". */
const ROLE_LINE = /\b(?:writer|reporter|correspondent|editor|staff|columnist|press|news|service)s?\b/i;

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|de|del|der|van|von|bin|al|in|for|the|of|with|to|und|et|y|la|dpa|correspondents?|reporters?|staff|our|&|\|)$/u;

function isNames(text: string): boolean {
  const words = text.split(/[\s,/]+/).filter(Boolean);
  // "By Monday the port" begins a sentence
  if (weekdayAt(text, 0) || dateAt(text, 0)) return false;
  return (
    words.length > 0 &&
    words.length <= 16 &&
    words.every((word) => NAME_WORD.test(word)) &&
    (words.length > 1 || /^\p{Lu}/u.test(text))
  );
}

/** The writers that a field or a line of its own names: "By Lena Orsk and Marek Dvorak". */
export const writersIn = (words: string): string[] => namesIn(words.replace(/^(?:by|von|par|por)[:\s]\s{0,4}/i, ''));

const namesIn = (text: string): string[] =>
  (text.split(/,|\sin\s/)[0] ?? '')
    .split(/\s(?:and|und|et|y|&)\s/)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name));

const LABEL =
  /^(?:(?:(?<source>source|quelle|fuente|fonte|bron)|by|from|editor|edited by|reporter|date|file photo|photo|created)\s*[:|]|(?<time>(?:first |last )?(?:updated|published|posted|modified)(?: on| at)?)(?:\s*[:|–—-]|\b))\s*/i;
const TIME =
  /^(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:\(?[A-Z]{2,4}\)?(?:[+-]\d{1,2})?|local time))?/iu;
/** "03-05-2024": whose day and month it does not tell. */
const NUMERIC = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;
const SEPARATOR = /^[\s,;|/·•–—-]+|^(?:on|at)\s+/;

/** Reads the line piece by piece: agencies, days, times, labels with a name. All of it must be one of these. */
function readCredit(piece: string, words: HouseWords | undefined): PartData | undefined {
  let rest = piece.replace(/^[([]|[)\]]$/g, '');
  let data: PartData = {};
  let known = 0;
  let labelled = false;
  while (rest) {
    const label = LABEL.exec(rest);
    const date = dateAt(rest, 0);
    const named = weekdayAt(rest, 0);
    const time = TIME.exec(rest);
    const separator = SEPARATOR.exec(rest);
    const agency = agencyAt(rest, words);
    if (label) {
      labelled = true;
      rest = rest.slice(label[0].length);
    } else if (separator) {
      rest = rest.slice(separator[0].length);
      continue;
    } else if (date) {
      const iso = isoOf(date);
      data = { ...data, day: date.day, month: date.month, ...(iso !== undefined && { date: iso }) };
      rest = rest.slice(date.end);
    } else if (label === null && (NUMERIC.exec(rest)?.[0].length ?? 0) > 0 && LABEL.test(piece)) {
      rest = rest.replace(NUMERIC, '');
    } else if (time) {
      rest = rest.slice(time[0].length);
    } else if (agency) {
      data = { ...data, agency };
      rest = rest.slice(agency.length);
    } else if (named) {
      data = { ...data, weekday: named.weekday };
      rest = rest.slice(named.end);
    } else if (labelled && /^\p{Lu}[\p{L}.'’& -]{1,50}/u.test(rest)) {
      // "Editor: Name", "Source: Outlet": a name, up to the next separator
      const name = /^[^|,;]{1,50}/.exec(rest)?.[0] ?? rest;
      rest = rest.slice(name.length);
      labelled = false;
    } else {
      return undefined;
    }
    known++;
  }
  const shaped = data.agency !== undefined || data.date !== undefined || LABEL.test(piece);
  // "Updated" alone is a word
  return known > (/[:|]/.test(piece) ? 0 : Number(LABEL.test(piece))) && shaped ? data : undefined;
}

function agencyAt(text: string, words: HouseWords | undefined): string | undefined {
  const found = /^[\p{L}./-]+(?:\s[\p{L}/-]+){0,2}/u.exec(text)?.[0];
  if (found === undefined) return undefined;
  for (let at = found.length; at > 0; at = found.lastIndexOf(' ', at - 1)) {
    const name = found.slice(0, at).replace(/[.-]$/, '');
    if (isAgency(name, words) || (!name.includes(' ') && name.length < 16 && namesAgency(name, words))) return name;
  }
  return undefined;
}
