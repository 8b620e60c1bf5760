// One paragraph's facts, from its text.
import type { Paragraph } from '../paragraph';
import type { Role } from '../role';
import { quotationsIn } from './quotations';
import { sentencesIn } from './sentences';
import { tokenise } from './tokens';

/** @param running a quotation left open by the paragraph before runs into this one. */
export function readParagraph(text: string, role: Role, running: boolean): Paragraph {
  const tokens = tokenise(text);
  const quotations = quotationsIn(text, tokens, running);
  const sentences = sentencesIn(text, tokens, quotations);
  return { text, role, tokens, sentences, quotations, language: 'en', allCaps: false, leavesOpen: false };
}
