// A newsroom's contact line at the foot of wire copy: a desk and its telephone.

/**
 * "-- Prague Newsroom, 420-2-2423-0003", "((--202-898-8312))": a desk and its telephone, no sentence.
 * @returns where the contact ends, before a rate of exchange behind it; 0 where the line is none.
 */
export function newsroomIn(piece: string): number {
  if (piece.length > 120) return 0;
  const text = piece.replace(CONVERSION, '').trimEnd();
  const phone = PHONE.exec(text);
  if (!phone || phone[0].replace(/\D/g, '').length < 6) return 0;
  const before = text.slice(0, phone.index);
  const decorated = /^\s*(?:\(\(|[-–—])/.test(text);
  if (!decorated && !DESK.test(before)) return 0;
  const plain = before.split(/\s+/).filter((word) => /^\p{Ll}{2,}/u.test(word) && !DESK.test(word));
  return plain.length === 0 || (decorated && DESK.test(before)) ? text.length : 0;
}

const DESK = /\b(?:new(?:s ?)?ro?om|news ?desk|bureau|desk)\b/iu;
const PHONE = /(?:\+|\()?\d[\d ()+-]{5,}\d/;
const CONVERSION = /\(\$\d? ?=[^()]{1,40}\)\.?$/;
