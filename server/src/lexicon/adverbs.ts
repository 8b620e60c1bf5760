// Adverbs by their ending: "reportedly", and not "family".

/** Nouns, verbs and adjectives in -ly that news copy uses. Source: general knowledge of English, written for this project. */
const others = new Set(
  (
    'family ally assembly tally reply supply rally anomaly monopoly duopoly bully jelly belly gully lily fly butterfly ' +
    'homily folly filly dolly trolley holly apply comply imply multiply rely disassembly subassembly italy july sicily ' +
    'elderly deadly costly friendly unfriendly lonely lovely ugly holy unruly sickly cowardly scholarly ' +
    'orderly disorderly worldly heavenly hilly oily silly'
  ).split(' '),
);

/** @param word lower case. */
export const looksLikeAdverb = (word: string): boolean => word.length > 3 && word.endsWith('ly') && !others.has(word);
