// Nouns for what lists hold: "three conditions:". A count of anything else ("Twelve people signed:") need not be the list's.
const nouns: ReadonlySet<string> = new Set(
  'points reasons steps ways things questions answers highlights facts rules lessons demands conditions measures proposals findings takeaways tips'.split(
    ' ',
  ),
);

/** @param word in small letters. */
export const isListNoun = (word: string): boolean => nouns.has(word);
