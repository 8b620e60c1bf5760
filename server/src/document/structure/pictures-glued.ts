// A picture's words that the story's first ones were glued to, as a page's text is copied: "(AP Photo/Jane Roe)The port …", "Jane
// Roe/ReutersA ferry …", "… at the port.HARROW, May 3 - The port …". Only where no space parts the two, and both are what they look like.
import { type Claim, claim } from './part';
import { isPictureCredit, sourceGluedAt } from './picture-forms';

/** @param above no copy has begun. @returns the picture's words alone. */
export function gluedBefore(piece: string, above: boolean): Claim | undefined {
  return bracketGlued(piece) ?? labelGlued(piece) ?? sourceGlued(piece) ?? (above ? captionGlued(piece) : undefined);
}

const photo = { kind: 'photo' } as const;

function bracketGlued(piece: string): Claim | undefined {
  const end = piece.startsWith('(') ? piece.indexOf(')') : -1;
  if (end < 0 || end > LONGEST || !/^\p{Lu}[\p{Ll} ]/u.test(piece.slice(end + 1, end + 3))) return undefined;
  return isPictureCredit(piece.slice(1, end)) ? claim(0, end + 1, 'credit', photo) : undefined;
}

const LONGEST = 100;

/** "Photo: Omar HaddadA ferry sank": a name has no capital inside, but for Mc and Mac. */
function labelGlued(piece: string): Claim | undefined {
  const found = LABELLED.exec(piece.slice(0, LONGEST))?.[0];
  return found === undefined || /\bMa?c$/.test(found) ? undefined : claim(0, found.length, 'credit', photo);
}

const LABELLED =
  /^(?:Photo|Photos|Picture|Pictures|Image|Pic|Photograph|Credit)(?: credit)?: (?:\p{Lu}[\p{Ll}.'’-]{1,20} ){1,2}\p{Lu}\p{Ll}{1,20}(?=\p{Lu}\p{Ll}{0,12} \p{Ll})/u;

/** "Omar Haddad/ReutersA ferry", with the words of the caption before it or none. */
function sourceGlued(piece: string): Claim | undefined {
  const stroke = piece.slice(0, LONGEST_CAPTION).indexOf('/');
  if (stroke < 0) return undefined;
  const name = sourceGluedAt(piece.slice(stroke + 1, stroke + LONGEST).trimStart());
  const before = piece.slice(0, stroke).trimEnd();
  if (name === undefined || !PHOTOGRAPHER.test(before)) return undefined;
  const end = piece.indexOf(name, stroke) + name.length;
  return /[.!?]["”’)]? /.test(before) ? claim(0, end, 'caption') : claim(0, end, 'credit', photo);
}

const LONGEST_CAPTION = 400;
/** A name, or an agency's "AP Photo", and nothing before it but a sentence that is over. */
const PHOTOGRAPHER = /(?:^|[.!?]["”’)]? )(?:\p{Lu}[\p{L}.'’-]{0,20} ){0,3}\p{Lu}[\p{L}.'’-]{0,20}$/u;

/** "Officials stand at the port.HARROW, May 3 (AFP) - The port was shut": behind a stop a dateline begins. */
function captionGlued(piece: string): Claim | undefined {
  const stop = GLUED_CAPITALS.exec(piece.slice(0, LONGEST_CAPTION))?.index;
  if (stop === undefined || stop < SHORTEST) return undefined;
  return DATELINE.test(piece.slice(stop + 1, stop + 1 + LONGEST)) ? claim(0, stop + 1, 'caption') : undefined;
}

const SHORTEST = 12;
const GLUED_CAPITALS = /[.!?](?=\p{Lu}{3})/u;
const DATELINE = /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [\p{L}. ]{1,20}\d{0,2})?(?: \([^()]{2,20}\))? ?[-–—]{1,2} ?\p{Lu}/u;
