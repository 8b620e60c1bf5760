// What is made of each element of a feed: NITF's and NewsML's own fields are the parts of the story, the rest of them is no copy.
import type { Role } from '../../role';
import { heldBy, isNoteHeld, noteData } from '../fields/notes';
import { htmlElements } from './html-elements';
import { pageOf } from './page';
import { partData } from './parts';
import type { NamedPart, Treat, Treatment } from './reading';
import { attributeOf, type Element, elementsIn, textOf } from './tree';
import { saysOf } from './xml-says';
import { holdsTags } from './xml-pages';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const roots = set('nitf newsItem newsMessage NewsML');

/** Whether a file with this outermost element holds a story that is read. */
export const vocabularyOf = ({ name }: Element): boolean => roots.has(name);

/** They hold what is read, and are nothing themselves. */
const holders = set(
  'newsMessage itemSet newsItem itemMeta contentMeta contentSet inlineXML NewsML NewsItem NewsManagement NewsComponent NewsLines ContentItem DataContent ' +
    'nitf head docdata body body.head body.content body.end hedline block media p ul ol dl table thead tbody tfoot div section',
);
/** Stand in a line of NITF. */
const lines = set(
  'em strong a b i u sub sup span chron classifier copyrite event function location money num org person object.title virtloc city state region country sublocation postaddr lang pronounce frac frac-num frac-sep frac-den byttl copyrite.holder copyrite.year story.date abbr cite small font',
);
const things = set('code tt samp kbd');

const parts: Readonly<Record<string, NamedPart>> = {
  byline: withData('byline'),
  by: withData('byline'),
  ByLine: withData('byline'),
  dateline: withData('dateline'),
  DateLine: withData('dateline'),
  abstract: { role: 'subhead' },
  hl2: { role: 'subhead' },
  SubHeadLine: { role: 'subhead' },
  'media-caption': { role: 'caption' },
  caption: { role: 'caption' },
  'media-producer': { role: 'credit' },
  credit: { role: 'credit' },
  tagline: { role: 'tagline' },
};

function withData(role: Role): NamedPart {
  return { role, data: (words) => partData(role, words) };
}

const kinds = { li: 'item', dd: 'item', dt: 'item', bq: 'block-quote', blockquote: 'block-quote' } as const;
/** Whose presence decides what another element is. */
const deciding = set('hl1 h1 headline HeadLine dateline');
const headings = set('hl1 headline HeadLine h1 h2 h3 h4 h5 h6');

export function xmlElements(text: string, root: Element): Treat {
  const pages = new Map<Element, Treat>();
  const pageTreat = (page: Element): Treat => {
    const known =
      pages.get(page) ?? htmlElements(text, { ...pageOf(text, page), ...(isTitled && { title: undefined }) }, partData);
    pages.set(page, known);
    return known;
  };
  const headed = deciders(root);
  // the feed's own headline counts for more than the title of a page in it
  const isTitled = headed.has('headline') || headed.has('HeadLine');
  const plainRows = new Map<Element, boolean>();
  const isPlain = (row: Element | undefined): boolean => {
    if (!row) return false;
    const known =
      plainRows.get(row) ??
      ![...elementsIn(row)].some(({ name }) => name === 'p' || holders.has(name) || name in kinds);
    plainRows.set(row, known);
    return known;
  };
  return (element) => {
    const { name, parent } = element;
    const page = pageOver(element);
    if (page === element) return { as: 'block' };
    if (page) return pageTreat(page)(element);
    if (name === 'located' && !headed.has('dateline')) return { as: 'block', fixed: true };
    if (name === 'name' && parent?.name === 'located')
      return isFirst(element) ? { as: 'block', fixed: true, part: withData('dateline') } : { as: 'apart' };
    if (name === 'title')
      return parent?.name === 'head' && !headed.has('hl1') ? { as: 'block', kind: 'heading' } : { as: 'apart' };
    const field = fieldOf(text, element);
    if (field) return field;
    if (headings.has(name)) {
      const outer = (name === 'headline' || name === 'HeadLine') && (headed.has('hl1') || headed.has('h1'));
      return outer ? { as: 'apart' } : { as: 'block', kind: 'heading' };
    }
    if (name in kinds) return { as: 'block', kind: kinds[name as keyof typeof kinds] };
    if (name === 'tr') return { as: isPlain(element) ? 'row' : 'block' };
    if (name === 'td' || name === 'th') return isPlain(parent) ? { as: 'cell' } : { as: 'block', fixed: true };
    if (name === 'q') return { as: 'quotation' };
    if (name === 'br') return { as: 'break' };
    if (things.has(name)) return { as: 'object' };
    if (name === 'story.date' && !/\p{L}{3}/u.test(textOf(text, element))) return { as: 'nothing' };
    if (lines.has(name)) return name === 'a' ? { as: 'inline', leads: true } : { as: 'inline' };
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part) return { as: 'block', part };
    if (name === 'inlineData' || (name === 'DataContent' && !hasElements(element))) return dataOf(text, element);
    if (name === 'newsItem' || name === 'NewsItem') return { as: 'block', opens: saysOf(text, element) };
    return holders.has(name) ? { as: 'block' } : { as: 'apart' };
  };
}

