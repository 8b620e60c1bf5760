// A page inside a feed: HTML that an XML file holds between `<![CDATA[` and `]]>` is read as the HTML it is.
import type { Characters, Element, TagNode, Tree } from './tree';
import { treeOf } from './tree-of';

/** What may hold one. */
const holders: ReadonlySet<string> = new Set(['inlineData', 'DataContent', 'inlineXML', 'body.content', 'body_html']);

/** The tree with the elements of such pages in the place of their characters. */
export function withPages(text: string, tree: Tree): Tree {
  const visit = (element: Element): void => {
    for (const [i, child] of element.children.entries()) {
      if (child.type === 'element') visit(child);
      else if (child.type === 'text' && child.isVerbatim && holders.has(element.name) && isPage(text, child))
        element.children[i] = pageIn(text, element, child);
    }
  };
  visit(tree.root);
  return tree;
}

const isPage = (text: string, { start, end }: Characters): boolean => holdsTags(text.slice(start, end));

/** Tags that copy is set with. */
export const holdsTags = (words: string): boolean => TAGS.test(words);

const TAGS = /<(?:p|div|br|h[1-6]|html|body|ul|ol|table|span|a|b|i|em|strong|figure|article)(?:\s[^<>]{0,400})?\/?>/i;

const VERBATIM = '<![CDATA[';

function pageIn(text: string, parent: Element, { start, end, index }: Characters): Element {
  const { root } = treeOf(text.slice(start, end), 'html');
  const page: Element = {
    ...root,
    ...{
      name: 'html',
      parent,
      index,
      start: start - VERBATIM.length,
      opened: start,
      inner: end,
      end: end + ']]>'.length,
    },
    // its marks are the feed's: a change is tried on the element that holds it
    ...{ closed: false, dialect: 'html', children: [] },
  };
  page.children.push(...root.children.map((child) => moved(child, start, page)));
  return page;
}

/** The same node, so many units further on. */
function moved(node: TagNode, by: number, parent: Element): TagNode {
  const at = { start: node.start + by, end: node.end + by, parent };
  const spans = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  });
  if (node.type === 'text') return { ...node, ...at, pieces: node.pieces.map(spans) };
  if (node.type !== 'element') return { ...node, ...at };
  const own: Element = {
    ...node,
    ...at,
    ...{ opened: node.opened + by, inner: node.inner + by, children: [] },
    attributes: node.attributes.map((one) => ({
      ...spans(one),
      value: spans(one.value),
      pieces: one.pieces.map(spans),
    })),
  };
  own.children.push(...node.children.map((child) => moved(child, by, own)));
  return own;
}
