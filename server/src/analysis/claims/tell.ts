// Telling: what weighed most with the judge, in the words of a desk.
import type { Story } from '../../document/story';
import { spanOf, wordAt } from '../../document/token';
import { type Span, shift } from '../../text/span';
import { readingsOf } from './evidence/reading';
import { exits, families } from '../../lexicon/claims/load';
import { data as phrases } from '../../lexicon/claims/evidence.tsv';
import { type Part, partsOf } from './judge';
import type { Head } from './weights';

/** A piece of evidence as a person is told it. */
export interface Told {
  readonly text: string;
  /** In thousandths of a logit; below nought it speaks against a question. */
  readonly weight: number;
}

/** All that speaks for or against a question of this kind on a sentence, the heaviest first, each text once. */
export function evidenceTold(story: Story, index: number, head: Head): Told[] {
  const sums = new Map<string, number>();
  for (const part of partsOf(story, index, head)) {
    const text = textOf(part);
    if (text === undefined) continue;
    sums.set(text, (sums.get(text) ?? 0) + part.weight);
  }
  return [...sums]
    .map(([text, weight]) => ({ text, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.text < b.text ? -1 : 1));
}

/** The three that weighed most for a question, or against one. */
export const heaviest = (told: readonly Told[], forIt: boolean): Told[] =>
  told.filter(({ weight }) => weight > 0 === forIt && weight !== 0).slice(0, MOST_TOLD);

const MOST_TOLD = 3;

/** Nothing for what is only the lack of something: no person learns anything from it. */
function textOf(part: Part): string | undefined {
  if ('word' in part) return part.own ? `the word “${part.word}”` : `“${part.word}”, in what somebody says`;
  if ('place' in part) return meanings[part.place];
  const at = part.key.indexOf('=');
  const group = part.key.slice(0, at);
  const value = part.key.slice(at + 1);
  if (group === 'looks like') return families().get(value)?.summary ?? value;
  if (group === 'exit') return exits().get(value)?.summary;
  if (group === 'exit of') return exits().get(value.slice(0, value.indexOf(' ')))?.summary ?? value;
  const template = texts().get(part.key) ?? texts().get(group) ?? group;
  // the mark for where a sentence starts
  return value === '^' ? 'a number that opens the sentence' : template.replace('…', value);
}

const meanings = {
  before: 'what the sentence before tells',
  behind: 'what the sentence behind tells',
  story: 'what the story is about',
} as const;

let known: ReadonlyMap<string, string> | undefined;
const texts = (): ReadonlyMap<string, string> =>
  (known ??= new Map(phrases.split('\n').map((line) => line.split('\t') as [string, string])));

/** Where the word stands that weighed most for a question. Prose offsets. */
export function heaviestWord(story: Story, index: number, head: Head): (Span & { readonly words: string }) | undefined {
  const reading = readingsOf(story)[index];
  const words = partsOf(story, index, head).filter((part) => 'word' in part && part.weight > 0);
  const [best] = words.sort((a, b) => b.weight - a.weight);
  if (!reading || !best || !('word' in best)) return undefined;
  const { facts, block, sentence } = reading;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    if (wordAt(facts.tokens, t) !== best.word) continue;
    const at = shift(spanOf(facts.tokens, t, t + 1), block.start);
    return { ...at, words: story.prose.slice(at.start, at.end) };
  }
  return undefined;
}
