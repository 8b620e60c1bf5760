// Surnames: the words of a name that somebody may be called by alone.
import type { EntityMention, NamedEntity } from './entity';
import { isGivenName, isKind } from './lists';
import { lastName, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';
import { isFuller } from './syllables';

export const longestOf = (mentions: readonly EntityMention[]): EntityMention =>
  mentions.reduce((a, b) => (isFuller(b.text, a.text) ? b : a));

/** A name's words as they are read of what it is the name of. */
export const nameInFull = (entity: NamedEntity, text: string): NameWords =>
  isPerson(entity, text) ? wordsInFull(text) : wordsOfName(text);

/** A place's or an organisation's name that begins like a person's may be one. */
const isPerson = ({ type }: NamedEntity, text: string): boolean =>
  type === 'person' || (type !== 'organisation' && type !== 'term' && opensWithGiven(wordsInFull(text)));

export const opensWithGiven = (words: NameWords): boolean =>
  words.length > 1 && isGivenName((words[0] as NamePiece).form);

/** The words behind the first names; all but a suffix and what is between, where all are first names: the last. */
export function surnamesOf(words: NameWords): ReadonlySet<string> {
  const last = lastName(words);
  const form = (i: number): string => (words[i] as NamePiece).form;
  if (!words.length) return new Set();
  if (last === 0 || looksFamilyFirst(words) || isKind(form(0), 'chinese')) return new Set([form(0)]);
  let first = 0;
  while (first < last && (isGivenName(form(first)) || form(first).length <= 2)) first++;
  if (first === 0 && last > 0) first = 1;
  return new Set(words.slice(first, last + 1).map((word) => word.form));
}

/** "Jae-in", "Yat-sen": a name given in two syllables stands behind the family's. */
export const looksFamilyFirst = (words: NameWords): boolean =>
  words.length === 2 && /^\p{Lu}\p{Ll}{1,6}[-‐‑]\p{Ll}{1,6}$/u.test(words[1]?.written ?? '');
