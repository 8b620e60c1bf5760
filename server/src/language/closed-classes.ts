// Closed classes by their names in the lexicon, read at first use.
import { recordAt, type Tokens } from '../document/token';
import { perWord, type Word } from '../document/word';
import { data } from '../lexicon/english/closed-classes.txt';
import { listIn, namedLists, type WordList } from '../lexicon/word-lists';

/** A set of words with a name. Asked with a word as a string, with its record, or with where it stands. */
export interface WordClass extends WordList {
  readonly holds: (word: Word) => boolean;
  readonly at: (tokens: Tokens, i: number) => boolean;
}

/** @param name as the lexicon writes it. @throws where no line is called so, when first asked. */
export function closedClass(name: string): WordClass {
  const list = listIn(closedClasses, name);
  const holds = perWord(list.has);
  return { has: list.has, holds, at: (tokens, i) => holds(recordAt(tokens, i)) };
}

const closedClasses = namedLists(() => data);
