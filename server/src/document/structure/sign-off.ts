// Sign-offs: the marks with which agencies end a story, on a line of their own or behind the last sentence.
import { rememberByTextWith } from '../../text/memoize-by-text';
import { isSpace, trim } from '../../text/span';
import type { HouseWords } from '../house-words';
import type { PartData } from '../role';
import { isAgency } from './agency';
import { isControl } from './controls';
import { type Claim, claim, lineAt, type ChunkInStory, type Recogniser, whole, wordsAt } from './part';
import { markedTail } from './marked-up';
import { newsroomIn } from './newsroom';
import { formOf, isShortEnough, type SignOff, startsMark, undecorated } from './sign-off-forms';
import { takeHead } from './slug';
import { isTranscriptHead } from './transcript';

/** A whole line at the story's end. */
export const signOffLine: Recogniser = (piece, place) => {
  if (piece.length > 400 || place.before === 0 || isCopy(piece) || isUnderByline(place)) return undefined;
  const words = wordsAt(place);
  const form = lineForm(piece, place);
  const isEnough =
    form && (form.strong || place.after === 0 || (form.credit && place.after <= mostBehind) || isEndWord(piece, place));
  if (isEnough && isPlausible(form, place)) return claimOf(0, piece.length, form, isNamed(form, piece, words));
  const agency = undecorated(piece);
  // "-- BERNAMA", and a paragraph of the agency's own behind it
  if (agency !== piece && place.after <= 1 && isAgencySetOff(agency, words))
    return whole(piece, 'sign-off', byName(agency));
  if (place.after > 0) return undefined;
  const initialled = agencyWithInitials(piece, words);
  if (initialled !== undefined && !isLeftOpen(place)) return whole(piece, 'sign-off', { agency: initialled });
  if (isAgency(agency, words)) return isLeftOpen(place) ? undefined : whole(piece, 'sign-off', byName(agency));
  const contact = newsroomIn(piece);
  return contact && claim(0, contact.end, 'sign-off', { kind: contact.kind });
};

/** Paragraphs of copy that may stand below a credit: what a page says of another, of itself. */
const mostBehind = 2;

/** "- Reuters.": an agency's name in full is what a reader is shown too; "(AFP)" and "REUTER" are a wire's own marks. */
const byName = (agency: string): PartData => (IN_FULL.test(agency) ? { agency, kind: 'name' } : { agency });

const isNamed = ({ word }: SignOff, piece: string, words: HouseWords | undefined): boolean => {
  const name = undecorated(piece);
  return word === undefined && IN_FULL.test(name) && isAgency(name, words);
};

const IN_FULL = /^\p{Lu}\p{Ll}{2}/u;

/** "ENDS" in capitals on a line of its own, though somebody typed a paragraph below it. */
const isEndWord = (piece: string, { after, lines, index }: ChunkInStory): boolean =>
  after <= 1 && /^(?:\p{Lu}{3,8}|Ends?)$/u.test(piece) && lines[index]?.chunk.kind === 'paragraph';

/** "By ANA BRANDT" / "Associated Press": whom the writer works for. */
const isUnderByline = (place: ChunkInStory): boolean => /^\^?(?:By|BY) \p{Lu}[^.!?]{2,80}$/u.test(lineAt(place, -1));

/** Longer than any mark but a credit, or a newsroom's contact. */
const isCopy = (piece: string): boolean =>
  piece.length > LONGEST_MARK && !isShortEnough(piece) && !(formOf(piece, 'line') ?? creditsIn(piece));
const LONGEST_MARK = 120;

/** A line that no copy looks like, wherever it stands: between two stories, at the foot of a take. */
export const signOffBetween: Recogniser = (piece, place) => {
  if (piece.length > 400 || place.before === 0 || isUnderByline(place)) return undefined;
  const form = lineForm(piece, place);
  if (!form) return undefined;
  const takeFollows = form.agency === 'continued' && takeHead(lineAt(place, 1), place) !== undefined;
  return takeFollows || (form.strong && /\p{L}{3}|30/u.test(piece))
    ? claimOf(0, piece.length, form, isNamed(form, piece, wordsAt(place)))
    : undefined;
};

