// Slips at the edge of a quotation: a space or half a word where its first word was, a comma or two stops where it ends.
import { perParagraphWith, quotation } from '../document/gates';
import { isEnglish, type Paragraph, type Quotation } from '../document/paragraph';
import { has, recordAt, Shape, spanOf, type Tokens, wordAt } from '../document/token';
import { perWord, wordOf } from '../document/word';
import { isPlainWord } from '../lexicon/plain-words';
import { wordList } from '../lexicon/word-lists';
import { isPluralNoun } from '../language/noun-phrases';
import { verbFormOf } from '../language/verb-forms';
import { Class, classesOf } from '../language/word-classes';
import type { Span } from '../text/span';

/** `gap`: a space behind the opening mark. `cut`: the first word has lost its first letter. `stops`: two where it ends. */
export interface EdgeSlip extends Span {
  readonly fault: 'gap' | 'cut' | 'stops';
}

/** In order. Offsets relative to the paragraph; of double marks alone, for a single one may be an apostrophe. */
export const edgeSlips = perParagraphWith([quotation], [], (paragraph): readonly EdgeSlip[] => {
  if (!isEnglish(paragraph)) return [];
  return paragraph.quotations.flatMap((one) => {
    if (one.mark === "'" || one.mark === '‘') return [];
    const slip = gapAt(paragraph, one) ?? cutAt(paragraph, one);
    const stops = stopsAt(paragraph, one);
    return [...(slip ? [slip] : []), ...(stops ? [stops] : [])];
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
  if (
    lastToken - firstToken < SHORTEST ||
    !has(tokens, at, Shape.word) ||
    has(tokens, at, Shape.capital | Shape.number)
  )
    return undefined;
  if (tokens.end[firstToken] !== tokens.start[at] || tokens.start[at + 1] === tokens.end[at]) return undefined;
  return isCut(tokens, at) ? { ...spanOf(tokens, firstToken, at + 1), fault: 'cut' } : undefined;
}

/** Tokens of a quotation, its marks counted, that is no word cited for itself. */
const SHORTEST = 6;

function isCut(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at);
  // "hey have", "he incidents": they, the
  if (word === 'hey') return (classesOf(recordAt(tokens, at + 1)) & Class.auxiliary) !== 0;
  if (word === 'he') return isPluralNoun(recordAt(tokens, at + 1)) && !verbFormOf(recordAt(tokens, at + 1));
  return isRest(recordAt(tokens, at));
}

/** What is left of a word that has lost its first letter: "ecause", "ociety", "e". */
const isRest = perWord((word): boolean => {
  if (!/^[a-z]+$/.test(word) || isPlainWord(word) || standAlone.has(word)) return false;
  if (classesOf(wordOf(word)) !== 0) return false;
  if (word.length === 1) return true;
  return [...'abcdefghijklmnopqrstuvwxyz'].some(
    (letter) => isPlainWord(letter + word) || classesOf(wordOf(letter + word)) !== 0,
  );
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
