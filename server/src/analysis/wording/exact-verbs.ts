// Where a loaded verb is the exact one: it is denied or turned, pleaded in court, asked for, or the doubt is spelled out beside it.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { Class, classesOf } from '../../language/word-classes';
import type { Standing } from './loaded-verbs';
import { statesWhatIs, thatBehind } from './reported-words';
import { isDoubtSpelledOut } from './spelled-doubt';

export function isExact(paragraph: Paragraph, one: Standing): boolean {
  const { tokens } = paragraph;
  if (isTurned(tokens, one)) return true;
  const { tone, next } = one;
  if (tone === 'dispute') return isDemand(paragraph, one);
  if (tone === 'guilt') return isInCourt(paragraph, one) || ownsUp(tokens, next);
  if (tone === 'doubt') return isDoubtSpelledOut(paragraph, one);
  // "has not revealed what was paid"
  return tone === 'unveil' && isQuestion(tokens, next);
}

/** "Falsely claimed", "did not admit", "refused to concede": the verb is meant as it stands. */
function isTurned(tokens: Tokens, { first, verb }: Standing): boolean {
  for (let i = first - 1; i < verb; i++)
    if (turning.has(wordAt(tokens, i)) && !(wordAt(tokens, i) === 'to' && ready.has(wordAt(tokens, i - 1))))
      return true;
  return false;
}

/** "Keen to point out", "at pains to": it was said. */
const ready = wordList('ready to say');

const turning = wordList('words that turn a verb');

/** "Insisted on a sale", "insisted that the army halt": a demand, and no other verb says so. */
function isDemand({ tokens, sentences }: Paragraph, { sentence, next, lemma }: Standing): boolean {
  const word = wordAt(tokens, next);
  // "insisted on Friday that" tells when
  if (word === 'upon' || (word === 'on' && !has(tokens, next + 1, Shape.capital))) return true;
  if (lemma !== 'insist' || has(tokens, next, Shape.mark)) return false;
  const limit = sentences[sentence]?.lastToken ?? tokens.length;
  const from = (thatBehind(tokens, next, limit) ?? next - 1) + 1;
  return !has(tokens, from, Shape.quoted) && !statesWhatIs(tokens, from, limit);
}

/** "Admitted taking the money", "confessed to lying": somebody owns up, and the verb says so. */
const ownsUp = (tokens: Tokens, behind: number): boolean =>
  wordAt(tokens, behind) === 'to' || wordAt(tokens, behind).endsWith('ing');

/** A plea or a confession before a court is a fact of the record. */
function isInCourt({ tokens, sentences }: Paragraph, { sentence }: Standing): boolean {
  const { firstToken, lastToken } = sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let i = firstToken; i < lastToken; i++)
    if (court.has(wordAt(tokens, i)) && !has(tokens, i, Shape.quoted)) return true;
  return false;
}

const court = wordList('words of the court');

const isQuestion = (tokens: Tokens, i: number): boolean =>
  wordAt(tokens, i) !== 'that' && (classesOf(recordAt(tokens, i)) & Class.question) !== 0;
