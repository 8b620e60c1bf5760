// Whether a place stands in prose, or so that a program might read it: "--port", "port/", "port.Lom", title:"Port", a line
// `slug: port`. Such a place is read, since it may be copy written in a hurry; but nobody changes it unseen.
import { wordList } from '../../lexicon/word-lists';
import { Unit, unitKind } from '../../text/characters';
import { once } from '../../text/once';
import { isSpace, type Span } from '../../text/span';
import { isFile } from './addresses';
import { isDoubtfulLine } from './doubtful-lines';

/** @param text of a paragraph, as it is written. @param at the words or the mark that would be changed, `by` what comes there. */
export function isInProse(text: string, at: Span, by: string): boolean {
  if (isDoubtfulLine(text)) return false;
  const beside = besideOf(text, at);
  const written = text.slice(at.start, at.end);
  if (MARK.test(written)) return isProseMark(text, at, by, beside);
  return !isWholeWord(text, at) || isProseWord(text, at, beside);
}

/** A stop, a code or a letter of a word that is set right says itself that it stands in copy. */
const isWholeWord = (text: string, { start, end }: Span): boolean =>
  [start, end - 1].every((at) => isWordly(text.charAt(at))) &&
  [start - 1, end].every((at) => !isWordly(text.charAt(at)));

/** What stands before and behind the place with no white space between. */
interface Beside {
  readonly before: string;
  readonly behind: string;
}

