// Tokens of a text.
import { Shape, type Tokens } from '../token';

const TOKEN = /\p{L}[\p{L}\p{M}\d]*(?:[’'‑&.-]\p{L}[\p{L}\d]*)*|[$£€]?\d[\d.,]*\p{L}*|\S/gu;

export function tokenise(text: string): Tokens {
  const found = [...text.matchAll(TOKEN)];
  return {
    length: found.length,
    start: Uint32Array.from(found, (m) => m.index),
    end: Uint32Array.from(found, (m) => m.index + m[0].length),
    word: found.map((m) => m[0].toLowerCase().replace(/’/g, "'")),
    shape: Uint8Array.from(found, ([t]) =>
      /^\p{Lu}/u.test(t)
        ? Shape.word | Shape.capital | (/^\p{Lu}{2,}$/u.test(t) ? Shape.allCaps : 0)
        : /\p{L}/u.test(t)
          ? Shape.word
          : /\d/.test(t)
            ? Shape.number
            : Shape.mark,
    ),
  };
}
