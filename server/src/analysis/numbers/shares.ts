// Percentages of one whole: "45 percent are for it, 40 percent against and 18 percent undecided" come to more than there is.
import { type WordList, wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber, aPercentage } from '../../language/quantities';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import type { Tokens } from '../../document/token';
import { isPrecise, type Quantity, quantitiesIn } from '../../language/quantities';

export interface Shares {
  /** Offsets relative to the paragraph. */
  readonly parts: readonly Quantity[];
  readonly sum: number;
  /** The most that the parts of one whole can come to, each rounded up. */
  readonly most: number;
}

/**
 * Lists of percentages that cannot be more than all: one of them is for the rest, two are for and against, or what can be given once
 * only is shared out. Right or wrong.
 */
export const sharesOf = perParagraphWith([aPercentage, aNumber], [], (paragraph: Paragraph): readonly Shares[] =>
  inSentences(paragraph, (sentence) => {
    const parts = quantitiesIn(paragraph, sentence).filter(({ kind }) => kind === 'percent');
    if (!parts.every((part) => isPrecise(paragraph.tokens, part)) || compares(paragraph.tokens, sentence)) return [];
    const whole =
      parts.length === 2
        ? areOpposed(paragraph.tokens, sentence, parts)
        : parts.length > 2 &&
          (parts.some((part) => isRest(paragraph.tokens, sentence, part)) || areSharedOut(paragraph.tokens, parts));
    if (!whole) return [];
    const sum = parts.reduce((total, { value }) => total + value, 0);
    return [{ parts, sum, most: 100 + parts.length / 2 }];
  }),
);

/** Who is left when all others have answered. */
const rest = wordList('answers of the rest');
const REST_WITHIN = 5;

function isRest({ word }: Tokens, { lastToken }: Sentence, { last }: Quantity): boolean {
  return word.slice(last, Math.min(lastToken, last + REST_WITHIN)).some((w) => rest.has(w));
}

const yes = wordList('answers for');
const no = wordList('answers against');

/** "55 percent in favour and 48 percent against": one answer for and one against, each behind its number. */
function areOpposed({ word }: Tokens, { lastToken }: Sentence, parts: readonly Quantity[]): boolean {
  const [one, other] = parts.map(({ last }, i) =>
    word.slice(last, Math.min(parts[i + 1]?.first ?? lastToken, last + ANSWER_WITHIN)),
  );
  const says = (words: readonly string[] = [], answer: WordList): boolean => words.some((w) => answer.has(w));
  return (says(one, yes) && says(other, no)) || (says(one, no) && says(other, yes));
}
const ANSWER_WITHIN = 6;

const given = wordList('what is given once');

/** "60 percent of the money goes to schools, 30 percent to roads and 15 percent to ports": the same word leads to each. */
function areSharedOut({ word }: Tokens, [first, ...others]: readonly Quantity[]): boolean {
  const joint = word[others[0]?.last ?? 0] ?? '';
  if (!first || !leads.has(joint)) return false;
  const told = word.slice(first.last, others[0]?.first);
  return (
    told.length <= TOLD_WITHIN &&
    told[0] === 'of' &&
    told.slice(1, 4).some((w) => given.has(w)) &&
    told.includes(joint) &&
    others.every((one) => word[one.last] === joint && /^(?:,|and)$/.test(word[one.first - 1] ?? ''))
  );
}
const leads = wordList('before who gets a share');
const TOLD_WITHIN = 10;

/**
 * Percentages over 100 of something that has no more than all: a turnout, a share of people or votes. A share issue or a target
 * may have more.
 */
export const impossibleShares = perParagraphWith(
  [aPercentage, aNumber],
  [],
  (paragraph: Paragraph): readonly Quantity[] =>
    inSentences(paragraph, (sentence) =>
      quantitiesIn(paragraph, sentence).filter(
        (part) =>
          part.kind === 'percent' &&
          part.value > 100 &&
          isPrecise(paragraph.tokens, part) &&
          isOfAll(paragraph.tokens, sentence, part),
      ),
    ),
);

const counted = wordList('what is counted in shares');

function isOfAll({ word }: Tokens, { firstToken }: Sentence, { first, last }: Quantity): boolean {
  if (word[last] === 'of')
    return word.slice(last + 1, last + 5).some((w) => counted.has(w)) && word[last + 1] !== 'what';
  const before = word.slice(Math.max(firstToken, first - 4), first);
  return before.includes('turnout') && /^(?:was|of|at|reached|hit)$/.test(before.at(-1) ?? '');
}

/** Two wholes, or one at two times: such percentages are not added. */
const comparing = wordList('words of comparison');

const compares = ({ word }: Tokens, { firstToken, lastToken }: Sentence): boolean =>
  word.slice(firstToken, lastToken).some((w) => comparing.has(w));
