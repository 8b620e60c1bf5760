// Tokens of a text: one pass over its units, no regular expression, in time linear in its length.
import { wordList } from '../../lexicon/word-lists';
import { abbreviation } from '../../lexicon/abbreviations';
import { Unit, unitKind, unitKindOfPair } from '../../text/characters';
import { Shape, type Tokens } from '../token';
import { type Word, wordIn } from '../word';

export function tokenise(text: string): Tokens {
  const room = roomFor(text.length);
  const scan = { end: 0, shape: 0, rare: false };
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === Unit.space || kind === Unit.invisible) {
      at++;
      continue;
    }
    scan.rare = false;
    scan.shape = Shape.mark;
    if (kind === Unit.lower || kind === Unit.upper) readWord(text, at, scan);
    else if (kind === Unit.digit) readNumber(text, at, scan);
    else readMark(text, at, kind, scan);
    const one = wordIn(text, at, scan.end, scan.rare ? fold : undefined);
    room.start[length] = at;
    room.end[length] = scan.end;
    room.shape[length] = scan.shape;
    room.record[length] = one;
    room.word[length] = one.text;
    length++;
    at = scan.end;
  }
  return {
    length,
    start: room.start.slice(0, length),
    end: room.end.slice(0, length),
    word: room.word.slice(0, length),
    record: room.record.slice(0, length),
    shape: room.shape.slice(0, length),
  };
}

interface Room {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly shape: Uint8Array;
  readonly word: string[];
  readonly record: Word[];
}

const newRoom = (units: number): Room => ({
  start: new Uint32Array(units),
  end: new Uint32Array(units),
  shape: new Uint8Array(units),
  word: [],
  record: [],
});

/** Written over by each paragraph: most are short, and room made anew for each costs more than reading it. */
const shared = newRoom(4096);

/** No text has more tokens than units. */
const roomFor = (units: number): Room => (units <= shared.shape.length ? shared : newRoom(units));

interface Scan {
  /** Where the token ends. */
  end: number;
  shape: number;
  /** Its word is not simply its characters: capitals, other apostrophes, invisible or decomposed ones. */
  rare: boolean;
}

/** Kind of the character at `at`; past the end it is space. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return Unit.space;
  const kind = unitKind(text.charCodeAt(at));
  return kind === Unit.surrogate ? unitKindOfPair(text, at) : kind;
}

/** Units of the character at `at`. */
const width = (text: string, at: number): number => ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);

const isLetter = (kind: number): boolean => kind === Unit.lower || kind === Unit.upper;
const isWordly = (kind: number): boolean => kind === Unit.lower || kind === Unit.upper || kind === Unit.digit;

/** From a letter on: letters, digits, accents; an apostrophe, hyphen, `&` or dot that joins; an abbreviation's own stop. */
function readWord(text: string, from: number, scan: Scan): void {
  let at = from;
  let upper = 0;
  let lower = 0;
  /** Where the part since the last dot began, and how many letters it holds: "U.S." is two parts of one. */
  let part = from;
  let dotted = false;
  let stem = true;
  const capital = kindAt(text, from) === Unit.upper || hasArabicArticle(text, from);
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === Unit.lower) {
      if (stem) lower++;
      // most of all copy is lower-case letters
      if (isPlainLetter(text.charCodeAt(at))) {
        do at++;
        while (isPlainLetter(text.charCodeAt(at)));
        continue;
      }
    } else if (kind === Unit.upper) {
      if (stem) upper++;
    } else if (kind === Unit.combining) scan.rare = true;
    else if (kind !== Unit.digit) {
      const next = kindAt(text, at + 1);
      if (kind === Unit.invisible && isWordly(next)) scan.rare = true;
      else if (kind === Unit.apostrophe && isLetter(next)) {
        scan.rare ||= text.charCodeAt(at) !== 39;
        // "UN's" is all capitals as "UN" is
        if (isEnding(text, at + 1)) stem = false;
      } else if (kind === Unit.hyphen && isWordly(next)) {
        part = at + 1;
      } else if (kind === Unit.dot && text.charCodeAt(at) === 46) {
        if (joinsDotted(text, from, part, at)) {
          dotted ||= at - part <= 2;
          part = at + 1;
        } else {
          if (ownsStop(text, from, part, at, dotted)) {
            at++;
            // "U.S.-led", "U.N.'s"
            if (JOINS_STOP.has(kindAt(text, at)) && isLetter(kindAt(text, at + 1))) continue;
          }
          break;
        }
      } else if (text.startsWith(AMPERSAND, at) && isLetter(kindAt(text, at + AMPERSAND.length))) {
        scan.rare = true;
        at += AMPERSAND.length - 1;
      } else if (!(text.charCodeAt(at) === 38 && isLetter(next)) || text.startsWith(AMPERSAND, at)) break;
    }
    at += kind === Unit.lower || kind === Unit.upper ? width(text, at) : 1;
  }
  scan.end = at;
  scan.rare ||= upper > 0 || capital;
  scan.shape = Shape.word | (capital ? Shape.capital : 0) | (upper > 1 && lower === 0 ? Shape.allCaps : 0);
}

