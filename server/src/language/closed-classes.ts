// Closed classes and small word lists by their names in the lexicon, read at first use.
import { recordAt, type Tokens } from '../document/token';
import { perWord, type Word } from '../document/word';
import { data } from '../lexicon/english/closed-classes.txt';

/** A set of words with a name. Asked with a word as a string, with its record, or with where it stands. */
export interface WordClass {
  readonly has: (word: string) => boolean;
  readonly holds: (word: Word) => boolean;
  readonly at: (tokens: Tokens, i: number) => boolean;
}

/** @param name as the lexicon writes it. @throws where no line is called so: a fault of ours, found by any test that asks. */
export const closedClass = (name: string): WordClass => classIn(closedClasses, name);

/** The class of that name in a lexicon of lines `name: words`. */
export function classIn(lexicon: () => ReadonlyMap<string, ReadonlySet<string>>, name: string): WordClass {
  let words: ReadonlySet<string> | undefined;
  const has = (word: string): boolean => {
    words ??= lexicon().get(name);
    if (!words) throw new Error(`no class of words is called "${name}"`);
    return words.has(word);
  };
  const holds = perWord(has);
  return { has, holds, at: (tokens, i) => holds(recordAt(tokens, i)) };
}

/** Lines `name: words` as sets, read once. */
export function namedClasses(lines: string): () => ReadonlyMap<string, ReadonlySet<string>> {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return () =>
    (known ??= new Map(
      lines.split('\n').map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), new Set(line.slice(colon + 2).split(' '))];
      }),
    ));
}

const closedClasses = namedClasses(data);
