// One person: whether two names in full can be one person's. A family shares its surname, and a known family its known spellings: only
// the first name says who of it is meant.
import { isStrictlySame } from '../transliteration/likeness';
import { nameWords } from '../transliteration/letters';
import { sameClass } from '../transliteration/given-names';
import { type Entity, spelledSo, verdict } from './gazetteer';
import { isOne } from './name-match';
import { type NameWords, wordsInFull } from './name-words';
import { inSyllables, lettersOf } from './syllables';

/** Every word of the shorter name answers to one of the longer, or both are listed as one person's. A word alone may be anybody's. */
export function areOnePerson(a: string, b: string): boolean {
  const [short, long] = [piecesOf(a), piecesOf(b)].sort((x, y) => x.length - y.length) as [NameWords, NameWords];
  if (short.length < 2 || lettersOf(short) === lettersOf(long) || areListedTogether(a, b)) return true;
  const free = [...long];
  return short.every((word) => {
    const at = free.findIndex(
      (one) => isOne(word, one) || abbreviates(word.form, one.form) || areTied(word.form, one.form),
    );
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
}

const piecesOf = (name: string): NameWords => inSyllables(wordsInFull(name));

/** Spellings of one name, as the gazetteer has them. */
export const areListedTogether = (a: string, b: string): boolean => {
  const all = listed(b);
  return listed(a).some((one) => all.includes(one));
};

const listed = (name: string): readonly Entity[] => spelledSo(nameWords(name).join(' '));

/** Comparable words that are one surname in two spellings. */
export const areOneSurname = (a: string, b: string): boolean => isStrictlySame(a, b) || areTied(a, b);

const areTied = (a: string, b: string): boolean => verdict(a, b) === 'same';

/** "V. Zelensky" */
const abbreviates = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/**
 * Beside the known surname stands a word that begins a listed spelling of the whole name. "Olena Zelenska" has none: she is somebody
 * else of the family.
 * @param before comparable words.
 */
export const isCalledAs = (before: readonly string[], { spellings }: Entity): boolean =>
  spellings.some((spelling) => {
    const [first, more] = nameWords(spelling);
    if (first === undefined || more === undefined) return false;
    return before.some((word) => isStrictlySame(word, first) || sameClass(word, first) || abbreviates(word, first));
  });
