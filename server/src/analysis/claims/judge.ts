// The judge: adds what the evidence and the words of each sentence weigh. The sums alone decide whether a desk asks, and what.
import { type Story, sentencesOf, storiesOf, storyAt } from '../../document/story';
import { has, recordAt, Shape } from '../../document/token';
import { isClosed } from '../../language/word-classes';
import type { Paragraph } from '../../document/paragraph';
import { perWord } from '../../document/word';
import { perParagraphAnd } from '../../document/kept';
import { perStory } from '../../document/memo';
import { evidenceIn, tellEvidence, wordEvidence } from './evidence/evidence';
import { pageEvidence } from './evidence/page';
import { type Reading, readingsOf, type Wording } from './evidence/reading';
import { rowOf, type Scale, scaleFor } from './scale';
import {
  type About,
  type Head,
  heads,
  headsOf,
  type Place,
  placeOf,
  places,
  STEP,
  type Weights,
  weights,
} from './weights';

/** What the judge makes of a sentence. Sums are in thousandths of a logit. */
export interface Judgement {
  /** By head. */
  readonly sums: readonly number[];
  /** How surely a desk asks whose claim it is. */
  readonly claimSurprise: number;
  /** How surely somebody at a desk asks, whichever question: what the thresholds are for. */
  readonly sum: number;
  /** What is asked. */
  readonly about: About;
}

/**
 * The judge's sum for each sentence, and what it would ask. Indexed as `sentencesOf`; undefined outside running copy, and
 * everywhere if the weights are missing.
 */
export const judgementsOf = perStory((story: Story): readonly (Judgement | undefined)[] => {
  const by = weights();
  if ('problem' in by || storiesOf(story).every(({ genre }) => genre !== 'story'))
    return sentencesOf(story).map(() => undefined);
  const all = judge(story, by);
  return story.sections
    ? all.map((one, i) => (storyAt(story, sentencesOf(story)[i]?.block ?? 0).genre === 'story' ? one : undefined))
    : all;
});

export function judge(story: Story, by: Weights): (Judgement | undefined)[] {
  const scale = scaleFor(by);
  const { weighed, meanings } = wordsOf(story, by);
  scale.page(pageEvidence(story));
  return readingsOf(story).map((reading, i) => {
    if (!reading) return undefined;
    scale.empty(weighed[i]?.sums);
    tellEvidence(reading, scale.say, false);
    const sum = (head: Head): number => scale.sum(heads.indexOf(head)) + ofMeaning(meanings, i, by, head);
    return judged(heads.map(sum), by);
  });
}

function judged(sums: readonly number[], by: Pick<Weights, 'lean' | 'surprise'>): Judgement {
  const surprise = (about: About): number =>
    headsOf[about].reduce((all, head) => all + surpriseOf(sums[heads.indexOf(head)] as number, by), 0);
  const [claim, source] = [surprise('claim'), surprise('source')];
  return { sums, claimSurprise: claim, sum: claim + source, about: source > claim + by.lean ? 'source' : 'claim' };
}

/** The head that speaks most for a question. */
export const headFor = ({ sums }: Judgement, about: About): Head =>
  headsOf[about].reduce((a, b) => ((sums[heads.indexOf(b)] as number) > (sums[heads.indexOf(a)] as number) ? b : a));

/** The surprise, in thousandths, if a question of this sum were not asked: adding two says how surely either is. */
function surpriseOf(sum: number, { surprise }: Pick<Weights, 'surprise'>): number {
  const steps = surprise.length - 1;
  const at = Math.max(0, Math.min(steps * STEP - 1, sum + (steps / 2) * STEP));
  const low = Math.trunc(at / STEP);
  const a = surprise[low] as number;
  const b = surprise[low + 1] as number;
  return a + Math.trunc(((b - a) * (at - low * STEP)) / STEP);
}

/** Words that tell nothing of what is meant. */
const isSmall = perWord(isClosed);

