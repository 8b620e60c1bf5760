// Slips in a quotation: a space or half a word where its first word was, a small letter behind "said,", a comma or two stops where it
// ends.
import { perParagraphWith, quotation } from '../document/gates';
import { isEnglish, type Paragraph, type Quotation } from '../document/paragraph';
import { has, recordAt, Shape, spanOf, type Tokens, wordAt } from '../document/token';
import { perWord, wordOf } from '../document/word';
import { isPlainWord } from '../lexicon/plain-words';
import { tagsSpeech } from '../lexicon/speech-tags';
import { wordList } from '../lexicon/word-lists';
import { isPluralNoun } from '../language/noun-phrases';
import { verbFormOf } from '../language/verb-forms';
import { Form } from '../language/morphology';
import { Class, classesOf } from '../language/word-classes';
import type { Span } from '../text/span';

/**
 * `gap`: a space behind the opening mark. `cut`: the first word has lost its first letter. `headless`: its first words are missing.
 * `stops`: two where it ends. `comma`: one where the paragraph ends.
 */
export interface EdgeSlip extends Span {
  readonly fault: 'gap' | 'cut' | 'headless' | 'stops' | 'comma';
}

/** In order. Offsets relative to the paragraph; of double marks alone, for a single one may be an apostrophe. */
export const edgeSlips = perParagraphWith([quotation], [], (paragraph): readonly EdgeSlip[] => {
  if (!isEnglish(paragraph)) return [];
  return paragraph.quotations.flatMap((one) => {
    if (one.mark === "'" || one.mark === '‘') return [];
    const slip = gapAt(paragraph, one) ?? cutAt(paragraph, one) ?? headlessAt(paragraph, one);
    const stops = stopsAt(paragraph, one) ?? commaAt(paragraph, one);
    return [slip, stops].filter((found) => found !== undefined);
  });
});

/** `said, " be ready`: marks set off from their words on both sides are a manner of typing. */
function gapAt(
  { tokens, text }: Paragraph,
  { firstToken, lastToken, inner, closed, continues }: Quotation,
): EdgeSlip | undefined {
  if (continues || text.charAt(inner.start) !== ' ' || !has(tokens, firstToken + 1, Shape.word)) return undefined;
  if (closed && (text.charAt(inner.end - 1) === ' ' || lastToken - firstToken < 4)) return undefined;
  return { ...spanOf(tokens, firstToken, firstToken + 2), fault: 'gap' };
}

/** `said "hey have left`: no word of English, or none that can stand here, and one with a letter before it. */
function cutAt({ tokens }: Paragraph, { firstToken, lastToken }: Quotation): EdgeSlip | undefined {
  const at = firstToken + 1;
  const isShort = lastToken - firstToken < SHORTEST;
  if (
    lastToken - firstToken < (isEnglishBehind(tokens, at) ? SHORTEST_CUT : SHORTEST) ||
    !has(tokens, at, Shape.word) ||
    has(tokens, at, Shape.capital | Shape.number)
  )
    return undefined;
  if (tokens.end[firstToken] !== tokens.start[at] || tokens.start[at + 1] === tokens.end[at]) return undefined;
  if (isShorthand(tokens, at, lastToken)) return undefined;
  return (isShort ? isRestOfLong(recordAt(tokens, at)) : isCut(tokens, at)) || isCutArticle(tokens, at)
    ? { ...spanOf(tokens, firstToken, at + 1), fault: 'cut' }
    : undefined;
}

/** Tokens of a quotation, its marks counted, that is no word cited for itself. */
const SHORTEST = 6;

/** Words within a sentence, `praised "eory and experiment"`: two at least, and the one behind the first is English. */
const SHORTEST_CUT = 4;
const isEnglishBehind = (tokens: Tokens, at: number): boolean =>
  has(tokens, at + 1, Shape.word) && (isPlainWord(wordAt(tokens, at + 1)) || classesOf(recordAt(tokens, at + 1)) !== 0);

/** `"he end of science"`: "he" has no verb that looks so. */
const isCutArticle = (tokens: Tokens, at: number): boolean =>
  wordAt(tokens, at) === 'he' && wordAt(tokens, at + 2) === 'of' && isBareNoun(recordAt(tokens, at + 1));
const isBareNoun = perWord((word): boolean => {
  const verb = verbFormOf(wordOf(word));
  return isPlainWord(word) && (!verb || (verb.noun && (verb.forms & (Form.past | Form.third)) === 0));
});

/** `"u r all liars"`, `"n now they r gone"`: what people type in posts. A lone "n" or "r" may be what is left of "in" or "or". */
function isShorthand(tokens: Tokens, at: number, last: number): boolean {
  const word = wordAt(tokens, at);
  if (!shortLetters.has(word)) return shorthand.has(word);
  for (let i = at + 1; i < last; i++)
    if (shorthand.has(wordAt(tokens, i)) || shortLetters.has(wordAt(tokens, i))) return true;
  for (let i = Math.max(0, at - POSTED_WITHIN); i < at; i++) if (posted.has(wordAt(tokens, i))) return true;
  return posted.has(wordAt(tokens, last)) || posted.has(wordAt(tokens, last + 1));
}

/** Tokens before a quotation in which it says that somebody typed it. */
const POSTED_WITHIN = 8;
const shorthand = wordList('shorthand of posts');
const shortLetters = wordList('letters for words in posts');
const posted = wordList('words for posting');

function isCut(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at);
  // "hey have", "he incidents": they, the
  if (word === 'hey')
    return (classesOf(recordAt(tokens, at + 1)) & Class.auxiliary) !== 0 || isPastOnly(recordAt(tokens, at + 1));
  if (word === 'he') return isBehindArticle(tokens, at + 1);
  return isRest(recordAt(tokens, at));
}

