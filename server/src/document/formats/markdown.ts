// Markdown: prose without its markup, every character mapped to where it stands in the file. Loaded on demand.
import type { Html, Nodes, Parents } from 'mdast';
import { type ProseBuilder, proseBuilder } from '../../text/source-map';
import { type Span, shift } from '../../text/span';
import type { Chunk, Draft, Parsed } from '../draft';
import { type Growing, grow, type MarkupNode } from '../markup';
import { abbreviationsIn, anchorOf, anchorsNamed, isNamedItself } from './anchors';
import { type Comments, commentsIn, readComments } from './comments';
import { type Field, readFrontMatter } from './front-matter';
import { readJson } from './front-matter-json';
import { readToml } from './front-matter-toml';
import { heapsOfMarks, heapsTold, withoutHeaps } from './markdown-heaps';
import { judgeOf } from './markdown-judge';
import { closingOfCode, isHalf, paired } from './markdown-pairs';
import { copyDecoded, type TextPiece } from './markdown-text';
import { tooMuchFor, treeOf } from './markdown-tree';
import { parsePlainText } from './plain-text';
import { OBJECT } from './hidden';
import { markdownInDoubt } from './lines-in-doubt';
import { withoutSyntaxLines } from './syntax-lines';
import { withoutTemplates } from './templates';

export function parseMarkdown(draft: Draft): Parsed {
  const why = tooMuchFor(draft.text);
  if (why) return asPlainText(draft, why);
  try {
    return read(draft.text);
  } catch (error) {
    return asPlainText(draft, String(error));
  }
}

function asPlainText(draft: Draft, why: string): Parsed {
  const plain = parsePlainText(draft);
  const message = `This draft could not be read as Markdown (${why}) and was read as plain text.`;
  return { ...plain, problems: [...plain.problems, { code: 'markdown', message }] };
}

interface Reading {
  /** The file, templates and front matter hidden. */
  readonly text: string;
  readonly headings: Growing[];
  /** Units before what the parser sees: a byte order mark, front matter. */
  readonly base: number;
  readonly baseLine: number;
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly comments: Comments;
  readonly texts: Growing[];
  /** What references name, as definitions have it. */
  readonly labels: string[];
  /** The block or markup that what is read next stands in. */
  within: Growing;
  /** Last line of the block before, from 1. */
  lastLine: number;
}

function read(file: string): Parsed {
  const bom = file.charCodeAt(0) === 0xfeff ? 1 : 0;
  const matter = readFrontMatter(file, bom, { toml: readToml, json: readJson });
  const base = matter?.end ?? bom;
  const whole = withoutTemplates(withoutSyntaxLines(file.slice(base), 'markdown'), 'markdown');
  const heaps = heapsOfMarks(whole);
  const body = withoutHeaps(whole, heaps);
  const inFile = heaps.map((heap) => shift(heap, base));
  const root = grow(undefined, 'fixed', { start: base, end: file.length }, 0);
  const reading: Reading = {
    text: file.slice(0, base) + body,
    headings: [],
    base,
    baseLine: linesBefore(file, base),
    prose: proseBuilder(file),
    chunks: [],
    comments: readComments(),
    texts: [],
    labels: [],
    within: root,
    lastLine: 0,
  };
  if (matter?.headline) readHeadline(reading, matter.headline);
  const title = { start: 0, end: reading.prose.length };
  for (const node of treeOf(body).children) readBlock(reading, node, 'paragraph');
  const { cleared, problems } = reading.comments.finish(reading.prose.length);
  const built = reading.prose.build();
  keepAnchors(reading.headings, file, built.prose);
  return {
    ...built,
    chunks: reading.chunks,
    layout: 'blank-lines',
    ...(matter?.date && { date: matter.date }),
    ...(matter?.genre && { genre: matter.genre }),
    cleared,
    doubtful: markdownInDoubt(file, base),
    problems: [...(matter?.problems ?? []), ...heapsTold(file, inFile), ...problems],
    markup: {
      texts: reading.texts,
      named: abbreviationsIn(file, built.prose),
      ...(title.end > 0 && { title }),
      judge: () => judgeOf(withoutHeaps(file, inFile), reading.text, root, reading.labels),
    },
  };
}

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = 0; at < end; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  return lines;
}

/** The headline of the front matter stands in no block; what it is written in may not be disturbed. */
function readHeadline(reading: Reading, { at, value }: Field): void {
  chunk(reading, { kind: 'heading', indent: 0, line: 1, lastLine: 1 }, () => {
    const start = reading.prose.length;
    // entities are for the page that the headline goes on: read, and left as they are
    if (!at || ENTITY.test(value))
      return reading.prose.insert(value.replace(ENTITIES, readEntity).replace(/\s+/g, ' '));
    reading.prose.copy(at.start, at.end);
    const node = grow(undefined, 'text', at, start, 'value');
    node.prose = { start, end: reading.prose.length };
    reading.texts.push(node);
  });
}

