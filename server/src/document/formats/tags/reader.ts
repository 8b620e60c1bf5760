// The prose of a file with tags: its elements read into chunks and a tree of markup.
import { type LineIndex, lineIndex, positionAt } from '../../../text/line-index';
import { proseBuilder } from '../../../text/source-map';
import type { Span } from '../../../text/span';
import { type Growing, grow, type MarkupNode } from '../../markup';
import { readComments } from '../comments';
import { OBJECT } from '../hidden';
import { endsHere, hasWordsBehind, isBreak, nextOf } from './beside';
import {
  endChunk,
  type Host,
  openChunk,
  put,
  type ParserState,
  type ReadTags,
  type Treat,
  type Treatment,
} from './reading';
import { attributeOf, type Element, type TagNode } from './tree';
import { readLines, readText, readValue } from './words';
import { holdsIn } from './write';

/**
 * In time linear in the file. @param lineOf the line, from 1, that a place of the text stands on in its file. @param host of a part of
 * a file that is no file of tags.
 */
export function readTags(file: string, root: Element, treatment: Treat, lineOf = linesOf(file), host?: Host): ReadTags {
  const treated = new Map<Element, Treatment>();
  const treat = (element: Element): Treatment => {
    const known = treated.get(element) ?? treatment(element);
    treated.set(element, known);
    return known;
  };
  const reading: ParserState = {
    ...{
      file,
      host,
      treat,
      lineOf,
      nexts: new Map(),
      prose: proseBuilder(file),
      chunks: [],
      texts: [],
      comments: host?.comments ?? readComments(),
    },
    ...{ holds: host ? holdsAll : holdsIn(file), curly: /[“”]|&[lr]dquo;|&#8220;/.test(file) },
    within: grow(undefined, 'fixed', root, 0),
    ...{
      kind: host?.kind ?? 'paragraph',
      part: undefined,
      upTo: file.length,
      inRow: false,
      opens: undefined,
      language: undefined,
      open: undefined,
      spaced: true,
      words: '',
    },
  };
  const top = reading.within;
  readAll(reading, root.children);
  endChunk(reading);
  top.prose = { start: 0, end: reading.prose.length };
  const { chunks, texts, comments } = reading;
  return { ...reading.prose.build(), chunks, texts, comments, root: top };
}

/** Markdown is in Unicode. */
const holdsAll = (): boolean => true;

function readAll(reading: ParserState, children: readonly TagNode[]): void {
  for (const child of children) readNode(reading, child);
}

function readNode(reading: ParserState, node: TagNode): void {
  if (node.type === 'text') readText(reading, node);
  else if (node.type === 'element') readers[reading.treat(node).as](reading, node, reading.treat(node) as never);
  else leaf(reading, node, 'object');
  if (node.type === 'comment') readComment(reading, node);
}

type Reader<As extends Treatment['as']> = (
  reading: ParserState,
  element: Element,
  treatment: Extract<Treatment, { as: As }>,
) => void;

const readers: { readonly [As in Treatment['as']]: Reader<As> } = {
  inline: (reading, element, { leads }) => inside(reading, element, 'inline', undefined, leads),
  block(reading, element, { kind, part, fixed, upTo, opens, words }) {
    const { kind: outerKind, part: outerPart, inRow, upTo: outerEnd, language: outerLanguage } = reading;
    reading.upTo = upTo ?? outerEnd;
    if (!inRow) endChunk(reading);
    if (opens) reading.opens = opens;
    reading.language = opens?.language ?? languageOf(reading, element) ?? outerLanguage;
    reading.kind = kind ?? outerKind;
    reading.part = part ?? outerPart;
    for (const said of words && !inRow ? element.attributes : [])
      if (words?.includes(said.name)) readValue(reading, said, { role: 'caption' });
    inside(reading, element, fixed ? 'fixed' : inRow ? 'inline' : 'block');
    if (!inRow) endChunk(reading);
    reading.kind = outerKind;
    reading.part = outerPart;
    reading.upTo = outerEnd;
    reading.language = outerLanguage;
  },
  row(reading, element) {
    endChunk(reading);
    const { kind: outer, language: outerLanguage } = reading;
    reading.kind = 'table';
    reading.inRow = true;
    reading.language = languageOf(reading, element) ?? outerLanguage;
    inside(reading, element, 'block');
    reading.inRow = false;
    reading.kind = outer;
    endChunk(reading);
    reading.language = outerLanguage;
  },
  cell(reading, element) {
    if (reading.open) {
      reading.prose.insert('\t');
      reading.spaced = true;
    }
    inside(reading, element, 'fixed');
  },
  break(reading, element) {
    if (!reading.inRow && isBreak(reading, nextOf(reading, element))) {
      leaf(reading, element, 'object');
      return endChunk(reading);
    }
    leaf(reading, element, 'space');
    if (reading.open && !reading.spaced && !endsHere(reading, element)) put(reading, ' ');
  },
  quotation(reading, element) {
    const mark = (at: Span, character: string): void => {
      openChunk(reading);
      reading.prose.decoded(at.start, at.end, character);
      reading.spaced = false;
    };
    const [opens, closes] = reading.curly ? '“”' : '""';
    mark({ start: element.start, end: element.opened }, opens as string);
    inside(reading, element, 'inline');
    if (element.inner < element.end) mark({ start: element.inner, end: element.end }, closes as string);
  },
  object(reading, element) {
    const node = leaf(reading, element, 'object');
    if (!reading.open && !hasWordsBehind(reading, element)) return;
    openChunk(reading);
    put(reading, OBJECT);
    node.prose = { start: reading.prose.length - 1, end: reading.prose.length };
  },
  nothing: (reading, element) => void leaf(reading, element, 'object'),
  apart(reading, element) {
    if (!reading.inRow) endChunk(reading);
    leaf(reading, element, 'object');
  },
  picture(reading, element, { words }) {
    leaf(reading, element, 'object');
    const said = element.attributes.find(({ name }) => name === words);
    if (said && !reading.open && !reading.inRow && !hasWordsBehind(reading, element))
      readValue(reading, said, { role: 'caption' });
  },
  value(reading, element, { attribute, part }) {
    endChunk(reading);
    leaf(reading, element, 'object');
    const said = element.attributes.find(({ name }) => name === attribute);
    if (said) readValue(reading, said, part);
  },
  plain(reading, element) {
    endChunk(reading);
    const outer = reading.within;
    reading.within = grow(outer, 'fixed', element, reading.prose.length);
    for (const child of element.children) {
      if (child.type === 'text') readLines(reading, child);
      else readNode(reading, child);
    }
    endChunk(reading);
    reading.within.prose = { start: reading.within.prose.start, end: reading.prose.length };
    reading.within = outer;
  },
};

/** The language that an element says its words are in. */
const languageOf = ({ file }: ParserState, element: Element): string | undefined =>
  element.attributes.length ? attributeOf(file, element, 'lang') || undefined : undefined;

function inside(
  reading: ParserState,
  element: Element,
  as: MarkupNode['kind'],
  keeps?: MarkupNode['keeps'],
  leads?: true,
): void {
  const outer = reading.within;
  // what closes an element of a part of a file may stand in another
  const whole = !reading.host || element.closed;
  const own = grow(outer, whole ? as : 'fixed', element, reading.prose.length, keeps);
  if (leads) own.leads = true;
  reading.within = own;
  readAll(reading, element.children);
  own.prose = { start: Math.min(own.prose.start, reading.prose.length), end: reading.prose.length };
  reading.within = outer;
}

const leaf = ({ within, prose }: ParserState, at: Span, kind: MarkupNode['kind']): Growing =>
  grow(within, kind, at, prose.length);

function readComment(reading: ParserState, at: Span): void {
  const comment = reading.file.slice(at.start, at.end);
  const isClosed = !comment.startsWith('<!--') || /--!?>$/.test(comment) || reading.host !== undefined;
  if (isClosed && !/^<!--\s*copydesk-/.test(comment)) return;
  reading.comments.add(comment, reading.prose.length, reading.lineOf(at.start));
}

/** Few files have comments that ask for it. */
function linesOf(text: string): (offset: number) => number {
  let lines: LineIndex | undefined;
  return (offset) => positionAt((lines ??= lineIndex(text)), offset).line;
}
