// The judge: adds what the evidence and the words of each sentence weigh. The sums alone decide whether a desk asks, and what.
import { type Story, sentencesOf } from '../../document/story';
import { has, recordAt, Shape } from '../../document/token';
import { isClosed } from '../../language/word-classes';
import { perWord } from '../../document/word';
import { type ClaimClass, claimClasses } from '../../lexicon/claims/load';
import { perStory } from '../../document/memo';
import { evidenceOf } from './evidence/evidence';
import { type Reading, readingsOf } from './evidence/reading';
import { type Head, heads, type Place, placeOf, places, STEP, type Weights, weights } from './weights';

/** What the judge makes of a sentence. Sums are in thousandths of a logit. */
export interface Judgement {
  readonly claim: number;
  readonly source: number;
  /** How surely a desk asks whose claim it is. */
  readonly claimSurprise: number;
  /** How surely somebody at a desk asks, whichever question: what the thresholds are for. */
  readonly sum: number;
  /** What is asked. */
  readonly head: Head;
}

/** By sentence, as `sentencesOf` counts; undefined outside running copy, and everywhere where there are no weights. */
export const judgementsOf = perStory((story: Story): readonly (Judgement | undefined)[] => {
  const by = weights();
  if ('problem' in by || story.genre !== 'story') return sentencesOf(story).map(() => undefined);
  return judge(story, by);
});

export function judge(story: Story, by: Weights): (Judgement | undefined)[] {
  const evidence = evidenceOf(story);
  const meanings = meaningsOf(story, by);
  return readingsOf(story).map((reading, i) => {
    if (!reading) return undefined;
    const sums = heads.map((head, h) => {
      let sum = by.start[h] as number;
      for (const key of evidence[i] ?? []) sum += by.facts.get(key)?.[h] ?? 0;
      return sum + ofWords(reading, by, h) + ofMeaning(meanings, i, by, head);
    });
    return judged(sums[0] as number, sums[1] as number, by);
  });
}

export function judged(claim: number, source: number, by: Pick<Weights, 'lean' | 'surprise'>): Judgement {
  const claimSurprise = surpriseOf(claim, by);
  const sum = claimSurprise + surpriseOf(source, by);
  return { claim, source, claimSurprise, sum, head: source > claim + by.lean ? 'source' : 'claim' };
}

/** The surprise, in thousandths, if a question of this sum were not asked: adding two says how surely either is. */
export function surpriseOf(sum: number, { surprise }: Pick<Weights, 'surprise'>): number {
  const steps = surprise.length - 1;
  const at = Math.max(0, Math.min(steps * STEP - 1, sum + (steps / 2) * STEP));
  const low = Math.trunc(at / STEP);
  const [a, b] = [surprise[low] as number, surprise[low + 1] as number];
  return a + Math.trunc(((b - a) * (at - low * STEP)) / STEP);
}

/** Words that tell nothing of what is meant. */
const isSmall = perWord(isClosed);

export function ofWords({ facts: { tokens }, sentence, own }: Reading, by: Weights, head: number): number {
  const place = placeOf(by);
  const [mine, theirs] = [by.own[head] as Int16Array, by.said[head] as Int16Array];
  const seen = new Set<number>();
  let sum = 0;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const word = has(tokens, t, Shape.capital) && !has(tokens, t, Shape.initial) ? -1 : place(recordAt(tokens, t));
    if (word < 0) continue;
    const is = own[t - sentence.firstToken] as number;
    if (seen.size === seen.add(word * 2 + is).size) continue;
    sum += (is ? mine : theirs)[word] as number;
  }
  return sum;
}

/** Where the meaning of some words lies, each number times {@link FINE}. */
type Meaning = Int32Array;
const FINE = 64;

interface Meanings {
  readonly own: readonly (Meaning | undefined)[];
  readonly said: readonly (Meaning | undefined)[];
  readonly all: readonly (Meaning | undefined)[];
  readonly story: Meaning;
}

const kept = new WeakMap<Story, { readonly by: Weights; readonly meanings: Meanings }>();

/** Worked out once a story: each question that is told of asks for them. */
function meaningsOf(story: Story, by: Weights): Meanings {
  const known = kept.get(story);
  if (known?.by === by) return known.meanings;
  const meanings = readMeanings(story, by);
  kept.set(story, { by, meanings });
  return meanings;
}

function readMeanings(story: Story, by: Weights): Meanings {
  const found: { own: Meaning[]; said: Meaning[]; all: Meaning[] } = { own: [], said: [], all: [] };
  const whole = middle(by.size);
  for (const reading of readingsOf(story)) {
    const parts = { own: middle(by.size), said: middle(by.size), all: middle(by.size) };
    if (reading) {
      const { facts, sentence, own } = reading;
      const place = placeOf(by);
      for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
        const record = recordAt(facts.tokens, t);
        const word = place(record);
        if (word < 0 || isSmall(record)) continue;
        for (const to of [own[t - sentence.firstToken] ? parts.own : parts.said, parts.all, whole])
          to.add(by.meaning, word);
      }
    }
    found.own.push(parts.own.value());
    found.said.push(parts.said.value());
    found.all.push(parts.all.value());
  }
  return { ...found, story: whole.value() };
}

