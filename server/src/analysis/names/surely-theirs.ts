// Surely theirs: whether a surname alone is the person's where it may be a country's, a firm's or a body's as well. Who renames somebody is told
// of the places where it is not certain.
import { isCopy, isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { Form } from '../../language/morphology';
import { verbForm } from '../../language/verb-forms';
import { Class, classOf, JOINING } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';
import { opensSentences } from '../../lexicon/sentence-starters';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { wordList } from '../../lexicon/word-lists';
import { capitalsWhere } from './capitals-where';
import { introducedByCalling } from './callings';
import { formAt, isCapital, isNext, isTitled } from './called-tokens';
import { isFirmAt } from './firm-meant';
import { isKind, isPlace, isProperAdjective } from './lists';
import { doesSomething } from './name-words';
import { isPlacedAt, owns } from './place-meant';

/** @param first first token of the surname. @param end behind its last. */
export function isSurelyTheirs(story: Story, block: Block, first: number, end: number): boolean {
  const before = wordAt(block.facts.tokens, first - 1);
  if (isFirmAt(story, block, first, end)) return false;
  if (isNext(block, first - 1) && isTitled(before)) return true;
  if (before === 'the') return isHeadedByThem(block, end);
  if (isBehindName(block, first)) return false;
  const form = formAt(block, end - 1);
  return !isGreatPlace(form) || isNoPlaceHere(story, block, first, end, form);
}

/** "Time Orsk": a word with a capital that is no office and opens no sentence begins a longer name. */
export function isBehindName(block: Block, first: number): boolean {
  const { tokens, allCaps } = block.facts;
  const at = first - 1;
  if (!isProse(block.role) || allCaps || !isNext(block, at) || !isCapital(block, at)) return false;
  const word = wordAt(tokens, at);
  if (word.endsWith('.')) return false;
  if (has(tokens, at, Shape.initial) && (opensSentences(word) || classOf(word) & SMALL || tagsSpeech(word)))
    return false;
  const form = formAt(block, at);
  const isAnother =
    isKind(word, 'calendar') || isProperAdjective(form) || isPlace(form) || has(tokens, at, Shape.allCaps);
  return !isAnother && !owns(block, first) && !partisans.has(word) && !(classOf(word) & (Class.person | Class.title));
}

const partisans = wordList('one of a party');

const SMALL = JOINING | Class.determiner | Class.adverb | Class.time;

/** "the Orsk administration"; but "the Orsk hotel", "the Church said", "the Church plan". */
function isHeadedByThem(block: Block, end: number): boolean {
  const { tokens } = block.facts;
  const form = formAt(block, end - 1);
  if (isKind(form, 'organisation') || classOf(form) & Class.body || isGreatPlace(form)) return false;
  const next = wordAt(tokens, end);
  if (!isNext(block, end - 1) || !has(tokens, end, Shape.word)) return false;
  if (led.has(next)) return true;
  return !isPlainWord(form) && (isCapital(block, end) || !(firms.has(next) || verbForm(next)?.noun === false));
}

const led = wordList('what is called after whoever leads it');
const firms = wordList('what firms have and make');

// ---- a country, a state, a city ---------------------------------------------------------------------------------------------

const isGreatPlace = (form: string): boolean => isPlace(form) || states.has(form) || lands.has(form);
const lands = wordList('lands whose names are surnames first');
const states = wordList('states with towns of other names');

/** What people are and do, and places do not; or what both do, where the story writes of no such place. */
export function isNoPlaceHere(
  story: Story,
  block: Block,
  first: number,
  end: number,
  form: string,
  isPlaced = isGreatPlaceOf(story, form),
): boolean {
  const { tokens, text } = block.facts;
  const last = tokens.end[end - 1] as number;
  if (AGED.test(text.slice(last, last + LONGEST_AGE)) || introducedByCalling(block, first, end)) return true;
  const [before, next] = [wordAt(tokens, first - 1), wordAt(tokens, end)];
  if (owns(block, end)) return theirs.has(next) || isKind(next, 'kin');
  if (has(tokens, first - 1, Shape.word) && heldIn.has(wordAt(tokens, first - 2)) && before === 'in') return true;
  const isObject =
    (classOf(before) & (Class.preposition | Class.subordinator | Class.conjunction)) === Class.preposition;
  if (isObject) return false;
  if (!isNext(block, end - 1) || !has(tokens, end, Shape.word)) return tagsSpeech(before) && !isPlaced;
  const at = adverbs.has(next) || classOf(next) & Class.adverb ? end + 1 : end;
  const verb = wordAt(tokens, at);
  if (next === 'who' || doneByPeople.has(verb) || (ofBoth.has(verb) && !has(tokens, at + 1, Shape.word))) return true;
  if (!isVerb(verb) || ofStates.has(verb) || speaksOfPlaces(block, at, form)) return false;
  return (tagsSpeech(verb) && pronouns.has(wordAt(tokens, at + 1))) || !isPlaced;
}

const AGED = /^, \d{1,2}[,.]/;
const LONGEST_AGE = 6;
const theirs = wordList('what people have and places do not');
const heldIn = wordList('what one has in somebody');
const doneByPeople = wordList('what people do and places do not');
const ofBoth = wordList('what people do and stop');
const ofStates = wordList('what states and their teams do');
const adverbs = wordList('words between a name and its verb');
const pronouns = new Set(['he', 'she']);
const things = wordList('pronouns of states and teams');

function isVerb(word: string): boolean {
  const { forms = 0, noun = false } = verbForm(word) ?? {};
  if (doesSomething(word) || tagsSpeech(word) || forms & Form.past) return true;
  return (forms & Form.third && !noun) || (classOf(word) & (Class.modal | Class.be | Class.have)) !== 0;
}

/** In the rest of the sentence: "said it would not pay", "beat Spain", "signed with France"; not "died in Spain". */
export function speaksOfPlaces(block: Block, from: number, form: string): boolean {
  const { tokens, sentences } = block.facts;
  const { lastToken = from } = sentences.find((one) => one.firstToken <= from && from < one.lastToken) ?? {};
  for (let i = from + 1; i < lastToken; i++) {
    if (things.has(wordAt(tokens, i))) return true;
    const other = isCapital(block, i) ? formAt(block, i) : form;
    if (other !== form && isPlace(other) && !where.has(wordAt(tokens, i - 1))) return true;
  }
  return false;
}

const where = wordList('words that say where');

const isGreatPlaceOf = (story: Story, form: string): boolean => placedIn(story).has(form);

/** Places that the story writes of as such. */
const placedIn = capitalsWhere(isCopy, (block, i) => isGreatPlace(formAt(block, i)) && isPlacedAt(block, i, i + 1));
