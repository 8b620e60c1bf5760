// Pictures that did not come along: a photographer's credit on a line of its own, a caption by its label or by the credit behind it.
import { isForm, isPictureCredit, longestCredit } from './picture-forms';
import { gluedBefore } from './pictures-glued';
import { type Claim, claim, type Recogniser, whole } from './part';

/** A picture's credit and nothing else: "Photo by Jane Roe/Getty Images", "(AP Photo/Jane Roe)". */
export const pictureCredit: Recogniser = (piece) =>
  piece.length <= longestCredit && isPictureCredit(inBrackets(piece) ?? piece)
    ? whole(piece, 'credit', photo)
    : undefined;

/** A picture's text: its label before it, or the photographer's credit behind it, in brackets or none. */
export const caption: Recogniser = (piece, place) => {
  const glued = gluedBefore(piece, place.before === 0);
  if (glued || piece.length > longestCaption) return glued;
  return isLabelled(piece) || hasCreditBehind(piece) ? whole(piece, 'caption') : creditBefore(piece);
};

const photo = { kind: 'photo' } as const;

const longestCaption = 600;
const longestLabel = 16;

const isLabelled = (piece: string): boolean =>
  LABEL_END.test(piece.slice(0, longestLabel)) && isForm('caption', piece.replace(/^[(*_]{1,3}(?!FILES\))/, ''));
const LABEL_END = /^[\p{L} (]{4,15}(?:[:,)]| [-–—])/u;

function hasCreditBehind(piece: string): boolean {
  const end = piece.endsWith('.') ? piece.length - 1 : piece.length;
  const closes = piece[end - 1];
  if (closes === ')' || closes === ']') {
    const opens = piece.lastIndexOf(closes === ')' ? '(' : '[', end);
    if (opens <= 0 || end - opens > 100) return false;
    const held = piece.slice(opens + 1, end - 1);
    return isForm('bracket', held) || isPictureCredit(held);
  }
  // "The bridge in Harrow, May 2. REUTERS/Jane Roe": behind the last stop, and never a word alone
  const stop = lastStop(piece.slice(0, end));
  const tail = stop > 0 ? piece.slice(stop) : '';
  return tail.length > 8 && tail.length <= 100 && /[/: ]/.test(tail) && isPictureCredit(tail);
}

/** Where what stands behind the last stop begins; 0 where there is none. */
function lastStop(piece: string): number {
  for (let at = piece.length - 3; at > 0; at--)
    if (
      '.!?'.includes(piece.charAt(at)) &&
      piece.charAt(at + 1) === ' ' &&
      !ABBREVIATED.test(piece.slice(Math.max(0, at - 3), at))
    )
      return at + 2;
  return 0;
}

/** "J. ", "St. ": a stop in a name. */
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{Lu}|St|Dr|Mr|Ms|Jr)$/u;

/** "[Photo by …]" glued to the front of a paragraph. */
function creditBefore(piece: string): Claim | undefined {
  const end = piece.startsWith('[') ? piece.indexOf(']') : -1;
  if (end < 0 || end > 100) return undefined;
  const held = piece.slice(1, end);
  return isForm('bracket', held) || isPictureCredit(held) ? claim(0, end + 1, 'credit', photo) : undefined;
}

function inBrackets(piece: string): string | undefined {
  const closed = piece.endsWith('.') ? piece.slice(0, -1) : piece;
  return /^(?:\([^()]*\)|\[[^[\]]*\])$/.test(closed) ? closed.slice(1, -1).trim() : undefined;
}