/** "al-Rashidi", "ash-Shams": a name whose article is written small. */
function hasArabicArticle(text: string, from: number): boolean {
  const hyphen = text.charCodeAt(from + 2) === 45 ? from + 2 : from + 3;
  if (text.charCodeAt(hyphen) !== 45 || kindAt(text, hyphen + 1) !== Unit.upper) return false;
  return articles.has(text.slice(from, hyphen));
}

const articles = wordList('Arabic articles');

const isPlainLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

const JOINS_STOP: ReadonlySet<number> = new Set([Unit.hyphen, Unit.apostrophe]);

/** An ending such as 's or 't at the end of a word. */
const isEnding = (text: string, at: number): boolean => !isWordly(kindAt(text, at + 1));

const hosts = wordList('internet domains');

/** True where the dot at `at`, behind a part that began at `part`, stands inside the word: "U.S.", "Ph.D.", "example.com". */
function joinsDotted(text: string, from: number, part: number, at: number): boolean {
  if (!isLetter(kindAt(text, at + 1))) return false;
  let end = at + 1;
  while (end - at < 6 && isLetter(kindAt(text, end))) end++;
  const letters = end - at - 1;
  if (letters === 1) return at - part <= 2;
  if (text.startsWith('www.', from)) return true;
  return hosts.has(text.slice(at + 1, end)) && !isLetter(kindAt(text, end));
}

/** True where the stop at `at` belongs to the word from `from`: an abbreviation's, an initial's. */
function ownsStop(text: string, from: number, part: number, at: number, dotted: boolean): boolean {
  const length = at - from;
  if (kindAt(text, at + 1) === Unit.dot) return false;
  if (dotted && at - part === 1) return true;
  if (length === 1 && kindAt(text, from) === Unit.upper) return text.charCodeAt(from) !== 73;
  if (at - part > 7) return false;
  const known = abbreviation(text.slice(part, at).toLowerCase());
  if (!known) return false;
  if (known.capital && kindAt(text, part) !== Unit.upper) return false;
  if (known.kind === 'number') return startsNumber(text, at + 1);
  return true;
}

function startsNumber(text: string, at: number): boolean {
  let from = at;
  while (from < text.length && from < at + 3 && kindAt(text, from) === Unit.space) from++;
  return kindAt(text, from) === Unit.digit;
}

/** From a digit (or a currency sign and one) on: "1,234.5", "10:30", "9/11", "12%", "6'2\"", "1990s", "17-year-old". */
function readNumber(text: string, from: number, scan: Scan): void {
  let at = from;
  let letters = false;
  let inches = false;
  for (;;) {
    const kind = kindAt(text, at);
    const next = kindAt(text, at + 1);
    if (isLetter(kind)) {
      letters = true;
      scan.rare ||= kind === Unit.upper;
    } else if (kind === Unit.combining || (kind === Unit.invisible && isWordly(next))) scan.rare = true;
    else if (kind === Unit.apostrophe && isWordly(next)) {
      scan.rare ||= text.charCodeAt(at) !== 39;
      inches = next === Unit.digit;
    } else if (kind === Unit.hyphen && isLetter(next)) letters = true;
    else if (kind === Unit.hyphen && letters && next === Unit.digit) letters = true;
    else if (kind !== Unit.digit && !(next === Unit.digit && !letters && JOINS_DIGITS.includes(text.charAt(at)))) break;
    at += isLetter(kind) || kind === Unit.digit ? width(text, at) : 1;
  }
  if (text.charCodeAt(at) === 37 || (at < text.length && inches && INCHES.includes(text.charAt(at)))) at++;
  scan.end = at;
  scan.shape = Shape.number | (letters ? Shape.word : 0);
}

