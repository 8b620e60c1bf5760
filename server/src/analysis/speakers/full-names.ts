// Full names: a story names a person in full once, and by the surname from then on.
import type { Speaking } from './speaker';

/** The full name that a story gives for a shorter one; the name itself where it gives none. */
export type FullNames = (name: string) => string;

/** @param speakings what the story names, in order: the first full name that ends so is meant. */
export function fullNamesOf(speakings: Iterable<Speaking>): FullNames {
  const byTail = new Map<string, string>();
  for (const { kind, name, plural } of speakings) {
    if (kind !== 'named' || plural) continue;
    for (const tail of tailsOf(name)) if (!byTail.has(tail)) byTail.set(tail, name);
  }
  return (name) => byTail.get(name.toLowerCase()) ?? name;
}

/** "Maria de la Cruz" goes on as "de la Cruz" or "Cruz"; "Ida Moll of Lom" as "Moll". Lower case: a sentence may begin so. */
function tailsOf(name: string): string[] {
  const [person = name] = name.split(/ of (?=\S)/, 1);
  const words = person.toLowerCase().split(' ');
  return words.slice(1).map((_, i) => words.slice(i + 1).join(' '));
}
