// HTML inside Markdown: a block of it is read as a piece of a page is, and its prose put among the story's.
import type { ProseBuilder } from '../../text/source-map';
import { shift, type Span } from '../../text/span';
import type { Chunk } from '../draft';
import type { Growing } from '../markup';
import type { Comments } from './comments';
import { markAt, paired } from './markdown-pairs';
import { HIDDEN, HIDDEN_BREAK, HIDDEN_CLOSING, HIDDEN_OPENING } from './hidden';
import { htmlElements } from './tags/html-elements';
import { leavesOpen } from './tags/html-rules';
import { pageOf } from './tags/page';
import { partData } from './tags/parts';
import { readTags } from './tags/reader';
import type { Element, Tree } from './tags/tree';
import { treeOf } from './tags/tree-of';

/** A piece of HTML, and where it stands in the file. */
export interface Fragment extends Span {
  /** As long as its place in the file; what is no HTML of its own there, marks of quotes before its lines, is white space. */
  readonly text: string;
  readonly tree: Tree;
}

/** Where its prose goes. */
export interface Story {
  readonly prose: ProseBuilder;
  readonly chunks: Chunk[];
  readonly texts: Growing[];
  readonly comments: Comments;
  readonly within: Growing;
}

/** @param seen the file as the parser saw it. @returns nothing where its lines cannot be told apart from what stands before them. */
export function fragmentOf(seen: string, at: Span, value: string): Fragment | undefined {
  const text = inPlace(seen.slice(at.start, at.end), value);
  return text === undefined ? undefined : { ...at, text, tree: treeOf(text, 'html') };
}

/** The value as long as the place it has in the file. */
function inPlace(slice: string, value: string): string | undefined {
  if (slice === value) return slice;
  const own = value.split(LINE_END);
  const lines = slice.split(/(\r\n|\n|\r)/);
  let out = '';
  for (let i = 0; i < lines.length; i += 2) {
    const [line = '', end = ''] = lines.slice(i, i + 2);
    const words = own[i / 2];
    if (words === undefined || !line.endsWith(words)) return undefined;
    out += ' '.repeat(line.length - words.length) + words + end;
  }
  return out;
}

const LINE_END = /\r\n|\n|\r/;

/**
 * @param kind what its paragraphs are where it stands. @param blankBefore blank lines before it.
 * @param line of its first line in the file, from 1.
 */
export function readFragment(
  { prose, chunks, texts, comments, within }: Story,
  { text, start, tree }: Fragment,
  { kind, blankBefore, line }: { readonly kind: Chunk['kind']; readonly blankBefore: number; readonly line: number },
): Growing {
  const seen = withoutMarks(withoutBlocks(text));
  const { root } = seen === text ? tree : treeOf(seen, 'html');
  const page = { ...pageOf(seen, root), hasStory: false, title: undefined };
  const gap = chunks.length ? 1 : 0;
  const base = prose.length + gap;
  const own = readTags(seen, root, htmlElements(seen, page, partData, true), undefined, {
    comments: {
      add: (comment, at, of) => comments.add(comment, at + base, of + line - 1),
      paragraph: (from, to) => comments.paragraph(from + base, to + base),
      finish: (end) => comments.finish(end),
    },
    kind,
    unsafe: MORE_THAN_WORDS,
  });
  if (own.chunks.length) {
    if (gap) prose.insert('\n');
    prose.append(own.prose, own.map, start);
    for (const [i, one] of own.chunks.entries())
      chunks.push({ ...one, ...shift(one, base), ...(i === 0 && { blankBefore }) });
  }
  const top = own.root as Movable;
  pairMarks(top, seen, text);
  moveInto(top, start, base);
  // what is closed in another piece cannot go without that
  top.kind = isWhole({ text, tree }) ? 'block' : 'fixed';
  top.parent = within;
  within.children.push(top);
  texts.push(...(own.texts as Growing[]));
  return top;
}

