// Word lists that name analysis asks, each read at its first use.
import { data as foreign } from '../../lexicon/names/foreign-forms.data';
import { data as given } from '../../lexicon/names/given-names.data';
import { data as kinds } from '../../lexicon/names/name-words.data';
import { data as places } from '../../lexicon/names/places.data';
import { data as adjectives } from '../../lexicon/names/proper-adjectives.data';
import { data as surnames } from '../../lexicon/names/surnames.data';
import { unpack } from '../../lexicon/packed';
import { isPlainWord as isListed } from '../../lexicon/plain-words';

const once = <T>(read: () => T): (() => T) => {
  let value: T | undefined;
  return () => (value ??= read());
};

const givenNames = once(() => unpack(given));
const surnameList = once(() => unpack(surnames));
const placeList = once(() => unpack(places));
const properAdjectives = once(() => unpack(adjectives));
const foreignForms = once(() => new Set(foreign.split('\n')));

const byKind = once(
  () =>
    new Map(
      kinds.split('\n').map((line) => {
        const [kind, words] = line.split('\t') as [string, string];
        return [kind, new Set(words.split(' '))] as const;
      }),
    ),
);

type Kind = 'title' | 'role' | 'calendar' | 'calendar-name' | 'company' | 'organisation' | 'place' | 'link';
type Part = 'abbreviated' | 'tail' | 'head' | 'function' | 'fixed' | 'fixed-word';

/** True where the lexicon of words in and around names lists the lower-case word under that kind. */
export const isKind = (word: string, kind: Kind | Part): boolean => byKind().get(kind)?.has(word) ?? false;

export const isTitle = (word: string): boolean => isKind(word, 'title') || isKind(word, 'role');

export const isGivenName = (word: string): boolean => givenNames().has(word);
export const isPlace = (word: string): boolean => placeList().has(word);
export const isForeignForm = (word: string): boolean => foreignForms().has(word);

/** A name that readers know, in just these letters: close to another, it is another. */
export const isKnownName = (word: string): boolean =>
  givenNames().has(word) || surnameList().has(word) || placeList().has(word);

const known = new Map<string, boolean>();
const KEEP = 20_000;

/** A people, a faith or a party as a word: "German", "Christians". */
export const isProperAdjective = (word: string): boolean => properAdjectives().has(word);

/** A plain English word in lower-case letters, inflected or not. */
export function isPlainWord(word: string): boolean {
  let answer = known.get(word);
  if (answer === undefined) {
    answer = isListed(word);
    if (known.size >= KEEP) known.clear();
    known.set(word, answer);
  }
  return answer;
}
