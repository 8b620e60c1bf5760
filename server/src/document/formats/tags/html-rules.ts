// What HTML says of its elements whatever they hold: which are blocks, which have no content, and which end one that was left open.
import { type Element, elementsIn } from './tree';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** They have no content and no closing tag. */
export const voids = set(
  'area base basefont br col command embed frame hr image img input isindex keygen link meta param source track wbr',
);

/** Inside them the rules are those of XML. */
export const foreign = set('svg math');

const blocks = set(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link listing main menu meta nav noscript ol optgroup option p plaintext pre search section select style summary table tbody td template tfoot th thead title tr ul xmp',
);

/** Stands on lines of its own; all other elements stand in a line. */
export const isBlock = (name: string): boolean => blocks.has(name);

/** It or what it holds stands in a line and is left open: a browser goes on with that behind it, in the next paragraph too. */
export function leavesOpen(element: Element): boolean {
  if (!element.closed && !isBlock(element.name)) return true;
  for (const { name, closed } of elementsIn(element)) if (!closed && !isBlock(name)) return true;
  return false;
}

export const headings = set('h1 h2 h3 h4 h5 h6');

/** What a page has round its story, and what is no copy: nothing of it is read. */
const apart = set(
  'nav aside footer form button select datalist dialog template iframe object embed applet video audio canvas map noscript noembed noframes script style link meta base title head address fieldset legend label input textarea output progress meter menu search pre listing xmp plaintext hr frameset frame portal',
);

/** @param but names that are not meant. */
export const isApart = (name: string, ...but: readonly string[]): boolean => apart.has(name) && !but.includes(name);

/** The elements that end a paragraph that was left open. */
const endParagraph = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search section summary table ul xmp',
);

interface Rule {
  readonly opens: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Past these nobody looks for one to end. */
  readonly within: ReadonlySet<string>;
  /** Blocks that may stand open between the two; what stands in a line always may. */
  readonly passes?: ReadonlySet<string> | 'all';
}

const few = set('p div address');

/** An element that opens ends others that were left open. */
const rules: readonly Rule[] = [
  { opens: endParagraph, ends: set('p'), within: set('button object marquee applet') },
  { opens: headings, ends: headings, within: set('') },
  { opens: set('li'), ends: set('li'), within: set('ul ol menu dir'), passes: few },
  { opens: set('dd dt'), ends: set('dd dt'), within: set('dl'), passes: few },
  { opens: set('option'), ends: set('option'), within: set('select datalist optgroup') },
  { opens: set('optgroup'), ends: set('option optgroup'), within: set('select') },
  { opens: set('rt rp'), ends: set('rt rp'), within: set('ruby') },
  { opens: set('td th'), ends: set('td th'), within: set('tr table'), passes: 'all' },
  { opens: set('tr'), ends: set('td th tr'), within: set('table tbody thead tfoot'), passes: 'all' },
  {
    ...{ opens: set('tbody thead tfoot'), within: set('table'), passes: 'all' },
    ends: set('td th tr tbody thead tfoot caption colgroup'),
  },
  { opens: set('body'), ends: set('head'), within: set('') },
];

/** How many of the open elements stay open when an element of this name opens. */
export function impliedBy(name: string, open: readonly Element[]): number {
  let left = open.length;
  for (const { opens, ends, within, passes } of rules) {
    if (!opens.has(name)) continue;
    for (let at = left - 1; at > 0; at--) {
      const one = (open[at] as Element).name;
      if (ends.has(one)) left = at;
      else if (within.has(one) || (isBlock(one) && passes !== 'all' && !passes?.has(one))) break;
    }
  }
  return left;
}
