// Markdown: prose without its markup, every character mapped to where it stands in the file. Loaded on demand.
import type { Nodes, Parents } from 'mdast';
import { proseBuilder } from '../../text/source-map';
import { shift } from '../../text/span';
import type { Chunk, Draft, Parsed } from '../draft';
import { type Growing, grow, type MarkupNode } from '../markup';
import { abbreviationsIn, anchorOf, anchorsNamed, isNamedItself } from './anchors';
import { readComments } from './comments';
import { readFrontMatter } from './front-matter';
import { readFields } from './front-matter-copy';
import { judgeOfFields } from './front-matter-judge';
import { readJson } from './front-matter-json';
import { readToml } from './front-matter-toml';
import { heapsOfMarks, heapsTold, withoutHeaps } from './markdown-heaps';
import { judgeOf } from './markdown-judge';
import { heldIn, readHtmlBlock, readPiece, readPictures, readTags, tagsBeside } from './markdown-beside';
import { holdsProse, isOfProse, readHtml, readPhrase } from './markdown-phrase';
import { picturesBeside } from './markdown-pictures';
import { chunk, inside, leaf, placeOf, type Readers, type ParserState, spanOf } from './markdown-reading';
import { tooMuchFor, treeOf } from './markdown-tree';
import { parsePlainText } from './plain-text';
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

function read(file: string): Parsed {
  const bom = file.charCodeAt(0) === 0xfeff ? 1 : 0;
  const matter = readFrontMatter(file, bom, readers);
  const base = matter?.end ?? bom;
  const whole = withoutTemplates(withoutSyntaxLines(file.slice(base), 'markdown'), 'markdown');
  const heaps = heapsOfMarks(whole);
  const body = withoutHeaps(whole, heaps);
  const inFile = heaps.map((heap) => shift(heap, base));
  const root = grow(undefined, 'fixed', { start: base, end: file.length }, 0);
  const reading: ParserState = {
    file,
    text: file.slice(0, base) + body,
    headings: [],
    base,
    baseLine: linesBefore(file, base),
    prose: proseBuilder(file),
    chunks: [],
    comments: readComments(),
    texts: [],
    labels: [],
    fragments: [],
    pictures: [],
    notes: [],
    open: [],
    within: root,
    lastLine: 0,
  };
  if (matter) readFields(file, matter.copy, reading);
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
    ...(matter?.language && { language: matter.language }),
    cleared,
    doubtful: markdownInDoubt(file, base),
    problems: [...(matter?.problems ?? []), ...heapsTold(file, inFile), ...reading.notes, ...problems],
    markup: {
      texts: reading.texts,
      named: abbreviationsIn(file, built.prose),
      ...(title.end > 0 && { title }),
      judge: () =>
        judgeOfFields(
          file,
          bom,
          base,
          readers,
          judgeOf(withoutHeaps(file, inFile), reading.text, root, reading.labels, reading.fragments, reading.pictures),
        ),
    },
  };
}

const readers = { toml: readToml, json: readJson };

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = 0; at < end; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  return lines;
}

// ---- blocks ------------------------------------------------------------------------------------------------------------

/** @param kind what a paragraph is here: in a list an item, in a block quote a part of it. */
function readBlock(reading: ParserState, node: Nodes, kind: Chunk['kind']): void {
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

const readChildren =
  (as: MarkupNode['kind'], keeps?: MarkupNode['keeps']) =>
  (reading: ParserState, node: Parents, kind: Chunk['kind']): void =>
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
  html: readHtmlBlock,
  blockquote: (reading, node) => readChildren('block')(reading, node, 'block-quote'),
  listItem: (reading, node, kind) =>
    readChildren('block', 'head')(reading, node, kind === 'block-quote' ? kind : 'item'),
  list: readChildren('block'),
  table: readChildren('block'),
  footnoteDefinition: readChildren('fixed'),
};

/** "# # #", "###" alone on a line: an empty heading to Markdown, to a newsroom the end of the story. */
const isEndMark = ({ text, base }: ParserState, node: Nodes): boolean => {
  const { start, end } = spanOf(node, base);
  return end - start <= 24 && /^(?:#{3,6}|#(?: #){1,9})$/.test(text.slice(start, end).trimEnd());
};

function endMark(reading: ParserState, node: Nodes): void {
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

function textChunk(reading: ParserState, node: Parents, kind: Chunk['kind']): void {
  const readIt = (): void => inside(reading, node, 'block', () => readPhrase(reading, node));
  const { before, behind } = picturesBeside(node, isOfProse);
  const held = heldIn(reading, kind);
  const tags = kind === 'heading' ? undefined : tagsBeside(reading, node, isOfProse);
  if (kind !== 'heading') readPictures(reading, before);
  if (tags) readTags(reading, node, tags.before);
  // templates and code alone on their lines are no paragraph of the story
  if (holdsProse(node)) chunk(reading, { ...placeOf(reading, node, held.kind), ...held }, readIt);
  else withoutProse(reading, node);
  if (kind !== 'heading') readPictures(reading, behind);
  if (tags) readTags(reading, node, tags.behind);
}

function withoutProse(reading: ParserState, node: Nodes): void {
  const { start, end } = spanOf(node, reading.base);
  const raw = reading.text.slice(start, end);
  const isPiece = (/<img\s/i.test(raw) && !/[\r\n]/.test(raw)) || COMPONENT.test(raw);
  if (isPiece) return void readPiece(reading, node, raw, 'paragraph');
  leaf(reading, node, 'object').alone = true;
  const comments = (one: Nodes): void => {
    if (one.type === 'html') readHtml(reading, one);
    if ('children' in one) for (const child of one.children) comments(child);
  };
  comments(node);
}

/** `<Figure`, over lines perhaps, with nothing before it. */
const COMPONENT = /^<[A-Z][\w.]{0,60}\s[^<]{1,4000}>$/;
