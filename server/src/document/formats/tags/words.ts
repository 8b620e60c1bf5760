// The words of a file with tags: white space folded, codes read, each character mapped to where it stands.
import { isSpace, type Span } from '../../../text/span';
import { type Growing, grow } from '../../markup';
import { HIDDEN, HIDDEN_BREAK, HIDDEN_CLOSING, HIDDEN_OPENING, OBJECT } from '../hidden';
import { endsHere } from './beside';
import { endChunk, openChunk, type NamedPart, put, type ParserState } from './reading';
import { type Attribute, type Characters, type Piece, readPieces } from './tree';
import { type WritingPlace, writerFor } from './write';

/** White space of tags, and what else ends a line. */
const SPACE = /[ \t\n\r\f\v\u0085\u2028\u2029]/;
/** Words with single plain spaces between them, white space, what is hidden, or marks round words. */
const RUN =
  /[^ \t\n\r\f\v\u0085\u2028\u2029\ue100-\ue103]+(?: [^ \t\n\r\f\v\u0085\u2028\u2029\ue100-\ue103]+)*|\ue100+|\ue101+|\ue102+|\ue103+|[ \t\n\r\f\v\u0085\u2028\u2029]+/g;

export function readText(reading: ParserState, node: Characters, within: Span = node): void {
  let text: Growing | undefined;
  const place: WritingPlace = node.isVerbatim ? 'verbatim' : 'text';
  const grown = (at: Span): void => {
    if (!text) {
      text = grow(reading.within, 'text', at, reading.prose.length);
      text.write = written(reading, writerFor(place, reading.holds));
      reading.texts.push(text);
    }
    text.end = at.end;
  };
  const settle = (): void => {
    if (text) text.prose = { start: text.prose.start, end: reading.prose.length };
  };
  const emit = (at: Span, write: () => void): void => {
    openChunk(reading);
    grown(at);
    write();
    settle();
  };
  for (const piece of node.pieces) {
    const start = Math.max(piece.start, within.start);
    const end = Math.min(piece.end, within.end, reading.upTo);
    if (start >= end) continue;
    if (piece.text !== undefined) {
      readCode(reading, piece, node, emit);
      continue;
    }
    RUN.lastIndex = 0;
    for (const { 0: run, index } of reading.file.slice(start, end).matchAll(RUN)) {
      const at = { start: start + index, end: start + index + run.length };
      if (run[0] === HIDDEN) {
        text = undefined;
        openChunk(reading);
        const object = grow(reading.within, 'object', at, reading.prose.length);
        put(reading, OBJECT);
        object.prose = { start: reading.prose.length - 1, end: reading.prose.length };
      } else if (run[0] === HIDDEN_BREAK) {
        text = undefined;
        if (!reading.inRow) endChunk(reading);
        grow(reading.within, 'object', at, reading.prose.length);
      } else if (isMark(run)) {
        text = undefined;
        grow(reading.within, 'object', at, reading.prose.length, 'words');
      } else if (SPACE.test(run[0] as string)) readSpace(reading, at, within.end === at.end ? node : undefined, emit);
      else
        emit(at, () => {
          reading.prose.copy(at.start, at.end);
          if (reading.part?.data) reading.words += run;
          reading.spaced = false;
        });
    }
  }
}

const isMark = (run: string): boolean => [HIDDEN_OPENING, HIDDEN_CLOSING, HIDDEN_BREAK].includes(run[0] as string);

/** What the language that holds the file would take for more than words is not written. */
const written =
  ({ host }: ParserState, write: (words: string) => string | undefined) =>
  (words: string): string | undefined =>
    host?.unsafe.test(words) ? undefined : write(words);

type Emit = (at: Span, write: () => void) => void;

/** White space is one space between words. @param last the text that it ends. */
export function readSpace(reading: ParserState, at: Span, last: Characters | undefined, emit: Emit): void {
  if (!reading.open || reading.spaced || (last && endsHere(reading, last))) return;
  emit(at, () => {
    if (reading.file.slice(at.start, at.end) === ' ') reading.prose.copy(at.start, at.end);
    else reading.prose.insert(' ');
    reading.words += ' ';
    reading.spaced = true;
  });
}

export function readCode(reading: ParserState, { start, end, text = '' }: Piece, node: Characters, emit: Emit): void {
  if (SPACE.test(text)) readSpace(reading, { start, end }, node.end === end ? node : undefined, emit);
  else
    emit({ start, end }, () => {
      reading.prose.decoded(start, end, text);
      reading.words += text;
      reading.spaced = isSpace(text.charCodeAt(0));
    });
}

export function readPiece(reading: ParserState, { start, end, text }: Piece): void {
  const emit: Emit = (_at, write) => write();
  if (text !== undefined) {
    readCode(reading, { start, end, text }, { end: -1 } as Characters, emit);
    return;
  }
  for (const { 0: run, index } of reading.file.slice(start, end).matchAll(RUN)) {
    const at = { start: start + index, end: start + index + run.length };
    if (run[0] === HIDDEN) put(reading, OBJECT);
    else if (isMark(run)) continue;
    else if (SPACE.test(run[0] as string)) readSpace(reading, at, undefined, emit);
    else {
      reading.prose.copy(at.start, at.end);
      reading.spaced = false;
    }
  }
}

/** Plain text inside an element: a paragraph a line, or those that a blank line parts. */
export function readLines(reading: ParserState, node: Characters): void {
  const words = reading.file.slice(node.start, node.end);
  const parts = /\n[ \t\r]*\n/.test(words)
    ? words.matchAll(/(?:[^\n]|\n(?![ \t\r]*\n))+/g)
    : words.matchAll(/[^\n\r]+/g);
  for (const { 0: part, index } of parts) {
    endChunk(reading);
    readText(reading, node, { start: node.start + index, end: node.start + index + part.length });
  }
}

/** A value of an attribute as a chunk of its own. */
export function readValue(reading: ParserState, { value, pieces, mark }: Attribute, part: NamedPart): void {
  const words = readPieces(reading.file, pieces);
  // some programs put a page there
  if (!/[\p{L}\d]/u.test(words) || /<[a-z/]/i.test(words)) return;
  const outer = reading.part;
  reading.part = part;
  openChunk(reading);
  const own = grow(reading.within, 'fixed', value, reading.prose.length);
  const text = grow(own, 'text', value, reading.prose.length);
  text.write = written(reading, writerFor('attribute', reading.holds, mark));
  for (const piece of pieces) readPiece(reading, piece);
  reading.words = words;
  text.prose = own.prose = { start: text.prose.start, end: reading.prose.length };
  reading.texts.push(text);
  endChunk(reading);
  reading.part = outer;
}
