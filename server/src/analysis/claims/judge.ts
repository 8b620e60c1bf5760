// The judge: adds what the evidence and the words of each sentence weigh. The sums alone decide whether a desk asks, and what.
import { type Story, sentencesOf } from '../../document/story';
import { has, recordAt, Shape } from '../../document/token';
import { isClosed } from '../../language/word-classes';
import { perWord } from '../../document/word';
import { type ClaimClass, claimClasses } from '../../lexicon/claims/load';
import { perStory } from '../../document/memo';
import { evidenceIn, tellEvidence } from './evidence/evidence';
import { pageEvidence } from './evidence/page';
import { type Reading, readingsOf } from './evidence/reading';
import { rowOf, type Scale, scaleFor } from './scale';
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
  const scale = scaleFor(by);
  const meanings = meaningsOf(story, by);
  scale.page(pageEvidence(story));
  return readingsOf(story).map((reading, i) => {
    if (!reading) return undefined;
    scale.empty();
    tellEvidence(reading, scale.say);
    putWords(reading, by, scale);
    const [claim = 0, source = 0] = heads.map((head, h) => scale.sum(h) + ofMeaning(meanings, i, by, head));
    return judged(claim, source, by);
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

/** Words that are no names, each once. */
function putWords({ facts: { tokens }, sentence, own }: Reading, by: Weights, scale: Scale): void {
  const place = placeOf(by);
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    if (has(tokens, t, Shape.capital) && !has(tokens, t, Shape.initial)) continue;
    const word = place(recordAt(tokens, t));
    if (word >= 0) scale.weigh(word, own[t - sentence.firstToken] === 1);
  }
}

/** Where the meaning of some words lies, each number times {@link FINE}: `size` numbers a sentence. */
type Meaning = Int32Array;
const FINE = 64;

interface Meanings {
  readonly own: Meaning;
  readonly said: Meaning;
  readonly all: Meaning;
  /** Of one place. */
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
  const readings = readingsOf(story);
  const { size, meaning } = by;
  const [own, said, all] = [0, 1, 2].map(() => new Int32Array(readings.length * size)) as [Meaning, Meaning, Meaning];
  const whole = new Int32Array(size);
  const place = placeOf(by);
  let words = 0;
  for (const [i, reading] of readings.entries()) {
    if (!reading) continue;
    const { facts, sentence } = reading;
    const from = i * size;
    const count = [0, 0];
    for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
      const record = recordAt(facts.tokens, t);
      const word = place(record);
      if (word < 0 || isSmall(record)) continue;
      const is = reading.own[t - sentence.firstToken] as number;
      const to = is ? own : said;
      count[is]!++;
      for (let d = 0; d < size; d++) to[from + d]! += meaning[word * size + d] as number;
    }
    const [theirs = 0, ours = 0] = count;
    for (let d = 0; d < size; d++) {
      const sum = (own[from + d] as number) + (said[from + d] as number);
      all[from + d] = middle(sum, theirs + ours);
      own[from + d] = middle(own[from + d] as number, ours);
      said[from + d] = middle(said[from + d] as number, theirs);
      whole[d]! += sum;
    }
    words += theirs + ours;
  }
  return { own, said, all, story: whole.map((sum) => middle(sum, words)) };
}

const middle = (sum: number, words: number): number => (words ? Math.trunc((sum * FINE) / words) : 0);

function ofMeaning(meanings: Meanings, i: number, by: Weights, head: Head): number {
  let sum = 0;
  for (const place of places) sum += ofPlace(meanings, i, by, head, place);
  return sum;
}

/** Nothing where no sentence stands before the first, or behind the last. */
function ofPlace({ own, said, all, story }: Meanings, i: number, by: Weights, head: Head, place: Place): number {
  const { size } = by;
  const counts = by.places[head][place];
  const [of, at] =
    place === 'own'
      ? [own, i]
      : place === 'said'
        ? [said, i]
        : place === 'story'
          ? [story, 0]
          : [all, i + beside[place]];
  if (at < 0 || at * size >= of.length) return 0;
  let sum = 0;
  for (let d = 0; d < size; d++) sum += (of[at * size + d] as number) * (counts[d] as number);
  return Math.trunc(sum / (FINE * FINE));
}

const beside = { before: -1, behind: 1 } as const;

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
  for (const key of evidenceIn(reading)) parts.push({ key, weight: by.counts[rowOf(by, key) * heads.length + h] ?? 0 });
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
  const classes = by.classes();
  const sums = claimClasses.map(() => 0);
  for (const key of ['start', ...evidenceIn(reading), ...ownWordsOf(reading)]) {
    const row = classes.get(key);
    for (let k = 0; row && k < sums.length; k++) sums[k]! += row[k] as number;
  }
  return claimClasses[sums.indexOf(Math.max(...sums))] as ClaimClass;
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