/** Characters with a meaning in Markdown, in JSX or in a template. */
const MORE_THAN_WORDS = /[*_`[\]{}\\|$~<>&\r\n]/;

/** Marks that some programs read go with the words between: none is left round nothing. */
function pairMarks(node: Growing, seen: string, text: string): void {
  for (const child of node.children) pairMarks(child, seen, text);
  node.children = paired(node, ({ start }) => {
    const mark = markAt(seen, start);
    return mark && { ...mark, leads: '[]'.includes(text.charAt(start)) };
  });
}

type Movable = { -readonly [Key in keyof Growing]: Growing[Key] };

function moveInto(node: Growing, file: number, prose: number): void {
  const own = node as Movable;
  own.start += file;
  own.end += file;
  own.prose = shift(own.prose, prose);
  for (const child of own.children) moveInto(child, file, prose);
}

// ---- marks of Markdown among tags ----------------------------------------------------------------------------------------

/**
 * Between tags Markdown's marks are characters to Markdown itself and marks to MDX and some others: code and pictures are hidden, and
 * what stands round words is no word. As long as before.
 */
function withoutMarks(text: string): string {
  if (!/[`*_[]/.test(text)) return text;
  return text.replace(MARKED, (found, ...groups) => {
    const [code, picture, target, , open, words] = groups as (string | undefined)[];
    if (code !== undefined || picture !== undefined) return HIDDEN.repeat(found.length);
    if (target !== undefined) {
      const shown = groups[3] as string;
      return HIDDEN_OPENING + shown + HIDDEN_CLOSING.repeat(found.length - 1 - shown.length);
    }
    if (open !== undefined && words !== undefined)
      return HIDDEN_OPENING.repeat(open.length) + words + HIDDEN_CLOSING.repeat(open.length);
    return found;
  });
}

const MARKED =
  /<[^<>]{1,2000}>|(`[^`\n]{1,300}`)|(!\[[^[\]\n]{0,300}\]\([^()\s]{0,600}(?: "[^"\n]{0,300}")?\))|(\[([^[\]\n]{1,300})\]\([^()\s]{1,600}(?: "[^"\n]{0,300}")?\))|(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n<>]{1,300})(?<=[^\s])\5(?![\p{L}\p{N}*_])/gu;

/**
 * What opens a line of Markdown's own there, a point of a list, a heading, and lines of code between fences and of tables, which
 * no sentence goes on over. As long as before.
 */
function withoutBlocks(text: string): string {
  if (!BLOCKS.test(text)) return text;
  let fence = '';
  return text.replace(LINES, (line) => {
    const mark = FENCE.exec(line)?.[1] ?? '';
    const isCode = fence !== '' || mark !== '' || ROW.test(line);
    if (mark) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    // a tag behind code is none of it
    if (isCode) return line.replace(/[^\s<>]+/g, (one) => HIDDEN_BREAK.repeat(one.length));
    return line.replace(OPENS, (_, indent: string, opens: string) => indent + HIDDEN_BREAK.repeat(opens.length));
  });
}

const BLOCKS = /^[ \t]*(?:[-*+#>|`~]|\d{1,3}[.)])/m;
const LINES = /[^\r\n]+/g;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
const OPENS = /^([ \t]*)((?:[-*+>]|#{1,6}|\d{1,3}[.)])(?=[ \t]))/;

// ---- what stands open between pieces -------------------------------------------------------------------------------------

/**
 * Every element that it opens is closed in it, and it closes no other. With an expression in it, `<Box at={place}>`, it is such a piece
 * to some programs and a paragraph of words to others.
 */
export const isWhole = ({ tree, text }: Pick<Fragment, 'tree' | 'text'>): boolean =>
  !text.includes(HIDDEN) &&
  tree.root.children.every((one) =>
    one.type === 'element' ? one.closed && !leavesOpen(one) : one.type !== 'other' || !text.startsWith('</', one.start),
  );

/** Elements that hold Markdown between the piece that opens them and the one that closes them, by what that is then. */
const holders: ReadonlySet<string> = new Set(['blockquote', 'figcaption', 'caption']);

/** @param open names of elements that stand open, the outermost first. @returns the same behind the piece. */
export function openBehind(
  open: readonly string[],
  { tree, text }: Pick<Fragment, 'tree' | 'text'>,
): readonly string[] {
  let left = open;
  for (const node of tree.root.children) {
    if (node.type === 'other') {
      const name = /^<\/([a-z]{1,20})/i.exec(text.slice(node.start, node.end))?.[1]?.toLowerCase();
      const at = name === undefined ? -1 : left.lastIndexOf(name);
      if (at >= 0) left = left.slice(0, at);
    }
  }
  let last: Element | undefined = tree.root;
  while (last) {
    const next: Element['children'][number] | undefined = last.children.findLast(
      (one) => one.type === 'element' && !one.closed,
    );
    last = next?.type === 'element' ? next : undefined;
    if (last && holders.has(last.name)) left = [...left, last.name];
  }
  return left;
}
