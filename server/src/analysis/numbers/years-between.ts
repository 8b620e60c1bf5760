// "Eight years earlier, at the 1972 convention", behind a sentence of 1984: the years between two years.
import { perParagraphWith } from '../../document/gates';
import { inSentences, type Paragraph } from '../../document/paragraph';
import { wordAt } from '../../document/token';
import { aNumber, figures, isPrecise, quantitiesIn } from '../../language/quantities';
import type { Span } from '../../text/span';

export interface YearsBetween {
  /** "Eight years". Relative to the paragraph. */
  readonly told: Span & { readonly value: number };
  readonly from: Span & { readonly year: number };
  readonly to: Span & { readonly year: number };
}

const aTurn = figures.word((word) => word === 'earlier' || word === 'later');

/**
 * Counts of years that are wrong: "eight years earlier, at the 1972 convention" where the two sentences before name no year that
 * is so far away.
 */
export const yearsThatDiffer = perParagraphWith([aTurn, aNumber], [], (p: Paragraph): readonly YearsBetween[] =>
  inSentences(p, (sentence, at) => {
    const [first, ...more] = quantitiesIn(p, sentence);
    if (!first || first.first - sentence.firstToken > 1 || first.kind !== 'count' || !isPrecise(p.tokens, first))
      return [];
    const turn = wordAt(p.tokens, first.last + 1);
    if (!/^years?$/.test(wordAt(p.tokens, first.last)) || (turn !== 'earlier' && turn !== 'later')) return [];
    const named = more.find(({ kind, first: token }) => kind === 'year' && token - first.last <= NEAR);
    if (!named || !opensWhen(p, first.last + 2, named.first)) return [];
    const before = [at - 1, at - 2].flatMap((k) => {
      const one = p.sentences[k];
      return one ? quantitiesIn(p, one).filter(({ kind }) => kind === 'year') : [];
    });
    const from = before[0];
    const sign = turn === 'later' ? 1 : -1;
    if (!from || before.some(({ value }) => Math.abs(value + sign * first.value - named.value) <= 1)) return [];
    return [{ told: first, from: { ...from, year: from.value }, to: { ...named, year: named.value } }];
  }),
);

/** Tokens between "years earlier" and the year. */
const NEAR = 6;

/** ", in 1972", ", at the 1972 convention": nothing but that between. */
function opensWhen({ tokens }: Paragraph, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^(?:,|in|at|during|the|his|her|their)$/.test(wordAt(tokens, i))) return false;
  return true;
}
