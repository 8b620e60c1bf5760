// Whom newsrooms may ask: the line or heading that says so, and the names, posts and addresses below it.
import { lineAt, type ChunkInStory, type Recogniser, whole } from './part';
import { bare, formOf, isLabel, REACH } from './release-forms';

/** "Notes to editors", "Media contact:", "Forward-Looking Statements": opens the matter at a release's end. */
export const opensContacts: Recogniser = (piece, place) => {
  if (place.before === 0) return undefined;
  if (isGlued(piece) && (isReach(piece) || hasAddressBelow(place))) return whole(piece, 'contact', contacts);
  if (NOTES.test(piece)) {
    const [label = '', behind = ''] = piece.split(/:\s?(.*)/su);
    if (isLabel(bare(label), 'notes'))
      return behind.length > 0 && piece.length > longest ? whole(piece, 'contact', notes) : opensOf(piece, place);
  }
  return piece.length > 200 ? undefined : opensOf(piece, place);
};

const contacts = { kind: 'contacts' } as const;
const notes = { kind: 'notes' } as const;
const longest = 160;
const NOTES = /^[-–—•*_#([\s]{0,6}(?:further |background |editorial )?(?:notes?|editor)/i;

function opensOf(piece: string, place: ChunkInStory) {
  const text = bare(piece);
  const isAsked = ASKED.test(piece) && hasAddressBelow(place);
  if (!isAsked && /[.!?]$/.test(piece)) return undefined;
  if (isAsked) return whole(piece, 'contact', contacts);
  if (formOf(piece) === 'opens') {
    // "Contact: the film that nobody saw": without an address it may be anything
    if (LOOSE.test(text) && !isReach(piece) && !hasAddressBelow(place)) return undefined;
    return whole(piece, 'contact', /contact|quir|information|interviews/i.test(piece) ? contacts : notes);
  }
  if (isDesk(text) && hasAddressBelow(place)) return whole(piece, 'contact', contacts);
  if (RESOURCES.test(text) && hasLinksBelow(place)) return whole(piece, 'contact', notes);
  return undefined;
}

/** "For more information, please contact Jane Roe, press officer, at": the address stands below. */
const ASKED =
  /^For (?:more |further |additional |press |media )?(?:information|details|inquiries|enquiries|queries|interviews)\b.{0,60}\b(?:contact|call|e-?mail|reach)\b.{0,140}(?:\bat|\bon|:)$/i;
const LOOSE = /^(?:contacts?|enquiries): ?\S/i;
const RESOURCES = /^(?:additional |related |further |media )?(?:resources|links|assets|materials):?$/i;

/** A heading of contacts, by itself or behind a sender's name: "Harrow Bank Media Contact". */
export const isDesk = (text: string): boolean => {
  const words = text.replace(/:$/, '').split(' ');
  if (words.length > 7) return false;
  for (let from = 0; from < words.length; from++) {
    if (isLabel(words.slice(from).join(' '), 'desk') && (from === 0 || words.length - from > 1))
      return from === 0 || words.slice(0, from).every((word) => /^[\p{Lu}\d&]|^(?:of|the|and|for)$/u.test(word));
  }
  return false;
};

/** "Contact DetailsJane Roe", as an archive glues a heading to what stood below it. */
const isGlued = (piece: string): boolean => piece.length < 400 && GLUED.test(piece);
const GLUED =
  /^(?:(?:Media |Press |Investor )?Contacts?(?: Details| Information)?|Company Website)(?=\p{Lu}\p{L}{1,20}[ \p{Lu}]|\p{Lu}\p{L}{1,20}$|https?:)/u;

/** "Contact" by itself is a word; above a telephone it is a heading. */
function hasAddressBelow(place: ChunkInStory): boolean {
  for (let by = 1; by <= MOST_ADDRESS; by++) {
    const line = lineAt(place, by);
    if (isAddress(line) || REACH.test(line)) return true;
    if (line.length > longest) return false;
  }
  return false;
}

const hasLinksBelow = (place: ChunkInStory): boolean =>
  place.lines[place.index + 1]?.chunk.kind === 'item' || /https?:\/\/|www\./.test(lineAt(place, 1));

/** Lines of an address below its heading. */
const MOST_ADDRESS = 7;
const NAME = /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}(?:, \p{Lu}.{0,30})?$/u;

