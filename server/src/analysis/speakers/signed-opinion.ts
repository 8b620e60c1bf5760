// Whether a story is somebody's own opinion: by its genre, or because it says so at its head or foot.
import { wordList } from '../../lexicon/word-lists';
import { isCopy, isProse } from '../../document/role';
import { has, Shape, wordAt } from '../../document/token';
import type { Paragraph } from '../../document/paragraph';
import { extentOf, type OneStory, perEachStory } from '../../document/story';
import type { Span } from '../../text/span';

/** A column, a letter, or copy whose own note gives the views to who signed it. */
export function isOpinion({ blocks, genre }: OneStory): boolean {
  if (genre === 'opinion' || genre === 'letter') return true;
  const edges = blocks.length > 2 * EDGE ? [...blocks.slice(0, EDGE), ...blocks.slice(-EDGE)] : blocks;
  if (edges.some(({ role, facts }) => (isCopy(role) || role === 'remnant') && disowns(facts))) return true;
  const last = blocks.findLast(({ role, data }) => isProse(role) || data?.kind === 'author');
  const who = last && columnistIn(last.facts);
  if (who === undefined) return false;
  const copy = blocks.filter((block) => block !== last && isProse(block.role));
  // who is told of in the story is somebody in the news
  return copy.length > 1 && !copy.some(({ facts }) => facts.tokens.word.includes(who));
}

/** Those stories of a draft that are somebody's own opinion. Offsets into the prose. */
export const opinionsIn = perEachStory((story): readonly Span[] => (isOpinion(story) ? [extentOf(story)] : []));

/** Blocks from either end of the page in which such a note stands. */
const EDGE = 3;
/** Tokens of a note, at most. */
const NOTE = 80;
const SHORT_NOTE = 10;

/** "The views expressed here are the author's own": views, expressed, and whose they are, in that order. */
function disowns({ tokens: { word, length } }: Paragraph): boolean {
  if (length > NOTE) return false;
  // "Views are personal."
  const opens = word[0] === 'the' ? 1 : 0;
  if (length <= SHORT_NOTE && views.has(word[opens] ?? '') && word[opens + 1] === 'are')
    return word.some((one) => owners.has(one));
  for (let i = 1; i < length; i++) {
    if (verbs.has(word[i] as string) && (views.has(word[i - 1] ?? '') || views.has(word[i - 2] ?? '')))
      return word.slice(i).some((one) => owners.has(one));
    if (reflecting.has(word[i] as string) && isNotTheHouses(word, i)) return true;
  }
  return false;
}

/** "This column does not necessarily reflect the opinion of the editorial board": the piece, not, and whose view it is not. */
function isNotTheHouses(word: readonly string[], verb: number): boolean {
  const before = word.slice(Math.max(0, verb - PIECE_WITHIN), verb);
  const not = before.findIndex((one) => one === 'not' || /n't$/.test(one));
  const piece = before.findIndex((one, i) => pieces.has(one) && (before[i - 1] === 'this' || before[i - 2] === 'this'));
  const behind = word.slice(verb + 1, verb + 1 + VIEW_WITHIN);
  return piece >= 0 && not > piece && behind.some((one) => houseViews.has(one)) && behind.includes('of');
}

/** Tokens between "this column" and "reflect", and between that and "the views of", at most. */
const PIECE_WITHIN = 14;
const VIEW_WITHIN = 8;
const reflecting = wordList('verbs that give a view');
const pieces = wordList('pieces that give a view');
const houseViews = wordList('views of a house');

/** "Anna Lomova is a columnist for the Herald": the surname, where a note of a sentence or two begins so. */
function columnistIn({ tokens, sentences, quotations }: Paragraph): string | undefined {
  if (sentences.length > 2 || quotations.length || tokens.length > NOTE) return undefined;
  let i = 0;
  while (has(tokens, i, Shape.word) && has(tokens, i, Shape.capital)) i++;
  if (i < 2 || i > NAME || !/^(?:is|was)$/.test(wordAt(tokens, i))) return undefined;
  const end = sentences[0]?.lastToken ?? 0;
  for (let k = i + 1; k < Math.min(end, i + OFFICE_WITHIN); k++) {
    if (has(tokens, k, Shape.mark)) return undefined;
    if (columnists.has(wordAt(tokens, k))) return wordAt(tokens, i - 1);
  }
  return undefined;
}

/** Words of a name, at most, and of what its bearer is before "columnist". */
const NAME = 5;
const OFFICE_WITHIN = 8;
const columnists = wordList('writers of opinion');

const views = wordList('views that a note disowns');
const verbs = wordList('verbs of a note on views');
const owners = wordList('owners of views');
