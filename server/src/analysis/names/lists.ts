// Word lists that name analysis asks, each read at its first use.
import { data as foreign } from '../../lexicon/names/foreign-forms.data';
import { data as given } from '../../lexicon/names/given-names.data';
import { data as kinds } from '../../lexicon/names/name-words.data';
import { data as places } from '../../lexicon/names/places.data';
import { data as plain } from '../../lexicon/names/plain-words.data';
import { data as surnames } from '../../lexicon/names/surnames.data';
import { unpack } from '../../lexicon/packed';

const once = <T>(read: () => T): (() => T) => {
  let value: T | undefined;
  return () => (value ??= read());
};

const plainWords = once(() => unpack(plain));
const givenNames = once(() => unpack(given));
const surnameList = once(() => unpack(surnames));
const placeList = once(() => unpack(places));
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
type Part = 'abbreviated' | 'tail' | 'head' | 'function';

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

/** A plain English word in lower-case letters, inflected or not. */
export function isPlainWord(word: string): boolean {
  const words = plainWords();
  if (words.has(word)) return true;
  let answer = known.get(word);
  if (answer === undefined) {
    answer = stems(word).some((stem) => words.has(stem));
    if (known.size >= KEEP) known.clear();
    known.set(word, answer);
  }
  return answer;
}

const doubling = ['ed', 'er', 'ers', 'ing', 'ings'];
const added = ['ly', 'ness', 'ment', 'ments', 'al', 'ally', 'able', 'less', 'ful'];

/** What the word may be an inflection of. The same rules left these words out of the list. */
function stems(word: string): string[] {
  const out: string[] = [];
  const cut = (ending: string): string => (word.endsWith(ending) ? word.slice(0, -ending.length) : '');
  for (const ending of ['ies', 'ied']) if (cut(ending)) out.push(`${cut(ending)}y`);
  out.push(cut('s'), cut('es'));
  for (const ending of doubling) {
    const stem = cut(ending);
    if (!stem) continue;
    out.push(stem, `${stem}e`);
    if (stem.length > 3 && stem.at(-1) === stem.at(-2)) out.push(stem.slice(0, -1));
  }
  for (const ending of added) out.push(cut(ending));
  return out.filter((stem) => stem.length > 2);
}
