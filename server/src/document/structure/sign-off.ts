// Sign-offs: the marks with which agencies end a story, on a line of their own or behind the last sentence.
import { data } from '../../lexicon/furniture/sign-offs.tsv';
import { lately } from '../../text/lately';
import { isSpace } from '../../text/span';
import type { PartData } from '../role';
import { agenciesJoined, agencyInitials, isAgency } from './agency';
import { type FormTable, type FormRow, formTable, type Slots } from './form';
import { type Claim, claim, lineAt, type Place, type Recogniser, whole } from './part';
import { newsroomIn } from './newsroom';
import { takeHead } from './slug';
import { isTranscriptHead } from './transcript';

interface SignOff {
  readonly place: 'line' | 'end' | 'trail';
  readonly agency: string;
  /** The word itself, where a slip of the finger in it is still the mark. */
  readonly word?: string;
  /** It names people or agencies, and may be all that says whose the story is. */
  readonly credit: boolean;
  /** Nothing else looks like it: it counts wherever a paragraph ends, a bare word only where the story does. */
  readonly strong: boolean;
}

/** A whole line at the story's end. */
export const signOffLine: Recogniser = (piece, place) => {
  if (piece.length > 400 || place.before === 0 || isCopy(piece)) return undefined;
  const form = lineForm(piece, place);
  const isEnough = form && (form.strong || place.after === 0 || isEndWord(piece, place));
  if (isEnough && isPlausible(form, place)) return claimOf(0, piece.length, form, isNamed(form, piece));
  const agency = undecorated(piece);
  // "-- BERNAMA", and a paragraph of the agency's own behind it
  if (agency !== piece && place.after <= 1 && isAgencySetOff(agency)) return whole(piece, 'sign-off', byName(agency));
  if (place.after > 0) return undefined;
  const initialled = agencyWithInitials(piece);
  if (initialled !== undefined && !isLeftOpen(place)) return whole(piece, 'sign-off', { agency: initialled });
  if (isAgency(agency)) return isLeftOpen(place) ? undefined : whole(piece, 'sign-off', byName(agency));
  const contact = newsroomIn(piece);
  return contact && claim(0, contact.end, 'sign-off', { kind: contact.kind });
};

/** "- Reuters.": an agency's name in full is what a reader is shown too; "(AFP)" and "REUTER" are a wire's own marks. */
const byName = (agency: string): PartData => (IN_FULL.test(agency) ? { agency, kind: 'name' } : { agency });

const isNamed = ({ word }: SignOff, piece: string): boolean => {
  const name = undecorated(piece);
  return word === undefined && IN_FULL.test(name) && isAgency(name);
};

const IN_FULL = /^\p{Lu}\p{Ll}{2}/u;

/** "ENDS" in capitals on a line of its own, though somebody typed a paragraph below it. */
const isEndWord = (piece: string, { after, lines, index }: Place): boolean =>
  after <= 1 && /^\p{Lu}{3,8}$/u.test(piece) && lines[index]?.chunk.kind === 'paragraph';

/** Longer than any mark but a credit in brackets, or a newsroom's contact. */
const isCopy = (piece: string): boolean => piece.length > LONGEST_MARK && !isShortEnough(piece);
const LONGEST_MARK = 120;

/** A line that no copy looks like, wherever it stands: between two stories, at the foot of a take. */
export const signOffBetween: Recogniser = (piece, place) => {
  if (piece.length > 400 || place.before === 0) return undefined;
  const form = lineForm(piece, place);
  if (!form) return undefined;
  const takeFollows = form.agency === 'continued' && takeHead(lineAt(place, 1), place) !== undefined;
  return takeFollows || (form.strong && /\p{L}{3}|30/u.test(piece))
    ? claimOf(0, piece.length, form, isNamed(form, piece))
    : undefined;
};

