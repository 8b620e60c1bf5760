// Totals told apart: "15 people: nine men and four women". A total and, behind it, the parts it is made of.
import { wordList } from '../../lexicon/word-lists';
import { perParagraphWith } from '../../document/gates';
import { aNumber } from '../../language/quantities';
import { looksLikePeople } from '../../language/noun-phrases';
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { has, Shape, spanOf, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { nounsFor, type PeopleKind } from './kinds-of-people';
import { stepOf } from './precision';
import { isPrecise, type Quantity, quantitiesIn, quantitiesOf } from '../../language/quantities';
import { type Tie, tieBehind } from './ties';

/** One of the parts; tokens `[first, last)` are its number. */
export interface SumPart extends Span {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** How far the number may be rounded; 1 for a count in words. */
  readonly step: number;
}

/** A total with its parts. */
export interface Division {
  readonly total: Quantity;
  readonly parts: readonly SumPart[];
  readonly sum: number;
  /** The parts make the total, or leave some out where they may. */
  readonly agrees: boolean;
}

/** In order of place. Only exact numbers, and nothing inside quotation marks: that sum is the speaker's. */
export const divisionsOf = perParagraphWith([aNumber], [], (paragraph: Paragraph): readonly Division[] =>
  inSentences(paragraph, (sentence) => {
    const totals = quantitiesIn(paragraph, sentence).filter((q) => isExact(paragraph, q));
    return totals.flatMap((total) => divisionAt(paragraph, sentence, total) ?? []);
  }),
);

/** What can be added up: told to the one, and by us. */
export const isExact = ({ tokens }: Paragraph, quantity: Quantity): boolean =>
  (quantity.kind === 'count' || quantity.kind === 'money') && isPrecise(tokens, quantity);

function divisionAt(p: Paragraph, sentence: Sentence, total: Quantity): Division | undefined {
  // "eight of the 12 ministers, six men and two women": told of the eight
  const isWhole = wordAt(p.tokens, total.first - 2) === 'of' && quantitiesOf(p).at.has(total.first - 3);
  const tie = isWhole ? undefined : tieBehind(p, sentence, total);
  const list = tie && listed(p, sentence, tie, total.kind);
  if (!list) return undefined;
  const { parts, among } = list;
  // "four of the victims were men, three were women": one of the parts itself
  if (tie.says === 'beside' && (wordAt(p.tokens, total.last) === 'of' || !areItsParts(p, total, tie, parts)))
    return undefined;
  const sum = parts.reduce((made, { value }) => made + value, 0);
  // "1,722,655 units, consisting of a share and a warrant": what each is made of
  if (sum > total.value * FAR || total.value > sum * FAR) return undefined;
  const off = sum - total.value;
  const rounding = roundingOf(p, total, parts);
  const complete = !among && (tie.says !== 'some' || areBothSexes(p, parts));
  if (off > 0 && !(tie.says === 'all' || tie.says === 'each') && !areApart(p, parts)) return undefined;
  return { total, parts, sum, agrees: Math.abs(off) <= rounding || (!complete && off < 0) };
}

/** Nobody is counted twice: "12 women and nine under 18" may be fewer than 21. */
const areApart = (p: Paragraph, parts: readonly SumPart[]): boolean =>
  areFromPlaces(p, parts) || areTaken(p, parts) || parts.every((part) => ages.some((kind) => isKind(p, part, kind)));

const ages = ['male', 'female', 'age'] as const;

/** How far a sum of rounded numbers may be from its rounded total. */
export const roundingOf = (p: Paragraph, total: Quantity, parts: readonly SumPart[]): number =>
  (parts.reduce((steps, { step }) => steps + step, stepOf(p, total)) - parts.length - 1) / 2 + EXACT;

/** Times that a slip may make of the sum: beyond it, the two are not of one whole. */
export const FAR = 2;

/** For the arithmetic of decimals. */
const EXACT = 1e-6;

/** Words that a part's noun may have, at most: "nine men in uniform". */
const NOUN_WITHIN = 5;

/** "six were taken to the hospital in Lom": words of a clause that tells of some, at most. */
const CLAUSE_WITHIN = 9;

/** A longer row of numbers is a table set as a line, and each number in it would be looked behind for all the others. */
const MOST_PARTS = 40;

/** "nine men, three women and a child" behind the tie, where the list ends as a list of parts does; `among` where it says so. */
function listed(
  p: Paragraph,
  { lastToken }: Sentence,
  tie: Tie,
  kind: Quantity['kind'],
): { readonly parts: readonly SumPart[]; readonly among: boolean } | undefined {
  const { tokens } = p;
  const parts: SumPart[] = [];
  let at = tie.last;
  for (let joined = false; ; ) {
    const part = partAt(p, tie.says === 'each' ? behindWith(p, at) : at, kind);
    // "12 women, nine of them pregnant": told of one of the parts
    if (!part || wordAt(tokens, part.last) === 'of' || parts.length === MOST_PARTS) return undefined;
    parts.push(part);
    at = part.last;
    for (
      let noun = 0;
      at < lastToken && has(tokens, at, Shape.word) && !/^(?:and|among)$/.test(wordAt(tokens, at));
      at++
    )
      if (++noun > (tie.says === 'some' ? CLAUSE_WITHIN : NOUN_WITHIN)) return undefined;
    if (joined) {
      const among = wordAt(tokens, at) === 'among';
      return among || endsList(tokens.word[at]) ? { parts, among } : undefined;
    }
    if (wordAt(tokens, at) === ',') at++;
    joined = wordAt(tokens, at) === 'and';
    if (joined) at++;
  }
}

/** "Labour with 14": the token behind "with". */
function behindWith({ tokens }: Paragraph, from: number): number {
  for (let at = from; at <= from + NOUN_WITHIN && has(tokens, at, Shape.word); at++)
    if (wordAt(tokens, at) === 'with') return at + 1;
  return from;
}

/** An exact number of the total's kind, or "a" and a noun. */
export function partAt(p: Paragraph, at: number, kind: Quantity['kind']): SumPart | undefined {
  const count = quantitiesOf(p).at.get(at);
  if (count) return isExact(p, count) && count.kind === kind ? { ...count, step: stepOf(p, count) } : undefined;
  const one = kind === 'count' && /^an?$/.test(wordAt(p.tokens, at)) && has(p.tokens, at + 1, Shape.word);
  return one ? { first: at, last: at + 1, value: 1, step: 1, ...spanOf(p.tokens, at, at + 2) } : undefined;
}

/** A stop, a mark or nothing. */
export const endsList = (word: string | undefined): boolean => word === undefined || /^(?:[.,;:)]|--|—|–)$/.test(word);

