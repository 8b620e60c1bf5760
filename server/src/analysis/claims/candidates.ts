// Claim candidates: sentences of one paragraph that read like something a desk wants sourced, before anybody asks whose it is.
import { inSentences, type Paragraph, type Sentence } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { spanOf } from '../../document/token';
import { type ClaimClass, claimPatterns, families, type Family } from '../../lexicon/claims/load';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { matchesIn } from '../../language/patterns';
import { type PatternBook, patternBook } from '../../language/pattern-book';

/** A run of words that a family of claim patterns fits. Offsets relative to the paragraph. */
export interface Candidate extends Span {
  readonly class: ClaimClass;
  readonly family: Family;
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/**
 * Words that read like something a desk wants sourced, in order of place: in each sentence the first of each family. None
 * outside running copy.
 */
export const claimCandidates = perParagraph((paragraph: Paragraph): readonly Candidate[] =>
  isProse(paragraph.role) ? inSentences(paragraph, (s, i) => candidatesIn(paragraph, s, i)) : none,
);

let book: PatternBook<Family> | undefined;

const none: readonly never[] = [];

function candidatesIn(paragraph: Paragraph, sentence: Sentence, index: number): readonly Candidate[] {
  book ??= patternBook(claimPatterns(), (id) => families().get(id) as Family);
  const matches = matchesIn(book, paragraph, sentence);
  if (!matches.length) return none;
  const first = new Map<Family, Candidate>();
  for (const match of matches) {
    if (first.has(match.is)) continue;
    first.set(match.is, {
      class: match.is.class,
      family: match.is,
      sentence: index,
      first: match.first,
      last: match.last,
      ...spanOf(paragraph.tokens, match.first, match.last),
    });
  }
  return [...first.values()];
}
