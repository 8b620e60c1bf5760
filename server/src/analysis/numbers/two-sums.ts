// One price told twice: "the bill will cost $774 billion" below "the bill that will cost $856 billion".
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { perEachStory } from '../../document/story';
import { attributionsOf } from '../attribution/attribution';
import { perParagraphWith } from '../../document/gates';
import { has, Shape, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { aNumber, figures, isPrecise, type Quantity, quantitiesOf } from '../../language/quantities';
import { shift, type Span } from '../../text/span';
import type { Contradiction } from './contradictions';

interface Price {
  /** "the bill", and whether it costs, has cost or will. */
  readonly of: string;
  readonly price: Quantity;
  /** Words that say of which time or part it is the price: "a year", "in 1990". */
  readonly within: string;
  /** Who is cited in the sentence, in small letters; '' where nobody is. */
  readonly source: string;
}

/** Two prices for one thing in the story, where neither says of what time or part it is. */
export const pricesThatDiffer = perEachStory(({ blocks, genre }): readonly Contradiction[] => {
  if (genre === 'headlines') return [];
  const first = new Map<string, Span & Pick<Price, 'within' | 'source'> & { readonly value: number }>();
  const found: Contradiction[] = [];
  for (const { role, start, facts } of blocks) {
    if (!isProse(role)) continue;
    for (const { of, price, within, source } of pricesOf(facts)) {
      const again = { ...shift({ start: price.start, end: price.end }, start), value: price.value, within, source };
      const told = first.get(of);
      if (!told) first.set(of, again);
      else if (
        told.within === within &&
        !areTwoVoices(told.source, source) &&
        Math.abs(told.value - price.value) > ROUNDING * told.value
      )
        found.push({ again, told, where: 'body' });
    }
  }
  return found;
});

const ROUNDING = 0.05;

/** Where two disagree about a price, that is the news. */
const areTwoVoices = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;

const verbs = wordList('verbs of a price');
const sums = wordList('nouns of one sum');
const aPrice = figures.word((word) => verbs.has(word) || sums.has(word));

/** "The bill will cost US$774 billion over 10 years": only exact sums, and nothing inside quotation marks. */
const pricesOf = perParagraphWith([aPrice, aNumber], [], (p: Paragraph): readonly Price[] => {
  const { tokens } = p;
  const found: Price[] = [];
  for (let i = 2; i < tokens.length; i++) {
    const isSum = /^(?:is|was)$/.test(wordAt(tokens, i)) && sums.has(wordAt(tokens, i - 1));
    if (!(isSum || verbs.has(wordAt(tokens, i))) || has(tokens, i, Shape.quoted)) continue;
    const { at } = quantitiesOf(p);
    const price = at.get(i + 1) ?? (/^(?:us|a|c|nz|hk)$/.test(wordAt(tokens, i + 1)) ? at.get(i + 2) : undefined);
    if (price?.kind !== 'money' || !isPrecise(tokens, price)) continue;
    const subject = subjectOf(p, i);
    const within = subject && timeBehind(p, price.last);
    if (subject !== undefined && within !== undefined)
      found.push({ of: subject, price, within, source: sourceAt(p, price) });
  }
  return found;
});

function sourceAt(p: Paragraph, { start }: Quantity): string {
  const sentence = p.sentences.findIndex((one) => one.start <= start && start < one.end);
  const source = attributionsOf(p).find((one) => one.sentence === sentence && one.source)?.source;
  return source ? p.text.slice(source.start, source.end).toLowerCase() : '';
}

/** The noun and the auxiliary before the verb, what stands between commas passed over: "the bill that will, he said, cost". */
function subjectOf({ tokens }: Paragraph, verb: number): string | undefined {
  let at = verb - 1;
  if (wordAt(tokens, at) === ',') {
    at--;
    for (let steps = 0; at > 0 && wordAt(tokens, at) !== ','; at--) if (++steps > LONGEST_ASIDE) return undefined;
    at--;
  }
  const auxiliary = /^(?:will|would|has|had)$/.test(wordAt(tokens, at)) ? wordAt(tokens, at--) : '';
  if (/^(?:that|which)$/.test(wordAt(tokens, at))) at--;
  if (wordAt(tokens, at) === ',') at--;
  const noun = wordAt(tokens, at);
  if (!/^\p{L}{3,}$/u.test(noun) || !isDefinite(tokens.word.slice(Math.max(0, at - 3), at))) return undefined;
  return `${noun} ${auxiliary === 'would' ? 'will' : auxiliary}`;
}

const LONGEST_ASIDE = 14;

/** "the bill", "the 223-page bill", "the new bridge". */
const isDefinite = (before: readonly string[]): boolean => {
  const at = before.lastIndexOf('the');
  return at >= 0 && before.slice(at + 1).every((word) => /^[\p{L}\d-]+$/u.test(word) && !others.has(word));
};

const others = wordList('others of a kind');

const OF_PART =
  /\b(?:per|each|year|years|month|months|week|day|hour|quarter|more|less|extra|in (?:19|20)\d\d|apiece|today|now)\b/;

/** What stands behind a sum up to the mark or the joint: "over 10 years". A sum of a year, of each or of some is of another kind. */
function timeBehind({ tokens }: Paragraph, from: number): string | undefined {
  const words: string[] = [];
  for (let i = from; i < tokens.length && !/^(?:[.,;:)]|and|but|while|or)$/.test(wordAt(tokens, i)); i++)
    words.push(wordAt(tokens, i));
  const text = words.join(' ');
  const over = /^over (?:[\w-]{1,12} ){1,3}years?\b/.exec(text)?.[0];
  return over ?? (OF_PART.test(text) ? undefined : '');
}
