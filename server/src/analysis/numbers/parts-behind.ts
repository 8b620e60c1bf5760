// Parts in the sentence behind: "Ten people died. Four of the victims were men, three were women and two were children."
import { aNumber } from '../../language/quantities';
import { perParagraphWith } from '../../document/gates';
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { wordList } from '../../lexicon/word-lists';
import { areBothSexes, type Division, endsList, FAR, isExact, isKind, type SumPart, partAt } from './parts';
import { nounsFor } from './kinds-of-people';
import { type Quantity, quantitiesIn } from '../../language/quantities';

/** Totals whose parts stand in the sentence behind, in order: "Ten people died. Four were men, six women." */
export const partsBehindOf = perParagraphWith([aNumber], [], (paragraph: Paragraph): readonly Division[] => {
  const { sentences } = paragraph;
  return sentences.flatMap((sentence, i) => {
    const before = sentences[i - 1];
    const parts = before ? toldApart(paragraph, sentence) : [];
    const total = parts.length > 1 ? onlyPeopleIn(paragraph, before as Sentence) : undefined;
    if (!total || !areAllOfThem(paragraph, parts)) return [];
    const sum = parts.reduce((made, { value }) => made + value, 0);
    if (sum > total.value * FAR || total.value > sum * FAR) return [];
    return [{ total, parts, sum, agrees: sum === total.value }];
  });
});

/** Men and women, and who else is told by age: nobody is counted twice, and nobody is left. */
const areAllOfThem = (p: Paragraph, parts: readonly SumPart[]): boolean =>
  areBothSexes(p, parts) && parts.every((part) => kinds.some((kind) => isKind(p, part, kind)));

const kinds = ['male', 'female', 'age'] as const;

/** The one count of people there. */
function onlyPeopleIn(p: Paragraph, sentence: Sentence): Quantity | undefined {
  const counts = quantitiesIn(p, sentence).filter(({ kind }) => kind === 'count');
  const [total] = counts;
  if (counts.length !== 1 || !total || !isExact(p, total)) return undefined;
  return nounsFor('total').has(wordAt(p.tokens, total.last)) ? total : undefined;
}

/** "The dead were four men, …", or "Four of them were men, three were women and two were children" from the sentence's first word. */
function toldApart(p: Paragraph, { firstToken, lastToken }: Sentence): readonly SumPart[] {
  const { tokens } = p;
  const whole = behindWhole(p, firstToken);
  const isList = whole > firstToken && copula.has(wordAt(tokens, whole));
  const parts: SumPart[] = [];
  for (let at = isList ? whole + 1 : firstToken; at < lastToken; ) {
    const count = partAt(p, at, 'count');
    if (!count || parts.length === MOST) return none;
    const of = wordAt(tokens, count.last) === 'of' ? behindWhole(p, count.last + 1) : count.last;
    const isSaid = copula.has(wordAt(tokens, of));
    if (isList ? isSaid : !isSaid && !parts.length) return none;
    const noun = isSaid ? of + 1 : of;
    parts.push({ ...count, last: noun });
    at = noun;
    while (has(tokens, at, Shape.word) && at - noun < NOUN_WITHIN && wordAt(tokens, at) !== 'and') at++;
    if (endsList(wordAt(tokens, at)) && wordAt(tokens, at) !== ',') return parts;
    if (wordAt(tokens, at) === ',') at++;
    if (wordAt(tokens, at) === 'and') at++;
    else if (!partAt(p, at, 'count')) return parts;
  }
  return none;
}

const none: readonly SumPart[] = [];
const copula: ReadonlySet<string> = new Set(['were', 'was']);
const MOST = 6;
const NOUN_WITHIN = 3;

/** The token behind "the dead", "those killed", "them"; `at` where there is none. */
function behindWhole({ tokens }: Paragraph, at: number): number {
  if (wordAt(tokens, at) === 'them') return at + 1;
  const who = wordAt(tokens, at + 1);
  if (!(wordAt(tokens, at) === 'the' || wordAt(tokens, at) === 'those')) return at;
  return nounsFor('total').has(who) || fates.has(who) ? at + 2 : at;
}

const fates = wordList('what became of victims');