/** Behind the last sentence: "… on the Syrian issue. Endi". Claims the mark alone; the sentence keeps its stop. */
export const signOffBehind: Recogniser = (piece, { after }) => {
  if (piece.endsWith('./.'))
    return after === 0 ? claim(piece.length - 3, piece.length, 'sign-off', slashStop) : undefined;
  for (const start of fragments(piece)) {
    const tail = piece.slice(start);
    const form = formOf(tail, 'end');
    const agency = undecorated(tail);
    const setOff = agency.length < tail.length && isAgencySetOff(agency) ? agency : undefined;
    const named = setOff ?? agencyWithInitials(tail);
    if (!form && named === undefined) continue;
    if (inQuotation(piece, start)) return undefined;
    if (form && (form.strong || after === 0)) return claimOf(start, piece.length, form, isNamed(form, tail), true);
    if (named !== undefined && after === 0)
      return claim(start, piece.length, 'sign-off', {
        ...(setOff === undefined ? { agency: named } : byName(named)),
        glued: true,
      });
  }
  return undefined;
};

/**
 * Between brackets or dashes an agency is itself in any capitals: "-- BERNAMA", "(BELGA)", "[TASS]". Two small letters are a point
 * of a list, somebody's initials, a place's: "(pa)".
 */
const isAgencySetOff = (name: string): boolean =>
  isAgency(name) || isAgency(capitalised(name)) || (name.length > 2 && isAgency(name.toUpperCase()));

/** "PTI ABC DEF", "MNA/PR", "//Petra// AB": an agency, and the initials of its desk. */
function agencyWithInitials(text: string): string | undefined {
  const found = /^\/{0,2}(\p{Lu}[\p{L}]{1,11})(?:\/{1,2} ?| )[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4}$/u.exec(text);
  return found?.[1] !== undefined && isAgencySetOff(found[1]) ? found[1] : undefined;
}

const capitalised = (name: string): string => name.slice(0, 1) + name.slice(1).toLowerCase();

const slashStop: PartData = { agency: 'VNA', kind: 'slash-stop', glued: true };

/** Time stamps and trailer codes that stand behind a mark, or alone at the foot. */
export const trailer: Recogniser = (piece, place) => {
  const { before, after } = place;
  if (piece.length > 80 || before === 0 || after > 0) return undefined;
  const again = initialsAgain(piece, lineAt(place, -1));
  if (again !== undefined) return whole(piece, 'trailer', { agency: again });
  const form = /\.$/.test(piece) || !CLOCK.test(piece) ? undefined : formOf(piece, 'trail');
  return form && whole(piece, 'trailer', { agency: form.agency });
};

