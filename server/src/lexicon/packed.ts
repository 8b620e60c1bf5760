// Packed word lists: what `npm run generate` makes of a lexicon marked "Encoding: front", looked up without unpacking it all.
//
// Words are sorted, of a to z. A capital says how many letters to keep of the word before (A none), the rest follows: so words
// that begin with the same two letters stand between one A or B and the next.

export interface WordList {
  /** @param word in lower case. */
  has(word: string): boolean;
}

const LETTERS = 26;
const letterAt = (word: string, i: number): number => word.charCodeAt(i) - 97;
const isLetter = (letter: number): boolean => letter >= 0 && letter < LETTERS;

/** Words that begin with the same two letters are unpacked when one of them is first asked for. @param text what ships of them. */
export function wordList(text: () => string): WordList {
  const unpacked: (ReadonlySet<string> | undefined)[] = [];
  let packed = '';
  return {
    has(word) {
      packed ||= text();
      const first = letterAt(word, 0);
      if (!isLetter(first)) return false;
      if (word.length === 1) return isWhole(packed, word);
      const second = letterAt(word, 1);
      return (
        isLetter(second) &&
        (unpacked[first * LETTERS + second] ??= unpack(packed, word.charAt(0), word.charAt(1))).has(word)
      );
    },
  };
}

/** The words that begin with these two letters. */
function unpack(packed: string, first: string, second: string): ReadonlySet<string> {
  const words = new Set<string>();
  const initial = packed.indexOf(`A${first}`);
  if (initial < 0) return words;
  const here = packed.charAt(initial + 2) === second;
  let from = here ? initial : packed.indexOf(`B${second}`, initial);
  if (from < 0 || packed.slice(initial + 1, from).includes('A')) return words;
  let word = first;
  for (let i = from + 1; i <= packed.length; i++) {
    const unit = packed.charCodeAt(i);
    if (unit >= 97) continue;
    word = word.slice(0, packed.charCodeAt(from) - 65) + packed.slice(from + 1, i);
    words.add(word);
    if (!(unit > 66)) break;
    from = i;
  }
  return words;
}

/** True where the letter is a word by itself. */
function isWhole(packed: string, letter: string): boolean {
  const at = packed.indexOf(`A${letter}`);
  return at >= 0 && !(packed.charCodeAt(at + 2) >= 97);
}