/** The page that the element stands in, itself perhaps. */
function pageOver(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = at.parent) if (at.name === 'html') return at;
  return undefined;
}

const deciders = (root: Element): ReadonlySet<string> =>
  new Set([...elementsIn(root)].flatMap(({ name }) => (deciding.has(name) ? [name] : [])));

/** Of its name in what holds it. */
const isFirst = ({ parent, name, index }: Element): boolean =>
  !parent?.children.slice(0, index).some((one) => one.type === 'element' && one.name === name);

const hasElements = ({ children }: Element): boolean => children.some(({ type }) => type === 'element');

/** Text as it is, or a page; what is encoded, a picture say, is neither. */
function dataOf(text: string, element: Element): Treatment {
  if (hasElements(element)) return { as: 'block' };
  return { as: isText(text, element) && !isEscapedPage(text, element) ? 'plain' : 'apart' };
}

/** A page whose tags are written with codes. */
export const isEscapedPage = (text: string, element: Element): boolean =>
  (element.name === 'inlineData' || element.name === 'DataContent') &&
  !hasElements(element) &&
  isText(text, element) &&
  holdsTags(textOf(text, element).slice(0, MOST_LOOKED));

function isText(text: string, element: Element): boolean {
  const kind = attributeOf(text, element, 'contenttype') ?? 'text/plain';
  return kind.startsWith('text/') && attributeOf(text, element, 'encoding') === undefined;
}

const MOST_LOOKED = 2000;

// ---- fields that are no copy ---------------------------------------------------------------------------------------------

/** What the desk that sent it says of the story: until when it is held back, that it must not run. */
function fieldOf(text: string, element: Element): Treatment | undefined {
  const { name } = element;
  if (name === 'embargoed') return { as: 'block', fixed: true, part: withData('embargo') };
  if (name === 'date.release') return { as: 'value', attribute: 'norm', part: withData('embargo') };
  if (name === 'pubStatus') return stateOf(text, element, 'qcode');
  if (name === 'Status') return stateOf(text, element, 'FormalName');
  if (name === 'docdata') return held(text, element, 'management-status');
  if (name === 'edNote' || name === 'ed-msg') return noteOf(text, element);
  if (name === 'description') {
    const role = attributeOf(text, element, 'role') ?? '';
    if (/\bcaption$/i.test(role)) return { as: 'block', part: { role: 'caption' } };
    return /\b(?:summary|abstract|standfirst)$/i.test(role)
      ? { as: 'block', part: { role: 'subhead' } }
      : { as: 'apart' };
  }
  return undefined;
}

const stateOf = (text: string, element: Element, attribute: string): Treatment =>
  held(text, element, attribute) ?? { as: 'apart' };

function held(text: string, element: Element, attribute: string): Treatment | undefined {
  const value = attributeOf(text, element, attribute) ?? '';
  const role = heldBy(value);
  return role && { as: 'value', attribute, part: { role } };
}

/** A note to editors is no copy; one that holds the story back is told of. */
function noteOf(text: string, element: Element): Treatment {
  const info = attributeOf(text, element, 'info');
  const note = (info ?? textOf(text, element)).trim();
  const role = isNoteHeld(note);
  if (!role) return { as: 'apart' };
  const part: NamedPart = { role, data: () => ({ ...noteData(note), kind: 'field' }) };
  return info === undefined ? { as: 'block', fixed: true, part } : { as: 'value', attribute: 'info', part };
}