/** What the words of a sentence weigh by themselves, and where their meaning lies. */
interface Weighed {
  /** By head. */
  readonly sums: readonly number[];
  /** Each number of the meanings of the writer's words, and of somebody's, added up; and how many words there are. */
  readonly own: Int32Array;
  readonly said: Int32Array;
  readonly ours: number;
  readonly theirs: number;
}

/** By sentence of the story; undefined outside running copy. */
function weighedIn(story: Story, by: Weights): readonly (Weighed | undefined)[] {
  let block: Reading['block'] | undefined;
  let paragraph: readonly Weighed[] = [];
  return readingsOf(story).map((reading) => {
    if (!reading) return undefined;
    if (reading.block !== block) paragraph = weighedOf(reading.facts, reading.owns, reading.date, by);
    block = reading.block;
    return paragraph[reading.voices.at.sentence];
  });
}

/** By sentence of the paragraph. What is said around them leaves it as it is. */
const weighedOf = perParagraphAnd(
  (facts: Paragraph, owns: readonly Uint8Array[], date: string | undefined, by: Weights): readonly Weighed[] => {
    const scale = scaleFor(by);
    return facts.sentences.map((sentence, i) => {
      const wording: Wording = { facts, sentence, own: owns[i] as Uint8Array, date };
      scale.clear();
      wordEvidence(wording, scale.say);
      putWords(wording, by, scale);
      return { sums: heads.map((_, h) => scale.sum(h)), ...meant(wording, by) };
    });
  },
);

/** Words that are no names, each once. */
function putWords({ facts: { tokens }, sentence, own }: Wording, by: Weights, scale: Scale): void {
  const place = placeOf(by);
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    if (has(tokens, t, Shape.capital) && !has(tokens, t, Shape.initial)) continue;
    const word = place(recordAt(tokens, t));
    if (word >= 0) scale.weigh(word, own[t - sentence.firstToken] === 1);
  }
}

function meant({ facts: { tokens }, sentence, own: owns }: Wording, by: Weights): Omit<Weighed, 'sums'> {
  const { size, meaning } = by;
  const place = placeOf(by);
  const [own, said] = [new Int32Array(size), new Int32Array(size)];
  let ours = 0;
  let theirs = 0;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const record = recordAt(tokens, t);
    const word = place(record);
    if (word < 0 || isSmall(record)) continue;
    const is = owns[t - sentence.firstToken] === 1;
    if (is) ours++;
    else theirs++;
    const to = is ? own : said;
    for (let d = 0; d < size; d++) to[d]! += meaning[word * size + d] as number;
  }
  return { own, said, ours, theirs };
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

/** What the words of a story weigh, sentence by sentence, and what they mean. */
interface Words {
  readonly by: Weights;
  readonly weighed: readonly (Weighed | undefined)[];
  readonly meanings: Meanings;
}

const kept = new WeakMap<Story, Words>();

/** Worked out once a story: each question that is told of asks for them. */
function wordsOf(story: Story, by: Weights): Words {
  const known = kept.get(story);
  if (known?.by === by) return known;
  const weighed = weighedIn(story, by);
  const words = { by, weighed, meanings: meaningsOf(weighed, by) };
  kept.set(story, words);
  return words;
}

function meaningsOf(weighed: Words['weighed'], { size }: Weights): Meanings {
  const [own, said, all] = [0, 1, 2].map(() => new Int32Array(weighed.length * size)) as [Meaning, Meaning, Meaning];
  const whole = new Int32Array(size);
  let words = 0;
  weighed.forEach((of, i) => {
    if (!of) return;
    const from = i * size;
    const count = of.ours + of.theirs;
    for (let d = 0; d < size; d++) {
      const sum = (of.own[d] as number) + (of.said[d] as number);
      all[from + d] = middle(sum, count);
      own[from + d] = middle(of.own[d] as number, of.ours);
      said[from + d] = middle(of.said[d] as number, of.theirs);
      whole[d]! += sum;
    }
    words += count;
  });
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
  const of = place === 'own' ? own : place === 'said' ? said : place === 'story' ? story : all;
  const at = place === 'own' || place === 'said' ? i : place === 'story' ? 0 : i + beside[place];
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
  const { meanings } = wordsOf(story, by);
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
