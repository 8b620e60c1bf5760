// The place is meant: what stands beside a name that is a town's or a country's as well and says that nobody is called so there.
import { isProse } from '../../document/role';
import type { Block } from '../../document/story';
import { datelineLength } from '../../document/structure/dateline';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { formAt, isCapital, isNext } from './called-tokens';
import { isKind, isPlace } from './lists';

/** "in Lund", "the city of Lund", "Lund, Sweden", "Lund-based", "Lund's suburbs", "New Lund", a dateline: the place, whoever is called so. */
export function isPlacedAt(block: Block, first: number, end: number): boolean {
  return (
    isInDateline(block, end) ||
    (isInside(block, first) && !owns(block, end)) ||
    isOfPlace(block, first) ||
    isDescribed(block, first) ||
    COMPOUND.test(wordAt(block.facts.tokens, end - 1)) ||
    hasWhatPlacesHave(block, end) ||
    (isBeforeRegion(block, end) && !owns(block, regionAt(block, end) + 1)) ||
    isRegion(block, first)
  );
}

/** "LUND, Sweden (Agency) —", wherever in the file it stands, and in a roundup's paragraph, too. */
function isInDateline({ role, facts: { tokens, text, allCaps } }: Block, end: number): boolean {
  const last = tokens.end[end - 1] as number;
  if (role === 'dateline' || last <= datelineLength(text)) return true;
  return !allCaps && has(tokens, end - 1, Shape.allCaps) && /^ [(–—-]/.test(text.slice(last, last + 2));
}

/** "in Lund", and no "faith in Lund". */
const isInside = ({ facts: { tokens } }: Block, first: number): boolean =>
  inside.has(wordAt(tokens, first - 1)) && !(wordAt(tokens, first - 1) === 'in' && held.has(wordAt(tokens, first - 2)));

const inside = wordList('words before a place that is one');
const held = wordList('what one has in somebody');

/** "the city of Lund", "the siege of Lund", "Duke of Lund", "the Bank of Lund". */
function isOfPlace(block: Block, first: number): boolean {
  const { tokens, allCaps } = block.facts;
  if (wordAt(tokens, first - 1) !== 'of') return false;
  const head = wordAt(tokens, first - 2);
  if (isKind(head, 'place') || seats.has(head)) return true;
  if (isCapital(block, first - 2) && (isKind(head, 'organisation') || isKind(head, 'company'))) return true;
  return isProse(block.role) && !allCaps && isCapital(block, first - 2) && !has(tokens, first - 2, Shape.initial);
}

const seats = wordList('words whose "of" has a place behind it');

/** "New Lund", "County Lund", "northern Lund", "downtown Lund". */
function isDescribed(block: Block, first: number): boolean {
  const before = wordAt(block.facts.tokens, first - 1);
  if (!isNext(block, first - 1)) return false;
  return parts.has(before) || beginsPlace(block, first - 1);
}

/** "northern Lund"; but "South Lund" is another place. */
export const isInPartOf = (block: Block, first: number): boolean =>
  isNext(block, first - 1) && !isCapital(block, first - 1) && parts.has(wordAt(block.facts.tokens, first - 1));

/** "New", "Lake", with a capital: the name of a place begins there. */
export const beginsPlace = (block: Block, i: number): boolean =>
  isCapital(block, i) && (places.has(wordAt(block.facts.tokens, i)) || natures.has(wordAt(block.facts.tokens, i)));

const places = wordList('words that begin the name of another place');
const natures = wordList('what stands before the name of a place');
const parts = wordList('words for a part of a place');

const COMPOUND = /-(?:based|born|area|bound|raised|educated)$/;

/** "Lund police", "Lund's suburbs", "Lund city". */
function hasWhatPlacesHave(block: Block, end: number): boolean {
  const next = wordAt(block.facts.tokens, end);
  if (!isNext(block, end - 1)) return false;
  return had.has(next) || (isKind(next, 'place') && !isCapital(block, end));
}

const had = wordList('what a place has');

/** "Lund, Sweden", "Durham, North Carolina". */
export function isBeforeRegion(block: Block, end: number): boolean {
  const at = regionAt(block, end);
  return at > 0 && isCapital(block, at) && (isPlace(formAt(block, at)) || isState(block, at));
}

/** "Lund, Texas", "Lund, Sweden", of the region itself. */
function isRegion(block: Block, first: number): boolean {
  const { tokens, text } = block.facts;
  const start = tokens.start[first] as number;
  if (text.slice(start - 2, start) !== ', ' || !isCapital(block, first - 2)) return false;
  return isState(block, first) || (isPlace(formAt(block, first)) && isPlace(formAt(block, first - 2)));
}

/** "Lund, Texas": a town, and no state in a list of states. */
export const isInState = (block: Block, end: number): boolean => {
  const { tokens, text } = block.facts;
  const last = tokens.end[end - 1] as number;
  const stopped = STOPPED.exec(text.slice(last, last + LONGEST_STOPPED))?.[1];
  if (stopped !== undefined) return cutShort.has(stopped.toLowerCase().replace(/[. ]/g, ''));
  const at = regionAt(block, end);
  return (
    at > 0 &&
    isCapital(block, at) &&
    isState(block, at) &&
    (block.role === 'dateline' || !bothWays.has(formAt(block, at))) &&
    !isState(block, end - 1)
  );
};

/** ", W.Va.", ", N. C.": a state in short with several stops. */
const STOPPED = /^, ?(\p{Lu}\p{Ll}{0,3}\. ?\p{Lu}\p{Ll}{0,3}\.)/u;
const LONGEST_STOPPED = 16;

/** A state stands in the sentence: "in Odessa and Midland, Texas" the towns may be its own. @param first token of the name. */
export function isBesideState(block: Block, first: number): boolean {
  const { sentences } = block.facts;
  const { firstToken = first, lastToken = first } = sentences.find(({ lastToken }) => first < lastToken) ?? {};
  for (let i = firstToken; i < lastToken; i++)
    if (i !== first && isCapital(block, i) && states.has(formAt(block, i)) && !bothWays.has(formAt(block, i)))
      return true;
  return false;
}

/** "Texas", "Tex.", "TX" */
function isState(block: Block, i: number): boolean {
  const word = wordAt(block.facts.tokens, i);
  const isCut = word.endsWith('.') || has(block.facts.tokens, i, Shape.allCaps);
  return states.has(formAt(block, i)) || (isCut && cutShort.has(word.replace(/\./g, '')));
}

const states = wordList('states with towns of other names');
/** "London, New York and Paris": of a state and a city nothing is said, but in a dateline the state stands there. */
const bothWays = wordList('states that are cities');
const cutShort = wordList('states in short');

/** The last word of the region behind a comma; 0 where none follows. */
function regionAt(block: Block, end: number): number {
  const { tokens, text } = block.facts;
  const last = tokens.end[end - 1] as number;
  if (text.slice(last, last + 2) !== ', ') return 0;
  const at = tokenAt(tokens, last + 2);
  return places.has(wordAt(tokens, at)) || firsts.has(wordAt(tokens, at)) ? at + 1 : at;
}

const firsts = wordList('first words of a state');

/** With a possessive ending. */
export const owns = ({ facts: { tokens } }: Block, end: number): boolean => /['’]s?$/.test(wordAt(tokens, end - 1));
