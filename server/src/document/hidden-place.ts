// Where a character stands that nobody sees, and the kinds of them.
import type { Span } from '../text/span';

export const BOM = '\ufeff';
export const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
export const LINES = /[\u2028\u2029\u0085]/;
/** An end of file as DOS had it, the marks of a message on a line: all but the escape that colours a terminal. */
export const CONTROL = /^[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

export interface HiddenPlace extends Span {
  readonly text: string;
  readonly characters: string;
  readonly markup: boolean;
}

/** Units looked at on either side. */
const NEAR = 24;
export const before = ({ text, start }: HiddenPlace): string => text.slice(Math.max(0, start - NEAR), start);
export const after = ({ text, end }: HiddenPlace): string => text.slice(end, end + NEAR);
