// Before a capital: whether a place's name is somebody's first one, by what stands right behind it. "Odessa McVane" is a person, "Kiev Mayor"
// the city's; of "London Breed" and "Kiev Post" the capital says only that another name begins or goes on there.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { Class, classesOf, classOf } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import { classOf as givenClassOf } from '../transliteration/given-names';
import { isServant } from '../transliteration/letters';
import { blockAt, formAt, isCapital, isNext } from './called-tokens';
import { isGivenName, isKind, isPlace, isProperAdjective, isSurname } from './lists';
import { isSuffix } from './name-words';
import { owns } from './place-meant';
import type { Somebody } from './somebody';

/** Nothing where no capital is right behind the place. @param first first token of the place. @param end behind its last. */
export function beforeCapital(story: Story, block: Block, first: number, end: number): Somebody | undefined {
  const at = owns(block, end) ? undefined : capitalBehind(block, end);
  if (at === undefined) return undefined;
  const form = formAt(block, end - 1);
  // "Chad le Clos", "Odessa J. Roe"
  if (at > end) return 'maybe';
  if (isInitial(block, at)) return isFirstName(form) ? 'yes' : 'maybe';
  if (keepsItsName(block, at)) return 'maybe';
  if (!isProse(block.role) || block.facts.allCaps) return inHeadline(story, block, first, at);
  if (isSuffix(formAt(block, at))) return 'maybe';
  if (saysOfPlace(block, form, at) || standsApart(block, form, first, at)) return 'no';
  // "the London Breed plan", where the story has her by herself
  if (isDetermined(block, first) && isPlainWord(formAt(block, at))) return elsewhere(story, block, first, at) ?? 'no';
  return isWholeName(block, form, at) && !isPlace(form) ? 'yes' : 'maybe';
}

export const isFirstName = (form: string): boolean =>
  form.length === 1 || isGivenName(form) || givenClassOf(form) !== undefined;

/** The capital right behind, small words of a name between: "le", "van der". */
function capitalBehind(block: Block, end: number): number | undefined {
  const { tokens, text } = block.facts;
  // "Kiev-based Orsk"; but "the Kiev-Orsk College"
  const tail = /-(.)/u.exec(text.slice(tokens.start[end - 1], tokens.end[end - 1]))?.[1] ?? '';
  if (tail && (tail === tail.toLowerCase() || !keepsItsName(block, end))) return undefined;
  let at = end;
  while (at < end + MOST_SMALL && isNext(block, at - 1) && isSmallHere(block, at)) at++;
  return isNext(block, at - 1) && isCapital(block, at) && has(tokens, at, Shape.word) ? at : undefined;
}

const MOST_SMALL = 3;

function isSmallHere(block: Block, i: number): boolean {
  const word = wordAt(block.facts.tokens, i);
  return !has(block.facts.tokens, i, Shape.capital) && (isKind(word, 'link') || isServant(word));
}

const isInitial = ({ facts: { tokens } }: Block, i: number): boolean => /^\p{Ll}\.?$/u.test(wordAt(tokens, i));

