// Kept: what is worked out of a paragraph and of something else is worked out again only where one of the two has changed.
//
// A story's facts are folds over its paragraphs. Most of what such a fold does for one paragraph depends on that and on a little that the
// story says: whose words these are, what day it is. Typing in one paragraph leaves both as they were nearly everywhere, so the fold joins
// what is kept, and does over what the edit reached.
import { perParagraph } from './memo';
import type { Paragraph } from './paragraph';

/**
 * A fact of a paragraph and of `others`, kept until it is asked for with other ones. Others are compared by what they say: text, numbers,
 * bytes and lists of these; objects by identity. `analyse` must be pure.
 */
export function perParagraphAnd<Others extends readonly unknown[], T>(
  analyse: (paragraph: Paragraph, ...others: Others) => T,
): (paragraph: Paragraph, ...others: Others) => T {
  const kept = perParagraph((): { last?: { readonly others: Others; readonly fact: T } } => ({}));
  return (paragraph, ...others) => {
    const place = kept(paragraph);
    if (place.last && sayTheSame(place.last.others, others)) return place.last.fact;
    const fact = analyse(paragraph, ...others);
    place.last = { others, fact };
    return fact;
  };
}

function sayTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && areSameBytes(a, b);
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sayTheSame(one, b[i]));
}

function areSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
