// Whether a noun phrase names a man, a woman or a thing, by its words and by a given name before a surname.
import { Class } from '../../language/word-classes';
import { data } from '../../lexicon/attribution/genders.txt';
import type { Range } from '../attribution/phrase';
import { is, isCapital, type Reading, word } from '../attribution/scope';
import type { SpeakerKind } from './speaker';

export type Gender = 'male' | 'female' | 'neuter' | 'unknown';

interface Genders {
  readonly words: ReadonlyMap<string, Gender>;
  readonly names: ReadonlyMap<string, Gender>;
}

let known: Genders | undefined;

function read(): Genders {
  const words = new Map<string, Gender>();
  const names = new Map<string, Gender>();
  for (const line of data.split('\n')) {
    const [label, list] = line.split(': ') as [string, string];
    const [gender, isName] = label.split('-') as [Gender, string | undefined];
    for (const w of list.split(' ')) (isName ? names : words).set(w, gender);
  }
  return { words, names };
}

export function genderOf(r: Reading, { from, to }: Range, kind: SpeakerKind): Gender {
  known ??= read();
  if (kind === 'organisation' || kind === 'media' || kind === 'document') return 'neuter';
  for (let i = to - 1; i >= from; i--) {
    const gender = known.words.get(word(r, i));
    if (gender) return gender;
  }
  if (kind !== 'named') return 'unknown';
  return is(r, to - 1, Class.body) ? 'neuter' : genderOfName(r, { from, to });
}

/** Of a person whose full name is known: "Paul Kestrel". */
export const genderOfFullName = (name: string): Gender => {
  known ??= read();
  const [given = '', surname] = name.toLowerCase().split(' ');
  return (surname && known.names.get(given)) || 'unknown';
};

/** By the given name: the first one that a capital follows. "Mary James" is no James. */
function genderOfName(r: Reading, { from, to }: Range): Gender {
  known ??= read();
  for (let i = from; i < to - 1; i++) {
    const gender = known.names.get(word(r, i));
    if (gender && isCapital(r, i) && isCapital(r, i + 1)) return gender;
  }
  return 'unknown';
}
