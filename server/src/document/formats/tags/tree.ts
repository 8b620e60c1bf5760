// The elements of a file with tags, HTML or XML, and where each stands in it.
import type { Span } from '../../../text/span';

export type Dialect = 'html' | 'xml';

/** A stretch of characters: the file's own, or with `text` what a code in the file stands for. */
export interface Piece extends Span {
  readonly text?: string;
}

export interface Attribute extends Span {
  readonly name: string;
  /** What it says, without the marks round it. */
  readonly value: Span;
  readonly pieces: readonly Piece[];
  /** The mark round the value; nothing where there is none. */
  readonly mark: '"' | "'" | undefined;
}

export interface Element extends Span {
  readonly type: 'element';
  readonly dialect: Dialect;
  /** In HTML in small letters; in XML without its prefix. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly parent: Element | undefined;
  readonly children: TagNode[];
  /** Behind its own opening tag. */
  readonly opened: number;
  end: number;
  /** Before its closing tag; its end where it has none. */
  inner: number;
  /** It has a closing tag, or needs none: not a rule of HTML ended it, nor the file's end. */
  closed: boolean;
  /** Among its parent's children. */
  readonly index: number;
}

export interface Characters extends Span {
  readonly type: 'text';
  readonly pieces: Piece[];
  readonly parent: Element;
  readonly index: number;
  /** Between `<![CDATA[` and `]]>`, where nothing is a code. */
  readonly isVerbatim: boolean;
}

/** A comment, a declaration, an instruction, a closing tag that closes nothing. */
export interface Other extends Span {
  readonly type: 'comment' | 'other';
  readonly parent: Element;
  readonly index: number;
}

export type TagNode = Element | Characters | Other;

export interface Tree {
  /** The whole text; no tag of the file. */
  readonly root: Element;
  /** What is wrong with the file, the first of it. XML alone has faults; either may nest too deep to be read. */
  readonly fault: Fault | undefined;
}

export interface Fault {
  /** The rest of a sentence that begins with the line. */
  readonly what: string;
  readonly at: number;
}

/** What nests deeper was made to hurt somebody, or by a program that never closes what it opens. */
export const DEEPEST = 1000;

/** What the attribute says, codes read; nothing where the element has none of that name. */
export function attributeOf(text: string, element: Element, name: string): string | undefined {
  const found = element.attributes.find((one) => one.name === name);
  return found && readPieces(text, found.pieces);
}

export const readPieces = (text: string, pieces: readonly Piece[]): string =>
  pieces.map(({ start, end, text: code }) => code ?? text.slice(start, end)).join('');

/** All characters in the element, codes read. */
export function textOf(text: string, element: Element): string {
  const parts: string[] = [];
  for (const child of element.children) {
    if (child.type === 'text') parts.push(readPieces(text, child.pieces));
    else if (child.type === 'element') parts.push(textOf(text, child));
  }
  return parts.join('');
}

/** Every element below, in order. */
export function* elementsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}
