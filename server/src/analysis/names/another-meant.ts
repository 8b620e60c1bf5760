// Another is meant: a word of somebody's name that stands alone, and what is beside it says that it is a queen's, a land's, a team's, or
// the first word of a longer name. Who renames somebody is told of these places.
import { isCopy, isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { Class, classOf } from '../../language/word-classes';
import { wordList } from '../../lexicon/word-lists';
import { capitalsWhere } from './capitals-where';
import { formAt, isCapital, isNext } from './called-tokens';
import { isFirmAt } from './firm-meant';
import { isGivenName, isKind, isPlace, isProperAdjective, isSurname } from './lists';
import { type Named, saysWhat } from './people';
import { isPlacedAt, owns } from './place-meant';
import { wordsOfName } from './name-words';
import { isBehindName, isNoPlaceHere, speaksOfPlaces } from './surely-theirs';
import { isAnothersTitle } from './titles-given';

/** @param first first token of the word. @param end behind its last. @param isSurname they are called so by everybody. */
export function isAnotherMeant(
  story: Story,
  block: Block,
  first: number,
  end: number,
  one: Named,
  isSurname: boolean,
): boolean {
  if (isAnothersTitle(story, block, first, one)) return true;
  // "the Orsk Board" is told by what stands behind "the"
  if (wordAt(block.facts.tokens, first - 1) !== 'the' && isFirstOfName(block, end, one)) return true;
  if (isSurname) return ownsThing(block, end) && saysWhat(wordsOfName(block.facts.text.slice(...wordSpan(block, end))));
  if (ownsThing(block, end) || isBehindName(block, first) || isFirmAt(story, block, first, end)) return true;
  const before = wordAt(block.facts.tokens, first - 1);
  if (isNext(block, first - 1) && (isKind(before, 'place') || seats.has(before))) return true;
  const form = formAt(block, end - 1);
  return meantOtherwise(story).has(form) && !isNoPlaceHere(story, block, first, end, form, true);
}

const seats = wordList('words whose "of" has a place behind it');

const wordSpan = ({ facts: { tokens } }: Block, i: number): [number, number] => [
  tokens.start[i] as number,
  tokens.end[i] as number,
];

/** "Orsk Lund", of a Vera Orsk: somebody's whom nobody spelled anew, or a firm's. */
function isFirstOfName(block: Block, end: number, { words }: Named): boolean {
  const { tokens, allCaps } = block.facts;
  if (owns(block, end) || !isNext(block, end - 1) || !isCapital(block, end)) return false;
  const form = formAt(block, end);
  if (words.some((word) => word.form === form)) return false;
  if (isProse(block.role) && !allCaps) return isNoun(block, end);
  return (isSurname(form) || isGivenName(form)) && !verbForm(wordAt(tokens, end));
}

/** A word with a capital that can be a name's or a thing's: no day, no people, no small word. */
function isNoun({ facts: { tokens } }: Block, i: number): boolean {
  const word = wordAt(tokens, i).replace(/['’]s?$/, '');
  return word.length > 1 && !isKind(word, 'calendar') && !isProperAdjective(word) && !(classOf(word) & SMALL);
}

const SMALL = Class.determiner | Class.preposition | Class.conjunction | Class.adverb | Class.subordinator;

/** "Vera's Kitchen", and no "Vera's Aunt Nora" nor "Vera's German friend". */
const ownsThing = (block: Block, end: number): boolean =>
  owns(block, end) &&
  isNext(block, end - 1) &&
  isCapital(block, end) &&
  isProse(block.role) &&
  !block.facts.allCaps &&
  isNoun(block, end) &&
  !isKind(wordAt(block.facts.tokens, end), 'kin');

/** Words that the story has as a place's or a team's. */
const meantOtherwise = capitalsWhere(isCopy, isPlaceOrTeam);

function isPlaceOrTeam(block: Block, i: number): boolean {
  const { tokens } = block.facts;
  const [form, next] = [formAt(block, i), wordAt(tokens, i + 1)];
  if (!isNext(block, i) || !has(tokens, i + 1, Shape.word)) return isPlace(form) && isPlacedAt(block, i, i + 1);
  if (owns(block, i + 1)) return had.has(next);
  if (isPlace(form) && isPlacedAt(block, i, i + 1)) return true;
  if (ofStates.has(next)) return isPlace(form) || isCapital(block, i + 2);
  return isPlace(form) && (verbForm(next)?.forms ?? 0) > 0 && speaksOfPlaces(block, i + 1, form);
}

const had = wordList('what lands and teams have and people do not');
const ofStates = wordList('what states and their teams do');
