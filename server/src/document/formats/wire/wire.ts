// Copy as it comes off a wire: ANPA 1312 and IPTC 7901, messages between control characters. What a header and a trailer hold is told
// by the controls and is no copy; the lines above the text are a headline, a byline, notes, each by its own mark.
import type { Span } from '../../../text/span';
import type { Draft, Parsed } from '../../draft';
import { isNoteHeld } from '../fields/notes';
import { asTheyStand } from '../fields/plain';
import type { Field, FieldPart, ReadWords } from '../fields/field';
import { storyOfFields } from '../fields/story';
import { isoDay } from '../tags/days';
import type { Fault } from '../tags/tree';

/** Start of a header, of a text, end of a text: SOH, STX, ETX. */
const HEADER = '\x01';
const TEXT = '\x02';
const END = '\x03';

/** A file that begins a message: with idle marks, a byte order mark or a line's own start ("ZCZC") before it. */
export const isWire = (file: string): boolean =>
  /^[\ufeff\x16\r\n ]{0,40}\x01/.test(file.slice(0, 60)) ||
  (/^[^\x01\x02]{0,50}\x01/.test(file.slice(0, 60)) && file.includes(TEXT));

export function parseWire({ text: file }: Draft, read: ReadWords): Parsed {
  const fields: Field[] = [];
  let fault: Fault | undefined;
  for (const { header, text, trailer, isWhole } of messagesIn(file)) {
    if (!isWhole) fault ??= { what: 'has a message that breaks off before its end mark', at: header.start };
    const own = text ? (isCaret(file, text) ? anpaFields(file, text) : iptcFields(file, text)) : [];
    const date = trailer && dayIn(file.slice(trailer.start, Math.min(trailer.end, trailer.start + LONGEST_TRAILER)));
    const [first, ...rest] = date ? own.map((field) => ({ ...field, says: { date } })) : own;
    if (first) fields.push(fields.length ? { ...first, opens: true } : first, ...rest);
  }
  const story = storyOfFields(file, fields, fault, read);
  return { ...story, ...fields[0]?.says, unread: between(file, fields) };
}

interface Message {
  readonly header: Span;
  /** Between the controls; nothing where the message breaks off before. */
  readonly text: Span | undefined;
  /** Behind the end mark, up to the next message. */
  readonly trailer: Span | undefined;
  readonly isWhole: boolean;
}

function* messagesIn(file: string): Generator<Message> {
  for (let start = file.indexOf(HEADER); start >= 0; ) {
    const next = file.indexOf(HEADER, start + 1);
    const stop = next < 0 ? file.length : next;
    // in what is its own: a mark that is missing would be looked for down to the end of the file, message by message
    const own = file.slice(start, stop);
    const opens = own.indexOf(TEXT);
    const isOpened = opens >= 0;
    const closes = isOpened ? own.indexOf(END, opens) : -1;
    const isWhole = closes >= 0;
    yield {
      header: { start, end: isOpened ? start + opens : stop },
      text: isOpened ? { start: start + opens + 1, end: isWhole ? start + closes : stop } : undefined,
      trailer: isWhole ? { start: start + closes + 1, end: stop } : undefined,
      isWhole,
    };
    start = next;
  }
}

/** When it was sent, ISO: "AP-WF-11-03-26 0900GMT", "031009 GMT Nov 26". */
function dayIn(trailer: string): string | undefined {
  const [, month, day, year] = /\b(\d\d)-(\d\d)-(\d\d) {1,2}\d{4} ?GMT/.exec(trailer) ?? [];
  if (year !== undefined) return isoDay(`${centuryOf(year)}-${month}-${day}`);
  const [, on, name = '', of] = /\b(\d\d)\d{4} {0,2}GMT {1,2}([A-Za-z]{3}) {1,2}(\d\d)\b/.exec(trailer) ?? [];
  const at = MONTHS.indexOf(name.toLowerCase());
  return of === undefined || at < 0 || at % 3
    ? undefined
    : isoDay(`${centuryOf(of)}-${String(at / 3 + 1).padStart(2, '0')}-${on}`);
}

const LONGEST_TRAILER = 200;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** Both formats are of the seventies. */
const centuryOf = (year: string): string => (Number(year) < 70 ? '20' : '19') + year;

const between = (file: string, fields: readonly Field[]): Span[] => {
  const gaps: Span[] = [];
  let from = 0;
  for (const { value } of fields) {
    if (value.start > from) gaps.push({ start: from, end: value.start });
    from = value.end;
  }
  return [...gaps, { start: from, end: file.length }];
};

// ---- lines ---------------------------------------------------------------------------------------------------------------

/** From its first to behind its last character that is more than white space or a control. */
interface WireLine extends Span {
  readonly words: string;
  readonly isBlank: boolean;
}

function* linesIn(file: string, { start, end }: Span): Generator<WireLine> {
  for (const { 0: line, index } of file.slice(start, end).matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g)) {
    const at = withoutControls(file, start + index, start + index + line.length);
    yield { ...at, words: file.slice(at.start, at.end), isBlank: at.start === at.end };
  }
}

