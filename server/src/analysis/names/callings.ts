// Callings: somebody is introduced by what they do, "the poet Nikolaev", "Nikolaev, a poet", and the name is no town's.
import type { Block } from '../../document/story';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { isCapital, isNext } from './called-tokens';
import { isPlacedAt } from './place-meant';
import type { Somebody } from './somebody';

/** A town may be a leader and an ally, but is no poet. @param first first token of the name. @param end behind its last. */
export function introducedByCalling(block: Block, first: number, end: number): Somebody | undefined {
  const { tokens, text } = block.facts;
  const before = wordAt(tokens, first - 1);
  const opens = has(tokens, first - 1, Shape.initial);
  if (isNext(block, first - 1) && (opens || !isCapital(block, first - 1)) && callings.has(before)) return 'yes';
  const last = tokens.end[end - 1] as number;
  // "born in Kiev, a pianist"
  if (text.slice(last, last + 2) !== ', ' || isPlacedAt(block, first, end)) return undefined;
  const next = tokenAt(tokens, last + 2);
  // "Orsk, who rowed"; but "Orsk, Kiev, who", and "China, who had"
  if (wordAt(tokens, next) === 'who') return has(tokens, first - 1, Shape.mark) ? undefined : 'maybe';
  const isCalling = articles.has(wordAt(tokens, next)) && callings.has(wordAt(tokens, headOf(block, next + 1)));
  return isCalling ? 'yes' : undefined;
}

const callings = wordList('callings');
const articles = wordList('articles');

const LONGEST_PHRASE = 6;

/** The last of the words that stand in a row, before a mark or a small word. */
function headOf({ facts: { tokens } }: Block, from: number): number {
  let at = from;
  while (at < from + LONGEST_PHRASE && has(tokens, at + 1, Shape.word) && !ends.has(wordAt(tokens, at + 1))) at++;
  return at;
}

const ends = wordList('what ends a phrase of a calling');