/** Beside a comma: people told apart into kinds of people, or into "six from the north and four from the south". */
function areItsParts(p: Paragraph, total: Quantity, tie: Tie, parts: readonly SumPart[]): boolean {
  const { tokens } = p;
  const counted = tokens.word.slice(total.last, tie.first);
  const named = counted.some(
    (word) =>
      nounsFor('total').has(word) || nounsFor('family').has(word) || (areBothSexes(p, parts) && looksLikePeople(word)),
  );
  // "the jury of 12, seven women and …"
  const bare = tie.first === total.last && wordAt(tokens, total.first - 1) === 'of';
  if ((named || bare) && parts.every((part) => isKind(p, part, 'part'))) return true;
  // "seven gold medals, one silver medal and three bronze": the first is a part like the others
  if (
    counted.includes('medals') &&
    !counted.some(metals.has) &&
    parts.every(({ last }) => metals.has(wordAt(tokens, last)))
  )
    return true;
  // "0.3 points for homes, 0.4 for roads and 0.1 for ports": the first is a part like the others
  return areFromPlaces(p, parts) && !counted.includes(wordAt(tokens, parts[0]?.last ?? 0));
}

const metals = wordList('medals');

/** "six from the north and four from the south", "nine in the first bus and four in the second": the same word behind each. */
function areFromPlaces({ tokens }: Paragraph, parts: readonly SumPart[]): boolean {
  const joint = wordAt(tokens, parts[0]?.last ?? 0);
  return joints.has(joint) && parts.every(({ last }) => wordAt(tokens, last) === joint);
}

const joints = wordList('joints between parts');

/** "six were taken to the hospital and four to the clinic": where the verb is told once, each goes to one of the places. */
function areTaken({ tokens }: Paragraph, [first, ...others]: readonly SumPart[]): boolean {
  if (!first || !others.length || !others.every(({ last }) => wordAt(tokens, last) === 'to')) return false;
  const told = tokens.word.slice(first.last, Math.min(first.last + CLAUSE_WITHIN, others[0]?.first ?? 0));
  return told.indexOf('to') > 0;
}

export const areBothSexes = (p: Paragraph, parts: readonly SumPart[]): boolean =>
  parts.some((part) => isKind(p, part, 'male')) && parts.some((part) => isKind(p, part, 'female'));

export function isKind({ tokens }: Paragraph, { last }: SumPart, kind: PeopleKind): boolean {
  const nouns = nounsFor(kind);
  for (let i = last; i < last + NOUN_WITHIN && has(tokens, i, Shape.word); i++)
    if (nouns.has(wordAt(tokens, i))) return true;
  return false;
}
