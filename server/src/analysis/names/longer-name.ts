// A longer name: what a house writes for "Gulf", "Holland" or "army" is not part of the Gulf of Mexico, the Holland Tunnel and the Lebanese
// army. Whoever would put another form into such a name asks.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, recordAt, Shape, wordAt } from '../../document/token';
import { verbsIn } from '../../language/clause-verbs';
import { Class, classesOf, JOINING_OR_VERBAL } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';
import { opensSentences } from '../../lexicon/sentence-starters';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { blockAt, formAt, isCapital, isNext, tokensOf } from './called-tokens';
import { spelledSo } from './gazetteer';
import { isKind, isPlace, isProperAdjective } from './lists';
import { owns } from './place-meant';

/** What is put there: a spelling of the name, another `name`, or one of which what stands there is the `head`, "the Israeli army" for "army". */
export type Instead = 'head' | 'name' | undefined;

/** @param at words of the prose, without possessive. */
export function isInLongerName(story: Story, at: Span, instead: Instead): boolean {
  const block = blockAt(story, at.start);
  if (!block) return false;
  const [first, end] = tokensOf(block, at);
  if (instead === 'head' && (isDescribed(block, first) || isBehindOf(block, first) || isOfAnother(block, first, end)))
    return true;
  if (!has(block.facts.tokens, first, Shape.capital)) return false;
  const compound = HYPHENED.exec(block.facts.text.slice(at.end - block.start, at.end - block.start + 2));
  if (compound) return compound.groups?.name !== undefined;
  return (
    hasNameBefore(block, first, instead) || goesOnByLink(block, first, end) || goesOnAtOnce(story, block, first, end)
  );
}

/** "Congo-Brazzaville", and "Congo-based". */
const HYPHENED = /^[-‐‑](?:(?<name>\p{Lu})|\p{L})/u;

/** "the interior ministry", "Lebanon's army": whose it is, is said. */
function isDescribed({ facts }: Block, first: number): boolean {
  const { tokens, sentences } = facts;
  const sentence = sentences.find(({ lastToken }) => first < lastToken);
  if (!sentence || first <= sentence.firstToken || has(tokens, first - 1, Shape.mark)) return false;
  const word = wordAt(tokens, first - 1);
  if (/['’]s?$/.test(word)) return true;
  // "two army trucks"
  if (numerals.has(word) || has(tokens, first - 1, Shape.number)) return false;
  const classes = classesOf(recordAt(tokens, first - 1));
  if (classes & Class.possessive) return true;
  if (classes & APART || word === 'to') return false;
  const before = first - 1;
  return !verbsIn(tokens, sentence.firstToken, sentence.lastToken).some((v) => v.first <= before && before < v.last);
}

const numerals = wordList('small numerals');
const APART = JOINING_OR_VERBAL | Class.article | Class.determiner;

/** "the Republic of Congo", "the Republic of the Congo" */
function isBehindOf(block: Block, first: number): boolean {
  const { tokens } = block.facts;
  const of = wordAt(tokens, first - 1) === 'the' ? first - 2 : first - 1;
  return wordAt(tokens, of) === 'of' && isCapital(block, of - 1);
}

/** "the ministry of health" */
const isOfAnother = (block: Block, first: number, end: number): boolean =>
  !owns(block, end) && isNext(block, end - 1) && end > first && wordAt(block.facts.tokens, end) === 'of';

/** "the West Bank", "the Ryder Cup", "the US DoD" */
function hasNameBefore(block: Block, first: number, instead: Instead): boolean {
  const before = first - 1;
  const { tokens, allCaps } = block.facts;
  if (!isNext(block, before) || !isCapital(block, before) || allCaps || owns(block, first)) return false;
  const form = formAt(block, before);
  // "Ukrainian Kiev" is Kiev, "Latin America" and "British Burma" are not what the house calls the rest
  if (isProperAdjective(form)) return instead !== undefined || !isPlaceName(formAt(block, first));
  if (has(tokens, before, Shape.allCaps)) return true;
  if (has(tokens, before, Shape.initial)) return instead === 'name' && !isSmall(block, before);
  if (!isProse(block.role)) return false;
  return !isKind(form, 'title') && !isKind(form, 'role') && !isKind(form, 'calendar') && !isPlace(form);
}

/** "Outside Burma", "If Burma": no name begins with it. */
const isSmall = ({ facts: { tokens } }: Block, i: number): boolean =>
  opensSentences(wordAt(tokens, i)) || openers.has(wordAt(tokens, i)) || (classesOf(recordAt(tokens, i)) & APART) !== 0;

const openers = wordList('small words that open a sentence before a name');

/** A town's or country's name, whichever way it is spelled. */
export const isPlaceName = (word: string): boolean =>
  isPlace(word) || spelledSo(word).some(({ type }) => type === 'place');

/** "the Gulf of Mexico", "the Commission on Presidential Debates"; "Kiev on Monday" is Kiev. */
function goesOnByLink(block: Block, first: number, end: number): boolean {
  const { tokens, allCaps } = block.facts;
  if (allCaps || owns(block, end) || !isNext(block, end - 1) || has(tokens, end - 1, Shape.allCaps)) return false;
  const link = wordAt(tokens, end);
  const isOf = link === 'of';
  const form = formAt(block, end - 1);
  // "Commission on", and no "Kiev for"
  if (!isOf && !(links.has(link) && end - first === 1 && isPlainWord(form) && !isPlace(form))) return false;
  const at = isOf && isNext(block, end) && wordAt(tokens, end + 1) === 'the' ? end + 2 : end + 1;
  return isNext(block, at - 1) && isCapital(block, at) && !isKind(formAt(block, at), 'calendar');
}

const links = wordList('words between a body and what it is for');

/** "the Holland Tunnel", "Bombay High Court"; not "Kiev Mayor", "Kiev Oblast", "Kiev Monday". */
function goesOnAtOnce(story: Story, block: Block, first: number, end: number): boolean {
  const { tokens, text, allCaps } = block.facts;
  if (allCaps || owns(block, end)) return false;
  if (BRACKETED.test(text.slice(tokens.end[end - 1], (tokens.end[end - 1] as number) + LONGEST_BRACKET))) return true;
  if (!isNext(block, end - 1) || !isCapital(block, end)) return false;
  const form = formAt(block, end);
  // "Sevilla FC"
  if (clubs.has(form)) return true;
  if (has(tokens, end, Shape.allCaps) || has(tokens, end, Shape.initial)) return false;
  if (divisions.has(form) || isKind(form, 'title') || isKind(form, 'role') || isKind(form, 'calendar')) return false;
  // "Kiev Muslims", and "The Kiev Muslim", a paper
  if ((isProperAdjective(form) && form.endsWith('s')) || isPlace(form)) return false;
  // "the Mayor of Kiev Anna Roe": another name begins
  if (wordAt(tokens, first - 1) === 'of' && !isPlainWord(form)) return false;
  // there every word may have a capital: the story's sentences have it as a name
  return isProse(block.role) || standsInProse(story, text.slice(tokens.start[first], tokens.end[end]));
}

/** "European Union (Withdrawal) Act" */
const BRACKETED = /^ \(\p{Lu}[^()]{1,60}\) \p{Lu}\p{Ll}/u;
const LONGEST_BRACKET = 66;

const clubs = wordList('names of clubs behind a town');
const divisions = wordList('divisions of a place');

const standsInProse = ({ blocks }: Story, name: string): boolean =>
  blocks.some(({ role, facts }) => isProse(role) && !facts.allCaps && facts.text.includes(name));
