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
  | 'knows'
  | 'heart'
  | 'belief'
  | 'ahead'
  | 'hidden'
  | 'charge';

let tones: ReadonlyMap<string, ReadonlySet<Tone>> | undefined;

function read(): ReadonlyMap<string, ReadonlySet<Tone>> {
  const byLemma = new Map<string, Set<Tone>>();
  for (const line of data.split('\n')) {
    const [tone, lemmas] = line.split(': ') as [Tone, string];
    for (const lemma of lemmas.split(' ')) byLemma.set(lemma, (byLemma.get(lemma) ?? new Set<Tone>()).add(tone));
  }
  return byLemma;
}

/** @param lemma as in `Attribution.lemma`: "point-out" with its particle. */
export const tonesOf = (lemma: string): ReadonlySet<Tone> => (tones ??= read()).get(lemma) ?? none;

const none: ReadonlySet<Tone> = new Set();

export const hasTone = (lemma: string, tone: Tone): boolean => tonesOf(lemma).has(tone);
