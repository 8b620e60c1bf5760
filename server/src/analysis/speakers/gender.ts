// Whether a noun phrase names a man, a woman or a thing, by its words; names themselves are not judged.
import { data } from '../../lexicon/attribution/genders.data';
import { Class } from '../attribution/lexicon';
import type { Range } from '../attribution/phrase';
import { is, type Reading, word } from '../attribution/scope';
import type { SpeakerKind } from './speaker';

export type Gender = 'male' | 'female' | 'neuter' | 'unknown';

let words: ReadonlyMap<string, Gender> | undefined;

const read = (): ReadonlyMap<string, Gender> =>
  new Map(
    data.split('\n').flatMap((line) => {
      const [gender, list] = line.split(': ') as [Gender, string];
      return list.split(' ').map((w): [string, Gender] => [w, gender]);
    }),
  );

export function genderOf(r: Reading, { from, to }: Range, kind: SpeakerKind): Gender {
  words ??= read();
  if (kind === 'organisation' || kind === 'media' || kind === 'document') return 'neuter';
  for (let i = to - 1; i >= from; i--) {
    const gender = words.get(word(r, i));
    if (gender) return gender;
  }
  return kind === 'named' && is(r, to - 1, Class.body) ? 'neuter' : 'unknown';
}
