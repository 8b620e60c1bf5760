// Given names: spellings that are one name, by class. Two names of two classes are two names, whatever their letters say.
import { perWord, wordOf } from '../../document/word';
import { data } from '../../lexicon/names/given-name-classes.txt';
import { lineOf } from '../../lexicon/sorted';

/** The class of a comparable word, where it is a listed given name. */
export const classOf = (word: string): number | undefined => classFor(wordOf(word));

const classFor = perWord((word) => {
  const line = lineOf(data, word);
  return line === undefined ? undefined : Number(line);
});

export const sameClass = (a: string, b: string): boolean => {
  const of = classOf(a);
  return of !== undefined && of === classOf(b);
};
