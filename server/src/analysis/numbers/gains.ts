// What there was before, what came or went, and what there is now: "won 12 more seats for a total of 40; before, it had 25".
import { perParagraphWith } from '../../document/gates';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { aNumber, figures, type Quantity, quantitiesIn, quantitiesOf } from '../../language/quantities';
import { wordList } from '../../lexicon/word-lists';
import { stepOf } from './precision';

export interface Gain {
  /** What there was before. Offsets relative to the paragraph, as of all three. */
  readonly before: Quantity;
  readonly change: Quantity;
  readonly now: Quantity;
  readonly lost: boolean;
  /** What there was before by the other two. */
  readonly real: number;
}

const gained = wordList('verbs of a gain');
const lostOf = wordList('verbs of a loss');
const more = wordList('words for more of the same');
const sums = wordList('words that lead to a new total');
const past = wordList('words for the time before');
const had = wordList('verbs of having had');
const aSum = figures.word((word) => sums.has(word));
const aPast = figures.word((word) => past.has(word) || word === 'from');

/**
 * A number before, a gain or loss, and a number now that do not agree: "won 12 more seats for a total of 40; before, it had 25".
 * Nothing inside quotation marks, and nothing that rounding explains.
 */
export const gainsThatDiffer = perParagraphWith([aSum, aPast, aNumber], [], (p: Paragraph): readonly Gain[] =>
  inSentences(p, (sentence, at) => {
    const told = gainIn(p, sentence);
    if (!told) return [];
    const before = fromBehind(p, told.now) ?? ownBefore(p, sentence, at, told);
    if (!before || !isExact(p, before)) return [];
    const real = told.now.value + (told.lost ? told.change.value : -told.change.value);
    const slack = [before, told.change, told.now].map((one) => stepOf(p, one)).reduce((a, b) => a + b, -3);
    return Math.abs(before.value - real) <= Math.max(0, slack) ? [] : [{ ...told, before, real }];
  }),
);

type Told = Omit<Gain, 'before' | 'real'> & { readonly unit: string };

/** Tokens between the change and the new total, at most. */
const TOTAL_WITHIN = 9;

/** "Netted an additional 66 seats, totalling 365", "lost three ships, leaving it with 12". */
function gainIn(p: Paragraph, sentence: Sentence): Told | undefined {
  const { tokens } = p;
  const numbers = quantitiesIn(p, sentence);
  for (const [k, change] of numbers.entries()) {
    const now = numbers[k + 1];
    if (!now || change.kind !== 'count' || now.kind !== 'count') continue;
    if (!isExact(p, change) || !isExact(p, now) || now.first - change.last > TOTAL_WITHIN) continue;
    const verb = verbBefore(p, sentence, change);
    const unit = unitBehind(p, change);
    if (!verb || !unit) continue;
    const lost = lostOf.has(verb);
    const between = tokens.word.slice(change.last, now.first);
    const sum = between.find((word) => sums.has(word));
    if (!sum || lost !== (sum === 'leaving')) continue;
    // "totalling 365 votes" counts something else
    const other = unitBehind(p, now);
    if (other && other !== unit) continue;
    return { change, now, lost, unit };
  }
  return undefined;
}

/** "66", "an additional 66", "just 318": a word before it that takes nothing from it is no doubt. */
function isExact({ tokens }: Paragraph, { first, last, vague, upTo, bound }: Quantity): boolean {
  if (vague || upTo !== undefined || has(tokens, first, Shape.quoted)) return false;
  return (
    bound === undefined ||
    (bound === 'about' &&
      tokens.word.slice(first, last).some((word) => exact.has(word)) &&
      !/^(?:over|under)$/.test(wordAt(tokens, first + 1)))
  );
}

const exact = wordList('words that leave a number exact');

/** The verb of the change: one that can only mean more, or another with "more", "additional" beside the number. */
function verbBefore({ tokens }: Paragraph, { firstToken }: Sentence, { first, last }: Quantity): string | undefined {
  const near = tokens.word.slice(Math.max(firstToken, first - 4), last);
  const verb = near.findLast((word) => gained.has(word) || lostOf.has(word));
  if (!verb) return undefined;
  const says = lostOf.has(verb) || near.some((word) => more.has(word)) || more.has(wordAt(tokens, last));
  return says || verb === 'gained' || verb === 'added' ? verb : undefined;
}

/** "Seats" in "66 more seats": the first plural behind it. */
function unitBehind({ tokens }: Paragraph, { last }: Quantity): string | undefined {
  for (let i = last; i < last + 3; i++) {
    if (!has(tokens, i, Shape.word)) return undefined;
    const word = wordAt(tokens, i);
    if (/^\p{L}{3,}s$/u.test(word)) return word;
  }
  return undefined;
}

/** "…, up from 299", "… from 299": right behind the new total and its unit. */
function fromBehind(p: Paragraph, now: Quantity): Quantity | undefined {
  const { tokens } = p;
  for (let i = now.last; i < now.last + 4; i++) if (wordAt(tokens, i) === 'from') return quantitiesOf(p).at.get(i + 1);
  return undefined;
}

/** "Before the vote it had 318 seats": of the same unit, and of nobody else, in this sentence or one of the two next to it. */
function ownBefore(p: Paragraph, sentence: Sentence, at: number, told: Told): Quantity | undefined {
  for (let k = Math.max(0, at - 2); k <= at + 2; k++) {
    const other = p.sentences[k];
    const before = other && beforeIn(p, other, told);
    if (before && (other === sentence || sharesName(p, sentence, other))) return before;
  }
  return undefined;
}

function beforeIn(p: Paragraph, sentence: Sentence, { change, now, unit }: Told): Quantity | undefined {
  const { tokens } = p;
  const { firstToken, lastToken } = sentence;
  const words = tokens.word.slice(firstToken, lastToken);
  if (!words.some((word) => past.has(word))) return undefined;
  return quantitiesIn(p, sentence).find((one) => {
    if (one === change || one === now || one.kind !== 'count' || unitBehind(p, one) !== unit) return false;
    const lead = tokens.word.slice(Math.max(firstToken, one.first - 4), one.first);
    return lead.some((word) => had.has(word)) && !lead.some((word) => more.has(word));
  });
}

/** The same name in both, or a pronoun in the second and no other name. */
function sharesName(p: Paragraph, one: Sentence, other: Sentence): boolean {
  const [mine, theirs] = [namesIn(p, one), namesIn(p, other)];
  if (theirs.length === 0) return p.tokens.word.slice(other.firstToken, other.lastToken).some((word) => own.has(word));
  return theirs.some((name) => mine.includes(name));
}

const own = wordList('pronouns of a body');

const namesIn = ({ tokens }: Paragraph, { firstToken, lastToken }: Sentence): string[] =>
  tokens.word
    .slice(firstToken, lastToken)
    .filter((_, k) => has(tokens, firstToken + k, Shape.capital) && !has(tokens, firstToken + k, Shape.initial));
