// One paragraph's facts, from its text.
import type { Paragraph, Quotation, Sentence } from '../paragraph';
import type { Role } from '../role';
import { has, Shape, type Tokens } from '../token';
import { guessCapitals, isAllCaps } from './capitals';
import { languageOf } from './language';
import { leavesOpen, quotationsIn } from './quotations';
import { sentencesIn } from './sentences';
import { tokenise } from './tokens';

/** @param running a quotation left open by the paragraph before runs into this one. */
export function readParagraph(text: string, role: Role, running: boolean): Paragraph {
  const tokens = tokenise(text);
  const allCaps = isAllCaps(text, tokens);
  const quotations = quotationsIn(text, tokens, running);
  const sentences = sentencesIn(text, tokens, quotations);
  // sentences are told by capitals as they stand
  if (allCaps) guessCapitals(tokens);
  markQuoted(tokens, quotations);
  markInitial(tokens, sentences);
  return {
    text,
    role,
    tokens,
    sentences,
    quotations,
    language: languageOf(tokens),
    allCaps,
    leavesOpen: leavesOpen(quotations),
  };
}

function markQuoted({ shape }: Tokens, quotations: readonly Quotation[]): void {
  for (const { level, firstToken, lastToken, closed } of quotations) {
    if (level > 0) continue;
    const last = closed ? lastToken - 1 : lastToken;
    for (let i = firstToken; i < last; i++) shape[i] = (shape[i] as number) | Shape.quoted;
  }
}

function markInitial(tokens: Tokens, sentences: readonly Sentence[]): void {
  for (const { firstToken, lastToken } of sentences) {
    let i = firstToken;
    while (i < lastToken - 1 && has(tokens, i, Shape.mark)) i++;
    tokens.shape[i] = (tokens.shape[i] as number) | Shape.initial;
  }
}
