// Telling: what weighed most with the judge, in the words of a desk. What is told is what was added; words are told together.
import type { Story } from '../../document/story';
import { recordAt } from '../../document/token';
import { perWord } from '../../document/word';
import { isClosed } from '../../language/word-classes';
import { rememberByText } from '../../text/memoize-by-text';
import { data as phrases } from '../../lexicon/claims/evidence.tsv';
import { domains, domainsOfWord, exits, families } from '../../lexicon/claims/load';
import { readingsOf } from './evidence/reading';
import { type Part, partsOf } from './judge';
import { type Head, placeOf, weights } from './weights';

/** A piece of evidence as a person is told it. */
export interface WeighedText {
  readonly text: string;
  /** In thousandths of a logit; below nought it speaks against a question. */
  readonly weight: number;
}

/**
 * All that speaks for or against a question of this kind on a sentence, the heaviest first, each text once.
 */
export const evidenceTold = (story: Story, index: number, head: Head): WeighedText[] =>
  partsTold(story, index, head, partsOf(story, index, head));

const partsTold = (story: Story, index: number, head: Head, parts: readonly Part[]): WeighedText[] =>
  [...factsTold(story, index, head, parts), ...wordsTold(parts)].sort(byWeight);

/** All but the words. */
function factsTold(story: Story, index: number, head: Head, parts: readonly Part[]): WeighedText[] {
  const sums = new Map<string, number>();
  for (const part of parts) {
    if ('word' in part) continue;
    const text = 'place' in part ? aroundTold(story, index, head, part) : factTold(part.key);
    if (text) sums.set(text, (sums.get(text) ?? 0) + part.weight);
  }
  return inTurn(sums);
}

/** The three that weighed most for a question, or against one. */
export const heaviest = (told: readonly WeighedText[], forIt: boolean): WeighedText[] =>
  told.filter(({ weight }) => weight > 0 === forIt && weight !== 0).slice(0, MOST_TOLD);

const MOST_TOLD = 3;

const byWeight = (a: WeighedText, b: WeighedText): number =>
  Math.abs(b.weight) - Math.abs(a.weight) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** What is told beside something heavier weighs at least the third of it. */
const WORTH_TELLING = 3;

/** The sentence's words, together: those that ask and those that do not. Of “the” and “of” nobody learns anything. */
function wordsTold(parts: readonly Part[]): WeighedText[] {
  const sums = new Map<string, number>();
  for (const part of parts)
    if ('word' in part && !isClosed(part.word)) sums.set(part.word, (sums.get(part.word) ?? 0) + part.weight);
  const all = inTurn(sums);
  const told: WeighedText[] = [];
  for (const forIt of [true, false]) {
    const side = heaviest(all, forIt);
    const most = Math.abs(side[0]?.weight ?? 0);
    const worth = side.filter(({ weight }) => Math.abs(weight) * WORTH_TELLING >= most);
    if (!worth.length) continue;
    const text = inWords(worth.map((one) => one.text));
    told.push({ text, weight: worth.reduce((sum, { weight }) => sum + weight, 0) });
  }
  return told;
}

/** "the words of violence “killed”, “rebels”" where one domain knows them all. */
function inWords(words: readonly string[]): string {
  if (words.length === 1) return `the word ${quoted(words)}`;
  const domain = domains.find((one) => words.every((word) => domainsOfWord(word).includes(one)));
  return `${(domain && texts().get(`words of=${domain}`)) ?? 'the words'} ${quoted(words)}`;
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** Which words in the sentence above or below speak for or against; of the story, only that it does. */
function aroundTold(story: Story, index: number, head: Head, { place, weight }: Around): string | undefined {
  if (place === 'story') return 'what the story is about';
  const words = wordsAround(story, place === 'before' ? index - 1 : index + 1, head, place);
  const told = heaviest(words, weight > 0).slice(0, MOST_AROUND);
  return told.length ? `${quoted(told.map(({ text }) => text))} ${placesTold[place]}` : undefined;
}

type Around = Extract<Part, { readonly place: string }>;

const MOST_AROUND = 2;

const placesTold = { before: 'in the sentence above', behind: 'in the sentence below' } as const;

/** Words that tell nothing of what is meant. */
const isSmall = perWord(isClosed);

/** What each word of a sentence adds there, in no unit: they are compared with one another only. */
function wordsAround(story: Story, index: number, head: Head, place: Around['place']): WeighedText[] {
  const by = weights();
  const reading = readingsOf(story)[index];
  if (!reading || 'problem' in by) return [];
  const { facts, sentence } = reading;
  const counts = by.places[head][place];
  const found = new Map<string, number>();
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const record = recordAt(facts.tokens, t);
    const word = placeOf(by)(record);
    if (word < 0 || isSmall(record)) continue;
    let sum = 0;
    for (let d = 0; d < by.size; d++) sum += (by.meaning[word * by.size + d] as number) * (counts[d] as number);
    found.set(record.text, (found.get(record.text) ?? 0) + sum);
  }
  return inTurn(found);
}

const inTurn = (sums: ReadonlyMap<string, number>): WeighedText[] =>
  [...sums].map(([text, weight]) => ({ text, weight })).sort(byWeight);

/** What a piece of evidence is called; nothing for what no person learns anything from. */
export const factTold = rememberByText((key): string | undefined => {
  const at = key.indexOf('=');
  const group = key.slice(0, at);
  const value = key.slice(at + 1);
  if (group === 'looks like') return families().get(value)?.summary ?? value;
  if (group === 'exit') return exitTold(value);
  if (group === 'exit of') return exitTold(value.slice(0, value.indexOf(' '))) ?? value;
  // "cited same paragraph", "1 2 cited": what is told is told for all of these
  const plain = value.replace(/ (?:cited|sourced|same paragraph)$/, '');
  const text = texts().get(key) ?? texts().get(`${group}=${plain}`) ?? texts().get(group) ?? group;
  if (text.startsWith('|')) return byNumber(text.slice(1).split('|'), value);
  const word = group === 'counted' ? value.slice(value.indexOf(' ') + 1) : plain.replace(/ \d$/, '');
  return text.replace('…', word);
});

/** In words that vouch for nothing: what such a claim is about, and never that it needs no source. */
const exitTold = (id: string): string | undefined => texts().get(`exit=${id}`) ?? exits().get(id)?.summary;

/** The text for a value that is, or begins with, a number of steps. */
function byNumber(all: readonly string[], value: string): string | undefined {
  const steps = Number.parseInt(value, 10);
  return Number.isNaN(steps) ? undefined : all[Math.min(steps, all.length - 1)] || undefined;
}

let known: ReadonlyMap<string, string> | undefined;
const texts = (): ReadonlyMap<string, string> =>
  (known ??= new Map(phrases.split('\n').map((line) => line.split('\t') as [string, string])));
