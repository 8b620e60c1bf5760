// Sentences of a paragraph.
import type { Quotation, Sentence } from '../paragraph';
import type { Tokens } from '../token';

export function sentencesIn(text: string, tokens: Tokens, _quotations: readonly Quotation[]): Sentence[] {
  return tokens.length
    ? [{ start: tokens.start[0] ?? 0, end: text.trimEnd().length, firstToken: 0, lastToken: tokens.length }]
    : [];
}
