// Characters that nobody typed: entities never decoded, bytes read in the wrong encoding, letters lost, spaces lost with a tag.
import { characterOf, WINDOWS_1252 } from '../document/encoding';
import type { Paragraph } from '../document/paragraph';
import { Form } from '../language/morphology';
import { type VerbForm, verbForm } from '../language/verb-forms';
import { isClosed } from '../language/word-classes';
import { isPlainWord } from '../lexicon/plain-words';
import { byPosition, isSpace, type Span } from '../text/span';
import { perParagraphWith, signs } from '../document/gates';
import { perParagraph } from '../document/memo';

export interface StrayCharacter extends Span {
  /** For the message: "The code “&amp;”". */
  readonly what: string;
  /** What was meant, where that is certain. */
  readonly becomes?: string;
  /** Something else may have been meant: a person is to look. */
  readonly isDoubtful?: true;
}

/** In order, apart from one another. Offsets relative to the paragraph. */
export const strayCharacters = perParagraph((paragraph: Paragraph): readonly StrayCharacter[] =>
  [...suspects(paragraph), ...glued(paragraph)].sort(byPosition),
);

/** What {@link SUSPECT} begins with, as tokens have it. */
const aSuspect = signs.word((word) => /[&\ufffdâã]/.test(word));

const suspects = perParagraphWith([aSuspect], [], ({ text }: Paragraph): readonly StrayCharacter[] => {
  const found: StrayCharacter[] = [];
  for (const match of text.matchAll(SUSPECT)) {
    const start = match.index;
    const stray = judge(match[0]);
    if (stray) found.push({ start, end: start + match[0].length, ...stray });
  }
  return found;
});

function glued({ text, tokens }: Paragraph): readonly StrayCharacter[] {
  const found: StrayCharacter[] = [];
  if (!hasGlued(tokens)) return found;
  for (const { index } of text.matchAll(GLUED)) {
    const sure = sentenceEndAt(text, index);
    if (sure === undefined) continue;
    const stray = { start: index, end: index + 1, what: 'A full stop without its space', becomes: `${text[index]} ` };
    found.push(sure ? stray : { ...stray, isDoubtful: true });
  }
  return found;
}

/** A quick look: a token that ends in a stop, and the next one right behind it. */
function hasGlued({ word, start, end }: Paragraph['tokens']): boolean {
  for (let i = 0; i + 1 < word.length; i++) if (end[i] === start[i + 1] && endsInStop(word[i] as string)) return true;
  return false;
}

/** Also where an abbreviation owns the stop. */
const endsInStop = (word: string): boolean => '.!?'.includes(word.charAt(word.length - 1));

/** "examination.China": a tag stood between the two, and its space went with it. */
const GLUED = /(?<=\p{Ll}{3})[.!?](?=\p{Lu}\p{Ll})/gu;

/**
 * A sentence's end: a plain word of running copy before the stop, behind it a word that opens a sentence of several.
 * "Harrow.Example", "grpc.Server", "(self.Harbour)" and a title "images.Text" are names. @returns whether that is certain: a name may be a
 * program's part, "desk.Lom", or nothing where no sentence ends.
 */
function sentenceEndAt(text: string, stop: number): boolean | undefined {
  let start = stop;
  let end = stop;
  while (start > 0 && !isSpace(text.charCodeAt(start - 1)) && stop - start < LONGEST_WORD) start--;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && end - stop < LONGEST_WORD) end++;
  const before = /^["“‘']?(\p{Ll}+)$/u.exec(text.slice(start, stop))?.[1];
  const opener = /^["“‘'_*]?(\p{Lu}\p{Ll}*)(?:[,’']\p{Ll}*)?$/u.exec(text.slice(stop + 1, end))?.[1];
  if (before === undefined || opener === undefined || !isPlainWord(before)) return undefined;
  const next = WORDS_BEHIND.exec(text.slice(end, end + 60))?.[1];
  if (next === undefined || !opensSentence(opener, next, before.length >= LONG)) return undefined;
  const first = opener.toLowerCase();
  return isClosed(first) || isPlainWord(first);
}

/**
 * A word of the closed classes, or a subject and its verb: "The NTSB", "China said". A noun in the singular needs an article, and is
 * the name of a program's part behind a short word: "the net.Socket object".
 */
function opensSentence(opener: string, next: string, isLong: boolean): boolean {
  const first = opener.toLowerCase();
  if (isClosed(first)) return true;
  const many = first.endsWith('s') && isPlainWord(first);
  if (!isLong && !many && isPlainWord(first)) return false;
  const form = verbForm(next);
  return isClosed(next.toLowerCase()) || /^\p{Lu}/u.test(next) || (form !== undefined && (many || isFiniteForm(form)));
}

const isFiniteForm = ({ forms }: VerbForm): boolean => (forms & (Form.past | Form.third)) !== 0;

/** Letters of a word that is hardly a program's: "net", "file" and "list" are. */
const LONG = 5;
const LONGEST_WORD = 60;
/** Two words at least go on where a sentence has begun. */
const WORDS_BEHIND = /^ ([^\s.,]+)(?=[, ])/u;

// Latin-1 pairs that UTF-8 makes when read as Windows-1252: "â€™", "Ã©".
const CODE = /&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});/gi;
const SUSPECT =
  /\uFFFD|&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});|â€[\u0080-\u00BF\u0152-\u2122]?|(?:[ÃÂ][\u0080-\u00BF\u0152-\u2122]){1,8}/gi;