/** A telephone, an e-mail or a web address, with its label and whose it is in brackets, and nothing else. */
export const isAddress = (text: string): boolean =>
  /^(?:(?:tel|telephone|phone|mobile|cell|office|direct|email|e-mail|web|website|[tpmew])[.:]* ?)?(?:\+|\()?\d[\d ().+-]{5,}[\dx]\d?(?: ?(?:ext\.? ?\d{1,5}|\(\p{L}{1,10}\)|\p{Lu}))?$|^(?:e-?mail: ?)?[\w.+-]+@[\w.-]+$|^\[email\s?protected\]$|^(?:https?:\/\/|www\.)\S+$/iu.test(
    text.trim(),
  );

const PHONE = /(?:\+|\()?\d[\d ().+/-]{6,}\d|\b\d{3}-[\dA-Z]{3,5}-?[\dA-Z]{2,5}\b/;
const MAIL = /[\w.+-]@[\w-]|\[email\s?protected\]/;

/** An address that somebody can be reached at stands in it. */
export const isReach = (text: string): boolean => PHONE.test(text) || MAIL.test(text);

/** "Jane Roe", "Press officer", "555-010-7788" below "Contact:" above the story: lines as far as the last address. */
export function isInContactAbove(piece: string, place: ChunkInStory): boolean {
  if (piece.length > 80 || (/[.!?]$/.test(piece) && !isAddress(piece))) return false;
  for (let by = -1; by >= -MOST_ADDRESS; by--) {
    const above = lineAt(place, by);
    if (above === '' || above.length > 110) return false;
    if (opensAbove(above))
      return (
        isAddress(piece) ||
        (by === -1 && NAME.test(piece) && piece.split(' ').length < 5) ||
        reachesBelow(place, by + MOST_ADDRESS)
      );
  }
  return false;
}

/** "Contact:", "May 3, 2024 Contact: Jane Roe". */
const opensAbove = (line: string): boolean =>
  (formOf(line) === 'opens' && /:$|^contacts?:/i.test(line)) || /\d{4} Contacts?: \p{Lu}/u.test(line);

/** Only posts, offices and names stand between this line and an address. */
function reachesBelow(place: ChunkInStory, lines: number): boolean {
  for (let by = 1; by <= lines; by++) {
    const line = lineAt(place, by);
    if (isAddress(line)) return true;
    if (line === '' || line.length > 80 || /[.!?:]$/.test(line)) return false;
  }
  return false;
}

/** A whole line that says whom to ask, and where. */
export function isContactLine(piece: string, place: ChunkInStory): boolean {
  if (piece.length > 400) return false;
  if (formOf(piece) === 'line') return true;
  const text = bare(piece);
  const colon = text.indexOf(':');
  if (colon > 0 && colon < 60 && isDesk(text.slice(0, colon)) && isReach(text.slice(colon))) return text.length < 240;
  if (isLetterheadAddress(piece, place)) return true;
  return isReach(text) && ASKS.test(text) && !/["“”]| (?:said|says|told) /.test(text);
}

/** Sentences that ask the reader to write or ring, an interview or more to know being what for. */
const ASKS =
  /^(?:For .{3,90}?(?:,? (?:please |kindly )?(?:contact|call|e-?mail|reach(?: out to)?|get in touch with|write to|ring|visit)\b)|To (?:request|arrange|schedule|set up|book) .{3,80} (?:contact|call|e-?mail|reach)\b|(?:Please )?(?:contact|call|e-?mail|reach out to) (?=.{3,200}(?:interview|more information|further information|media|press\b|R\.?S\.?V\.?P))|Please (?:contact|call|e-?mail) \p{Lu}|R\.?S\.?V\.?P\.? )/iu;

/** "Harrow House • 12 Mill Street • Harrow • 555-010-7788": a letterhead's address. */
function isLetterheadAddress(piece: string, { lines, index }: ChunkInStory): boolean {
  if (!/[•|·]/.test(piece) || /[.!?]$/.test(piece)) return false;
  const parts = piece.split(/ ?[•|·] ?/);
  if (parts.length < 3 || !isReach(piece)) return false;
  return (
    index < 4 ||
    index > lines.length - 3 ||
    [...lines.slice(0, 4), ...lines.slice(-3)].some(({ text }) => text === piece)
  );
}