const INCHES = '"”″';
const JOINS_DIGITS = '.,:/\u2044';

/** A mark of its own, a run of dots or dashes, `''`, `&amp;` for `&`, or the sign that opens a number. */
function readMark(text: string, from: number, kind: number, scan: Scan): void {
  const next = kindAt(text, from + 1);
  const unit = text.charCodeAt(from);
  if (
    next === Unit.digit &&
    (kind === Unit.currency || (unit === 46 && from > 0 && kindAt(text, from - 1) === Unit.space))
  ) {
    readNumber(text, from + 1, scan);
    return;
  }
  if (kind === Unit.apostrophe && readElision(text, from, scan)) return;
  scan.rare = unit === 38 && text.startsWith(AMPERSAND, from);
  let at = from + (scan.rare ? AMPERSAND.length : width(text, from));
  if (kind === Unit.dot) while (kindAt(text, at) === Unit.dot) at++;
  else if (kind === Unit.dash || kind === Unit.hyphen)
    for (let k = kindAt(text, at); k === Unit.dash || k === Unit.hyphen; k = kindAt(text, at)) at++;
  // what is no prose is one thing, however long
  else if (unit === OBJECT) while (text.charCodeAt(at) === OBJECT) at++;
  else if ((unit === 39 || unit === 96) && text.charCodeAt(at) === unit) at++;
  while (kindAt(text, at) === Unit.combining) at++;
  scan.end = at;
  scan.shape = Shape.mark;
}

/** Stands for what is no prose: U+FFFC. */
const OBJECT = 0xfffc;

/** What a web page writes for `&`, left over in pasted copy. */
const AMPERSAND = '&amp;';

/** Words that are written without their first letters. */
const elided = wordList('elided words');

/** "'em", "'90s", and a name that opens with a half ring: the apostrophe belongs to the word behind it. */
function readElision(text: string, from: number, scan: Scan): boolean {
  const next = kindAt(text, from + 1);
  const unit = text.charCodeAt(from);
  if (isLetter(next)) {
    readWord(text, from + 1, scan);
    const letter = unit >= 0x2bb && unit <= 0x2bf;
    if (!letter && !(elided.has(text.slice(from + 1, scan.end).toLowerCase()) && unit !== 96 && unit !== 0x2018))
      return false;
    scan.rare = true;
    return true;
  }
  // "the '90s": the decade loses its century
  if (next !== Unit.digit || kindAt(text, from + 2) !== Unit.digit || kindAt(text, from + 3) === Unit.digit)
    return false;
  if (text.charAt(from + 3) !== 's') return false;
  readNumber(text, from + 1, scan);
  scan.rare ||= unit !== 39;
  return true;
}

const APOSTROPHES = /[’‘`\u02bb\u02bc\u02be\u02bf\u2032\u00b4]/g;

function fold(piece: string): string {
  // a Turkish capital i becomes two characters, and the second is no letter of the word
  const lower = piece
    .toLowerCase()
    .replace(AMPERSAND, '&')
    .replace(/i\u0307/g, 'i');
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 0x7f || lower.charCodeAt(i) === 0x60) {
      return withoutInvisible(lower).replace(APOSTROPHES, "'").normalize('NFC');
    }
  }
  return lower;
}

function withoutInvisible(word: string): string {
  let out = '';
  for (const character of word) if (unitKind(character.charCodeAt(0)) !== Unit.invisible) out += character;
  return out;
}
