// Characters nobody sees: no-break and other odd spaces, zero-width characters, soft hyphens, direction marks, line separators, the
// controls of old systems, where nobody meant them. The prose holds none of them, so they are found in the file.
import { abbreviation } from '../lexicon/abbreviations';
import { isPlainWord } from '../lexicon/plain-words';
import { wordList } from '../lexicon/word-lists';
import { letterStart } from '../text/letters';
import { once } from '../text/once';
import { endInFile, type Run, type SourceMap, toProse } from '../text/source-map';
import { firstWhere, isSpace, type Span } from '../text/span';
import type { Format } from './draft';

/** One that nobody meant, or several in a row. Offsets into the file; what is to stand there instead is `becomes`. */
export interface HiddenCharacter extends Span {
  /** For a message: "no-break space". */
  readonly name: string;
  readonly becomes: string;
  /** Where it stands in the prose. */
  readonly at: number;
  /** It binds what is not to be parted at a line's end: a figure and its unit, a title and a name. A typesetter may want it there. */
  readonly binds: boolean;
  /** It stands beside markup that might be read otherwise without it: a person looks, at this one and with it at all others. */
  readonly touchesMark?: true;
}

/** In order, apart from one another; in time linear in the text. */
/** @param unread what of the file is no prose, in order. */
export function hiddenIn(
  text: string,
  format: Format,
  map: SourceMap,
  unread: readonly Span[] = none,
): readonly HiddenCharacter[] {
  if (text.search(SUSPECT) < 0) return none;
  const found: HiddenCharacter[] = [];
  const isMapped = mapped(map);
  const rightToLeft = linesWith(text, RIGHT_TO_LEFT);
  for (const { index: start, 0: characters } of text.matchAll(SUSPECT)) {
    const end = start + characters.length;
    const place: Place = { text, start, end, characters, markup: format !== 'text' && format !== 'wire-copy' };
    if ((start === 0 && characters === BOM) || isInAddress(place) || isWithin(unread, place)) continue;
    if (place.markup && !isMapped(place)) continue;
    const touchesMark = format === 'markdown' && !leavesMarkup(place);
    if (DIRECTION.test(characters) && rightToLeft(start) && !isRoundOther(place)) continue;
    const meant = isMeant(place);
    if (meant === true) continue;
    const edit = replaced(place);
    found.push({
      ...edit,
      name: nameOf(characters),
      at: toProse(map, start),
      binds: meant === undefined,
      ...(touchesMark && { touchesMark }),
    });
  }
  return found;
}

const none: readonly never[] = [];

function isWithin(spans: readonly Span[], { start, end }: Span): boolean {
  const one = spans[firstWhere(spans, (span) => span.end > start)];
  return one !== undefined && one.start < end;
}

const BOM = '\ufeff';

/** A character and its kin in a row. */
const SUSPECT =
  /(?:[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u200c|\u200d)+|[\u2028\u2029\u0085]+|[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]+/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const LINES = /[\u2028\u2029\u0085]/;
/** An end of file as DOS had it, the marks of a message on a line: all but the escape that colours a terminal. */
const CONTROL = /^[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;
const DIRECTION = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** An override or embedding from right to left round words that are written from left to right, or its end. */
function isRoundOther({ text, start, end, characters }: Place): boolean {
  if (!/^[\u202b\u202e\u2067\u202c\u2069]$/.test(characters)) return false;
  const opens = !/[\u202c\u2069]/.test(characters);
  const near = opens ? text.slice(end, end + LONGEST_TURNED) : text.slice(Math.max(0, start - LONGEST_TURNED), start);
  const inside = opens ? TURNED.exec(near)?.[1] : TURNED_BEFORE.exec(near)?.[1];
  return inside !== undefined && /\p{L}/u.test(inside) && inside.search(RIGHT_TO_LEFT) < 0;
}

const LONGEST_TURNED = 200;
const TURNED = /^([^\u202a-\u202e\u2066-\u2069\n]*)[\u202c\u2069]/;
const TURNED_BEFORE = /[\u202b\u202e\u2067]([^\u202a-\u202e\u2066-\u2069\n]*)$/;

interface Place extends Span {
  readonly text: string;
  readonly characters: string;
  readonly markup: boolean;
}

/** Units looked at on either side. */
const NEAR = 24;
const before = ({ text, start }: Place): string => text.slice(Math.max(0, start - NEAR), start);
const after = ({ text, end }: Place): string => text.slice(end, end + NEAR);

const names: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u202f\u2007]/, 'no-break space'],
  [SPACES, 'space of an odd width'],
  [LINES, 'line separator'],
  [CONTROL, 'control character'],
  [/\u200b/, 'zero-width space'],
  [/\u00ad/, 'soft hyphen'],
  [/\ufeff/, 'byte order mark'],
  [/\u2060/, 'word joiner'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 'direction mark'],
  [/\u200c|\u200d/, 'zero-width joiner'],
];

