// How deep brackets stand in one another: what reads JSON goes down into each, and a file may hold nothing but brackets.
import { createScanner } from 'jsonc-parser';

/** Settings need eight. */
export const DEEPEST = 64;

/** Offset of the first bracket that stands too deep; nothing where none does. */
export function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    const token = scanner.scan();
    if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      if (++depth > DEEPEST) return scanner.getTokenOffset();
    } else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth--;
    else if (token === END) return undefined;
  }
}

// the parser's own names for them are a const enum, which has no values at run time
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const END = 17;
