// Groups of words that the claim patterns speak of, as groups.txt writes them. Read by the build, which puts their words where a
// pattern asks for them; no program that ships needs this.
import { readEntry } from './inflect';

export interface Words {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}

/** Lines `name: entries`; see groups.txt for how entries are written. */
export function readGroups(lines: string): Map<string, Words> {
  const groups = new Map<string, { words: Set<string>; phrases: string[][] }>();
  for (const line of lines.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const group = groups.get(name) ?? { words: new Set(), phrases: [] };
    groups.set(name, group);
    for (const entry of line
      .slice(colon + 1)
      .trim()
      .split(/\s+/))
      add(group, entry, groups);
  }
  return groups;
}

/** Puts what an entry stands for into a group. @param groups those that it may name. */
export function add(
  group: { words: Set<string>; phrases: string[][] },
  entry: string,
  groups: ReadonlyMap<string, Words>,
): void {
  if (entry.startsWith('<')) {
    const other = groups.get(entry.slice(1, -1));
    if (!other) throw new Error(`groups.txt: ${entry} stands nowhere above`);
    for (const word of other.words) group.words.add(word);
    group.phrases.push(...other.phrases.map((phrase) => [...phrase]));
  } else if (!entry.includes('_') && !entry.includes('~')) group.words.add(entry);
  else {
    for (const phrase of readEntry(entry)) {
      if (phrase.length > 1) group.phrases.push([...phrase]);
      else group.words.add(phrase[0] as string);
    }
  }
}
