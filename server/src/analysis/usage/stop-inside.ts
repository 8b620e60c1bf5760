// The stop of an abbreviation between words: does a sentence end there?
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { Class, classesOf } from '../../language/word-classes';
import { isPlainWord } from '../../lexicon/plain-words';
import { opensSentences } from '../../lexicon/sentence-starters';
import { wordList } from '../../lexicon/word-lists';
import { type StopOwner, labelEnd, fieldFrom, endOfField, kindAt, clauseStart, verbIn } from './clause-before-stop';

/** The stop stands between words: does a sentence end there? */
export function insideOf(
  { text, tokens, sentences }: Paragraph,
  sentence: Sentence,
  stop: number,
  next: number,
): StopOwner {
  const kind = kindAt(tokens, stop);
  if (kind === 'title' || kind === 'number' || kind === 'joint') return 'word';
  const isNumber = has(tokens, next, Shape.number);
  if (kind === 'month' && isNumber) return 'word';
  const field = labelEnd(tokens, next) === undefined ? undefined : fieldFrom(tokens, sentence.firstToken, stop);
  if (field !== undefined) return endOfField(tokens, field, stop);
  const opening = has(tokens, next, Shape.mark) && OPENING.includes(text.charAt(tokens.start[next] as number));
  const word = opening ? next + 1 : next;
  if (!has(tokens, word, Shape.capital | Shape.number)) return 'word';
  if (isLabel(wordAt(tokens, word))) return 'either';
  // a word that no name begins with has its capital from a sentence
  if (!opening && opensSentences(wordAt(tokens, word))) return 'both';
  if (kind === 'time' && isTimeOf(tokens, next)) return behindTime(tokens, sentence, stop, next, sentences);
  if (isAttributive(tokens, stop, word) || isFronted(tokens, sentence.firstToken, stop)) return 'word';
  const last = sentences.find(({ lastToken }) => word < lastToken)?.lastToken ?? tokens.length;
  const right = verbIn(tokens, word, last);
  const from = clauseStart(tokens, sentence.firstToken, stop);
  // a sentence cannot end before it has a verb; where none comes behind either, there are no sentences to go by
  if (verbIn(tokens, from, stop) === 'none') {
    // "From 9 a.m. to 5 p.m. Doors open at 8"
    const isOwn = right === 'none' ? !opensPhrase(tokens, from) : kind === 'time' && isCommonWord(tokens, word);
    return isOwn ? 'either' : 'word';
  }
  if (right === 'none') return !opening && isNumber ? 'word' : bareRight(tokens, word, opening);
  return opening ? 'both' : 'either';
}

const OPENING = '"“‘([«';

/** "In the U.S. Q. When?" */
const isLabel = (word: string): boolean =>
  word.endsWith('.') && [questions, answers].some((list) => list.has(word.slice(0, -1)));

const questions = wordList('labels of a question');
const answers = wordList('labels of an answer');

/** "U.S. Open.", "5 p.m. Christmas Day.": no verb follows, so a name goes on; a common word, or whose something is, may open a sentence. */
const bareRight = (tokens: Tokens, word: number, opening: boolean): StopOwner =>
  opening || OWNER.test(wordAt(tokens, word)) || isCommonWord(tokens, word) ? 'either' : 'word';

/** It begins no name of several words. */
const isCommonWord = (tokens: Tokens, word: number): boolean =>
  isPlainWord(wordAt(tokens, word)) && !has(tokens, word + 1, Shape.capital);

const OWNER = /['’]s?$/;

/** "5 p.m. Monday", "5 p.m. Kyiv time", "5 p.m. May 3". */
function isTimeOf(tokens: Tokens, next: number): boolean {
  const word = wordAt(tokens, next);
  if (zones.has(word.replaceAll('.', '')) || days.has(word)) return true;
  if (has(tokens, next + 1, Shape.number)) return true;
  for (let i = next; i < next + 4 && has(tokens, i, Shape.word); i++)
    if (i > next && timeWords.has(wordAt(tokens, i))) return true;
  return false;
}

/**
 * "It ended at 5 p.m. Monday was quiet": a clause of its own may begin with the day. What a mark, a preposition or a conjunction divides from
 * the day goes on about it.
 */
function behindTime(
  tokens: Tokens,
  sentence: Sentence,
  stop: number,
  next: number,
  sentences: readonly Sentence[],
): StopOwner {
  const last = sentences.find(({ lastToken }) => next < lastToken)?.lastToken ?? tokens.length;
  let at = next + 1;
  for (let i = at; i < Math.min(last, next + MOST_OF_TIME); i++)
    if (isDayOrZone(tokens, i) || has(tokens, i, Shape.number)) at = i + 1;
  let to = at;
  while (to < last && !has(tokens, to, Shape.mark) && !(classesOf(recordAt(tokens, to)) & APART)) to++;
  if (verbIn(tokens, at - 1, to) === 'none') return 'word';
  return verbIn(tokens, clauseStart(tokens, sentence.firstToken, stop), stop) === 'none' ? 'word' : 'either';
}

/** Tokens of "Kyiv time Monday", at most. */
const MOST_OF_TIME = 5;

const APART = (Class.conjunction | Class.subordinator | Class.question) & ~Class.preposition;

const isDayOrZone = (tokens: Tokens, i: number): boolean => {
  const word = wordAt(tokens, i);
  return zones.has(word.replaceAll('.', '')) || days.has(word) || timeWords.has(word);
};

const zones = wordList('time zone words');
const days = wordList('words for days');
const timeWords = wordList('words behind a zone');

/** "The U.S. Army", "said U.S. President Roe": the letters stand before a noun. In news copy a country by its letters has an article. */
function isAttributive(tokens: Tokens, stop: number, next: number): boolean {
  if (!countries.has(wordAt(tokens, stop))) return false;
  return institutions.has(wordAt(tokens, next)) || !(classesOf(recordAt(tokens, stop - 1)) & Class.determiner);
}

const countries = wordList('countries by their letters');
const institutions = wordList('words behind the letters of a country');

/** "The U.S. Open", "At 5 p.m. Roe": a phrase that goes on to its noun. */
const opensPhrase = (tokens: Tokens, first: number): boolean =>
  (classesOf(recordAt(tokens, first)) & (Class.determiner | Class.possessive | Class.preposition)) !== 0;

/** "When she left the U.S. Roe stayed": the main clause is still to come. */
function isFronted(tokens: Tokens, first: number, stop: number): boolean {
  if (!fronted.has(wordAt(tokens, first))) return false;
  for (let i = first; i < stop; i++) if (wordAt(tokens, i) === ',') return false;
  return true;
}

const fronted = wordList('openers of a fronted clause');
