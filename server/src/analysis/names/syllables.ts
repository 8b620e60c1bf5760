// Syllables: the words of a name cut at their hyphens, so that Tao-ming, Tao Ming and Taoming are the same two, in whatever way a mention
// or a new name has them.
import { bare, comparable } from '../transliteration/letters';
import { isPlainWord } from '../../lexicon/plain-words';
import { isGivenName } from './lists';
import { isSmall, lastName, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';

/** @param opensWithGiven the name begins with a first name, though the syllable could be an article: "Abdel-Karim". */
export const inSyllables = (words: NameWords, opensWithGiven = false): NameWords =>
  words.flatMap((word, i) => cut(word, opensWithGiven && i === 0));

function cut(word: NamePiece, isGiven: boolean): readonly NamePiece[] {
  const all = word.written.split(/([-‐‑])/);
  const own = all.filter((_, i) => i % 2 === 0);
  if (own.length < 2 || !own.every(isSyllable)) return [word];
  const pieces: NamePiece[] = [];
  let { article, small } = word;
  let joint: string | undefined;
  for (const [i, written] of own.entries()) {
    const [low, next] = [bare(written), own[i + 1]];
    const mark = all[i * 2 + 1] ?? '';
    // "Abdel-Karim", as "Abdel Karim": of no meaning without the name that follows
    if (next !== undefined && !(isGiven && i === 0) && isSmall(low, bare(next))) {
      article += written + mark;
      small = [...small, low];
      continue;
    }
    pieces.push({ article, small, written, form: comparable(written), ...(joint && { joint }) });
    [article, small, joint] = ['', [], mark];
  }
  return pieces;
}

/**
 * Whether the first is the fuller way to write the name: in more words, and no "Lund Institute" of Ben Lund. The "Van" of Van Morrison is a
 * word where nobody has a longer name.
 */
export function isFuller(a: string, b: string): boolean {
  const [goesOnA, goesOnB] = [goesOn(a, b), goesOn(b, a)];
  if (goesOnA !== goesOnB) return goesOnB;
  const size = (words: NameWords): number => inSyllables(words).length;
  const more = size(wordsOfName(a)) - size(wordsOfName(b));
  return (more || size(wordsInFull(a)) - size(wordsInFull(b))) > 0;
}

/** "Lund Institute", beside "Ben Lund": it begins with the surname, and goes on. */
function goesOn(name: string, other: string): boolean {
  const [own, theirs] = [wordsInFull(name), wordsInFull(other)];
  const first = own[0]?.form ?? '';
  const isGiven = (words: NameWords): boolean => words.length > 1 && isGivenName(words[0]?.form ?? '');
  const isOther = !isGiven(own) || isPlainWord(own.at(-1)?.form ?? '');
  return own.length > 1 && isGiven(theirs) && isOther && first === theirs[lastName(theirs)]?.form;
}

/** Not the "-e" of Shahr-e Babak. */
const isSyllable = (part: string): boolean => /^\p{L}[\p{L}\p{M}'’ʼ]+$|^\p{Lu}\.$/u.test(part);

/** A piece of a name, and whether the one before it in the name stands before it here. */
export type Joined = NamePiece & { readonly goesOn: boolean };

/** As one writes them. Behind a syllable that is left out, what was behind a hyphen is a word of its own. */
export const joined = (pieces: readonly (NamePiece & { readonly goesOn?: boolean })[]): string =>
  pieces
    .map(({ article, written, joint, goesOn = true }, i) => {
      const ties = joint !== undefined && goesOn && i > 0;
      const word = joint !== undefined && !ties ? written.charAt(0).toUpperCase() + written.slice(1) : written;
      return (i === 0 ? '' : ties ? joint : ' ') + article + word;
    })
    .join('');

export const lettersOf = (words: NameWords): string => words.map(({ form }) => form).join('');