/** "Kiev Mayor", "Kiev Oblast", "Kiev City Council", "Kiev Monday", "Kiev NATO", "London Muslims": somebody's or something's there. */
function saysOfPlace(block: Block, form: string, at: number): boolean {
  const { tokens } = block.facts;
  const word = wordAt(tokens, at).replace(/(?:['’]s?|\.)$/, '');
  const goesOn = isNext(block, at) && isCapital(block, at + 1);
  // "Odessa L.B. Roe", "Odessa St. Clair"
  if (isFirstName(form) && (word === 'st' || /^\p{Ll}\.\p{Ll}/u.test(word))) return false;
  if (has(tokens, at, Shape.allCaps) || kinds.some((kind) => isKind(word, kind))) return true;
  // "London May Roe"
  if (isKind(word, 'calendar')) return !goesOn;
  const isName = isSurname(word) || isGivenName(word);
  return !isName && (isProperAdjective(word) || isPlace(word));
}

/** "Kiev Airlines", "Kiev State University", "Kiev Post": a firm, a school, a paper writes its name as it does. */
function keepsItsName(block: Block, from: number): boolean {
  if (papers.has(formAt(block, from))) return true;
  for (let i = from; i < from + LONGEST_BODY && isCapital(block, i); i++) {
    if (isKind(formAt(block, i), 'company')) return true;
    if (!isNext(block, i)) return false;
  }
  return false;
}

const papers = wordList('what papers are called');

/** "Kiev Air Safety Board", "Mayor of Kiev Anna Roe": nobody's first name. */
function standsApart(block: Block, form: string, first: number, at: number): boolean {
  const { tokens } = block.facts;
  const word = formAt(block, at);
  const isName = isSurname(word) || isFirstName(word);
  if (isName && isFirstName(form)) return false;
  if (isName) return links.has(wordAt(tokens, first - 1)) && isNext(block, at) && isCapital(block, at + 1);
  return (
    (isPlainWord(word) && isBodyFrom(block, at)) ||
    (isDetermined(block, first) && !isFirstName(form) && !isPlainWord(word))
  );
}

/** "the Kiev Agreement" */
const isDetermined = ({ facts: { tokens } }: Block, first: number): boolean =>
  (classesOf(recordAt(tokens, first - 1)) & DETERMINER) !== 0;

const DETERMINER = Class.determiner | Class.possessive | Class.article;
const links = wordList('words between an office and its place');

const LONGEST_BODY = 7;

/** A noun for a body stands among the capitals: "Air Safety Board", "Board of Trade". */
function isBodyFrom(block: Block, from: number): boolean {
  const { tokens } = block.facts;
  for (let i = from; i < from + LONGEST_BODY; i++) {
    const word = wordAt(tokens, i);
    if (isCapital(block, i) && (classOf(word) & Class.body || kinds.some((kind) => isKind(word, kind)))) return true;
    if (!isNext(block, i) || !(isCapital(block, i) || inBodies.has(word))) return false;
  }
  return false;
}

const inBodies = wordList('words inside the name of a body');

const kinds = ['title', 'role', 'place', 'organisation'] as const;

/** "Odessa Young": a first name, a surname, and no more. */
function isWholeName(block: Block, form: string, at: number): boolean {
  const word = formAt(block, at);
  const isLast = owns(block, at + 1) || !isNext(block, at) || !isCapital(block, at + 1);
  return isLast && isFirstName(form) && (isSurname(word) || isFirstName(word));
}

/** There every word has a capital: the story itself has to say that the two are a name. */
function inHeadline(story: Story, block: Block, first: number, at: number): Somebody | undefined {
  const there = elsewhere(story, block, first, at);
  if (there) return there;
  const [word, form] = [formAt(block, at), formAt(block, at - 1)];
  if (isPlainWord(word) || verbForm(word) || saysOfPlace(block, form, at)) return undefined;
  return isWholeName(block, form, at) && !isPlace(form) ? 'yes' : 'maybe';
}

const MOST_LOOKS = 8;

/** What the two words are in the story's sentences, where no article stands before them. */
function elsewhere(story: Story, block: Block, first: number, at: number): Somebody | undefined {
  const { tokens, text } = block.facts;
  const written = text.slice(tokens.start[first], tokens.end[at]).replace(/['’]s?$/, '');
  let found = story.prose.indexOf(written);
  for (let n = 0; found >= 0 && n < MOST_LOOKS; n++, found = story.prose.indexOf(written, found + 1)) {
    const there = blockAt(story, found);
    if (!there || !isProse(there.role) || there.facts.allCaps) continue;
    const start = there.facts.tokens.start.indexOf(found - there.start);
    if (start < 0 || isDetermined(there, start)) continue;
    return beforeCapital(story, there, start, start + at - first);
  }
  return undefined;
}
