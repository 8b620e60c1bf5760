// A slip of the copy: what any reader sees is wrong, whatever the story says.
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens, wordAt } from '../../document/token';
import { perWord } from '../../document/word';
import { isPlainWord } from '../../lexicon/plain-words';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

export type SlipKind =
  | 'doubled'
  | 'article'
  | 'stops'
  | 'space'
  | 'lower-case'
  | 'run-on'
  | 'unfinished'
  | 'no-end'
  | 'lost-word';

/** In the offsets of its paragraph. */
export interface Slip extends Span {
  readonly kind: SlipKind;
  /** What is seen, in a few words of desk language. */
  readonly what: string;
  readonly edit?: TextEdit;
}

export const slipAt = (
  { tokens }: Paragraph,
  first: number,
  last: number,
  kind: SlipKind,
  what: string,
  edit?: TextEdit,
): Slip => ({ ...spanOf(tokens, first, last), kind, what, ...(edit && { edit }) });

/** A word in a dictionary, by its record. */
export const plain = perWord(isPlainWord);

/** True where nothing but one space stands between the token and the next. */
export const isNext = (tokens: Tokens, i: number): boolean =>
  (tokens.start[i + 1] ?? 0) - (tokens.end[i] ?? 0) === 1 && wordAt(tokens, i + 1) !== '';

export const touches = (tokens: Tokens, i: number): boolean => tokens.end[i] === tokens.start[i + 1];

export const isLower = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.word) && !has(tokens, i, Shape.capital | Shape.number);
