// A word that stands twice: "of the the", "into a into a". What English may say twice ("had had", "that that") rests.
import { wordList } from '../../lexicon/word-lists';
import { perParagraph } from '../../document/memo';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import { isLower, isNext, type Slip, slipAt, touches } from './slip';

export const doubledWords: (paragraph: Paragraph) => readonly Slip[] = perParagraph((paragraph) => {
  const { tokens } = paragraph;
  const { record } = tokens;
  const found: Slip[] = [];
  if (!isEnglish(paragraph)) return found;
  for (let i = 1; i < record.length; i++) {
    if (record[i] === record[i - 1] && isDoubled(tokens, i - 1)) found.push(doubled(paragraph, i - 1));
    else if (record[i] === record[i - 2] && record[i - 1] === record[i - 3] && isPairTwice(tokens, i - 3))
      found.push(slipAt(paragraph, i - 3, i + 1, 'doubled', 'These words stand twice', cut(tokens, i - 1, i + 1)));
  }
  return found;
});

/** "Approved the the council": the first may stand where "by" was meant, so a person decides. */
function doubled(paragraph: Paragraph, i: number): Slip {
  const { tokens, text } = paragraph;
  const written = text.slice(tokens.start[i + 1], tokens.end[i + 1]);
  return slipAt(paragraph, i, i + 2, 'doubled', `“${written}” stands twice`, cut(tokens, i + 1, i + 2));
}

const cut = (tokens: Tokens, first: number, last: number): { start: number; end: number; text: string } => ({
  start: tokens.end[first - 1] as number,
  end: tokens.end[last - 1] as number,
  text: '',
});

function isDoubled(tokens: Tokens, i: number): boolean {
  const word = wordAt(tokens, i);
  if (!isWord(tokens, i) || !isWord(tokens, i + 1) || !isNext(tokens, i)) return false;
  // "Duran Duran", "Pago Pago"; "the The Lom Post" is none
  if (has(tokens, i + 1, Shape.capital) && (has(tokens, i, Shape.capital) || !small(tokens, i))) return false;
  // "a A$5 million" sale
  if (mayBeTwice.has(word) || (touches(tokens, i + 1) && !/^[.,;:?!)\]"”’']$/.test(wordAt(tokens, i + 2))))
    return false;
  if (word === 'that') return is(tokens, i + 2, Class.determiner | Class.subject) && !endsThought(tokens, i + 2);
  if (word === 'is' || word === 'was') return !tellsWhat(tokens, i);
  // "turned in in May", "gave up up north"
  if (is(tokens, i, Class.preposition) && particles.has(word)) return !isVerb(tokens, i - 1);
  return true;
}

const isWord = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.word) && !has(tokens, i, Shape.number) && !has(tokens, i, Shape.mark);

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;

const small = (tokens: Tokens, i: number): boolean =>
  is(tokens, i, Class.determiner | Class.preposition | Class.conjunction);

const mayBeTwice = wordList('words said twice');
const particles = wordList('particles of verbs');

const isVerb = (tokens: Tokens, i: number): boolean => verbFormOf(recordAt(tokens, i)) !== undefined;

/** "That that is so": the second points, and a verb or a stop follows. */
const endsThought = (tokens: Tokens, i: number): boolean =>
  is(tokens, i, Class.auxiliary | Class.be) || has(tokens, i, Shape.mark);

/** Tokens before "is is" in which "what" makes sense of it. */
const WHAT_WITHIN = 8;

/** "What it is is a start", "the trouble is is that": speech has these. */
function tellsWhat(tokens: Tokens, i: number): boolean {
  if (is(tokens, i - 1, Class.subject)) return true;
  for (let k = i - 1; k >= Math.max(0, i - WHAT_WITHIN); k--) if (wordAt(tokens, k) === 'what') return true;
  return false;
}

/** "In the in the", "into a into a": with an article, no idiom ("day by day by day"). */
const isPairTwice = (tokens: Tokens, i: number): boolean =>
  i >= 0 &&
  [i, i + 1, i + 2].every((k) => isWord(tokens, k) && isNext(tokens, k)) &&
  [i, i + 1, i + 3].every((k) => isLower(tokens, k)) &&
  articles.has(wordAt(tokens, i + 1));

const articles = wordList('articles');
