// What is made of each element of a page: which words are the story's, and what part of it they are.
import type { PartData, Role } from '../../role';
import { headings, isApart, isBlock } from './html-rules';
import { type Facts, type Page, titleEnd } from './page';
import type { Treat, Treatment } from './reading';
import { attributeOf, type Element, type TagNode } from './tree';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** In a line, nothing of it is read and nothing stands for it. */
const nothing = set(
  'script style link meta template noscript input del s strike wbr source track param area rt rp base',
);
/** In a line it is a thing and no words. */
const objects = set(
  'code kbd samp var tt svg math button select textarea progress meter label output iframe object embed video audio canvas map',
);
const furniture = set(
  'navigation banner contentinfo complementary search form dialog alertdialog menu menubar toolbar tablist',
);

/** What newsrooms call the parts of a page, in the class of an element. */
const classes: readonly (readonly [RegExp, Role])[] = [
  [/(?:^|[\s_-])byline(?:$|\s)/i, 'byline'],
  [/(?:^|[\s_-])dateline(?:$|\s)/i, 'dateline'],
  [/(?:^|[\s_-])(?:standfirst|dek|deck|subheadline|subtitle)(?:$|\s)/i, 'subhead'],
  [/(?:^|[\s_-])(?:photo|image|picture|media|caption)[_-]?credit(?:$|\s)/i, 'credit'],
  [/(?:^|[\s_-])(?:caption|caption-text)(?:$|\s)/i, 'caption'],
];
/** A byline of more is a box about its writer. In units, codes as they are written. */
const longest: Readonly<Partial<Record<Role, number>>> = {
  byline: 240,
  dateline: 240,
  subhead: 900,
  caption: 1600,
  credit: 240,
};

/** What a page has round its story, and a writer puts into one. */
const ofWriters = set('aside header footer address summary');

/**
 * @param dataOf what a part says, from its words.
 * @param isPart the text is a part of a story: what stands in it its writer put there, and its own elements stand among those of HTML.
 */
export function htmlElements(
  text: string,
  page: Page,
  dataOf: (role: Role, words: string) => PartData | undefined,
  isPart = false,
): Treat {
  const factsOf = (element: Element): Facts => page.facts.get(element) as Facts;
  return (element) => {
    const { name } = element;
    if (element === page.title) return { as: 'block', kind: 'heading', upTo: titleEnd(text, element) };
    if (name === 'head') return { as: page.title ? 'block' : 'apart' };
    const facts = factsOf(element);
    const inLine = isInLine(text, element);
    if (isLeftOut(text, element, facts, page, isPart)) return { as: inLine ? 'nothing' : 'apart' };
    // what folds has words to click on
    if (isPart && ofWriters.has(name))
      return { as: 'block', ...(name === 'summary' && { kind: 'heading', fixed: true }) };
    if (isPart && !inLine && isComponent(text, element)) return { as: 'block', words: wordsOfPictures };
    if (inLine && objects.has(name)) return { as: 'object' };
    if (nothing.has(name) && (inLine || !isApart(name))) return { as: 'nothing' };
    if (isApart(name) && !(name === 'form' && (facts.holdsHeadline || facts.holdsStory))) return { as: 'apart' };
    if (objects.has(name)) return { as: 'object' };
    if (name === 'br') return { as: 'break' };
    if (name === 'img' || name === 'image') return { as: 'picture', words: 'alt' };
    if (name === 'q') return { as: 'quotation' };
    if (!isBlock(name) && !facts.holdsBlock) return name === 'a' ? { as: 'inline', leads: true } : { as: 'inline' };
    const block = blockOf(text, element, facts, page, dataOf);
    return isPart && isOwn(text, element) && block.as === 'block' ? { ...block, words: wordsOfPictures } : block;
  };
}

/** Attributes that say what a picture shows. */
const wordsOfPictures = ['caption', 'alt'] as const;