function middle(size: number): { add(meaning: Int8Array, word: number): void; value(): Meaning } {
  const sum = new Int32Array(size);
  let words = 0;
  return {
    add(meaning, word) {
      words++;
      for (let d = 0; d < size; d++) sum[d] = (sum[d] as number) + (meaning[word * size + d] as number);
    },
    value: () => (words ? sum.map((one) => Math.trunc((one * FINE) / words)) : sum),
  };
}

function ofMeaning(meanings: Meanings, i: number, by: Weights, head: Head): number {
  let sum = 0;
  for (const place of places) sum += ofPlace(meanings, i, by, head, place);
  return sum;
}

function ofPlace({ own, said, all, story }: Meanings, i: number, by: Weights, head: Head, place: Place): number {
  const at = { own: own[i], said: said[i], before: all[i - 1], behind: all[i + 1], story }[place];
  if (!at) return 0;
  const counts = by.places[head][place];
  let sum = 0;
  for (let d = 0; d < by.size; d++) sum += (at[d] as number) * (counts[d] as number);
  return Math.trunc(sum / (FINE * FINE));
}

/** One thing that was added to a sum: a piece of evidence, a word with its meaning, or the meaning of what stands around. */
export type Part = { readonly weight: number } & (
  | { readonly key: string }
  | { readonly word: string; readonly own: boolean }
  | { readonly place: 'before' | 'behind' | 'story' }
);

/** All that was added for a sentence; the parts make its sum but for what all sentences start from and for halves of thousandths. */
export function partsOf(story: Story, index: number, head: Head): Part[] {
  const by = weights();
  const reading = readingsOf(story)[index];
  if ('problem' in by || !reading) return [];
  const h = heads.indexOf(head);
  const parts: Part[] = [];
  for (const key of evidenceOf(story)[index] ?? []) parts.push({ key, weight: by.facts.get(key)?.[h] ?? 0 });
  parts.push(...wordParts(reading, by, head));
  const meanings = meaningsOf(story, by);
  for (const place of ['before', 'behind', 'story'] as const)
    parts.push({ place, weight: ofPlace(meanings, index, by, head, place) });
  return parts.filter(({ weight }) => weight !== 0);
}

function wordParts({ facts: { tokens }, sentence, own }: Reading, by: Weights, head: Head): Part[] {
  const h = heads.indexOf(head);
  const place = placeOf(by);
  const at = Array.from({ length: sentence.lastToken - sentence.firstToken }, (_, i) => sentence.firstToken + i);
  const meant = at.filter((t) => place(recordAt(tokens, t)) >= 0 && !isSmall(recordAt(tokens, t)));
  const counts = [0, 0];
  for (const t of meant) counts[own[t - sentence.firstToken] as number]!++;
  const found = new Map<string, { word: string; own: boolean; weight: number }>();
  for (const t of at) {
    const record = recordAt(tokens, t);
    const word = place(record);
    const is = own[t - sentence.firstToken] as number;
    if (word < 0) continue;
    const key = `${is} ${record.text}`;
    const named = has(tokens, t, Shape.capital) && !has(tokens, t, Shape.initial);
    const seen = found.get(key);
    let weight = seen?.weight ?? 0;
    if (!seen && !named) weight += ((is ? by.own : by.said)[h] as Int16Array)[word] as number;
    if (!isSmall(record)) {
      const counted = by.places[head][is ? 'own' : 'said'];
      let sum = 0;
      for (let d = 0; d < by.size; d++) sum += (by.meaning[word * by.size + d] as number) * (counted[d] as number);
      weight += Math.trunc(sum / FINE / (counts[is] as number));
    }
    found.set(key, { word: record.text, own: is === 1, weight });
  }
  return [...found.values()];
}

/** The class of a question on this sentence: whichever its evidence and words speak for most. */
export function classOf(story: Story, index: number): ClaimClass {
  const by = weights();
  const reading = readingsOf(story)[index];
  if ('problem' in by || !reading) return 'event';
  const keys = [...(evidenceOf(story)[index] ?? []), ...ownWordsOf(reading)];
  let best: ClaimClass = 'event';
  let most = Number.NEGATIVE_INFINITY;
  for (const name of claimClasses) {
    const counts = by.classes[name];
    let sum = counts.get('start') ?? 0;
    for (const key of keys) sum += counts.get(key) ?? 0;
    if (sum > most) [best, most] = [name, sum];
  }
  return best;
}

/** The writer's own words, each once, as the classes know them. */
export function ownWordsOf({ facts: { tokens }, sentence, own }: Reading): string[] {
  const words = new Set<string>();
  for (let t = sentence.firstToken; t < sentence.lastToken; t++)
    if (
      own[t - sentence.firstToken] &&
      has(tokens, t, Shape.word) &&
      (!has(tokens, t, Shape.capital) || has(tokens, t, Shape.initial))
    )
      words.add(`word=${recordAt(tokens, t).text}`);
  return [...words];
}
