// What makes two spellings one.

/** Letters and figures alone, in small letters without accents: "Al-Qa'idá" and "alqaida" are one. */
export const baseLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** One spelling, whatever its capitals and its kind of apostrophe: an article is capital where a sentence begins. */
export const inText = (text: string): string => text.toLowerCase().replace(/[’‘`]/g, "'");