/** `<Callout>`: an element of the site's own. */
const isComponent = (text: string, element: Element): boolean => {
  const { name } = element;
  return (
    !isBlock(name) &&
    !isApart(name) &&
    !objects.has(name) &&
    !nothing.has(name) &&
    isOwn(text, element) &&
    name !== 'image'
  );
};

/** `<Figure>` of a site, whatever HTML has of that name. */
const isOwn = (text: string, { start }: Element): boolean => /^<[A-Z]/.test(text.slice(start, start + 2));

function blockOf(
  text: string,
  element: Element,
  facts: Facts,
  page: Page,
  dataOf: (role: Role, words: string) => PartData | undefined,
): Treatment {
  const { name } = element;
  if (headings.has(name)) return { as: 'block', kind: 'heading' };
  if (name === 'figcaption' || name === 'caption') return { as: 'block', part: { role: 'caption' } };
  if (name === 'blockquote') return { as: 'block', kind: 'block-quote' };
  if (name === 'summary') return { as: 'block', fixed: true };
  if (name === 'li' || name === 'dd' || name === 'dt') return { as: 'block', kind: 'item' };
  if (name === 'tr') return { as: facts.isPlain ? 'row' : 'block' };
  if (name === 'td' || name === 'th')
    return element.parent && page.facts.get(element.parent)?.isPlain ? { as: 'cell' } : { as: 'block', fixed: true };
  const role = partOf(text, element);
  if (!role || facts.length > (longest[role] ?? 0)) return { as: 'block' };
  return { as: 'block', part: { role, data: (words) => dataOf(role, words) } };
}

function partOf(text: string, element: Element): Role | undefined {
  if (!element.attributes.length) return undefined;
  const named = attributeOf(text, element, 'class') ?? '';
  return (
    classes.find(([pattern]) => pattern.test(named))?.[1] ??
    (attributeOf(text, element, 'rel') === 'author' ? 'byline' : undefined)
  );
}

const HIDDEN = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i;

/** Somebody's post, which the site it stands on shows in its own way. */
const EMBEDDED =
  /(?:^|\s)(?:twitter-(?:tweet|video|timeline)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-(?:embed-bq|card)|bluesky-embed|mastodon-embed|text-post-media|imgur-embed-pub)(?:$|\s)/i;

/** Words or what stands in a line stand beside it. */
function isInLine(text: string, { parent, index }: Element): boolean {
  const isWords = (beside: TagNode | undefined): boolean =>
    beside?.type === 'text'
      ? /[^\s]/.test(text.slice(beside.start, beside.end))
      : beside?.type === 'element' &&
        !isBlock(beside.name) &&
        !isApart(beside.name) &&
        beside.name !== 'br' &&
        beside.name !== 'img';
  return isWords(parent?.children[index - 1]) || isWords(parent?.children[index + 1]);
}

/** It is hidden, or furniture by its role, or stands outside the story that the page says it holds. */
function isLeftOut(text: string, element: Element, facts: Facts, { hasStory }: Page, isPart: boolean): boolean {
  const { name, attributes } = element;
  if (attributes.length) {
    if (attributeOf(text, element, 'hidden') !== undefined || attributeOf(text, element, 'aria-hidden') === 'true')
      return true;
    if (HIDDEN.test(attributeOf(text, element, 'style') ?? '')) return true;
    if (furniture.has(attributeOf(text, element, 'role') ?? '')) return true;
  }
  if (attributes.length && EMBEDDED.test(attributeOf(text, element, 'class') ?? '')) return true;
  // the head of a page has its name and its menu; that of a story its headline
  if (name === 'header' && !isPart && !facts.inStory && !facts.holdsHeadline) return true;
  if (!hasStory || facts.inStory || facts.holdsStory || facts.holdsHeadline || name === 'h1') return false;
  // a headline outside the story is the story's all the same
  return !isInHeadline(element);
}

function isInHeadline(element: Element): boolean {
  for (let above = element.parent; above; above = above.parent) if (above.name === 'h1') return true;
  return false;
}