function besideOf(text: string, { start, end }: Span): Beside {
  let from = start;
  while (from > 0 && start - from < LONGEST && !parts(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST && !parts(text.charCodeAt(to))) to++;
  return { before: text.slice(from, start), behind: text.slice(end, to) };
}

/** White space; and what is written without any: Chinese, Japanese, Korean and their marks. */
const parts = (unit: number): boolean =>
  isSpace(unit) ||
  (unit >= 0x2e80 && unit < 0xd7b0) ||
  (unit >= 0xff00 && !'＃＠／．'.includes(String.fromCharCode(unit)) && unit < 0xfff0);

/** Units of a word with all that hangs on it; a longer one is none of copy's. */
const LONGEST = 200;

// ---- words ---------------------------------------------------------------------------------------------------------------

/** A word may have marks of copy round it, a dash, another word behind a hyphen or a stroke, an ending. */
function isProseWord(text: string, { start, end }: Span, { before, behind }: Beside): boolean {
  if (isInFileName(text, end) || isInPath(text, start, behind)) return false;
  if (!(OPENS_WORD.test(before) || ENDS_IN_DASH.test(before) || joinedBefore().test(before))) return false;
  if (!(closesWord().test(behind.replace(NOTES, '')) || BEGINS_WITH_DASH.test(behind))) return false;
  return !(/^--?$/.test(before) && isOption(text, start, behind)) && !FOLDERS.test(before);
}

/** "Kiev final.docx", "Kiev (1).jpg": where a file's name with spaces begins nobody can tell, but that no clause stands between. */
function isInFileName(text: string, end: number): boolean {
  const words = text.slice(end, end + LONGEST_FILE).split(' ', MOST_WORDS_OF_FILE);
  if (!HANGING.test(words[0] ?? '')) return false;
  for (const word of words.slice(1)) {
    if (isFile(word.replace(/[.,;:!?"'”’)\]]{1,3}$/, ''))) return true;
    if (!OF_FILE.test(word) || ofClauses.some((words) => words.has(word.toLowerCase()))) return false;
  }
  return false;
}

/** "~/My Kiev/a": a path with spaces in its folders. */
const isInPath = (text: string, start: number, behind: string): boolean =>
  /^[\\/]/.test(behind) && PATH_BEFORE.test(text.slice(Math.max(0, start - LONGEST_FILE), start));

const PATH_BEFORE = /(?:^|[\s("“])(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\s]{0,60}(?: [\p{L}\p{N}._-]{1,30}){0,3} ?$/u;

/** "Kiev’s plan.pdf", "Kiev-Lom map.pdf" */
const HANGING = /^(?:['’]s?|-[\p{L}\p{N}]{1,30})?$/u;
const LONGEST_FILE = 100;
const MOST_WORDS_OF_FILE = 6;
const OF_FILE = /^(?:[\p{L}\p{M}\p{N}_+&'’()#-]{1,30},?|[-–—])$/u;
const ofClauses = [
  wordList('articles'),
  wordList('finite auxiliaries'),
  wordList('personal subjects'),
  wordList('other subjects'),
];

/** "images/", "docs/2020/": folders are written small, and names at a stroke are not. */
const FOLDERS = /^["“‘'(]*(?:[a-z\d][\w.-]{0,60}\/){1,8}$/;

const OPENS_WORD = /^(?:["“„«»‘'(¿¡*_…–—-]|\[|\.\.\.)*$|^\(?\d{1,2}[.)]$/;
/** A dash joins what it likes, signs excepted. */
const ENDS_IN_DASH = /^[^={}<>|\\@#$%^&+~`[\]]*(?:[–—…]|--|\.\.\.)["“‘'(*_]*$/;
const BEGINS_WITH_DASH = /^["”’'»).,;:!?*_\]]*(?:[–—…]|--(?!>)|\.\.\.)/;

/** "anti-", "U.S.-", "Asel/", "l’". */
const joinedBefore = once(
  () => /^["“„«‘'([*_]*(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.’']*[-/]){1,6}["“‘']*$|^["“‘'(]*\p{L}{1,3}['’]$/u,
);
/** "’s", "-based", "/Asel", and what closes a sentence, a bracket, a quotation. An object is a note's mark. */
const closesWord = once(
  () =>
    /^['’]?\p{L}{0,2}(?:[-/][\p{L}\p{M}\p{N}]{1,40}){0,6}(?:['’]s)?(?:["”’'»).,;:!?*_\]…-]["”’'»).,;:!?*_\]…\ufffc-]*)?$/u,
);
/** The mark of a note, which hangs on a word or its stop: "[1]", "²". */
const NOTES = /(?:\[(?:\d{1,3}|[a-z])\]){1,3}|[¹²³⁰-⁹†‡]{1,3}/u;

/** "-port", "--port" behind white space, and nothing behind that makes an aside of it; nor does it open what somebody says. */
function isOption(text: string, start: number, behind: string): boolean {
  if (/-$/.test(behind)) return false;
  const opens = start <= 2;
  return !opens || !/\s\S/.test(text.slice(start, start + LONGEST));
}

// ---- quotation marks -----------------------------------------------------------------------------------------------------

const MARK = /^["'“”‘’]+$/;

/** Before an opening mark stands white space, a bracket or a dash, behind a closing one white space or a stop: where no sign does. */
function isProseMark(text: string, { start, end }: Span, by: string, { before, behind }: Beside): boolean {
  // the curly one of the two says which it is
  const curly = [by, text.slice(start, end)].find((mark) => /[“‘”’]/.test(mark));
  const opens = curly === undefined ? OPENING.test(text.charAt(start - 1)) : /[“‘]/.test(curly);
  return opens
    ? (OPENS_MARK.test(before) || ENDS_IN_DASH.test(before)) && !isOpenedBySign(text, start)
    : (CLOSES_MARK.test(behind) || BEGINS_WITH_DASH.test(behind) || isGlued(text, start, behind)) &&
        !CLOSED_BY_SIGN.test(text.slice(end, end + 12));
}

/** "We wait.”She left": a sentence whose space was lost. */
const isGlued = (text: string, mark: number, behind: string): boolean =>
  '.!?…'.includes(text.charAt(mark - 1)) && /^\p{Lu}\p{Ll}/u.test(behind);

/** What stands before a mark that opens. */
const OPENING = /^$|[\s([{=:—–-]/;
const OPENS_MARK = /^(?:["“„«‘'(¿¡*_…–—]|\ufffc)*$|^\(?\d{1,2}[.)]$/;
const CLOSES_MARK = /^(?:['’]s)?(?:["”’'»).,;:!?*_\]…-]|\[\d{1,3}\]|\ufffc)*$/;

/** `a = "`, `a:: "`, `"a": "`, `"a" OR "`; `@import "`, `[http://a "`; `call(a, "`. */
function isOpenedBySign(text: string, mark: number): boolean {
  const near = text.slice(Math.max(0, mark - LONGEST_NEAR), mark);
  if (SIGN.test(near)) return true;
  const word = near.endsWith(' ') ? near.slice(near.lastIndexOf(' ', near.length - 2) + 1, -1) : '';
  if (COMMAND.test(word)) return true;
  const call = near.lastIndexOf('(');
  return call > 0 && isWordly(near.charAt(call - 1)) && /^[^\s()][^()]*$/.test(near.slice(call + 1));
}

const LONGEST_NEAR = 80;
const SIGN = /(?:[=+|&<>] |:: |["'] ?: |["'] (?:OR|AND|NOT) )$/;
const COMMAND = /^(?:\(?(?:[@\\%$#.!]|::?|--?)[a-z][\w-]*|\[\w+:\/\/.*)$/;

/** `"a" =`, `"a": "`, `"a" <`, `"a" OR "`. */
const CLOSED_BY_SIGN = /^ ?(?:[=:]>? ?["'[{\d]|[=<|&]|;$)|^ [\w.-]{1,12}@|^ (?:OR|AND|NOT) ["(-]/;

/** Some mark of the paragraph is a program's: which of the others pair is a guess. */
export function hasProgramMarks(text: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const opens = isWordly(text.charAt(at + 1)) && !isWordly(text.charAt(at - 1));
    if (opens && !isInProse(text, { start: at, end: at + 1 }, '“')) return true;
  }
  return false;
}

const isWordly = (character: string): boolean => {
  const kind = character === '' ? Unit.other : unitKind(character.charCodeAt(0));
  return kind === Unit.lower || kind === Unit.upper || kind === Unit.digit;
};
