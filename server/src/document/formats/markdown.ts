// Markdown: prose without its markup, every character mapped to where it stands in the file. Loaded on demand.
import type { Html, Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { type ProseBuilder, proseBuilder } from '../../text/source-map';
import type { Span } from '../../text/span';
import type { Chunk, Draft, Parsed } from '../draft';
import { type Comments, commentsIn, readComments } from './comments';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { copyDecoded } from './markdown-text';
import { parsePlainText } from './plain-text';

/** Stands in the prose for code inside a sentence, which nobody reads as words. U+FFFC, the object replacement character. */
const OBJECT = '\ufffc';

export function parseMarkdown(draft: Draft): Parsed {
  if (nestsTooDeep(draft.text)) return asPlainText(draft, `block quotes stand more than ${DEEPEST} deep in each other`);
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

/** Block quotes inside block quotes. The parser's cost grows with the square of this, and no draft needs as many. */
const DEEPEST = 60;

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let opening = true;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      depth = 0;
      opening = true;
    } else if (opening && character === '>') {
      if (++depth > DEEPEST) return true;
    } else if (opening && !' \t-*+'.includes(character)) opening = false;
  }
  return false;
}

interface Reading {
  readonly text: string;
  /** Units of a byte order mark before what the parser sees. */
  readonly base: number;
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly comments: Comments;
  /** Last line of the block before, from 1. */
  lastLine: number;
}

function read(text: string): Parsed {
  const base = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reading: Reading = { text, base, prose: proseBuilder(text), chunks: [], comments: readComments(), lastLine: 0 };
  const root = fromMarkdown(text.slice(base), {
    extensions: [gfm(), frontmatter()],
    // their transforms make nodes that stand nowhere in the file
    mdastExtensions: [
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(),
    ],
  });
  const matter = frontMatterOf(reading, root.children[0]);
  if (matter?.headline) {
    const { start, end } = matter.headline;
    chunk(reading, { kind: 'heading', indent: 0, line: 1, lastLine: 1 }, () => reading.prose.copy(start, end));
  }
  for (const node of root.children) readBlock(reading, node, 'paragraph');
  const { cleared, problems } = reading.comments.finish(reading.prose.length);
  return {
    ...reading.prose.build(),
    chunks: reading.chunks,
    layout: 'blank-lines',
    ...(matter?.date && { date: matter.date }),
    ...(matter?.genre && { genre: matter.genre }),
    cleared,
    problems: [...(matter?.problems ?? []), ...problems],
  };
}

function frontMatterOf({ text, base }: Reading, node: RootContent | undefined): FrontMatter | undefined {
  if (node?.type !== 'yaml' || !node.position) return undefined;
  const { start, end } = spanOf(node, base);
  const first = text.indexOf('\n', start) + 1;
  return first > start && first <= end ? readFrontMatter(text, { start: first, end }) : undefined;
}

/** Where the node stands in the file. */
function spanOf({ position }: Nodes, base: number): Span {
  return { start: (position?.start.offset ?? 0) + base, end: (position?.end.offset ?? 0) + base };
}

/** What is done with each kind of node; a kind that is not named holds no prose. */
type Readers<Rest extends readonly unknown[]> = {
  readonly [Type in Nodes['type']]?: (reading: Reading, node: Extract<Nodes, { type: Type }>, ...rest: Rest) => void;
};

/** @param kind what a paragraph is here: in a list an item, in a block quote a part of it. */
const readBlock = (reading: Reading, node: Nodes, kind: Chunk['kind']): void =>
  blocks[node.type]?.(reading, node as never, kind);

const readChildren = (reading: Reading, { children }: Parents, kind: Chunk['kind']): void => {
  for (const child of children) readBlock(reading, child, kind);
};

const blocks: Readers<[kind: Chunk['kind']]> = {
  paragraph: (reading, node, kind) => textChunk(reading, node, kind),
  heading: (reading, node) => textChunk(reading, node, 'heading'),
  tableRow: (reading, node) =>
    chunk(reading, placeOf(node, 'table'), () => {
      for (const [i, cell] of node.children.entries()) {
        if (i > 0) reading.prose.insert('\t');
        readInline(reading, cell);
      }
    }),
  html: (reading, node) => readHtml(reading, node),
  blockquote: (reading, node) => readChildren(reading, node, 'block-quote'),
  listItem: (reading, node, kind) => readChildren(reading, node, kind === 'block-quote' ? kind : 'item'),
  list: readChildren,
  table: readChildren,
  footnoteDefinition: readChildren,
};

interface Place {
  readonly kind: Chunk['kind'];
  /** Columns before it. */
  readonly indent: number;
  /** First and last line, from 1. */
  readonly line: number;
  readonly lastLine: number;
}

const placeOf = ({ position }: Nodes, kind: Chunk['kind']): Place => ({
  kind,
  indent: (position?.start.column ?? 1) - 1,
  line: position?.start.line ?? 1,
  lastLine: position?.end.line ?? 1,
});

const textChunk = (reading: Reading, node: Parents, kind: Chunk['kind']): void =>
  chunk(reading, placeOf(node, kind), () => readInline(reading, node));

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

const readInline = (reading: Reading, node: Nodes): void => inlines[node.type]?.(reading, node as never);

const readPhrase = (reading: Reading, { children }: Parents): void => {
  for (const child of children) readInline(reading, child);
};

/** What is struck out is left out: the reader will not see it. */
const inlines: Readers<[]> = {
  text: ({ prose, text, base }, node) => copyDecoded(prose, text, spanOf(node, base), node.value),
  inlineCode: ({ prose }) => prose.insert(OBJECT),
  break: ({ prose }) => prose.insert(' '),
  html: (reading, node) => readHtml(reading, node),
  paragraph: readPhrase,
  heading: readPhrase,
  tableCell: readPhrase,
  emphasis: readPhrase,
  strong: readPhrase,
  link: readPhrase,
  linkReference: readPhrase,
};

function readHtml({ prose, comments }: Reading, node: Html): void {
  const line = node.position?.start.line ?? 1;
  for (const { start, end } of commentsIn(node.value)) comments.add(node.value.slice(start, end), prose.length, line);
  if (/^<br\s*\/?>$/i.test(node.value)) prose.insert(' ');
}
