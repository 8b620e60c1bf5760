// Totals told apart: "15 people: nine men and four women". A total and, right behind it, the parts it is made of.
import type { Paragraph, Sentence } from '../../document/paragraph';
import { has, Shape, spanOf, wordAt } from '../../document/token';
import { data as people } from '../../lexicon/numbers/kinds-of-people.data';
import type { Span } from '../../text/span';
import { perParagraph } from '../memo';
import { type Quantity, quantitiesOf } from './quantities';

/** One of the parts; tokens `[first, last)` are its number. */
export interface Part extends Span {
  readonly first: number;
  readonly last: number;
  readonly value: number;
}

/** A total with all its parts. */
export interface Division {
  readonly total: Quantity;
  readonly parts: readonly Part[];
  readonly sum: number;
}

/** In order of place, right or wrong. Only exact counts, and nothing inside quotation marks: that sum is the speaker's. */
export const divisionsOf = perParagraph((paragraph: Paragraph): readonly Division[] =>
  paragraph.sentences.flatMap((sentence) => {
    const counts = quantitiesOf(paragraph).list.filter((q) => isWithin(q, sentence) && isExact(paragraph, q));
    return counts.flatMap((total) => divisionAt(paragraph, sentence, total) ?? []);
  }),
);

const isWithin = ({ first, last }: Quantity, { firstToken, lastToken }: Sentence): boolean =>
  first >= firstToken && last <= lastToken;

const isExact = ({ tokens }: Paragraph, { kind, vague, bound, upTo, first }: Quantity): boolean =>
  kind === 'count' && !vague && bound === undefined && upTo === undefined && !has(tokens, first, Shape.quoted);

/** Words between a number and the mark behind its noun, at most. */
const NOUN_WITHIN = 4;

function divisionAt(p: Paragraph, sentence: Sentence, total: Quantity): Division | undefined {
  const mark = markBehind(p, total.last);
  if (mark === undefined) return undefined;
  const parts = listed(p, sentence, mark);
  if (parts.length < 2) return undefined;
  const behind = wordAt(p.tokens, mark);
  // behind a comma the list may simply go on: only people told apart into kinds of people are parts beyond doubt
  if (behind === ',' && !(isTotal(p, total, mark) && parts.every((part) => isKind(p, part)))) return undefined;
  return { total, parts, sum: parts.reduce((sum, { value }) => sum + value, 0) };
}

const openers: ReadonlySet<string> = new Set([':', '(', '—', '–', '--', ',']);

function markBehind({ tokens }: Paragraph, from: number): number | undefined {
  for (let i = from + 1; i <= from + NOUN_WITHIN; i++) {
    if (openers.has(wordAt(tokens, i))) return i;
    if (!has(tokens, i, Shape.word)) return undefined;
  }
  return undefined;
}

/** "nine men, three women and a child" right behind `mark`, where the list ends as a list of parts does. */
function listed(p: Paragraph, { lastToken }: Sentence, mark: number): Part[] {
  const { tokens } = p;
  const parts: Part[] = [];
  let at = mark + 1;
  for (let joined = false; ; ) {
    const part = partAt(p, at);
    if (!part) return [];
    parts.push(part);
    at = part.last;
    for (let noun = 0; at < lastToken && has(tokens, at, Shape.word) && wordAt(tokens, at) !== 'and'; at++)
      if (++noun > NOUN_WITHIN) return [];
    if (joined) return ends(tokens.word[at]) ? parts : [];
    if (wordAt(tokens, at) === ',') at++;
    joined = wordAt(tokens, at) === 'and';
    if (joined) at++;
  }
}

/** An exact count, or "a" and a noun. */
function partAt(p: Paragraph, at: number): Part | undefined {
  const count = quantitiesOf(p).at.get(at);
  if (count) return isExact(p, count) ? count : undefined;
  const one = /^an?$/.test(wordAt(p.tokens, at)) && has(p.tokens, at + 1, Shape.word);
  return one ? { first: at, last: at + 1, value: 1, ...spanOf(p.tokens, at, at + 2) } : undefined;
}

const ends = (word: string | undefined): boolean => word === undefined || /^(?:[.,;:)]|--|—|–)$/.test(word);

const words = (line: string): ReadonlySet<string> =>
  new Set((people.split('\n').find((l) => l.startsWith(line)) ?? '').split(/\s+/).slice(1));
let totals: ReadonlySet<string> | undefined;
let kinds: ReadonlySet<string> | undefined;

const isTotal = ({ tokens }: Paragraph, { last }: Quantity, mark: number): boolean =>
  mark === last + 1 && (totals ??= words('total:')).has(wordAt(tokens, last));

function isKind({ tokens }: Paragraph, { last }: Part): boolean {
  for (let i = last; i < last + NOUN_WITHIN; i++) if ((kinds ??= words('part:')).has(wordAt(tokens, i))) return true;
  return false;
}
