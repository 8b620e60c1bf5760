// What a verb of speech says about the speech besides: doubt, guilt, a secret told; or that nobody said it at all.
import { data } from '../../lexicon/attribution/tones.txt';

/** lexicon/attribution/tones.txt explains them. */
export type Tone =
  | 'doubt'
  | 'mock'
  | 'guilt'
  | 'fact'
  | 'secret'
  | 'unveil'
  | 'weight'
  | 'plaint'
  | 'attack'
  | 'disprove'
  | 'promise'
  | 'dispute'
  | 'contest'
  | 'mind'
  | 'heart'
  | 'belief'
  | 'hidden';

let tones: ReadonlyMap<Tone, ReadonlySet<string>> | undefined;

function read(): ReadonlyMap<Tone, ReadonlySet<string>> {
  return new Map(
    data.split('\n').map((line) => {
      const [tone, lemmas] = line.split(': ') as [Tone, string];
      return [tone, new Set(lemmas.split(' '))];
    }),
  );
}

/** @param lemma as in `Attribution.lemma`: "point-out" with its particle. */
export const hasTone = (lemma: string, tone: Tone): boolean => (tones ??= read()).get(tone)?.has(lemma) ?? false;
