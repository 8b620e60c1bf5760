// Whether a place stands in prose, or so that a program might read it: "--port", "port/", "port.Lom", title:"Port", a line
// `slug: port`. Such a place is read, since it may be copy written in a hurry; but nobody changes it unseen.
import { Unit, unitKind } from '../../text/characters';
import { isSpace, type Span } from '../../text/span';

/** @param text of a paragraph, as it is written. @param at the words or the mark that would be changed, `by` what comes there. */
export function isInProse(text: string, at: Span, by: string): boolean {
  if (LIKE_PROGRAM.test(text.slice(0, 120)) || isLikeSetting(text)) return false;
  const marks = text.slice(at.start, at.end);
  return MARK.test(marks) ? isProseMark(text, at, by) : isProseWord(text, at);
}

// ---- lines ---------------------------------------------------------------------------------------------------------------

/**
 * What no line of copy begins with: a sign of its own kind, an option, a day and a second, a mail's header, a word that is called
 * or set. Bullets, marks of quotation, money, dashes and brackets round words are copy's.
 */
const LIKE_PROGRAM =
  /^(?:[-*+•] )?(?:[!?=:;%\\/|~^_<>{}&,)\]]{2,}|[=:;%\\|^{}&](?=\S)|[.!](?=[A-Za-z_[#])|#[+!{<]|#(?:include|define)\b|[$%] [a-z./]|--?[a-z][\w-]*(?:[= ]|$)|@[\w-]+(?:\(|$| ["'(])|\[[A-Z]{4,6}\] |\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|(?:\d\d:)?\d\d:\d\d[.,]\d{3}|(?:Subject|From|To|Cc|Bcc|Reply-To|Return-Path|Message-ID|Received|Content-[A-Z][\w-]*|X-[A-Z][\w-]*|MIME-Version|User-Agent): |[a-z_$][\w$.-]*(?:\(|\[| ?[:+|?]?=[ "'\w]|::|->|=>)|"[^"]{1,80}" ?: ?["\d[{])/;

/** A short line that opens with a name in small letters and a colon, or goes on without any sentence: `slug: port`, `cp "a" b`. */
const isLikeSetting = (text: string): boolean =>
  text.length <= LONGEST_SETTING &&
  !ENDS_SENTENCE.test(text) &&
  /^(?:[-*+] )?[a-z_][\w.-]*(?::(?:\s|$)|(?: [^ ]{1,40}){0,3} ["'])/.test(text);

const LONGEST_SETTING = 100;
const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/;

// ---- words ---------------------------------------------------------------------------------------------------------------

/** What joins words to others where programs read them, and no words of copy. */
const JOINS = '/\\._=&?#@:+~^|$%<>{}`;,()[]＃＠／．';

function isProseWord(text: string, { start, end }: Span): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  if (before && JOINS.includes(before) && joinsBefore(text, start)) return false;
  if (behind && JOINS.includes(behind) && joinsBehind(text, end)) return false;
  // "-port", "--port": an option, unless a dash opens what somebody says
  return !(before === '-' && isOption(text, start));
}

/** "(Lom" and "[Lom" open a bracket in copy, where no word stands before them. */
function joinsBefore(text: string, start: number): boolean {
  const mark = text.charAt(start - 1);
  const before = text.charAt(start - 2);
  if ('(['.includes(mark)) return isWordly(before) || before === ']';
  if (mark === '/') return !isNameBefore(text, start - 1);
  if (',;:'.includes(mark)) return isWordly(before);
  if (mark === '.') return before !== '.';
  return !(mark === '_' && !isWordly(before)) && mark !== '~' && mark !== ')' && mark !== ']';
}

/** A stop, a closing bracket, a mark of emphasis end a word of copy, where no other word follows at once. */
function joinsBehind(text: string, end: number): boolean {
  const mark = text.charAt(end);
  const next = text.charAt(end + 1);
  if (mark === '/') return !isNameBehind(text, end + 1);
  if (mark === '(' || mark === '[') return mark === '(' || isWordly(next);
  if (')]'.includes(mark)) return next === '(' || next === '[' || (next === '{' && mark === ']');
  if ('.?:;,_~'.includes(mark)) return isWordly(next) || next === '/' || (mark === ':' && next === mark);
  return true;
}

const isWordly = (character: string): boolean =>
  character !== '' && [Unit.lower, Unit.upper, Unit.digit].includes(unitKind(character.charCodeAt(0)) as 2 | 3 | 4);

/** "Lom/Kiev", "and/or": a word with nothing but white space or an opening mark before it. */
function isNameBefore(text: string, slash: number): boolean {
  let at = slash;
  while (at > 0 && isNamely(text, at - 1)) at--;
  return at < slash && (at === 0 || isSpace(text.charCodeAt(at - 1)) || '("“‘[—–'.includes(text.charAt(at - 1)));
}

function isNameBehind(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isNamely(text, at)) at++;
  return (
    at > from &&
    (at === text.length || !JOINS.includes(text.charAt(at)) || /^[.,:;?)\]](?:\s|$)/.test(text.slice(at, at + 2)))
  );
}

const isNamely = (text: string, at: number): boolean => isWordly(text.charAt(at)) || "-’'".includes(text.charAt(at));

/** One or two hyphens behind white space and before a word; not at the beginning of a sentence, nor round an aside. */
function isOption(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && text.charAt(at - 1) === '-') at--;
  if (start - at > 2 || (at > 0 && !isSpace(text.charCodeAt(at - 1)))) return false;
  return at > 0 || !/\s\S/.test(text.slice(start, start + 80));
}

// ---- quotation marks -----------------------------------------------------------------------------------------------------

const MARK = /^["'“”‘’]+$/;

/** Before an opening mark stands white space, a bracket or a dash, behind a closing one white space or a stop: where no sign does. */
function isProseMark(text: string, { start, end }: Span, by: string): boolean {
  // the curly one of the two says which it is
  const curly = [by, text.slice(start, end)].find((mark) => /[“‘”’]/.test(mark));
  const opens = curly === undefined ? OPENING.test(text.charAt(start - 1)) : /[“‘]/.test(curly);
  return opens
    ? !OPENED_BY_SIGN.test(text.slice(Math.max(0, start - 60), start))
    : !CLOSED_BY_SIGN.test(text.slice(end, end + 12));
}

/** Some mark of the paragraph is a program's: which of the others pair is a guess. */
export function hasProgramMarks(text: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const opens = isWordly(text.charAt(at + 1)) && !isWordly(text.charAt(at - 1));
    if (opens && !isInProse(text, { start: at, end: at + 1 }, '“')) return true;
  }
  return false;
}

/** What stands before a mark that opens. */
const OPENING = /^$|[\s([{=:—–-]/;

/** `title:"`, `a = "`, `call("`, `,"`, `"a": "`, `@import "`. */
const OPENED_BY_SIGN =
  /(?:[\p{L}\d_\])}"'][:,;=(+|&]|[={}<>|\\/+*%&~^`@#$_]|[=+|&<>] |["'] ?[:,] |(?:^|[\s(])(?:[@\\%$#.!]|::?|--?)[a-z][\w-]* )$/u;

/** `"a"=`, `"a": "`, `"a")`, `"a",b`, `"a";`. */
const CLOSED_BY_SIGN =
  /^(?:[=:{<|\\/+*%&~^`@#$_]\S|[()\]][\p{L}\d;{(]|[,;][\p{L}\d"'_[{]|;(?:$|\s+[^\s\p{L}])| ?[:=]>? ?["'[{\d]|[\p{L}\d_])/u;
