// Quotations of a paragraph.
import type { Quotation } from '../paragraph';
import type { Tokens } from '../token';

export function quotationsIn(_text: string, _tokens: Tokens, _running: boolean): Quotation[] {
  return [];
}
