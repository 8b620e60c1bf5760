// Given names: spellings that are one name, by class. Two names of two classes are two names, whatever their letters say.
import { data } from '../../lexicon/names/given-name-classes.txt';

let classes: ReadonlyMap<string, number> | undefined;

function load(): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [i, line] of data.split('\n').entries()) {
    for (const word of line.split(' ')) if (!map.has(word)) map.set(word, i);
  }
  return map;
}

/** The class of a comparable word, where it is a listed given name. */
export const classOf = (word: string): number | undefined => (classes ??= load()).get(word);

export const sameClass = (a: string, b: string): boolean => {
  const of = classOf(a);
  return of !== undefined && of === classOf(b);
};
