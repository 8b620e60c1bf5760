// What a page says of itself as a whole: where its story stands in it, which of its titles is the headline, on which day it was written.
import type { Genre } from '../../story';
import { kindNamed } from '../fields/kinds';
import { isoDay } from './days';
import { isApart, isBlock } from './html-rules';
import { attributeOf, type Element, elementsIn, readPieces, textOf } from './tree';

/** What holds for an element by what stands in it and round it. */
export interface Facts {
  /** Units of text in it. */
  readonly length: number;
  readonly holdsBlock: boolean;
  readonly holdsHeadline: boolean;
  /** The page says that its story stands there: this holds it, or stands in it. */
  readonly holdsStory: boolean;
  readonly inStory: boolean;
  /** Of a table's row: no cell holds a block. */
  readonly isPlain: boolean;
}

export interface Page {
  readonly facts: ReadonlyMap<Element, Facts>;
  /** The page's own title, where no headline stands in its body. */
  readonly title: Element | undefined;
  /** The page says where its story stands. */
  readonly hasStory: boolean;
}

export function pageOf(text: string, root: Element): Page {
  const { stories, title } = marksOf(text, root);
  const facts = new Map<Element, Facts>();
  const visit = (element: Element, inStory: boolean): Facts => {
    const own = { length: 0, holdsBlock: false, holdsHeadline: false, holdsStory: false, isPlain: true };
    const isIn = inStory || stories.has(element);
    for (const child of element.children) {
      if (child.type === 'text') own.length += child.end - child.start;
      if (child.type !== 'element') continue;
      const held = visit(child, isIn);
      own.length += held.length;
      own.holdsBlock ||= held.holdsBlock || (isBlock(child.name) && !isApart(child.name));
      own.holdsHeadline ||= held.holdsHeadline || (child.name === 'h1' && held.length > 0);
      own.holdsStory ||= held.holdsStory || stories.has(child);
      own.isPlain &&= !held.holdsBlock;
    }
    const found = { ...own, inStory: isIn };
    facts.set(element, found);
    return found;
  };
  const { holdsHeadline } = visit(root, false);
  return { facts, title: holdsHeadline ? undefined : title, hasStory: stories.size > 0 };
}

/** The outermost articles that are no furniture, else what the page calls its main part; and its title. */
function marksOf(
  text: string,
  root: Element,
): { readonly stories: ReadonlySet<Element>; readonly title: Element | undefined } {
  const articles = new Set<Element>();
  const mains = new Set<Element>();
  let title: Element | undefined;
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (child.name === 'article') articles.add(child);
      else if (child.name === 'main' || attributeOf(text, child, 'role') === 'main') mains.add(child);
      else if (child.name === 'title') title ??= child;
      if (child.name !== 'article' && child.name !== 'svg' && !isApart(child.name, 'form', 'head')) visit(child);
    }
  };
  visit(root);
  // teasers below a story are articles too: they hold little of the page
  const rest = mains.size ? { of: mains, share: 1 / 4 } : { of: [root], share: 1 / 8 };
  const isStory = copyIn(articles) >= rest.share * copyIn(rest.of);
  return { stories: articles.size && isStory ? articles : mains, title };
}

/** Units of text in elements, what is no copy left out. */
function copyIn(elements: Iterable<Element>): number {
  let length = 0;
  const visit = ({ children }: Element): void => {
    for (const child of children) {
      if (child.type === 'text') length += child.end - child.start;
      else if (child.type === 'element' && !isApart(child.name, 'form')) visit(child);
    }
  };
  for (const element of elements) visit(element);
  return length;
}

// ---- the day -------------------------------------------------------------------------------------------------------------

const datedBy: ReadonlySet<string> = new Set([
  ...['article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date', 'dcterms.issued'],
  ...['parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'og:article:published_time'],
]);

/** ISO `2016-12-07`. What a page says to machines, then the first time that its story gives. */
export function dayOf(text: string, root: Element, { facts, hasStory }: Page): string | undefined {
  let said: string | undefined;
  let linked: string | undefined;
  let shown: string | undefined;
  for (const element of elementsIn(root)) {
    const { name } = element;
    if (name === 'meta') {
      const key = ['property', 'name', 'itemprop'].map((one) => attributeOf(text, element, one)?.toLowerCase() ?? '');
      if (key.some((one) => datedBy.has(one))) said ??= isoDay(attributeOf(text, element, 'content'));
    } else if (name === 'script' && attributeOf(text, element, 'type') === 'application/ld+json') {
      linked ??= dayInData(textOf(text, element));
    } else if (name === 'time' && (!hasStory || facts.get(element)?.inStory)) {
      shown ??= isoDay(attributeOf(text, element, 'datetime'));
    }
  }
  return said ?? linked ?? shown;
}

/** Data about the page, in JSON: looked through, never run. */
function dayInData(json: string): string | undefined {
  const day = /"datePublished"\s{0,20}:\s{0,20}"([^"\n]{10,40})"/.exec(json)?.[1];
  return isoDay(day);
}

/** What kind of copy the page says it holds: in `meta`, or in its data. */
export function kindOfPage(text: string, root: Element): Genre | undefined {
  for (const element of elementsIn(root)) {
    if (element.name === 'script' && attributeOf(text, element, 'type') === 'application/ld+json') {
      if (/"@type"\s{0,20}:\s{0,20}\[?\s{0,20}"OpinionNewsArticle"/.test(textOf(text, element))) return 'opinion';
    } else if (element.name === 'meta') {
      const key = attributeOf(text, element, 'property') ?? attributeOf(text, element, 'name') ?? '';
      const kind = /^(?:article:section|section|genre)$/i.test(key) ? attributeOf(text, element, 'content') : undefined;
      const found = kindNamed(kind);
      if (found) return found;
    }
  }
  return undefined;
}

/** Where a title ends in the file, the name of the site left out: "Port stays shut | Harbour Gazette". */
export function titleEnd(text: string, title: Element): number {
  const pieces = title.children.flatMap((child) => (child.type === 'text' ? child.pieces : []));
  const cut = SITE.exec(readPieces(text, pieces).trimEnd())?.[1]?.length ?? Number.POSITIVE_INFINITY;
  let left = cut;
  for (const { start, end, text: code } of pieces) {
    const length = code?.length ?? end - start;
    if (left <= length) return code === undefined ? start + left : end;
    left -= length;
  }
  return title.end;
}

const SITE = /^(.{12,300}) (?:[|·»]|::|[-–—]) [^|·»–—]{2,60}$/su;