const nameOf = (characters: string): string =>
  names.find(([kind]) => kind.test(characters))?.[1] ?? 'invisible character';

/** True where somebody meant it for sure; `undefined` where a typesetter may have, and a house decides. */
function isMeant(place: Place): boolean | undefined {
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

/** Units of an address looked at on either side. */
const LONGEST_ADDRESS = 400;

/** An address is no prose: what hides in there may be part of it. */
function isInAddress({ text, start, end, markup }: Place): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST_ADDRESS && text.charCodeAt(from - 1) > 32) from--;
  while (to < text.length && to - end < LONGEST_ADDRESS && text.charCodeAt(to) > 32) to++;
  if (SPACES.test(text.slice(start, end))) return false;
  if (/[\p{L}\d]@[\p{L}\d]/u.test(text.slice(from, to))) return true;
  // in Markdown a host without it would be a link of its own; in plain text it is only spoilt by it
  if (markup && HOST.test(text.slice(from, start))) return true;
  // in the words of a link, before its address, it is none of that; no host has one in its name
  return opensAddress(text.slice(from, start)) || /^[a-z]{0,10}:\/\//i.test(text.slice(end, to));
}

const opensAddress = (left: string): boolean => {
  const scheme = left.lastIndexOf('://');
  return (scheme >= 0 && !/[)\]>"”]/.test(left.slice(scheme))) || /^www\.[^/]{1,80}\//.test(left);
};

const HOST = /^[(["“‘]{0,2}www\.[^/]{0,80}$/i;

/** True where Markdown reads the line with what comes there as it read it before. */
function leavesMarkup(place: Place): boolean {
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
const isBesideEmphasis = ({ characters }: Place, line: string, right: string): boolean =>
  !characters.includes(BOM) &&
  /(?:[\p{L}\p{N}]\n[*_`~]|[*_`~]\n[\p{L}\p{N}])/u.test(`${line.slice(-1)}\n${right.slice(0, 1)}`);

/** No mark of Markdown inside a line, where no bracket follows. */
const PROSE = /[\p{L}\p{M}\p{N}\p{Sc}.,;:!?"'“”‘’()—–…«»‹›§%‰°/+×÷=\- ]/u;

function replaced(place: Place): Span & { readonly becomes: string } {
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
const isLineEnd = (place: Place): boolean =>
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
function isGlue(place: Place): boolean {
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

/** Whether the file's units stand in the prose, or touch what does: they are a reader's text then, and no markup. */
function mapped({ runs }: SourceMap): (at: Span) => boolean {
  let i = 0;
  return ({ start, end }) => {
    while (i < runs.length && endInFile(runs[i] as Run) < start) i++;
    const [run, next] = [runs[i], runs[i + 1]];
    if (!run) return false;
    return run.file <= end || (next !== undefined && next.file <= end);
  };
}

/** Whether a line holds what `wanted` finds; each line is read once. */
function linesWith(text: string, wanted: RegExp): (offset: number) => boolean {
  let [start, end, holds] = [0, -1, false];
  return (offset) => {
    if (offset < start || offset > end) {
      start = text.lastIndexOf('\n', offset) + 1;
      const next = text.indexOf('\n', offset);
      end = next < 0 ? text.length : next;
      holds = text.slice(start, end).search(wanted) >= 0;
    }
    return holds;
  };
}
