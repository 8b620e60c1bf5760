// What is to stand where a character stands that nobody sees.
import { isPlainWord } from '../lexicon/plain-words';
import { wordList } from '../lexicon/word-lists';
import { letterStart } from '../text/letters';
import { isSpace, type Span } from '../text/span';
import { SPACES, LINES, CONTROL, type HiddenPlace, before, after } from './hidden-place';

export function replaced(place: HiddenPlace): Span & { readonly becomes: string } {
  const { text, start, end, characters, markup } = place;
  const atStart = start === 0 || isBreak(text.charCodeAt(start - 1));
  const atEnd = end === text.length || isBreak(text.charCodeAt(end));
  const spaced = isSpace(text.charCodeAt(start - 1)) || isSpace(text.charCodeAt(end));
  if (LINES.test(characters)) {
    if (atStart || atEnd) return { start, end, becomes: '' };
    if (markup || !isLineEnd(place)) return { start, end, becomes: spaced ? '' : ' ' };
    return { start, end, becomes: /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n' };
  }
  if (SPACES.test(characters)) {
    // an indent stays one, unless a blank line says already that a paragraph begins; what stands at a line's end goes
    if (atStart && !atEnd) {
      const isIndent = characters.length > 1 || isSpace(text.charCodeAt(end)) || !isBehindBlank(text, start);
      return { start, end, becomes: markup || !isIndent ? '' : ' '.repeat(characters.length) };
    }
    if (atEnd) return { start: behindSpaces(text, start), end, becomes: '' };
    return { start, end, becomes: spaced ? '' : ' ' };
  }
  // a joiner belongs to the letter before it, which is written anew without it
  const joiner = letterStart(text, start);
  return { start: joiner, end, becomes: text.slice(joiner, start) + (isGlue(place) ? ' ' : '') };
}

/** A sentence ends before it and another begins, or there are several: in mid-sentence it was a layout's, and is a space to a reader. */
const isLineEnd = (place: HiddenPlace): boolean =>
  place.characters.length > 1 || (/[.!?:…]["”’»)]*\s?$/u.test(before(place)) && !/^\s?\p{Ll}/u.test(after(place)));

/** Before the spaces in front of `at`: two of them at a line's end say something in Markdown. */
function behindSpaces(text: string, at: number): number {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) === 32) start--;
  return start;
}

/** At the head of the text, or below a line with nothing on it. */
const isBehindBlank = (text: string, at: number): boolean =>
  at === 0 || /(?:^|[\n\r])[ \t]{0,8}(?:\r\n|[\n\r])$/.test(text.slice(Math.max(0, at - 12), at));

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** True where taking the character out would make one word of two: "noon.Ships", or two words that make none. */
function isGlue(place: HiddenPlace): boolean {
  if (!place.characters.includes('\u200b') && !CONTROL.test(place.characters)) return false;
  const [left, right] = [before(place), after(place)];
  if (/\p{Ll}[,;:]["”’]?$/u.test(left) && /^["“‘]?\p{L}/u.test(right)) return true;
  // "e.g." and an address go on in small letters, and an address may in capitals
  if (/\p{Ll}[.!?]["”’]?$/u.test(left) && /^["“‘]?\p{Lu}/u.test(right)) return !isHost(left, right);
  const [one, other] = [/\p{L}{1,24}$/u.exec(left)?.[0], /^\p{L}+/u.exec(right)?.[0]];
  if (one === undefined || other === undefined) return false;
  const low = [one, other].map((word) => word.toLowerCase()) as [string, string];
  return low.every(isPlainWord) && !isPlainWord(low.join(''));
}

/** "www.Port", "port.Com": pages may break a host's name behind each of its stops. */
function isHost(left: string, right: string): boolean {
  const host =
    `${/[\w.-]{1,24}$/.exec(left)?.[0] ?? ''}${/^[\w-]{1,24}(?:\.\w{2,12})?/.exec(right)?.[0] ?? ''}`.toLowerCase();
  return host.startsWith('www.') || domains.has(host.slice(host.lastIndexOf('.') + 1));
}

const domains = wordList('internet domains');
