// How words are written where a file has tags: with codes for what would be read as a tag, and for what the file's letters cannot hold.
import { holderFor, saysUtf8 } from '../../encoding';

/** Where the words stand. */
export type WritingPlace = 'text' | 'verbatim' | 'attribute';

/** Whether the file can hold a character as it is. */
export type Holds = (character: string) => boolean;

/** @param mark the quotation mark round an attribute's value. */
export function writerFor(place: WritingPlace, holds: Holds, mark?: string): (words: string) => string | undefined {
  if (place === 'verbatim') return (words) => (words.includes(']') || ![...words].every(holds) ? undefined : words);
  // without marks round it, or with these in it, a value would end too soon
  if (place === 'attribute')
    return (words) => (mark === undefined || /["'&<>]/.test(words) ? undefined : coded(words, holds));
  return (words) =>
    coded(
      words.replace(/[&<>]/g, (one) => codes[one] as string),
      holds,
    );
}

const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const coded = (words: string, holds: Holds): string =>
  words.replace(BEYOND, (one) => (holds(one) ? one : `&#${one.codePointAt(0)};`));

const BEYOND = /[^\x00-\x7f]/gu;

/**
 * What the file can hold: all, or what the encoding that it names has letters for. One without a character beyond ASCII may be in an
 * encoding that knows no others, unless it says that it is UTF-8.
 */
export function holdsIn(file: string): Holds {
  return isAscii(file) && !saysUtf8(file) ? (character) => character < '\x80' : holderFor(file);
}

export const isAscii = (file: string): boolean => file.search(BEYOND) < 0;
