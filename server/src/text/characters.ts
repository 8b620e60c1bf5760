// What a UTF-16 code unit is in copy: letter, digit, space, mark … One table look-up a unit, filled as units are met.
import { isSpace } from './span';

export const Unit = {
  space: 1,
  lower: 2,
  upper: 3,
  digit: 4,
  /** Belongs to the letter before it: a combining accent, a variation selector. */
  combining: 5,
  /** Takes no room: soft hyphen, zero-width space and joiners, direction marks. */
  invisible: 6,
  dot: 7,
  hyphen: 8,
  dash: 9,
  /** `'`, `’` and what stands for them inside a word: `‘`, a grave accent, the half rings of romanised Arabic. */
  apostrophe: 10,
  currency: 11,
  /** Half of a character outside the basic plane: read the pair with {@link unitKindOfPair}. */
  surrogate: 12,
  other: 13,
} as const;

const table = new Uint8Array(0x10000);

/** One of {@link Unit}; what stands past either end of a text is other. */
export const unitKind = (unit: number): number =>
  table[unit] || (unit >= 0 ? (table[unit] = classify(unit)) : Unit.other);

/** Kind of the character that starts at `at` in `text`, which is a surrogate; a lone one is `other`. */
export function unitKindOfPair(text: string, at: number): number {
  const point = text.codePointAt(at) as number;
  return point > 0xffff ? byProperty(String.fromCodePoint(point)) : Unit.other;
}

/** A letter of the basic plane. */
export const isLetter = (unit: number): boolean => unitKind(unit) === Unit.lower || unitKind(unit) === Unit.upper;

const listed: readonly (readonly [kind: number, characters: string])[] = [
  [Unit.dot, '.…'],
  [Unit.hyphen, '-\u2010\u2011'],
  [Unit.dash, '\u2012\u2013\u2014\u2015'],
  [Unit.apostrophe, "'’‘`\u02bb\u02bc\u02be\u02bf\u2032\u00b4"],
  [Unit.currency, '$£€¥₹₽₺₪₩'],
  [
    Unit.invisible,
    '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069',
  ],
];

function classify(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return Unit.lower;
  if (unit >= 0x41 && unit <= 0x5a) return Unit.upper;
  if (unit >= 0x30 && unit <= 0x39) return Unit.digit;
  if (isSpace(unit)) return Unit.space;
  if (unit >= 0xd800 && unit <= 0xdfff) return Unit.surrogate;
  const character = String.fromCharCode(unit);
  for (const [kind, characters] of listed) if (characters.includes(character)) return kind;
  return unit < 0x80 ? Unit.other : byProperty(character);
}

function byProperty(character: string): number {
  if (/\p{Lu}|\p{Lt}/u.test(character)) return Unit.upper;
  if (/\p{L}/u.test(character)) return Unit.lower;
  if (/\p{Nd}/u.test(character)) return Unit.digit;
  if (/\p{M}/u.test(character)) return Unit.combining;
  return Unit.other;
}
