// A field of front matter: what it says, which characters of the file say it, and how the file has to write words there.
import type { Span } from '../../text/span';
import type { Piece } from './tags/tree';

/** How the file has a value. */
export interface Written {
  /**
   * In order: the file's own characters; or with `text` what an escape stands for, or a line end: `' '` where lines are folded, `'\n'`
   * where they stay, `'\n\n'` where a paragraph ends.
   */
  readonly pieces: readonly Piece[];
  /** How words are written there; nothing where they cannot be. */
  readonly write: (words: string) => string | undefined;
  /** What is read where the file has these characters inside the value. */
  readonly read: (written: string) => string | undefined;
  /** Behind the value, closing marks included. */
  readonly end: number;
}

export interface Field {
  readonly value: string;
  /** From 1, in the file. */
  readonly line: number;
  /** Absent where it could not be told which characters of the file say it. Offsets into the file. */
  readonly written?: Written;
}

/** Fields by key in small letters; those inside others by their path, `cover.caption`, `images.0.alt`. */
export type Fields = ReadonlyMap<string, Field>;

export const saidBy = (text: string, { pieces }: Pick<Written, 'pieces'>): string =>
  pieces.map(({ start, end, text: read }) => read ?? text.slice(start, end)).join('');

export const lineEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
};

export const nextLine = (text: string, from: number): number => {
  const at = lineEnd(text, from);
  return Math.min(text.length, at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1));
};

/** From 1. */
export function lineNumber(text: string, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line++;
  return line;
}

/** Without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && ' \t'.includes(text.charAt(from))) from++;
  while (to > from && ' \t\r\n'.includes(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