/** By name, as a page writes it: case tells letters apart, and HTML knows a few of these in capitals too. */
const entities = new Map([
  ...withCapitals([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['copy', '©'],
    ['reg', '®'],
  ]),
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['trade', '™'],
  ['pound', '£'],
  ['euro', '€'],
  ['shy', ''],
]);

type Named = readonly [name: string, character: string];

function withCapitals(names: readonly Named[]): readonly Named[] {
  return names.flatMap(([name, meant]) => [[name, meant] as const, [name.toUpperCase(), meant] as const]);
}

/** What stands behind the letter in the name of a letter with its accent: `&Eacute;`, `&ccedil;`. */
const accents = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

/** The letter with its accent as one character, in the letter's own case; nothing where Unicode has none. */
function accented(name: string): string | undefined {
  const accent = accents.get(name.slice(1));
  const letter = accent && (name.charAt(0) + accent).normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}

type Judgement = Omit<StrayCharacter, 'start' | 'end'>;

function judge(found: string): Judgement | undefined {
  if (found === '\uFFFD') return { what: 'A replacement character, where a letter was lost,' };
  return found[0] === '&' ? entity(found) : mojibake(found);
}

function entity(found: string): Judgement | undefined {
  const name = found.slice(1, -1);
  const [, hex, digits = ''] = /^#(x?)([\da-f]+)$/i.exec(name) ?? [];
  const becomes = digits ? characterOf(Number.parseInt(digits, hex ? 16 : 10)) : (entities.get(name) ?? accented(name));
  return becomes === undefined ? undefined : { what: `The code “${found}”`, becomes };
}

/**
 * The text with its codes read: "AT&amp;T" is the words of nobody, and "AT&T" is what was said. A code for a quotation mark stays: read,
 * it would begin or end what somebody said.
 */
export const decoded = (text: string): string =>
  text.replace(CODE, (code) => {
    const meant = entity(code)?.becomes;
    return meant === undefined || /["“”]/.test(meant) ? code : meant;
  });

/** The character whose UTF-8 bytes were read one by one, where they make one. */
function mojibake(found: string): Judgement | undefined {
  // read wrongly twice over: that it is broken is certain, what it was is not
  if ([...found].length > 3 || /^Ã[ÂÃ\u0082\u0083]/.test(found))
    return { what: `“${found}”, a character read in the wrong encoding,` };
  const bytes = Uint8Array.from([...found], (c) => {
    const code = WINDOWS_1252.indexOf(c);
    return code >= 0 ? 0x80 + code : (c.codePointAt(0) ?? 0);
  });
  const what = `“${found}”, a character read in the wrong encoding,`;
  const meant = decode(bytes);
  return meant === undefined ? (found.startsWith('â€') ? { what } : undefined) : { what, becomes: meant };
}

function decode([a = 0, b = 0, c]: Uint8Array): string | undefined {
  const tail = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;
  if (a >= 0xc2 && a < 0xe0 && tail(b) && c === undefined) return String.fromCodePoint(((a & 31) << 6) | (b & 63));
  if (a >= 0xe0 && a < 0xf0 && tail(b) && c !== undefined && tail(c))
    return String.fromCodePoint(((a & 15) << 12) | ((b & 63) << 6) | (c & 63));
  return undefined;
}
