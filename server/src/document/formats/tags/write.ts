// How words are written where a file has tags: with codes for what would be read as a tag, and for what the file's letters cannot hold.

/** Where the words stand. */
export type Place = 'text' | 'verbatim' | 'attribute';

/** @param isAscii the file has no character beyond ASCII: its encoding may be one that knows no others. */
export function writerFor(place: Place, isAscii: boolean, mark?: string): (words: string) => string | undefined {
  if (place === 'verbatim')
    return (words) => (words.includes(']') || (isAscii && BEYOND.test(words)) ? undefined : words);
  // without marks round it, or with these in it, a value would end too soon
  if (place === 'attribute')
    return (words) => (mark === undefined || /["'&<>]/.test(words) ? undefined : coded(words, isAscii));
  return (words) =>
    coded(
      words.replace(/[&<>]/g, (one) => codes[one] as string),
      isAscii,
    );
}

const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const BEYOND = /[^\x00-\x7f]/;

const coded = (words: string, isAscii: boolean): string =>
  isAscii ? words.replace(/[^\x00-\x7f]/gu, (one) => `&#${one.codePointAt(0)};`) : words;

export const isAscii = (file: string): boolean => !BEYOND.test(file);
