// A vote and those who cast it: "480 votes, 412 for and 60 against, none spoiled", "the 12 members voted eight to three with two
// abstentions". More votes than voters are wrong; fewer only where the sentence says that nobody is left.
import { type WordList, wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber, figures } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, type Tokens, wordAt } from '../../document/token';
import { isPrecise, type Quantity, quantitiesIn } from '../../language/quantities';

export interface Ballot {
  /** How many votes there were, or voters. Offsets relative to the paragraph, as those of `parts`. */
  readonly total: Quantity;
  /** For, against, and abstentions where they are told. */
  readonly parts: readonly Quantity[];
  readonly sum: number;
  readonly agrees: boolean;
}

/** What a total of votes counts. */
const aBallot = figures.word((word) => ballots.has(word) || voters.has(word));

/** Every ballot that is told with its total, right or wrong: one a sentence. */
export const ballotsOf = perParagraphWith([aBallot, aNumber], [], (paragraph: Paragraph): readonly Ballot[] =>
  inSentences(paragraph, (sentence) => {
    const { tokens } = paragraph;
    const counts = quantitiesIn(paragraph, sentence).filter((one) => one.kind === 'count' && isPrecise(tokens, one));
    const sides = sidesOf(tokens, counts);
    if (sides.length < 2) return [];
    const said = new Set(tokens.word.slice(sentence.firstToken, sentence.lastToken));
    const total = counts.find((one) => !sides.includes(one) && isTotal(tokens, said, one));
    if (!total) return [];
    const parts = [...sides, ...counts.filter((one) => one !== total && !sides.includes(one) && isRest(tokens, one))];
    // somebody else is counted there: whoever that is may be one of them
    if (parts.length + 1 < counts.length) return [];
    const sum = parts.reduce((all, { value }) => all + value, 0);
    return [
      { total, parts, sum, agrees: sum === total.value || (sum < total.value && !leavesNobody(tokens, sentence)) },
    ];
  }),
);

/** "412 for and 60 against"; "eight to three", "91-40": two counts with nothing but that between them. */
function sidesOf(tokens: Tokens, counts: readonly Quantity[]): readonly Quantity[] {
  const inFavour = counts.find(({ last }) => saysWithin(tokens, last, favour));
  const opposed = counts.find(({ last }) => saysWithin(tokens, last, against));
  if (inFavour && opposed && inFavour !== opposed) return [inFavour, opposed];
  for (const [i, one] of counts.entries()) {
    const next = counts[i + 1];
    if (next && next.first === one.last + 1 && joins.has(wordAt(tokens, one.last))) return [one, next];
  }
  return [];
}

const joins: ReadonlySet<string> = new Set(['to', '-', '–']);
const favour = wordList('votes for');
const against = wordList('votes against');
const abstained = wordList('votes for nobody');
const nobody = wordList('words for nobody left');

/** Words behind a count in which its side stands: "412 were in favour". */
const SIDE_WITHIN = 4;

/** One of the words stands behind the count, before any other number. */
function saysWithin(tokens: Tokens, from: number, words: WordList): boolean {
  for (let i = from; i < from + SIDE_WITHIN && !has(tokens, i, Shape.number); i++) {
    if (words.has(wordAt(tokens, i))) return true;
    if (has(tokens, i, Shape.mark) || wordAt(tokens, i) === 'and') return false;
  }
  return false;
}

const isRest = (tokens: Tokens, { last }: Quantity): boolean => saysWithin(tokens, last, abstained);

const voters = wordList('voters');
const ballots: ReadonlySet<string> = new Set(['votes', 'ballots']);

/** "480 votes" that were cast, "the 12 members" who voted. "By 14 votes to nine" is no total. @param said the sentence's words. */
function isTotal(tokens: Tokens, said: ReadonlySet<string>, { first, last }: Quantity): boolean {
  const head = wordAt(tokens, last);
  if (ballots.has(head)) return wordAt(tokens, last + 1) !== 'to' && said.has('cast');
  return voters.has(head) && wordAt(tokens, first - 1) === 'the' && said.has('voted');
}

/** "None was spoiled": all have been counted. */
const leavesNobody = ({ word }: Tokens, { firstToken, lastToken }: Sentence): boolean =>
  word
    .slice(firstToken, lastToken)
    .some((w, i, all) => nobody.has(w) && all.slice(i + 1, i + 4).some((v) => abstained.has(v)));
