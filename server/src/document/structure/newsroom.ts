// A newsroom's contact line at the foot of wire copy: a desk and its telephone.

export interface Contact {
  /** Where it ends in the line, before a rate of exchange behind it. */
  readonly end: number;
  /** `telephone`: no desk is named beside the number, which may be anybody's. */
  readonly kind: 'newsroom' | 'telephone';
}

/** "-- Prague Newsroom, 420-2-2423-0003", "((--202-898-8312))": a desk and its telephone, no sentence. */
export function newsroomIn(piece: string): Contact | undefined {
  if (piece.length > 120) return undefined;
  const text = piece.replace(CONVERSION, '').trimEnd();
  const phone = PHONE.exec(text);
  if (!phone || phone[0].replace(/\D/g, '').length < 6) return undefined;
  const before = text.slice(0, phone.index);
  const named = DESK.test(before) || DESK.test(text.slice(phone.index + phone[0].length));
  if (!/^\s*(?:\(\(|[-–—])/.test(text))
    return DESK.test(before) && !sayMore(before) ? { end: text.length, kind: 'newsroom' } : undefined;
  if (sayMore(before) && !DESK.test(before)) return undefined;
  return { end: text.length, kind: named ? 'newsroom' : 'telephone' };
}

/** Words of a sentence. */
const sayMore = (text: string): boolean =>
  text.split(/\s+/).some((word) => /^\p{Ll}{2,}/u.test(word) && !DESK.test(word));

const DESK = /\b(?:new(?:s ?)?ro?om|news ?desk|bureau|desk)\b/iu;
const PHONE = /(?:\+|\()?\d[\d ()+-]{5,}\d/;
const CONVERSION = /\(\$\d? ?=[^()]{1,40}\)\.?$/;
