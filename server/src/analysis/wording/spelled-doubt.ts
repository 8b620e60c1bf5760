// Doubt that is spelled out beside "claimed": nothing bears it out, it could not be verified, or what was seen says otherwise. Then the
// doubt is the news, and the verb is the exact one.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { perParagraph } from '../../document/memo';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { Class, classesOf } from '../../language/word-classes';
import type { Standing } from './loaded-verbs';

/** "Claimed, without evidence, that", "…, a claim that could not be verified", "…, but video showed": beside it or in the next sentence. */
export function isDoubtSpelledOut({ tokens, sentences }: Paragraph, { sentence, next }: Standing): boolean {
  const here = sentences[sentence];
  const below = sentences[sentence + 1];
  if (!here) return false;
  return (
    hasDoubt(tokens, here.firstToken, here.lastToken) ||
    isUnproved(tokens, behindClaim(tokens, next, here.lastToken), here.lastToken) ||
    (below !== undefined && opens(tokens, below)) ||
    isSetAgainst(tokens, next, below?.lastToken ?? here.lastToken)
  );
}

/** A paragraph begins with the doubt about what the one above ends with: "The claim could not be verified." */
export const opensWithDoubt = perParagraph(({ tokens, sentences }): boolean => {
  const [first] = sentences;
  return first !== undefined && opens(tokens, first);
});

const opens = (tokens: Tokens, { firstToken, lastToken }: Paragraph['sentences'][number]): boolean =>
  hasDoubt(tokens, firstToken, lastToken) || isUnproved(tokens, firstToken, lastToken);

const doubts = wordList('words that spell out doubt');

function hasDoubt(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doubts.has(wordAt(tokens, i)) && !has(tokens, i, Shape.quoted)) return true;
  return false;
}

/** Behind the claim itself, at a comma, a dash or a turn: what stands there is the paper's. */
function behindClaim(tokens: Tokens, next: number, to: number): number {
  let i = next;
  while (i < to && !has(tokens, i, Shape.mark) && !turns.has(wordAt(tokens, i))) i++;
  return i;
}

/** Tokens between a denial and what would have been the proof: "no independent confirmation", "could not immediately be verified". */
const DENIED_WITHIN = 5;

/** "Could not be verified", "was unable to confirm", "no sign of it". */
function isUnproved(tokens: Tokens, from: number, to: number): boolean {
  let denied = -1 - DENIED_WITHIN;
  for (let i = from; i < to; i++) {
    if (has(tokens, i, Shape.quoted)) continue;
    const word = wordAt(tokens, i);
    if (classesOf(recordAt(tokens, i)) & Class.negation || unable.has(word)) denied = i;
    else if (proofs.has(word) && i - denied <= DENIED_WITHIN) return true;
  }
  return false;
}

const unable = wordList('words for what cannot be done');
const proofs = wordList('words for proof');

/** "…; official figures show it rose", "But video from the town showed": behind what turns, what was recorded or seen speaks. */
function isSetAgainst(tokens: Tokens, from: number, to: number): boolean {
  let turned = false;
  for (let i = from; i < to; i++) {
    if (has(tokens, i, Shape.quoted)) continue;
    turned ||= turns.has(wordAt(tokens, i));
    if (turned && isSeen(tokens, i) && shows.has(verbBehind(tokens, i, to))) return true;
  }
  return false;
}

const turns = wordList('turns against what was said');
const shows = wordList('what a document does');

const isSeen = (tokens: Tokens, i: number): boolean =>
  (classesOf(recordAt(tokens, i)) & Class.document) !== 0 || eyes.has(wordAt(tokens, i));
const eyes = wordList('what sees for itself');

/** Tokens of the phrase between a record and what it shows: "video from the town showed". */
const PHRASE = 6;

/** The word behind a noun, and behind the phrase that belongs to it. */
function verbBehind(tokens: Tokens, noun: number, to: number): string {
  const opensPhrase = classesOf(recordAt(tokens, noun + 1)) & Class.preposition;
  for (let i = noun + 1; opensPhrase && i < Math.min(to, noun + PHRASE); i++) {
    if (has(tokens, i, Shape.mark)) break;
    if (shows.has(wordAt(tokens, i))) return wordAt(tokens, i);
  }
  return wordAt(tokens, noun + 1);
}
