// Whether somebody meant a character that nobody sees: figures and units, titles and names, scripts without spaces.
import { abbreviation } from '../lexicon/abbreviations';
import { once } from '../text/once';
import { SPACES, LINES, type HiddenPlace, before, after } from './hidden-place';

/** True where somebody meant it for sure; `undefined` where a typesetter may have, and a house decides. */
export function isMeant(place: HiddenPlace): boolean | undefined {
  const [left, right] = [before(place), after(place)];
  const { characters } = place;
  // an accent that stands on the character itself is to be seen
  if (/^\p{M}/u.test(right)) return true;
  if (SPACES.test(characters)) {
    if (unspaced().test(left.slice(-1)) && unspaced().test(right)) return true;
    // the thousands of a figure are set so in most of the world
    if (/(?:^|[^\d])\d{1,3}$/.test(left) && /^\d{3}(?!\d)/.test(right)) return true;
    return characters.length === 1 && isBinding(left.normalize('NFC'), right.normalize('NFC')) ? undefined : false;
  }
  if (LINES.test(characters)) return isMisread(left, right);
  if (characters === '\u200b') return unspaced().test(left.slice(-1)) || unspaced().test(right);
  // joiners shape letters that are written joined, and make one picture of several
  return /^(?:\u200c|\u200d)+$/.test(characters) && joined().test(left);
}

/** Bytes read in a wrong encoding: what looks like a line's end among them is a piece of some character. */
const isMisread = (left: string, right: string): boolean =>
  /[\u0080-\u009fÂÃâ€]$/.test(left) || /^[\u0080-\u009f]/.test(right);

/** Scripts that are written without spaces, where a line may be broken at a zero-width one. */
const unspaced = once(
  () =>
    /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
);
const joined = once(
  () =>
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L}\p{M}{0,8})$/u,
);

const UNIT =
  /^(?:[%‰°€£$¥]|(?:[kcmµ]?m[²³23]?|km\/h|kg|m?g|[mck]?l|t|ha|k?Wh?|[MGT]W(?:h)?|[kMGT]?Hz|[kMGT]B|k?V|A|mph|kph|ft|in|lb|oz|mi|[ap]\.?m\.?)(?![\p{L}\p{N}]))/u;

/**
 * A figure and its unit or month, two figures, a name and its number, an initial, a title or another abbreviation and what it stands before, a sign
 * and its figure, a dash, French marks.
 */
function isBinding(left: string, right: string): boolean {
  if (/\d$/.test(left)) return UNIT.test(right) || /^(?:\d|\p{Lu}\p{Ll})/u.test(right);
  // what bears a number: "Flight 17", "Louis XIV"
  if (/(?:^|[^\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}]{1,20}$/u.test(left) && NUMBER.test(right)) return true;
  if (/[№§$€£¥]$/.test(left)) return /^\d/.test(right);
  if (/(?:^|[^\p{L}])\p{Lu}\.$/u.test(left)) return /^\p{Lu}/u.test(right);
  const short = /(?:^|[^\p{L}.])(\p{L}{1,5}(?:\.\p{L}){0,3})\.$/u.exec(left)?.[1];
  if (short !== undefined && abbreviation(short.toLowerCase())) return true;
  // "Mr Roe", where titles have no stop
  const title = /(?:^|[^\p{L}.])(\p{Lu}\p{Ll}{1,4})$/u.exec(left)?.[1];
  if (title !== undefined && abbreviation(title.toLowerCase())?.kind === 'title') return /^\p{Lu}/u.test(right);
  // a word of one letter does not end a line: "v Praze"
  if (/(?:^|[^\p{L}\p{M}\d])\p{L}$/u.test(left) && /^[\p{L}[]/u.test(right)) return true;
  return /(?:[«‹–—]|[\s\u00a0]-{1,3})$/.test(left) || /^(?:[»›:;!?–—]|-{1,3}[\s\u00a0])/.test(right);
}

const NUMBER = /^(?:\d|[IVXLC]{1,6}(?![\p{L}\p{M}\p{N}]))/u;