/** Behind the last sentence: "… on the Syrian issue. Endi". Claims the mark alone; the sentence keeps its stop. */
export const signOffBehind: Recogniser = (piece, place) => {
  const { after } = place;
  const words = wordsAt(place);
  if (piece.endsWith('./.'))
    return after === 0 ? claim(piece.length - 3, piece.length, 'sign-off', slashStop) : undefined;
  const marked = markedTail(piece);
  if (marked) return behindAt(piece, marked.start, marked.words, after, words) || undefined;
  for (const start of fragments(piece, words)) {
    const found = behindAt(piece, start, piece.slice(start), after, words);
    if (found !== undefined) return found || undefined;
  }
  return undefined;
};

/** @param tail the words, without marks round them. @returns `false` where the mark is somebody's words. */
function behindAt(
  piece: string,
  start: number,
  tail: string,
  after: number,
  words: HouseWords | undefined,
): Claim | false | undefined {
  const form = formOf(tail, 'end', words);
  const agency = undecorated(tail);
  const setOff = agency.length < tail.length && isAgencySetOff(agency, words) ? agency : undefined;
  const named = setOff ?? agencyWithInitials(tail, words);
  if (!form && named === undefined) return undefined;
  if (inQuotation(piece, start)) return false;
  if (after === 0 && form?.agency !== 'Reuters' && isSentence(tail, agency, words))
    return claim(start, piece.length, 'sign-off', { agency, kind: 'sentence', glued: true });
  if (form && (form.strong || after === 0)) return claimOf(start, piece.length, form, isNamed(form, tail, words), true);
  if (named === undefined || after > 0) return undefined;
  return claim(start, piece.length, 'sign-off', {
    ...(setOff === undefined ? { agency: named } : byName(named)),
    glued: true,
  });
}

/**
 * "Which channel had it first? Al Jazeera.": a name and its stop, behind other sentences and with nothing else to set it off, may be
 * one more of them. What Reuters ends with its table tells, stop or none.
 */
const isSentence = (tail: string, agency: string, words: HouseWords | undefined): boolean =>
  tail.startsWith(agency) && /^[.!?…]{1,4}$/.test(tail.slice(agency.length)) && isAgencySetOff(agency, words);

/**
 * Between brackets or dashes an agency is itself in any capitals: "-- BERNAMA", "(BELGA)", "[TASS]". Two small letters are a point
 * of a list, somebody's initials, a place's: "(pa)".
 */
const isAgencySetOff = (name: string, words: HouseWords | undefined): boolean =>
  isAgency(name, words) ||
  isAgency(capitalised(name), words) ||
  (name.length > 2 && isAgency(name.toUpperCase(), words));

/** "PTI ABC DEF", "MNA/PR", "//Petra// AB": an agency, and the initials of its desk. */
function agencyWithInitials(text: string, words: HouseWords | undefined): string | undefined {
  const found = /^\/{0,2}(\p{Lu}[\p{L}]{1,11})(?:\/{1,2} ?| )[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4}$/u.exec(text);
  return found?.[1] !== undefined && isAgencySetOff(found[1], words) ? found[1] : undefined;
}

const capitalised = (name: string): string => name.slice(0, 1) + name.slice(1).toLowerCase();

const slashStop: PartData = { agency: 'VNA', kind: 'slash-stop', glued: true };

/** Time stamps and trailer codes that stand behind a mark, or alone at the foot. */
export const trailer: Recogniser = (piece, place) => {
  const { before, after } = place;
  if (piece.length > 80 || before === 0 || after > 0) return undefined;
  const again = initialsAgain(piece, lineAt(place, -1), wordsAt(place));
  if (again !== undefined) return whole(piece, 'trailer', { agency: again });
  const form = /\.$/.test(piece) || !CLOCK.test(piece) ? undefined : formOf(piece, 'trail', wordsAt(place));
  return form && whole(piece, 'trailer', { agency: form.agency });
};

