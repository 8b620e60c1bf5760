// What makes two spellings one.

/** One spelling, whatever its capitals and its kind of apostrophe: an article is capital where a sentence begins. */
export const inText = (text: string): string => text.toLowerCase().replace(/[’‘`]/g, "'");
