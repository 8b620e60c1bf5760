// Given names that one person may go by: "Bill" and "William".
import { data } from '../../lexicon/names/short-forms.txt';
import { sameClass } from '../transliteration/given-names';

/** "Bill" and "William", "Mohamed" and "Muhammad", "Alex" and "Alexis", "J." and "Joanne". In small letters. */
export function mayBeOneGivenName(a: string, b: string): boolean {
  const [one, other] = [withoutStop(a), withoutStop(b)];
  if (sameClass(one, other) || one.startsWith(other) || other.startsWith(one)) return true;
  lines ??= linesOf(data);
  const shared = lines.get(other) ?? [];
  return (lines.get(one) ?? []).some((line) => shared.includes(line));
}

const withoutStop = (name: string): string => (name.endsWith('.') ? name.slice(0, -1) : name);

let lines: ReadonlyMap<string, readonly number[]> | undefined;

function linesOf(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [i, line] of text.split('\n').entries())
    for (const name of line.split(' ')) found.set(name, [...(found.get(name) ?? []), i]);
  return found;
}
