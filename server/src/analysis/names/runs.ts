// Runs: a name called by several of its syllables in one word, or by several words that are one of its own: Tao-ming of Sun Tao Ming.
import type { NamePiece, NameWords } from './name-words';
import { inSyllables, lettersOf } from './syllables';

/** What a run of syllables is known by, however it is written. */
export const runOf = (words: NameWords): string => (inSyllables(words).length > 1 ? lettersOf(words) : '');

const LONGEST_RUN = 4;

/** Names by each run of two syllables or more that is not all of the name; no more than `most` a run. */
export function namesByRun<T extends { readonly words: NameWords }>(
  all: readonly T[],
  most: number,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const syllables = inSyllables(one.words);
    for (let i = 0; i < syllables.length; i++) {
      let run = (syllables[i] as NamePiece).form;
      for (let n = i + 1; n < Math.min(syllables.length, i + LONGEST_RUN); n++) {
        run += (syllables[n] as NamePiece).form;
        if (i === 0 && n === syllables.length - 1) continue;
        const had = found.get(run);
        if (!had) found.set(run, [one]);
        else if (had.length < most && !had.includes(one)) had.push(one);
      }
    }
  }
  return found;
}
