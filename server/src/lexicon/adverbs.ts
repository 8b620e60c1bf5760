// Adverbs by their ending and what stands before it: "reportedly", and not "family" or "Connolly".
import { rememberByText } from '../text/memoize-by-text';
import { isPlainWord } from './plain-words';

/** Nouns, verbs and adjectives in -ly that news copy uses. Source: general knowledge of English, written for this project. */
const others = new Set(
  (
    'family ally assembly tally reply supply rally anomaly monopoly duopoly bully jelly belly gully lily fly butterfly ' +
    'homily folly filly dolly trolley holly apply comply imply multiply rely disassembly subassembly italy july sicily ' +
    'elderly deadly costly friendly unfriendly lonely lovely ugly holy unruly sickly cowardly scholarly ' +
    'orderly disorderly worldly heavenly hilly oily silly sally'
  ).split(' '),
);

/** @param word lower case. */
export const looksLikeAdverb = (word: string): boolean => word.length > 3 && word.endsWith('ly') && isAdverb(word);

const isAdverb = rememberByText(
  (word: string): boolean => !others.has(word) && (hasAdjective.test(word) || isPlainWord(word)),
);

/** Endings of adjectives before it: whatever they hang on, no surname ends so. */
const hasAdjective =
  /.(?:ed|ing|ous|ful|less|ic|(?:on|nt|i|ic|tu|ur|rm|tr)al|ab|ib|iv|ive|ari|ori|ant|ent|ate|ete|ish|some|est|ward|wise)ly$/;