const ENTITY = /&(?:#\d{1,7}|[a-z]{2,8});/;
const ENTITIES = /&(?:#(\d{1,7})|([a-z]{2,8}));/g;

const readEntity = (entity: string, point: string | undefined, name = ''): string => {
  if (point === undefined) return known[name] ?? entity;
  return Number(point) > 31 && Number(point) <= 0x10ffff ? String.fromCodePoint(Number(point)) : entity;
};

const known: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
};

/** Where the node stands in the file. */
function spanOf({ position }: Nodes, base: number): Span {
  return { start: (position?.start.offset ?? 0) + base, end: (position?.end.offset ?? 0) + base };
}

// ---- blocks ------------------------------------------------------------------------------------------------------------

/** What is done with each kind of node; a kind that is not named holds no prose. */
type Readers<Rest extends readonly unknown[]> = {
  readonly [Type in Nodes['type']]?: (reading: Reading, node: Extract<Nodes, { type: Type }>, ...rest: Rest) => void;
};

/** @param kind what a paragraph is here: in a list an item, in a block quote a part of it. */
function readBlock(reading: Reading, node: Nodes, kind: Chunk['kind']): void {
  const reader = blocks[node.type];
  const { within } = reading;
  const at = within.children.length;
  if (node.type === 'definition') reading.labels.push(node.label ?? node.identifier);
  if (node.type === 'footnoteDefinition') reading.labels.push(`^${node.label ?? node.identifier}`);
  if (reader) reader(reading, node as never, kind);
  else leaf(reading, node, 'object');
  const [before, own] = [within.children[at - 1], within.children[at]];
  if (own)
    own.apart =
      before !== undefined &&
      /\n[ \t>]*\n|\r[ \t>]*\r/.test(reading.text.slice(before.end, own.start).replaceAll('\r\n', '\n'));
}

const leaf = ({ within, base, prose }: Reading, node: Nodes, kind: MarkupNode['kind']): Growing =>
  grow(within, kind, spanOf(node, base), prose.length);

/** Reads what stands in the node, as a part of it. */
function inside(
  reading: Reading,
  node: Nodes,
  kind: MarkupNode['kind'],
  readIt: () => void,
  keeps?: MarkupNode['keeps'],
) {
  const outer = reading.within;
  const own = grow(outer, kind, spanOf(node, reading.base), reading.prose.length, keeps);
  if (node.type === 'link' || node.type === 'linkReference') own.leads = true;
  reading.within = own;
  readIt();
  own.prose = { start: own.prose.start, end: reading.prose.length };
  reading.within = outer;
}

const readChildren =
  (as: MarkupNode['kind'], keeps?: MarkupNode['keeps']) =>
  (reading: Reading, node: Parents, kind: Chunk['kind']): void =>
    inside(
      reading,
      node,
      as,
      () => {
        for (const child of node.children) readBlock(reading, child, kind);
      },
      keeps,
    );

const blocks: Readers<[kind: Chunk['kind']]> = {
  paragraph: (reading, node, kind) => textChunk(reading, node, kind),
  heading: (reading, node) => {
    if (isEndMark(reading, node)) return endMark(reading, node);
    const at = reading.within.children.length;
    textChunk(reading, node, 'heading');
    reading.headings.push(...reading.within.children.slice(at));
  },
  tableRow: (reading, node) => {
    // the head of a table, its first row, is what makes it one
    const isHead = reading.within.children.length === 0;
    chunk(reading, placeOf(reading, node, 'table'), () =>
      inside(reading, node, isHead ? 'fixed' : 'block', () => {
        for (const [i, cell] of node.children.entries()) {
          if (i > 0) reading.prose.insert('\t');
          inside(reading, cell, 'fixed', () => readPhrase(reading, cell));
        }
      }),
    );
  },
  html: (reading, node) => {
    readHtml(reading, node);
    leaf(reading, node, 'object');
  },
  blockquote: (reading, node) => readChildren('block')(reading, node, 'block-quote'),
  listItem: (reading, node, kind) =>
    readChildren('block', 'head')(reading, node, kind === 'block-quote' ? kind : 'item'),
  list: readChildren('block'),
  table: readChildren('block'),
  footnoteDefinition: readChildren('fixed'),
};

/** "# # #", "###" alone on a line: an empty heading to Markdown, to a newsroom the end of the story. */
const isEndMark = ({ text, base }: Reading, node: Nodes): boolean => {
  const { start, end } = spanOf(node, base);
  return end - start <= 24 && /^(?:#{3,6}|#(?: #){1,9})$/.test(text.slice(start, end).trimEnd());
};

function endMark(reading: Reading, node: Nodes): void {
  const at = spanOf(node, reading.base);
  chunk(reading, placeOf(reading, node, 'paragraph'), () =>
    inside(reading, node, 'block', () => {
      const own = leaf(reading, node, 'text');
      reading.prose.copy(at.start, at.end);
      own.prose = { start: own.prose.start, end: reading.prose.length };
      reading.texts.push(own);
    }),
  );
}

/** Marks the headings that the file's own links lead to. */
function keepAnchors(headings: readonly Growing[], file: string, prose: string): void {
  const named = headings.length ? anchorsNamed(file) : undefined;
  if (!named?.size) return;
  for (const one of headings)
    if (
      named.has(anchorOf(prose.slice(one.prose.start, one.prose.end))) &&
      !isNamedItself(file.slice(one.start, one.end))
    )
      one.keeps = 'anchor';
}

interface Place {
  readonly kind: Chunk['kind'];
  /** Columns before it. */
  readonly indent: number;
  /** First and last line, from 1. */
  readonly line: number;
  readonly lastLine: number;
}

const placeOf = ({ baseLine }: Reading, { position }: Nodes, kind: Chunk['kind']): Place => ({
  kind,
  indent: (position?.start.column ?? 1) - 1,
  line: (position?.start.line ?? 1) + baseLine,
  lastLine: (position?.end.line ?? 1) + baseLine,
});

function textChunk(reading: Reading, node: Parents, kind: Chunk['kind']): void {
  const readIt = (): void => inside(reading, node, 'block', () => readPhrase(reading, node));
  // templates, images and code alone on their lines are no paragraph of the story
  if (holdsProse(node)) chunk(reading, placeOf(reading, node, kind), readIt);
  else withoutProse(reading, node);
}

function withoutProse(reading: Reading, node: Nodes): void {
  leaf(reading, node, 'object').alone = true;
  const comments = (one: Nodes): void => {
    if (one.type === 'html') readHtml(reading, one);
    if ('children' in one) for (const child of one.children) comments(child);
  };
  comments(node);
}

/** What a text piece in Markdown's own tree holds that somebody reads. */
const holdsProse = (node: Parents): boolean =>
  node.children.some((child) =>
    child.type === 'text' ? PROSE.test(child.value) : child.type in inlines && 'children' in child && holdsProse(child),
  );

/** Neither white space nor what is hidden. */
const PROSE = /[^\s\ue100-\ue102]/;

/** Appends a chunk of what `write` writes; nothing where it writes nothing but space. */
function chunk(reading: Reading, { kind, indent, line, lastLine }: Place, write: () => void): void {
  const { prose, chunks, comments } = reading;
  if (chunks.length) prose.insert('\n');
  const start = prose.length;
  write();
  const blankBefore = Math.max(0, line - reading.lastLine - 1);
  chunks.push({ kind, start, end: prose.length, indent, blankBefore });
  comments.paragraph(start, prose.length);
  reading.lastLine = lastLine;
}

// ---- within a line -----------------------------------------------------------------------------------------------------

/** What is struck out is left out: the reader will not see it. */
const inlines: Readers<[]> = {
  text: (reading, node) => {
    for (const piece of copyDecoded(reading.prose, reading.text, spanOf(node, reading.base), node.value))
      addPiece(reading, piece);
  },
  inlineCode: (reading, node) => addObject(reading, spanOf(node, reading.base)),
  break: (reading, node) => {
    leaf(reading, node, 'space');
    reading.prose.insert(' ');
  },
  html: (reading, node) => {
    readHtml(reading, node);
    const own = leaf(reading, node, /^<br\s*\/?>$/i.test(node.value) ? 'space' : 'object');
    // half of a pair that markup crosses; the others are put together
    if (isHalf(node.value)) own.keeps = 'words';
    if (/^<br\s*\/?>$/i.test(node.value)) reading.prose.insert(' ');
  },
  emphasis: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  strong: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  link: (reading, node) => inside(reading, node, 'inline', () => readPhrase(reading, node)),
  linkReference: (reading, node) =>
    inside(
      reading,
      node,
      'inline',
      () => readPhrase(reading, node),
      node.referenceType === 'full' ? undefined : 'label',
    ),
};

function addPiece(reading: Reading, { kind, start, end, prose }: TextPiece): void {
  const node = grow(reading.within, kind === 'words' ? 'text' : 'object', { start, end }, prose.start);
  node.prose = prose;
  if (kind === 'words') reading.texts.push(node);
}

function addObject(reading: Reading, at: Span): void {
  const node = grow(reading.within, 'object', at, reading.prose.length);
  reading.prose.insert(OBJECT);
  node.prose = { start: node.prose.start, end: reading.prose.length };
}

/** Reads the children; then what stands between two tags, or the halves of a wiki link, is put into a node of its own. */
function readPhrase(reading: Reading, { children }: Parents): void {
  const { within, text } = reading;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as Nodes;
    const close = child.type === 'html' ? closingOfCode(children, i, child) : undefined;
    const last = close === undefined ? undefined : children[close];
    if (last) {
      addObject(reading, { start: spanOf(child, reading.base).start, end: spanOf(last, reading.base).end });
      i = close as number;
    } else {
      const reader = inlines[child.type];
      if (reader) reader(reading, child as never);
      else {
        const own = leaf(reading, child, 'object');
        if (child.type === 'footnoteReference') own.keeps = 'words';
      }
    }
  }
  within.children = paired(within, text);
}

function readHtml({ prose, comments, baseLine }: Reading, node: Html): void {
  const line = (node.position?.start.line ?? 1) + baseLine;
  for (const { start, end } of commentsIn(node.value)) comments.add(node.value.slice(start, end), prose.length, line);
}