/** PTI sends the last initials once more, below "PTI ABC DEF". */
function initialsAgain(piece: string, above: string): string | undefined {
  if (!/^[A-Z]{2,4}(?: [A-Z]{2,4}){0,2}$/.test(piece) || !above.endsWith(` ${piece}`)) return undefined;
  const mark = /(?:^|[.!?"”] )(\p{Lu}{2,6} [A-Z ]{2,24})$/u.exec(above)?.[1];
  return mark === undefined ? undefined : agencyWithInitials(mark);
}

/** An hour with its zone, or the six figures of day and hour: a month and a year alone end a sentence too. */
const CLOCK = /\d\d:\d\d|\b\d{6}\b|\b\d{4} ?(?:GMT|UTC|[BCEM]ES?T|E[SD]?T)\b/;

function claimOf(start: number, end: number, { agency, credit }: SignOff, named: boolean, glued = false): Claim {
  const continued = agency === 'continued';
  return claim(start, end, continued ? 'take' : 'sign-off', {
    ...(continued ? { kind: 'continued' } : { agency, ...(credit ? { kind: 'credit' } : named && { kind: 'name' }) }),
    ...(glued && { glued: true as const }),
  });
}

/** The form that a whole line has. In a transcript a transcriber's note, "[CONTINUED]", is part of the record. */
function lineForm(piece: string, { lines }: Place): SignOff | undefined {
  const form = formOf(piece, 'line');
  return form?.agency === 'FBIS' && lines.some(({ text }) => isTranscriptHead(text)) ? undefined : form;
}

/** A bare word or a row of initials ends a story only where a sentence or a table has ended; a name's first letters only a sentence. */
function isPlausible({ strong, agency }: SignOff, place: Place): boolean {
  if (agency === 'Xinhua') return /[.!?…\d)\]]["”’]{0,2}$/.test(lineAt(place, -1).trimEnd());
  return strong || !isLeftOpen(place);
}

/** "Yours,": what stands above goes on. */
const isLeftOpen = (place: Place): boolean => /[,:;]$/.test(lineAt(place, -1).trimEnd());

// ---- forms -------------------------------------------------------------------------------------------------------------

/** What a sign-off's form may hold. */
export const signOffSlots: Slots = {
  initials: /^[a-z][a-z\d]{0,5}(?:[ /][a-z][a-z\d]{0,5}){0,5}$/,
  'desk-initials': /^(?:[A-Z]{2,12}|[a-z]{2,4})(?: (?:[a-z]{2,4}|[A-Z]{2,12})){0,3}$/,
  slashes:
    /^(?!(?:and|or|he|she|his|her|him|they|yes|no)\/)[a-z]{2,4}(?:-[a-z]{2,4}){0,2}(?:\/(?:[a-z]{2,4}|\d{1,3})){1,4}$/,
  'desk-mark': /^[A-Za-z]{1,3}(?:[/ ][A-Za-z]{1,3}){0,2}$/,
  url: /^(?:https?:\/\/)?[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}(?:\/\S{0,60})?$/,
  'day-and-hour': /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ ,-]{1,3}\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?$/i,
  capitals: /^[A-Z]{2,4}$/,
  desk: /^[A-Z]{2}$/,
  numbers: /^[\d:-]{4,20}$/,
  year: /^\d{4}$/,
  date: /^[\w., ]{6,30}$/,
  credits: /^[^()]{3,400}$/,
  // names and what joins them; any other small word would make it a sentence
  writers:
    /^\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?:(?:; |, |;|,| )(?:and|in|at|of|the|by|additional|reporting|writing|editing|graphics|compiled|\p{Lu}[\p{L}\p{M}.'’-]{0,30})){1,60}$/u,
  agencies: agenciesJoined,
  company: /^[\p{Lu}\d].{1,80}$/u,
  rest: /^.{1,200}$/,
  stamp:
    /^(?:(?:\d{1,6}(?::\d\d)?[A-Z]{0,5}|[A-Z]{2,5}|&QL;|[A-Z]?[a-z]{2,4}|www\.[\w./-]{1,60})(?:[,)<]{0,2}$|[,)]{0,2} [(]?)){1,14}$/,
};

interface SignOffs {
  readonly tables: Readonly<Record<SignOff['place'], FormTable<SignOff>>>;
  /** What a mark behind a sentence may begin with. */
  readonly starts: ReadonlySet<string>;
  /** Words in which a slip of the finger is still the mark. */
  readonly words: readonly SignOff[];
}

let known: SignOffs | undefined;

function read(): SignOffs {
  const rows = data.split('\n').map(readRow);
  const table = (...places: SignOff['place'][]): FormTable<SignOff> =>
    formTable(
      rows.filter(({ entry }) => places.includes(entry.place)),
      signOffSlots,
    );
  const end = table('end');
  return {
    tables: { line: table('line', 'end'), end, trail: table('trail') },
    starts: new Set([...end.starts, ...'-‐‑‒–—―=/~([', ...agencyInitials()]),
    words: rows.map(({ entry }) => entry).filter(({ word }) => word !== undefined),
  };
}

function readRow(row: string): FormRow<SignOff> {
  const [place, letters, slip, spelling = '', agency = ''] = row.split('\t');
  const entry: SignOff = {
    place: place as SignOff['place'],
    agency,
    get credit() {
      return /\{(?:credits|writers|agencies)\}/.test(spelling);
    },
    get strong() {
      const marks = spelling.replace(/\{[\w-]{1,20}\??\}/g, '');
      return slip === 'slip' ? agency === 'Xinhua' : /[^\p{L}\s{}#_:]/u.test(marks);
    },
    ...(slip === 'slip' && { word: spelling }),
  };
  return { spelling: normal(spelling), anyCase: letters === 'any', entry };
}

const formOf = (text: string, place: SignOff['place']): SignOff | undefined =>
  isShortEnough(text) ? formsOf[place](text) : undefined;

const formsOf: Readonly<Record<SignOff['place'], (text: string) => SignOff | undefined>> = {
  line: lately((text) => findForm(text, 'line')),
  end: lately((text) => findForm(text, 'end')),
  trail: lately((text) => findForm(text, 'trail')),
};

function findForm(text: string, place: SignOff['place']): SignOff | undefined {
  known ??= read();
  const table = known.tables[place];
  const bare = normal(text);
  const trimmed = bare.replace(/(?:\s?\.{1,4}|…)$/, '');
  const found = table.find(trimmed) ?? (trimmed === bare ? undefined : table.find(bare));
  if (found || place === 'trail') return found;
  const plain = undecorated(bare);
  const word = place === 'line' && plain !== trimmed && /^[\p{L}\d]+$/u.test(plain) ? table.find(plain) : undefined;
  return word ?? slipOf(trimmed, place);
}

/** A mark is short; only a credit runs on. */
const isShortEnough = (text: string): boolean =>
  text.length <= 100 || (/^(?:[([©]|\p{Lu}[\p{L} ]{5,24} by )/u.test(text) && text.length <= 420);

/** One spelling of dashes and spaces, for looking up a mark. */
const normal = (text: string): string =>
  text
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^([-*=#~_]+) /, '$1')
    .replace(/ ([-*=#~_]+)$/, '$1')
    .replace(/-{2,}/g, '-');

const undecorated = (text: string): string =>
  text.replace(/^[-‐-―*=~<([/_ ]{1,8}/, '').replace(/[-‐-―*=~>)\]/_ .]{1,8}$/, '');

/** "REUTE", "REUITER", "REUTER E": one letter lost, wrong, doubled or strayed. Behind a sentence only near the full length. */
function slipOf(text: string, place: SignOff['place']): SignOff | undefined {
  const letters = /^(\p{L}{4,9})(?: \p{L})?$/u.exec(text)?.[1];
  if (letters === undefined) return undefined;
  return known?.words.find(
    ({ word = '', agency }) =>
      (place === 'line' || (agency === 'Xinhua' && letters.startsWith('End'))) &&
      isOneEditAway(letters.toLowerCase(), word.toLowerCase()),
  );
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.length - head - tail;
  const right = b.length - head - tail;
  const swapped = left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
  return swapped || (left <= 1 && right <= 1);
}

// ---- places behind a sentence --------------------------------------------------------------------------------------------

/** Where a mark may start behind a sentence's end, last first; a mark is short, a credit may be longer. */
function fragments(piece: string): readonly number[] {
  known ??= read();
  const found: number[] = [];
  const from = Math.max(1, piece.length - (/[)\]]\.?$/.test(piece) ? 420 : 110));
  for (let at = piece.length - 1; at >= from; at--) {
    const first = piece.charCodeAt(at);
    const spaced = isSpace(piece.charCodeAt(at - 1));
    // without a space between, only what starts as a mark does: "soon.Endi", "soon.(ANI)"
    if (!spaced && first !== OPENS_BRACKET && !(first === CAPITAL_E && piece.startsWith('End', at))) continue;
    if (!known.starts.has(piece[at] as string)) continue;
    let end = at;
    while (end > 0 && isSpace(piece.charCodeAt(end - 1))) end--;
    if (!MAY_END.includes(piece.charAt(end - 1))) continue;
    const before = piece.slice(Math.max(0, end - 8), end);
    if (ENDED.test(before) && !isAbbreviation(before)) found.push(at);
  }
  return found;
}

const OPENS_BRACKET = 40;
const CAPITAL_E = 69;

/** A sentence's end, or a closing mark behind which one may have stood. */
const ENDED = /[.!?…]["”’')\]]{0,3}$|["”)\]]$/;
/** What {@link ENDED} may end with: most words are passed over by their last character. */
const MAY_END = '.!?…"”’\')]';

/** "Mr. ", "J. ": a stop that ends no sentence. */
const isAbbreviation = (before: string): boolean =>
  /(?:^|[^\p{L}.])(?:\p{Lu}|Mrs?|Ms|Drs?|St|Gen|Gov|Sen|Rep|Col|Lt|Sgt|Capt|Prof|Rev|Hon|Sr|Jr|No|vs)\.$/u.test(before);

/** An odd number of straight marks before it, or a curly one left open. */
function inQuotation(piece: string, at: number): boolean {
  let straight = 0;
  let curly = 0;
  for (let i = 0; i < at; i++) {
    const c = piece[i];
    if (c === '"') straight++;
    else if (c === '“') curly++;
    else if (c === '”') curly = Math.max(0, curly - 1);
  }
  return straight % 2 === 1 || curly > 0;
}
