// Formulas and wiki links in a text: marks that other programs than Markdown read.
import { HIDDEN_CLOSING, HIDDEN_OPENING } from './hidden';
import { closingIn, hide, type Piece, pass, type Scan } from './scan';

// ---- wiki links ----------------------------------------------------------------------------------------------------------

/**
 * `[[target]]` is hidden whole, of `[[target|words]]` all but the words; in plain text these too, which has no markup, and words in straight
 * marks, which some of the programs take for their own. One whose last bracket is escaped, `[[a|\]]`, is a link to nobody.
 */
export function wikiAt({ text, host }: Scan, at: number): readonly Piece[] | undefined {
  const link = WIKI.exec(text.slice(at, at + 400));
  if (!link || link[0].at(-3) === '\\') return undefined;
  const [whole, target = '', shown] = link;
  const end = at + whole.length;
  if (text[end] === '(' || text[end] === '[' || text[end] === ':') return undefined;
  if (host === 'text' || !shown?.trim() || shown.includes('"') || text[at - 1] === '!') return hide(end);
  const words = at + 2 + target.length + 1;
  return [
    { end: words, by: HIDDEN_OPENING },
    { end: words + shown.length, isCopy: true },
    { end, by: HIDDEN_CLOSING },
  ];
}

const WIKI = /^\[\[([^\][|\r\n]{1,200})(?:\|([^\][|\r\n]{0,180}))?\]\]/;

// ---- maths ---------------------------------------------------------------------------------------------------------------

/** `$$ … $$`, and `$x$` where it cannot be money: "$5 and $6" is no formula. */
export function mathsAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  if (text[at + 1] === '$') {
    const end = closingIn(scan, at + 2, '$$');
    return end > at + 2 ? hide(end + 2) : pass(at + 2);
  }
  const formula = FORMULA.exec(text.slice(at, at + 300));
  if (!formula) return undefined;
  const [whole, inside = ''] = formula;
  const before = at > 0 ? text.charAt(at - 1) : ' ';
  const behind = text.charAt(at + whole.length);
  if (/[\p{L}\d]/u.test(before) || /[\p{L}\d]/u.test(behind)) return undefined;
  const money = /^\d/.test(inside) || /[A-Z]$/.test(inside.slice(1));
  return money && !/[=^_\\{}]/.test(inside)
    ? undefined
    : inside.length > SHORT && !SIGNS.test(inside)
      ? undefined
      : hide(at + whole.length);
}

const FORMULA = /^\$([^\s$](?:[^$\r\n]{0,250}[^\s$\\])?)\$/;
const SIGNS = /[=^_\\{}<>+*/|]/;
/** A formula without any sign is a letter or a word. */
const SHORT = 16;

/** `\( … \)` and `\[ … \]`. In Markdown these are brackets that were escaped as well: what holds words is copy. */
export function bracketedMathsAt(scan: Scan, at: number): readonly Piece[] | undefined {
  const { text } = scan;
  const close = text[at + 1] === '(' ? '\\)' : '\\]';
  const end = closingIn(scan, at + 2, close);
  if (end < 0) return pass(at + 2);
  const inside = text.slice(at + 2, end).trim();
  return inside.length <= 2 || SIGNS.test(inside) ? hide(end + 2) : pass(at + 2);
}