/** What stands behind "the" and not behind "he": "incidents", "same", "only certain thing". */
function isBehindArticle(tokens: Tokens, at: number): boolean {
  const next = recordAt(tokens, at);
  if (isPluralNoun(next)) return !verbFormOf(next);
  const word = wordAt(tokens, at);
  if (adjectives.has(word)) return true;
  const behind = recordAt(tokens, at + 1);
  return adverbs.has(word) && isSmall(tokens, at + 1) && !verbFormOf(behind) && classesOf(behind) === 0;
}

const adjectives = wordList('adjectives behind the');
/** "he only wants it": adverbs as well. */
const adverbs = wordList('adverbs behind the');

/** What is left of a word that has lost its first letter: "ecause", "ociety", "e". */
const isRest = perWord((word): boolean => {
  if (!/^[a-z]+$/.test(word) || isPlainWord(word) || standAlone.has(word)) return false;
  if (classesOf(wordOf(word)) !== 0) return false;
  if (word.length === 1) return true;
  return [...'abcdefghijklmnopqrstuvwxyz'].some(
    (letter) => isPlainWord(letter + word) || classesOf(wordOf(letter + word)) !== 0,
  );
});

/** The same of a word in a short quotation, where a slang word or a foreign one may be cited: four letters at least; "eory" has lost two. */
const isRestOfLong = perWord((word): boolean => {
  if (word.length < 4) return false;
  if (isRest(wordOf(word))) return true;
  return /^[a-z]+$/.test(word) && !isPlainWord(word) && !standAlone.has(word) && isPlainWord(`th${word}`);
});

/** "hey lied", "hey went" */
const isPastOnly = perWord((word): boolean => {
  const { forms = 0 } = verbFormOf(wordOf(word)) ?? {};
  return (forms & Form.past) !== 0 && (forms & Form.base) === 0;
});

const standAlone = wordList('short words that are whole');

/** `great,".` and `age.".`: `?".` is a manner of setting it. */
function stopsAt({ tokens }: Paragraph, { lastToken, closed, firstToken }: Quotation): EdgeSlip | undefined {
  const inside = wordAt(tokens, lastToken - 2);
  if (!closed || wordAt(tokens, lastToken) !== '.' || tokens.end[lastToken - 1] !== tokens.start[lastToken])
    return undefined;
  if ((inside !== '.' && inside !== ',') || lastToken - firstToken < SHORTEST) return undefined;
  return { ...spanOf(tokens, lastToken - 2, lastToken + 1), fault: 'stops' };
}

/**
 * `said, "not an attempt …"`: behind a cue and a comma a whole sentence is quoted, and it has a subject. `told them he "... proof`:
 * a subject, and dots where its verb was.
 */
function headlessAt({ tokens, quotations, sentences }: Paragraph, quoted: Quotation): EdgeSlip | undefined {
  const { firstToken, lastToken, continues } = quoted;
  const at = firstToken + 1;
  if (continues || lastToken - firstToken < SHORTEST) return undefined;
  const before = wordAt(tokens, firstToken - 1);
  const isSubject = has(tokens, firstToken - 1, Shape.capital) || subjects.has(before);
  const slip: EdgeSlip = { ...spanOf(tokens, firstToken, at + 1), fault: 'headless' };
  if (DOTS.test(wordAt(tokens, at))) return subjects.has(before) ? slip : undefined;
  // "Brandt "hopes can help": hopes what?
  if (isSubject && isSmall(tokens, at) && isThird(recordAt(tokens, at)) && isModal(recordAt(tokens, at + 1)))
    return slip;
  if (before !== ',' || !tagsSpeech(wordAt(tokens, firstToken - 2))) return undefined;
  if (!isSmall(tokens, at) || !lacksSubject(recordAt(tokens, at))) return undefined;
  // "We wait," he said, "and see": it goes on
  const from = sentences.findLast((one) => one.firstToken <= firstToken)?.firstToken ?? 0;
  return quotations.some((one) => one.firstToken < firstToken && one.lastToken > from) ? undefined : slip;
}

const DOTS = /^(?:\.{2,4}|…)$/;
const subjects = wordList('subjects by pronoun');
/** "not an attempt", "hopes to help": what no sentence begins with. A question may begin with an auxiliary, and in a small letter. */
const lacksSubject = perWord((word): boolean => {
  const record = wordOf(word);
  if (word === 'not') return true;
  return isThird(record) && classesOf(record) === 0 && !isPluralNoun(record);
});
/** "hopes to help" and "plans to leave" are whole. */
const isModal = perWord((word): boolean => word !== 'to' && (classesOf(wordOf(word)) & Class.modal) !== 0);
const isThird = perWord((word): boolean => word.endsWith('s') && verbFormOf(wordOf(word)) !== undefined);

/** `… in the past,"` and nothing behind it, where a sentence ends. */
function commaAt(
  { tokens, text }: Paragraph,
  { lastToken, firstToken, closed, level }: Quotation,
): EdgeSlip | undefined {
  if (!closed || level > 0 || lastToken !== tokens.length || lastToken - firstToken < SHORTEST) return undefined;
  if (wordAt(tokens, lastToken - 2) !== ',' || text.length < SHORTEST) return undefined;
  return { ...spanOf(tokens, lastToken - 2, lastToken), fault: 'comma' };
}

const isSmall = (tokens: Tokens, i: number): boolean => has(tokens, i, Shape.word) && !has(tokens, i, Shape.capital);
