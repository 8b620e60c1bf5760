// Packed word lists: what `npm run generate` makes of a lexicon marked "Encoding: front".

/** Front coding undone: a capital says how many letters to keep of the word before (A none), the letters behind it follow. */
export function unpack(packed: string): Set<string> {
  const words = new Set<string>();
  let word = '';
  let from = 0;
  for (let i = 1; i <= packed.length; i++) {
    const unit = packed.charCodeAt(i);
    if (unit >= 97) continue;
    word = word.slice(0, packed.charCodeAt(from) - 65) + packed.slice(from + 1, i);
    words.add(word);
    from = i;
  }
  return words;
}
