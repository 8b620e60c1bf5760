// Another thing: what a listed name of a place or a group names where it stands is said right beside it, "the club Shabab", "the newspaper
// Ansar", or by what its sentence is about: in a match a town's name is its club's. A club spells itself.
import type { Block } from '../../document/story';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { Class, classesOf } from '../../language/word-classes';
import { wordList } from '../../lexicon/word-lists';
import { isNext } from '../names/called-tokens';
import { owns } from '../names/place-meant';

/** @param first first token of the name. @param end behind its last. @param isBefore what stands behind the name counts: "the Shabab club". */
export function isAnotherThing(block: Block, first: number, end: number, isBefore = true): boolean {
  const { tokens } = block.facts;
  if (isNext(block, first - 1) && things.has(wordAt(tokens, first - 1))) return true;
  if (isBefore && isNext(block, end - 1) && things.has(wordAt(tokens, end)) && !owns(block, end)) return true;
  return isApposed(block, end) || isInGame(block, first);
}

const things = wordList('what is called by the name of a place or a group');

/** "Shabab, a club from Lund": what it is stands behind the comma. */
function isApposed({ facts: { tokens } }: Block, end: number): boolean {
  if (wordAt(tokens, end) !== ',' || !(classesOf(recordAt(tokens, end + 1)) & Class.article)) return false;
  for (let i = end + 2; i < end + 2 + LONGEST_APPOSITION && has(tokens, i, Shape.word); i++)
    if (things.has(wordAt(tokens, i))) return true;
  return false;
}

const LONGEST_APPOSITION = 3;

/** "Lund beat Holm 2-1", "the striker left Lund": the sentence tells of a match or of players. */
function isInGame({ facts: { text, tokens, sentences } }: Block, at: number): boolean {
  const sentence = sentences.find(({ lastToken }) => at < lastToken);
  if (!sentence) return false;
  const { firstToken, lastToken, start, end } = sentence;
  for (let i = firstToken; i < lastToken; i++) {
    const word = wordAt(tokens, i);
    if (played.has(word)) return true;
    // "on penalties", "in the final"
    if (ofGames.has(word) && before.has(wordAt(tokens, i - 1)) && !isHead(tokens, i + 1)) return true;
  }
  return SCORE.test(text.slice(start, end)) && hasWord(tokens, firstToken, lastToken);
}

const hasWord = (tokens: Block['facts']['tokens'], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (won.has(wordAt(tokens, i))) return true;
  return false;
};

/** "the final report": it is no match. */
const isHead = (tokens: Block['facts']['tokens'], i: number): boolean =>
  has(tokens, i, Shape.word) && !has(tokens, i, Shape.capital) && !after.has(wordAt(tokens, i));

const SCORE = /(?:^|[^\p{L}\d-])\d{1,2}[-–]\d{1,2}(?![-–\p{L}\d])/u;
const played = wordList('words of players and matches');
const ofGames = wordList('words of matches behind a small word');
const before = wordList('small words before a match');
const after = wordList('small words behind a match');
const won = wordList('verbs of matches');
