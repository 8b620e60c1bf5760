// Shown: whether a name is the place's by what stands round it. A ship, a club, an album and a stranger are called by towns too, and no list
// has them all; so whoever would respell the name unseen looks for what says that it is the place, and not for what says that it is none.
import { setApart } from '../../document/markup';
import { perStory } from '../../document/memo';
import type { Block, Story } from '../../document/story';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { numeralAt } from '../../language/numerals';
import { Form } from '../../language/morphology';
import { verbForm } from '../../language/verb-forms';
import { Class, classesOf, classOf, JOINING_OR_VERBAL } from '../../language/word-classes';
import { wordList } from '../../lexicon/word-lists';
import { shift, type Span, slice } from '../../text/span';
import { isAnotherThing } from './another-thing';
import { isAttributive, standingAt } from './own-article';
import { blockAt, formAt, isNext, spanIn, tokensOf } from '../names/called-tokens';
import { namesOf } from '../names/forms';
import { isGivenName, isKind, isProperAdjective, isSurname } from '../names/lists';
import { owns, isPlacedAt } from '../names/place-meant';

/**
 * @param at the name in the prose, without possessive and compound ending.
 * @param inBulk the house says that its form may go in unseen: then before any noun that is called by where it is or may be.
 */
export function isPlaceShown(story: Story, at: Span, inBulk = false): boolean {
  const block = blockAt(story, at.start);
  if (!block) return false;
  const [first, end] = tokensOf(block, at);
  const isPlaced = isPlacedAt(block, first, end);
  if (mayBeTitle(story, block, at, isPlaced)) return false;
  if (isPlaced) return true;
  // "pro-Lund"
  const isCompound = block.start + (block.facts.tokens.start[first] as number) < at.start;
  const form = formAt(block, end - 1);
  if (
    CALLED_AFTER.test(wordAt(block.facts.tokens, end - 1)) ||
    isAnotherThing(block, first, end, false) ||
    isNumbered(block, end)
  )
    return false;
  return (isCompound || standsAlone(block, first, end, inBulk)) && (!isOthersToo(form) || placedIn(story).has(form));
}

/** "_Letters from Lund_": what is set apart in a paragraph, and is no sentence. */
function mayBeTitle(story: Story, { start, facts }: Block, at: Span, isPlaced: boolean): boolean {
  // a feed's tags say what a name is
  if (story.format !== 'markdown' && story.format !== 'html') return false;
  const apart = setApart(story, at, { start, end: start + facts.text.length });
  if (!apart) return false;
  const text = slice(story.prose, apart).trim();
  // "in *Lund*" is there; "*in Lund*" and "*Rain fell in Lund.*" are no titles
  return /^\p{Lu}/u.test(text) && !STOP.test(text) && !(isPlaced && text === slice(story.prose, at));
}

const STOP = /[.!?…]["”’')\]]*\s*$/;

/** "a Lund-class ship" */
const CALLED_AFTER = /-(?:class|style|type|brand|themed|inspired)$/;

/** "Lund 96": a club has its year. */
const isNumbered = (block: Block, end: number): boolean =>
  isNext(block, end - 1) && has(block.facts.tokens, end, Shape.number);

/** People are called so, or a town elsewhere: "Holland", "Odessa". */
const isOthersToo = (form: string): boolean => isSurname(form) || isGivenName(form) || shared.has(form);
const shared = wordList('names that a place shares');

/** Right behind no word that it may belong to: "the ship Lund", "her album Lund", "Roe's Lund". */
function standsAlone(block: Block, first: number, end: number, inBulk: boolean): boolean {
  const { tokens } = block.facts;
  const before = first - 1;
  if (has(tokens, first, Shape.initial) || !isNext(block, before) || !has(tokens, before, Shape.word))
    return !isBeforeNoun(block, first, end) || inBulk || isCalledByPlace(block, end);
  if (follows.has(wordAt(tokens, before))) return true;
  const classes = classesOf(recordAt(tokens, before));
  if (classes & (JOINING_OR_VERBAL | Class.adverb) || isProperAdjective(formAt(block, before))) return true;
  // "the Lund government", "Roe's Lund house", "three Lund boats", "the Lund–Holm line"; "the Lund" is a ship, "Roe's Lund" a book
  if (owns(block, first) || isOpening(block, before))
    return (
      /^[/–-]/.test(block.facts.text.charAt(tokens.end[end - 1] as number)) ||
      (isBeforeNoun(block, first, end) && (inBulk || isCalledByPlace(block, end)))
    );
  // "Ship Lund sinks": nobody is told to
  return (
    verbForm(wordAt(tokens, before)) !== undefined &&
    !isOpening(block, before - 1) &&
    !has(tokens, before, Shape.initial)
  );
}

/** "The Lund camera": not "Lund's camera", whose it is, nor "Lund falls", which may be what it does. */
const isBeforeNoun = (block: Block, first: number, end: number): boolean =>
  !/['’]s?$/.test(wordAt(block.facts.tokens, end - 1)) &&
  ((verbForm(wordAt(block.facts.tokens, end))?.forms ?? 0) & Form.third) === 0 &&
  isAttributive(block.facts, standingAt(block.facts, shift(spanIn(block, first, end), -block.start)));

/** "the Lund court", "Lund officials": what it has of its place is where it is. "The Lund camera", "Lund torpedoes" have their name of it. */
function isCalledByPlace(block: Block, end: number): boolean {
  const { tokens } = block.facts;
  const word = wordAt(tokens, end).replace(/['’]s?$/, '');
  if (has(tokens, end, Shape.capital)) return isKind(word, 'role') || isKind(word, 'title') || isProperAdjective(word);
  return located.has(word) || isKind(word, 'role') || isKind(word, 'place') || (classOf(word) & OF_PEOPLE) !== 0;
}

const located = wordList('what is called by where it is');
const OF_PEOPLE = Class.person | Class.people | Class.body | Class.title;

/** "NATO member Lund", "the port city Lund". */
const follows = wordList('words that say that a place follows');

/** "the ferry": no verb stands behind such a word. */
const isOpening = ({ facts: { tokens } }: Block, i: number): boolean =>
  (classesOf(recordAt(tokens, i)) & OPENING) !== 0 ||
  has(tokens, i, Shape.number) ||
  numeralAt(tokens, i) !== undefined;

const OPENING = Class.article | Class.determiner | Class.possessive;

/** Last words of names that the story somewhere puts as a place is: "in Lund", "Lund, Sweden", a dateline. */
const placedIn = perStory((story: Story): ReadonlySet<string> => {
  const placed = new Set<string>();
  for (const [form, { occurrences }] of namesOf(story).forms)
    if (occurrences.slice(0, MOST_LOOKS).some(({ block, word, base }) => isPlacedThere(story, block, base, word)))
      placed.add(form);
  for (const block of story.blocks)
    if (block.role === 'dateline') for (let i = 0; i < block.facts.tokens.length; i++) placed.add(formAt(block, i));
  return placed;
});

const MOST_LOOKS = 50;

function isPlacedThere({ blocks }: Story, i: number, base: number, word: Span): boolean {
  const block = blocks[i] as Block;
  const [first, end] = tokensOf(block, { start: base + word.start, end: base + word.end });
  return isPlacedAt(block, first, end);
}
