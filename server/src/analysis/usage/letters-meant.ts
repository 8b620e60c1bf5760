// Letters meant: whether letters without their stops, "DC", "US", are those that a house writes with them. A current, a firm, a paper and a
// unit are called by letters too, and the stops would say which they are; so whoever would put them there looks for what says so.
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { Form } from '../../language/morphology';
import { abbreviation } from '../../lexicon/abbreviations';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { blockAt, formAt, isCapital, isNext, tokensOf } from '../names/called-tokens';
import { isKind, isPlace, isProperAdjective } from '../names/lists';
import { isPlacedAt, owns } from '../names/place-meant';

/** @param at the letters in the prose, without possessive and compound ending. */
export function areLettersMeant(story: Story, at: Span): boolean {
  const block = blockAt(story, at.start);
  if (!block) return false;
  const [first, end] = tokensOf(block, at);
  const letters = formAt(block, end - 1);
  if (block.facts.allCaps) return countries.has(letters) && (!isPlainWord(letters) || isSubject(block, first, end));
  if (goesOnInName(block, end)) return abbreviation(letters)?.kind === 'title';
  if (countries.has(letters) || abbreviation(letters)?.kind === 'title') return true;
  return isPlacedAt(block, first, end) || isBehindPlace(block, first);
}

const countries = wordList('countries by their letters');

/** "DC Comics", "US Weekly", "UK Subs"; "US President", "UN Security Council", "US Army" and "UK Monday" are no other's. */
function goesOnInName(block: Block, end: number): boolean {
  const { tokens } = block.facts;
  if (owns(block, end) || !isNext(block, end - 1) || !isCapital(block, end) || has(tokens, end, Shape.initial))
    return false;
  const form = formAt(block, end);
  const isOf = institutions.has(wordAt(tokens, end)) || bodies.has(wordAt(tokens, end)) || isPlace(form);
  return (
    !isOf && !isKind(form, 'title') && !isKind(form, 'role') && !isKind(form, 'calendar') && !isProperAdjective(form)
  );
}

const institutions = wordList('words behind the letters of a country');
const bodies = wordList('first words of what a country or union has');

/** "Washington DC", "Lund, DC": a town stands before it. */
const isBehindPlace = (block: Block, first: number): boolean => {
  const { tokens } = block.facts;
  const before = wordAt(tokens, first - 1) === ',' ? first - 2 : first - 1;
  return isCapital(block, before) && isPlace(formAt(block, before));
};

/** "US SENDS TROOPS": before its verb, at the line's start, "us" is not "we". */
const isSubject = ({ facts: { tokens } }: Block, first: number, end: number): boolean =>
  first === 0 && ((verbForm(wordAt(tokens, end))?.forms ?? 0) & Form.third) !== 0;
