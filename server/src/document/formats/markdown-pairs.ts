// Pairs of tags in a line of Markdown, which its parser leaves apart: each pair with what stands between is a node.
import type { Html, Nodes } from 'mdast';
import type { Span } from '../../text/span';
import { type Growing, grow } from '../markup';
import { HIDDEN_CLOSING, HIDDEN_OPENING } from './hidden';
import { isCodeElement } from './templates';

/** Index of the tag that closes an element whose content is no prose, where `i` opens one. */
export function closingOfCode(children: readonly Nodes[], i: number, { value }: Html): number | undefined {
  const name = /^<([a-z][a-z\d-]*)[\s>]/i.exec(value)?.[1];
  if (!name || !isCodeElement(name)) return undefined;
  const close = `</${name.toLowerCase()}`;
  for (let k = i + 1; k < children.length && k <= i + MOST_INSIDE; k++) {
    const one = children[k] as Nodes;
    if (one.type === 'html' && one.value.slice(0, close.length).toLowerCase() === close) return k;
  }
  return undefined;
}

/** Nodes that code in a line may hold. */
const MOST_INSIDE = 200;

/** Deeper pairs are not made: no copy nests so far. */
const DEEPEST_PAIR = 50;

/** Half of a pair. */
export interface Half {
  readonly name: string;
  readonly opens: boolean;
  /** It is a link's. */
  readonly leads: boolean;
}

/** The children of a node, pairs put round what they hold. @param halfOf what one of its objects is half of. */
export function paired(within: Growing, halfOf: (object: Growing) => Half | undefined): Growing[] {
  if (!within.children.some(({ kind }) => kind === 'object')) return within.children;
  const out: Growing[] = [];
  const open: { readonly name: string; readonly index: number }[] = [];
  for (const child of within.children) {
    const tag = child.kind === 'object' ? halfOf(child) : undefined;
    if (tag?.opens && open.length < DEEPEST_PAIR) open.push({ name: tag.name, index: out.length });
    out.push(child);
    if (!tag || tag.opens) continue;
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at < 0) continue;
    const { index } = open[at] as { index: number };
    open.length = at;
    const [first, ...rest] = out.slice(index) as [Growing, ...Growing[]];
    const words = rest.slice(0, -1);
    const node = grow(undefined, 'inline', { start: first.start, end: child.end }, first.prose.start);
    node.parent = within;
    if (tag.leads) node.leads = true;
    node.prose = { start: first.prose.end, end: child.prose.start };
    node.children = words;
    for (const word of words) word.parent = node;
    out.length = index;
    out.push(node);
  }
  return out;
}

/** A tag in a line, or half of a wiki link. @param text the file as the parser saw it. */
export function tagAt(text: string, { start, end }: Span): Half | undefined {
  const mark = markAt(text, start);
  if (mark) return { ...mark, leads: true };
  if (text.charAt(start) !== '<' || text.charAt(end - 2) === '/') return undefined;
  const tag = /^<(\/?)([a-z][a-z\d-]{0,40})(?=[\s>])/i.exec(text.slice(start, start + 48));
  const name = tag?.[2]?.toLowerCase();
  return tag && name && !VOID.has(name) ? { name, opens: tag[1] === '', leads: name === 'a' } : undefined;
}

/** Markup that is hidden before words or behind them. */
export function markAt(text: string, at: number): Pick<Half, 'name' | 'opens'> | undefined {
  const first = text.charAt(at);
  return first === HIDDEN_OPENING || first === HIDDEN_CLOSING
    ? { name: 'hidden', opens: first === HIDDEN_OPENING }
    : undefined;
}

/** A tag that has a partner. */
export function isHalf(tag: string): boolean {
  const name = /^<\/?([a-z][a-z\d-]{0,40})(?=[\s>])/i.exec(tag)?.[1];
  return name !== undefined && !VOID.has(name.toLowerCase()) && !tag.endsWith('/>');
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
