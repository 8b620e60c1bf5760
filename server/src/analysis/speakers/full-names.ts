// Full names: a story names a person in full once, and by the surname from then on.
import { Class, classOf } from '../../language/word-classes';
import { rememberByText } from '../../text/memoize-by-text';
import { isSuffix } from './bodies';
import type { Speaking } from './speaker';

/** The full name that a story gives for a shorter one; the name itself where it gives none. `end`: where it stands in the prose. */
export type FullNames = (name: string, end?: number) => string;

/** @param speakings what the story names, in order: the first full name that ends so is meant. */
export function fullNamesOf(speakings: Iterable<Speaking>): FullNames {
  const byTail = new Map<string, string>();
  const byLetters = new Map<string, string | undefined>();
  for (const { kind, name, hasName, plural } of speakings) {
    if (plural || !(kind === 'named' || (kind === 'organisation' && hasName))) continue;
    for (const tail of tailsOf(name)) if (!byTail.has(tail)) byTail.set(tail, name);
    const letters = lettersOf(name);
    if (letters) byLetters.set(letters, byLetters.has(letters) && byLetters.get(letters) !== name ? undefined : name);
  }
  return (name) =>
    byTail.get(name.toLowerCase()) ?? (LETTERS.test(name) ? byLetters.get(name.replace(/\./g, '')) : undefined) ?? name;
}

const LETTERS = /^(?:\p{Lu}\.?){2,7}$/u;

/** "World Health Organization" goes on as "WHO": the first letters of the name of a body; '' where it has none. */
const lettersOf = rememberByText((name): string => {
  if (!SEVERAL.test(name)) return '';
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  const isBody = words.some((word) => (classOf(word.toLowerCase()) & Class.body) !== 0 || word === 'Nations');
  return words.length > 1 && isBody ? words.map((word) => word.charAt(0)).join('') : '';
});
const SEVERAL = /[\s-]/;

/** "Maria de la Cruz" goes on as "De la Cruz" or "Cruz", "Ida Moll of Lom" as "Moll": a surname, with its particles or not.
 *  Lower case, for a sentence may begin with it. */
const tailsOf = rememberByText((name): readonly string[] => {
  if (!name.includes(' ')) return none;
  const [person = name] = name.split(/ of (?=\S)/, 1);
  const words = person.split(' ');
  // "Arkel Corp" goes on as "Arkel"
  if (words.length > 1 && isSuffix(words.at(-1) as string)) return [words.slice(0, -1).join(' ').toLowerCase()];
  return words
    .map((_, i) => i)
    .filter((i) => i > 0 && (i === words.length - 1 || isParticle(words[i] as string)))
    .map((i) => words.slice(i).join(' ').toLowerCase());
});

const none: readonly string[] = [];

const isParticle = (word: string): boolean => word === word.toLowerCase();