/** PTI sends the last initials once more, below "PTI ABC DEF". */
function initialsAgain(piece: string, above: string, words: HouseWords | undefined): string | undefined {
  if (!/^[A-Z]{2,4}(?: [A-Z]{2,4}){0,2}$/.test(piece) || !above.endsWith(` ${piece}`)) return undefined;
  const mark = /(?:^|[.!?"”] )(\p{Lu}{2,6} [A-Z ]{2,24})$/u.exec(above)?.[1];
  return mark === undefined ? undefined : agencyWithInitials(mark, words);
}

/** An hour with its zone, or the six figures of day and hour: a month and a year alone end a sentence too. */
const CLOCK = /\d\d:\d\d|\b\d{6}\b|\b\d{4} ?(?:GMT|UTC|[BCEM]ES?T|E[SD]?T)\b/;

function claimOf(start: number, end: number, form: SignOff, named: boolean, glued = false): Claim {
  const { agency } = form;
  const continued = agency === 'continued';
  const kind = form.credit ? 'credit' : form.source ? 'source' : named ? 'name' : undefined;
  return claim(start, end, continued ? 'take' : 'sign-off', {
    ...(continued ? { kind: 'continued' } : { agency, ...(kind && { kind }) }),
    ...(glued && { glued: true as const }),
  });
}

/** The form that a whole line has. In a transcript a transcriber's note, "[CONTINUED]", is part of the record. */
function lineForm(piece: string, place: ChunkInStory): SignOff | undefined {
  const { lines, index } = place;
  // in Markdown a dash before a mark makes a point of it: "- ENDS -"
  const set =
    lines[index]?.chunk.kind === 'item' && /^\p{L}{3,4} ?[-–—]{1,2}$|^30 ?-$/u.test(piece) ? `-${piece}` : piece;
  const words = wordsAt(place);
  const form =
    formOf(set, 'line', words) ??
    creditForm(piece, words) ??
    creditsIn(piece, words) ??
    creditInHalves(piece, place) ??
    (isBesideCredit(piece, place) ? formOf(piece, 'below', words) : undefined);
  return form?.agency === 'FBIS' && lines.some(({ text }) => isTranscriptHead(text)) ? undefined : form;
}

/** "—Ana Brandt contributed to this report.": a dash or a star before a credit. */
const creditForm = (piece: string, words: HouseWords | undefined): SignOff | undefined => {
  const bare = piece.replace(/^[-–—*•_]{1,3}\s?/, '');
  const form = bare === piece ? undefined : formOf(bare, 'line', words);
  return form?.credit ? form : undefined;
};

/** "(Writing by Jane Roe;", and on a line of its own "Editing by Omar Haddad)": one bracket, in two paragraphs. */
function creditInHalves(piece: string, place: ChunkInStory): SignOff | undefined {
  const opens = /^[([][^)\]]{3,200}[;,]$/.test(piece);
  if (!opens && !/^[^([]{3,200}[)\]]\.?$/.test(piece)) return undefined;
  const other = lineAt(place, opens ? 1 : -1);
  if (other.length > LONGEST_HALF || (opens ? !/[)\]]\.?$/.test(other) : !/^[([]/.test(other))) return undefined;
  const form = formOf(opens ? `${piece} ${other}` : `${other} ${piece}`, 'line', wordsAt(place));
  return form?.credit ? form : undefined;
}

const LONGEST_HALF = 200;

/** Several in one line: "Roe reported from Cairo. Associated Press writer Omar Haddad in Beirut contributed to this report." */
const creditsIn = rememberByTextWith((piece, words: HouseWords | undefined): SignOff | undefined => {
  const parts = piece.split(/(?<=[\p{Ll}\d][.;]) (?=\p{Lu})/u);
  if (parts.length < 2 || parts.length > 6) return undefined;
  let credit: SignOff | undefined;
  // the first sentence that is no credit answers for all: nearly every paragraph begins with one
  for (const part of parts) {
    const form = formOf(part, 'line', words);
    if (!(form?.credit ?? formOf(part, 'below', words))) return undefined;
    if (form?.credit) credit ??= form;
  }
  return credit;
});

/** Below AP's rule, or with the name that the byline has: "Roe reported from Cairo." may be told of anybody. */
const isBesideCredit = (piece: string, place: ChunkInStory): boolean =>
  /^[_*-]{2,12}$/.test(lineAt(place, -1)) ||
  place.lines
    .slice(0, 5)
    .some(({ text }) => /^By \p{Lu}/u.test(text) && text.length < 120 && text.includes(NAMED.exec(piece)?.[1] ?? '\n'));
const NAMED = /^(?:\p{Lu}[\p{L}.'’-]{0,30} ){0,3}(\p{Lu}[\p{L}'’-]{2,30}) \p{Ll}/u;

/** A bare word or a row of initials ends a story only where a sentence or a table has ended; a name's first letters only a sentence. */
function isPlausible({ strong, agency }: SignOff, place: ChunkInStory): boolean {
  if (place.lines[place.index]?.chunk.part) return true;
  if (agency === 'Xinhua') return /[.!?…\d)\]]["”’]{0,2}$/.test(lineAbove(place).trimEnd());
  return strong || !isLeftOpen(place);
}

/** The last one that is no label of a web page. */
function lineAbove(place: ChunkInStory): string {
  let by = -1;
  while (by > -MOST_LABELS && isControl(lineAt(place, by), wordsAt(place))) by--;
  return lineAt(place, by);
}
const MOST_LABELS = 8;

/** "Yours,": what stands above goes on. */
const isLeftOpen = (place: ChunkInStory): boolean => /[,:;]$/.test(lineAt(place, -1).trimEnd());

// ---- places behind a sentence --------------------------------------------------------------------------------------------

/** Where a mark may start behind a sentence's end, last first; a mark is short, a credit may be longer. */
function fragments(piece: string, words: HouseWords | undefined): readonly number[] {
  const found: number[] = [];
  const from = Math.max(1, piece.length - (/[)\]]\.?$/.test(piece) ? 420 : 110));
  ENDING.lastIndex = trim(piece, { start: 0, end: from }).end - 1;
  while (ENDING.test(piece)) {
    const end = ENDING.lastIndex;
    let at = end;
    while (isSpace(piece.charCodeAt(at))) at++;
    if (at < from || !startsMark(piece.charAt(at), words)) continue;
    // without a space between, only what starts as a mark does: "soon.Endi", "soon.(ANI)"
    if (at === end && piece[at] !== '(' && !piece.startsWith('End', at)) continue;
    const before = piece.slice(Math.max(0, end - 8), end);
    if (ENDED.test(before) && !isAbbreviation(before)) found.push(at);
  }
  return found.reverse();
}

/** A sentence's end, or a closing mark behind which one may have stood. */
const ENDED = /[.!?…]["”’')\]]{0,3}$|["”)\]]$/;
/** What {@link ENDED} may end with: most words are passed over by it. */
const ENDING = /[.!?…"”’')\]]/g;

/** "Mr. ", "J. ": a stop that ends no sentence. */
const isAbbreviation = (before: string): boolean =>
  /(?:^|[^\p{L}.])(?:\p{Lu}|Mrs?|Ms|Drs?|St|Gen|Gov|Sen|Rep|Col|Lt|Sgt|Capt|Prof|Rev|Hon|Sr|Jr|No|vs)\.$/u.test(before);

/** An odd number of straight marks before it, or a curly one left open. */
export function inQuotation(piece: string, at: number): boolean {
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
