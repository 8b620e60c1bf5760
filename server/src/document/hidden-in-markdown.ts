// Whether Markdown reads a line as before when a character that nobody sees is gone from it.
import { BOM, SPACES, LINES, CONTROL, type HiddenPlace, before, after } from './hidden-place';

/** True where Markdown reads the line with what comes there as it read it before. */
export function leavesMarkup(place: HiddenPlace): boolean {
  const [left, right] = [before(place), after(place)];
  const line = left.slice(Math.max(left.lastIndexOf('\n'), left.lastIndexOf('\r')) + 1);
  const copy = line.replace(/^\s*(?:\d+[.)]|[-+*>#|\s])*/u, '');
  if (/^(?:$|[\r\n])/.test(right)) return copy !== '' ? PROSE.test(line.slice(-1)) : CONTROL.test(place.characters);
  const isSpaces = SPACES.test(place.characters) || LINES.test(place.characters);
  // before the first word there may be a mark of its block, and a letter behind it makes none; one that has its own space is one already
  if (!copy) return /^\p{L}/u.test(right) && (!line || !isSpaces || line.endsWith(' '));
  // one white space is like another to marks round words; a closing # and a box to tick want a plain one
  if (isSpaces) return !/^#/.test(right) && !/^\[[ xX]\]$/.test(copy);
  // a code of a character is one without it
  if (/&[a-z\d#]{0,8}$/i.test(line) && /^[a-z\d#]{0,22};/i.test(right)) return false;
  const [one, other] = [line.slice(-1), right.slice(0, 1)];
  if (PROSE.test(other) && (PROSE.test(one) || one === '`')) return true;
  if (PROSE.test(one) && other === '`') return true;
  return isBesideEmphasis(place, line, right);
}

/** A letter on one side, emphasis or code on the other: marks take the character for a letter too, but a byte order mark for a space. */
const isBesideEmphasis = ({ characters }: HiddenPlace, line: string, right: string): boolean =>
  !characters.includes(BOM) &&
  /(?:[\p{L}\p{N}]\n[*_`~]|[*_`~]\n[\p{L}\p{N}])/u.test(`${line.slice(-1)}\n${right.slice(0, 1)}`);

/** No mark of Markdown inside a line, where no bracket follows. */
const PROSE = /[\p{L}\p{M}\p{N}\p{Sc}.,;:!?"'“”‘’()—–…«»‹›§%‰°/+×÷=\- ]/u;
