// The markup of a file beside its prose: which nodes it is made of, where each stands, and whether a change leaves the others be.
import type { TextEdit } from '../text/edit';
import { firstWhere, type Span } from '../text/span';

/**
 * A node of the file. `start` and `end` are offsets into the file, markup included.
 * - `text`: prose, at {@link prose} of the story
 * - `object`: something that is neither markup round prose nor prose, an image, code, a template; no fix takes it out
 * - `space`: a break, which goes with the words round it
 * - `inline`: markup round words, emphasis, a link, a pair of tags; it goes where all its words go
 * - `block`: likewise, with the lines it stands on
 * - `fixed`: a node that cannot go although its words may, such as a table's cell
 */
export interface MarkupNode extends Span {
  readonly kind: 'text' | 'object' | 'space' | 'inline' | 'block' | 'fixed';
  readonly parent: MarkupNode | undefined;
  readonly children: readonly MarkupNode[];
  /** A blank line stands before it. */
  readonly apart?: boolean;
  /** Offsets into the prose; of what is no text, where it stands there. */
  readonly prose: Span;
  /**
   * What it cannot do without: a `label` of a reference its words as they are, for they are its target; a `value` of front matter
   * that there are some; an item of a list its `head`, the first block of it, while it has others; a heading its `anchor`, the letters
   * and figures that a link of the file names it by; a note's mark, or half of a pair of tags, the `words` that it stands beside.
   */
  readonly keeps?: 'label' | 'value' | 'head' | 'anchor' | 'words';
  /** A link: what it leads to goes with its words. */
  readonly leads?: true;
  /** Of an object: a paragraph that is a picture, or another program's, and nothing else. */
  readonly alone?: true;
  /** Of a text: how the file has to write words for them to be read here; nothing where it cannot. */
  readonly write?: (words: string) => string | undefined;
}

/** What a format that has markup says of a file. Plain text has none. */
export interface Markup {
  /** Every node of kind `text`, in order. */
  readonly texts: readonly MarkupNode[];
  /** A headline that stands in front matter: a field's value, not set as copy is. Prose offsets. */
  readonly title?: Span;
  /** Words that something in the file names as they are: short forms that it says the meaning of. Prose offsets, in order. */
  readonly named: readonly Span[];
  /** @returns a judge of changes for one answer: it looks at so much text and no more, and refuses what comes behind. */
  judge(): Judge;
}

export interface Judge {
  /**
   * True where the file with these edits has the same nodes as before, but for those that an edit takes whole, and the same
   * words but for those edited. In file offsets, in order, apart from one another.
   */
  holds(edits: readonly TextEdit[]): boolean;
  /** A change was refused because too much had been looked at. */
  readonly isTired: boolean;
}

/** Whether something that is no prose, code or a film, stands on its own lines right behind the prose that ends there. */
export function hasThingBehind({ markup }: { readonly markup?: Markup }, end: number): boolean {
  const texts = markup?.texts ?? [];
  let node: MarkupNode | undefined = texts[firstWhere(texts, ({ prose }) => prose.end >= end)];
  for (; node?.parent; node = node.parent) {
    const { children } = node.parent;
    const next = children[firstWhere(children, ({ start }) => start >= (node as MarkupNode).end)];
    if (next) return isThing(next);
  }
  return false;
}

/** What is set apart in a block with the words there: emphasis, bold, a tag. A link sets nothing apart. @param within the block. */
export function setApart({ markup }: { readonly markup?: Markup }, at: Span, within: Span): Span | undefined {
  const texts = markup?.texts ?? [];
  let node: MarkupNode | undefined = texts[firstWhere(texts, ({ prose }) => prose.end >= at.end)];
  for (; node && node.kind !== 'block'; node = node.parent) {
    const isAll = node.prose.start <= within.start && within.end <= node.prose.end;
    if (node.kind === 'inline' && !node.leads && !isAll) return node.prose;
  }
  return undefined;
}

const isThing = ({ kind, children, prose }: MarkupNode): boolean =>
  kind === 'object' || (children.length > 0 && prose.start >= prose.end && children.every(isThing));

/** A node that is being built. */
export interface Growing extends MarkupNode {
  parent: Growing | undefined;
  children: Growing[];
  end: number;
  prose: Span;
  apart?: boolean;
  keeps?: MarkupNode['keeps'];
  leads?: true;
  alone?: true;
  write?: NonNullable<MarkupNode['write']>;
}

export const grow = (
  parent: Growing | undefined,
  kind: MarkupNode['kind'],
  { start, end }: Span,
  prose: number,
  keeps?: MarkupNode['keeps'],
): Growing => {
  const node: Growing = {
    kind,
    parent,
    children: [],
    start,
    end,
    prose: { start: prose, end: prose },
    ...(keeps && { keeps }),
  };
  parent?.children.push(node);
  return node;
};
