// Nouns for people, by what a desk counts them as.
import { data } from '../../lexicon/numbers/kinds-of-people.txt';

export type PeopleKind = 'total' | 'family' | 'part' | 'male' | 'female' | 'age';

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The plural nouns of that kind, in small letters. */
export function nounsFor(kind: PeopleKind): ReadonlySet<string> {
  known ??= new Map(
    data.split('\n').map((line) => {
      const [name = '', ...nouns] = line.split(' ');
      return [name.replace(':', ''), new Set(nouns)];
    }),
  );
  return known.get(kind) ?? new Set();
}