function withoutControls(file: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && CONTROL.test(file.charAt(start))) start++;
  while (end > start && CONTROL.test(file.charAt(end - 1))) end--;
  return { start, end };
}

const CONTROL = /[\s\x00-\x1f\x7f]/;

function fieldAt(file: string, at: Span, part: FieldPart): Field {
  const words = file.slice(at.start, at.end);
  const value = {
    ...at,
    text: words,
    map: asTheyStand(at),
    write: (written: string) => (/[\x00-\x1f<^]/.test(written) ? undefined : written),
    read: (written: string) => (/[\x00-\x1f\x7f]/.test(written) ? undefined : written),
  };
  return { value, content: part === 'body' ? 'copy' : 'line', part };
}

/** Without the marks that open and close a line of a field: "^By LENA ORSK=". */
function bare(file: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  if (file.charAt(from) === '^') from++;
  while (to > from && /[<=\s]/.test(file.charAt(to - 1))) to--;
  return { start: from, end: to };
}

const BYLINE = /^\^?by\s+\S/i;

// ---- ANPA 1312 -----------------------------------------------------------------------------------------------------------

const isCaret = (file: string, { start, end }: Span): boolean =>
  file.slice(start, Math.min(end, start + 4)).includes('^');

/** Lines of fields open with a caret and close with a mark; those of copy open with a tab. */
function anpaFields(file: string, text: Span): Field[] {
  const fields: Field[] = [];
  let body: Span | undefined;
  let carets = 0;
  let titled = false;
  const settle = (): void => {
    if (body) fields.push(fieldAt(file, body, 'body'));
    body = undefined;
  };
  for (const line of linesIn(file, text)) {
    if (line.isBlank) continue;
    if (!line.words.startsWith('^')) {
      body = { start: body?.start ?? lineStart(file, line.start), end: line.end };
      continue;
    }
    titled ||= body !== undefined;
    settle();
    const at = bare(file, line);
    const words = file.slice(at.start, at.end);
    // the first is the story's working name
    if (carets++ === 0 || at.start === at.end) continue;
    const note = NOTE.exec(words);
    const held = note && isNoteHeld(words.slice(note[0].length));
    if (held) fields.push(fieldAt(file, at, held));
    else if (note || NO_COPY.test(words)) continue;
    else if (BYLINE.test(words)) fields.push(fieldAt(file, at, 'byline'));
    else if (!line.words.endsWith('=')) {
      fields.push(fieldAt(file, at, titled ? 'subhead' : 'headline'));
      titled = true;
    }
  }
  settle();
  return fields;
}

const NOTE = /^\(?(?:eds?[:.]|editors?['’]?s?['’]? note\b)[\s:_–—-]{0,4}/i;
/** What goes with the story, heads of columns, the end. */
const NO_COPY = /^(?:AP (?:Photo|Video|Graphic)|;|END$)/;

/** With the indent that says where a paragraph begins. */
function lineStart(file: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t]/.test(file.charAt(start - 1))) start--;
  return start;
}

// ---- IPTC 7901 -----------------------------------------------------------------------------------------------------------

/** Above the first blank line: what state the story is in, its headline over one line or more, its byline; the last closes with "=". */
function iptcFields(file: string, text: Span): Field[] {
  const fields: Field[] = [];
  let head: Span | undefined;
  let from = text.start;
  let lines = 0;
  let isClosed = false;
  for (const line of linesIn(file, text)) {
    if (line.isBlank && lines > 0) break;
    from = line.end;
    if (line.isBlank) continue;
    lines++;
    if (lines > MOST_ABOVE) break;
    isClosed = line.words.endsWith('=');
    const at = bare(file, line);
    if (BYLINE.test(line.words)) fields.push(fieldAt(file, at, 'byline'));
    // behind a byline the headline does not go on
    else if (head ? !fields.length : isClosed || !isState(line.words))
      head = { start: head?.start ?? at.start, end: at.end };
    if (isClosed) break;
  }
  // without its mark, many lines are copy
  if (!isClosed && lines > 2) return [fieldAt(file, body(file, text.start, text.end), 'body')].filter(isFilled);
  if (head) fields.push(fieldAt(file, head, 'headline'));
  fields.push(fieldAt(file, body(file, from, text.end), 'body'));
  return fields.filter(isFilled).sort((a, b) => a.value.start - b.value.start);
}

const MOST_ABOVE = 8;

const isFilled = ({ value }: Field): boolean => value.end > value.start;

/** "REFILE", "1ST LEAD", "EXTRA". */
const isState = (words: string): boolean =>
  words.length < 40 && !/\p{Ll}/u.test(words) && words.split(/\s+/).length <= 4;

function body(file: string, from: number, to: number): Span {
  const { start, end } = withoutControls(file, from, to);
  return { start: Math.max(from, lineStart(file, start)), end };
}
