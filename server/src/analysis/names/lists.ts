// Word lists that name analysis asks, each read at its first use.
import { data as genders } from '../../lexicon/attribution/genders.txt';
import { data as foreign } from '../../lexicon/names/foreign-forms.txt';
import { data as given } from '../../lexicon/names/given-names.txt';
import { data as kinds } from '../../lexicon/names/name-words.tsv';
import { isPlace } from '../../lexicon/names/places';
import { data as adjectives } from '../../lexicon/names/proper-adjectives.txt';
import { data as surnames } from '../../lexicon/names/surnames.txt';
import { perWord, wordOf } from '../../document/word';
import { wordList as packedList } from '../../lexicon/packed';
import { wordList } from '../../lexicon/word-lists';
import { once } from '../../text/once';
import { isPlainWord } from '../../lexicon/plain-words';
import { lineOf } from '../../lexicon/sorted';

const givenNames = packedList(() => given);
const surnameList = packedList(() => surnames);
const properAdjectives = packedList(() => adjectives);
const foreignForms = once(() => new Set(foreign.split('\n')));

/** What the lexicon of words in and around names says of a word: a bit each. */
export const Kind = {
  title: 1,
  role: 2,
  calendar: 4,
  'calendar-name': 8,
  company: 16,
  organisation: 32,
  place: 64,
  link: 128,
  abbreviated: 256,
  tail: 512,
  head: 1024,
  function: 2048,
  fixed: 4096,
  'fixed-word': 8192,
  chinese: 16384,
  kin: 32768,
} as const;

/** The kinds of a lower-case word, as bits of {@link Kind}. */
export const kindsOf = (word: string): number => bitsOf(wordOf(word));

const bitsOf = perWord((word) =>
  (lineOf(kinds, word)?.split(' ') ?? []).reduce((bits, kind) => bits | Kind[kind as keyof typeof Kind], 0),
);

export const isKind = (word: string, kind: keyof typeof Kind): boolean => (kindsOf(word) & Kind[kind]) !== 0;

/** First names of two lists: the second, by whom they are given to, has some that the first lacks; its short ones are syllables elsewhere. */
export const isGivenName = (word: string): boolean =>
  givenNames.has(word) || (word.length > SYLLABLE && isGivenToOneSex(wordOf(word)));
const SYLLABLE = 4;
const isGivenToOneSex = perWord((word) => lineOf(genders, word)?.includes('-name') ?? false);
/** Whom a lower-case given name is given to, where it is given to one sex. */
export const sexOfGivenName = (word: string): 'male' | 'female' | undefined => {
  const name = lineOf(genders, word)
    ?.split(' ')
    .find((one) => one.endsWith('-name'));
  return name === 'male-name' ? 'male' : name === 'female-name' ? 'female' : undefined;
};
/** One of the commonest surnames. */
export const isSurname = (word: string): boolean => surnameList.has(word);

/** "Summer Lee": a season before a surname that readers know. */
export const isSeasonBefore = (season: string, surname: string): boolean => seasons.has(season) && isKnownName(surname);

const seasons = wordList('seasons that are first names');
export { isPlace };
export const isForeignForm = (word: string): boolean => foreignForms().has(word);

/** A people, a faith or a party as a word: "German", "Christians". */
export const isProperAdjective = (word: string): boolean => properAdjectives.has(word);

/** A name that readers know, in just these letters: close to another, it is another. */
export const isKnownName = (word: string): boolean => givenNames.has(word) || surnameList.has(word) || isPlace(word);

/** A word or place that readers know in just these letters. Surnames come in many. */
export const isKnownWord = (word: string): boolean => isPlace(word) || isProperAdjective(word) || isPlainWord(word);
