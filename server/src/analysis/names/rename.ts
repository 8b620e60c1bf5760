// Renaming: what each mention of a name becomes when one of them is written otherwise. A mention uses some words of the name in full; the
// new name's words that stand for these are what it becomes. Where that is not certain, it stays.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { sameClass } from '../transliteration/given-names';
import { isStrictlySame } from '../transliteration/likeness';
import { type FoundName, isOne, placesIn } from './name-match';
import { lastName, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';
import { faultOf, inFull, type Names } from './new-name';
import { areListedTogether, areOnePerson } from './one-person';
import { replaced } from './replaced';
import { looksFamilyFirst } from './surnames';
import { inSyllables, isFuller, joined, lettersOf } from './syllables';

export interface Renaming {
  /**
   * What a mention becomes; nothing where its words cannot be found in the new name for certain: initials, a nickname, one of two words
   * that became one.
   * @param opens a sentence begins with it: an article is capital there.
   */
  of(mention: string, opens?: boolean): string | undefined;
  /** Comparable words of the old name that are written otherwise in the new one. */
  readonly changed: ReadonlySet<string>;
  /** Why what was typed is no spelling of what was chosen, as a sentence for the person. */
  readonly fault?: string;
}

/**
 * @param chosen a mention, which becomes `to`.
 * @param mentions all of the name as they are written: they tell the name in full, and what it is called by alone.
 * @param adds words that only the new name has come in; else it is another spelling: no mention gets longer, nor another person's.
 */
export function renaming(
  chosen: string,
  to: string,
  mentions: readonly string[] = [chosen],
  isPerson = true,
  adds = true,
): Renaming {
  const read = isPerson ? wordsInFull : wordsOfName;
  const full = mentions.reduce((a, b) => (isFuller(b, a) ? b : a), chosen);
  // "Al Porter" that becomes Albert Porter is no "al-Porter", nor is an Al Orsk whom the story calls Orsk
  const isGiven = read(full).length === 1 && (read(to).length > 1 || (isPerson && opensWithAl(full, mentions)));
  const longest = isGiven ? wordsOfName(full, true) : read(full);
  const names = inFull(inSyllables(longest), chosen, to, isPerson, isFamilyFirst(longest, mentions));
  const { from } = names;
  const kept = adds ? names : { ...names, blocks: names.blocks.filter(({ old }) => old.length > 0) };
  const fault = isPerson ? faultOf(chosen, to, names) : undefined;
  return {
    of(mention, opens = false) {
      const found = placesIn(mention, from);
      if (!adds && isPerson && !areOnePerson(mention, joined(names.now))) return undefined;
      // Volodymyr, Vladimir: one person's, though no letters say so
      if (!adds && isStrange(found)) return isListedAs(mention, full) ? joined(names.now) : undefined;
      const parts = found && replaced(found, kept, opens);
      if (!found || !parts?.length || !isSound(parts, found, names)) return undefined;
      // "King, Jr." without what the comma is for
      const name = joined(parts).replace(/,$/, '');
      return isInCapitals(mention) ? name.toUpperCase() : name;
    },
    changed: changedIn(names),
    ...(fault !== undefined && { fault }),
  };
}

/** "Al" and one word, and that alone somewhere: the article of "al-Orsk" would stand there, too. */
function opensWithAl(full: string, mentions: readonly string[]): boolean {
  const surname = AL.exec(full)?.[1];
  return surname !== undefined && mentions.includes(surname);
}

const AL = /^Al (\p{Lu}\S*)$/u;

/**
 * Held for all, whatever was typed: a mention becomes the new name, or some of its words; what nobody wrote anew stays its own; and a name
 * that is only cut otherwise loses no letter.
 */
function isSound(parts: NameWords, { words }: FoundName, { from, now }: Names): boolean {
  const known = new Set([...now, ...words].map(({ form }) => form));
  if (!parts.every(({ form }) => known.has(form))) return false;
  const isCut = lettersOf(from) === lettersOf(now) && words.every(({ form }) => form.length > 1);
  const own = [...new Set(words)];
  const areSame = parts.length === own.length && parts.every(({ form }, k) => isSpelling(form, own[k]?.form ?? ''));
  return !isCut || areSame || lettersOf(parts).length >= lettersOf(own).length;
}

const isSpelling = (a: string, b: string): boolean => isStrictlySame(a, b) || sameClass(a, b);

/** A word of it, more than an initial, is none of the name's: whether it is one of them in other letters, letters do not say. */
const isStrange = (found: FoundName | undefined): boolean =>
  found === undefined || found.at.some((at, k) => at < 0 && (found.words[k]?.form.length ?? 0) > 1);

const isListedAs = (a: string, b: string): boolean =>
  wordsOfName(a).length === wordsOfName(b).length && areListedTogether(a, b);

/** The same for one mention of a name that is written `chosen` in full. */
export const renamed = (text: string, chosen: string, to: string, opens = false, isPerson = true): string | undefined =>
  renaming(chosen, to, [chosen, text], isPerson).of(text, opens);

/** Words that stay, and syllables of two letters or less, are in many names. */
function changedIn({ from, now, blocks }: Names): ReadonlySet<string> {
  const spelled = (all: readonly NamePiece[]): string => all.map(({ written }) => written).join(' ');
  const anew = blocks.filter(
    ({ old, now: fresh }) =>
      spelled(old.map((i) => from[i] as NamePiece)) !== spelled(fresh.map((n) => now[n] as NamePiece)),
  );
  return new Set(
    anew.flatMap(({ old }) => old.map((i) => (from[i] as NamePiece).form)).filter((form) => form.length > 2),
  );
}

const isInCapitals = (text: string): boolean =>
  text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();

/**
 * The edits that make the mention at `at` read `text`: word by word where it can be, so that a line stays broken where it was.
 * @param before the mention in the prose, whose offsets the edits are in.
 * @param typed the same as it is written in the file.
 */
export function editsOf(at: Span, before: string, text: string, typed = before): TextEdit[] {
  const [old, now, own] = [[...before.matchAll(/\S+/g)], text.split(' '), typed.split(/\s+/)];
  if (old.length !== now.length) return typed === text ? [] : [{ ...at, text }];
  return old.flatMap((word, i): TextEdit[] => {
    const start = at.start + word.index;
    return own[i] === now[i] ? [] : [{ start, end: start + word[0].length, text: now[i] as string }];
  });
}

/** A word right beside a mention that the new name has at that end, where it is longer: what was read as the name is not all of it. */
export function standsTwice(
  prose: string,
  { start, end, text }: Span & { readonly text: string },
  to: string,
): string | undefined {
  const [old, now] = [inSyllables(wordsOfName(text)), inSyllables(wordsOfName(to))];
  if (now.length <= old.length) return undefined;
  const behind = BEHIND.exec(prose.slice(end, end + LONGEST))?.[1];
  const [, last] = prose
    .slice(Math.max(0, start - LONGEST), start)
    .split(' ')
    .reverse();
  const before = prose[start - 1] === ' ' && last !== undefined && BEFORE.test(last) ? last : undefined;
  const holds = (word: string | undefined, own: NamePiece | undefined, there: NamePiece | undefined): boolean => {
    const [one] = word === undefined ? [] : wordsOfName(word);
    return one !== undefined && there !== undefined && isOne(one, there) && !(own && isOne(own, there));
  };
  if (holds(behind, old.at(-1), now.at(-1))) return behind;
  return holds(before, old[0], now[0]) ? before : undefined;
}

const LONGEST = 40;
const BEHIND = /^ (?:\p{Ll}{1,3} ){0,2}(\p{Lu}[\p{L}-]{1,30})/u;
const BEFORE = /^\p{Lu}[\p{L}-]{1,30}$/u;

/** "Park Geun-hye", or a name that the story calls by its first word and never by its last. */
function isFamilyFirst(words: NameWords, mentions: readonly string[]): boolean {
  const alone = mentions.map((one) => wordsOfName(one)).filter(({ length }) => length === 1);
  const calls = (i: number): boolean => alone.some(([word]) => word?.form === words[i]?.form);
  if (words.length < 2) return false;
  return (calls(0) || looksFamilyFirst(words)) && !calls(lastName(words));
}
