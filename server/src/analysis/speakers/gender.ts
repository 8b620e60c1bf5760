// Whether a noun phrase names a man, a woman or a thing, by its words and by a given name before a surname.
import { Class } from '../../language/word-classes';
import { perWord, wordOf } from '../../document/word';
import { data } from '../../lexicon/attribution/genders.txt';
import { lineOf } from '../../lexicon/sorted';
import type { Range } from '../attribution/phrase';
import { is, isCapital, type ParagraphWords, word } from '../attribution/scope';
import type { SpeakerKind } from './speaker';

export type Gender = 'male' | 'female' | 'neuter' | 'unknown';

export type Sex = Extract<Gender, 'male' | 'female'>;

/** What the lexicon has of a word as a noun, "spokeswoman", and as a given name. */
const ofNoun = perWord((word) => listed(word).find((one): one is Sex => one === 'male' || one === 'female'));
const ofName = perWord(
  (word) =>
    listed(word)
      .find((one) => one.endsWith('-name'))
      ?.replace('-name', '') as Sex | undefined,
);

const listed = (word: string): readonly string[] => lineOf(data, word)?.split(' ') ?? [];

export function genderOf(r: ParagraphWords, { from, to }: Range, kind: SpeakerKind): Gender {
  if (kind === 'organisation' || kind === 'media' || kind === 'document') return 'neuter';
  for (let i = to - 1; i >= from; i--) {
    const gender = ofNoun(wordOf(word(r, i)));
    if (gender) return gender;
  }
  if (kind !== 'named') return 'unknown';
  return is(r, to - 1, Class.body) ? 'neuter' : genderOfName(r, { from, to });
}

/** What the lexicon has of a lower-case noun, "spokeswoman"; undefined where it tells neither. */
export const sexOfNoun = (noun: string): Sex | undefined => ofNoun(wordOf(noun));

/** What the lexicon has of a lower-case given name. */
export const sexOfGivenName = (given: string): Sex | undefined => ofName(wordOf(given));

/** Of a person whose full name is known: "Paul Kestrel". */
export const genderOfFullName = (name: string): Gender => {
  const [given = '', surname] = name.toLowerCase().split(' ');
  return (surname && ofName(wordOf(given))) || 'unknown';
};

/** By the given name: the first one that a capital follows. "Mary James" is no James. */
function genderOfName(r: ParagraphWords, { from, to }: Range): Gender {
  for (let i = from; i < to - 1; i++) {
    const gender = ofName(wordOf(word(r, i)));
    if (gender && isCapital(r, i) && isCapital(r, i + 1)) return gender;
  }
  return 'unknown';
}
