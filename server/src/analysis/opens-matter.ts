// Labels that open something: the list below "Share this:", the headlines below "Read more", the box that "Advertisement" heads. Taken
// out alone, such a label leaves what it labels standing as copy: the two go together, or both stay.
import type { MarkupNode } from '../document/markup';
import { isControl, isLabel as isListed } from '../document/structure/controls';
import { isProse } from '../document/role';
import type { Block, Story } from '../document/story';
import { firstWhere, indexAt } from '../text/span';
import { headsPaidMatter } from './paid-matter';

/**
 * Whether something stands with the label that would be left without it. Points that are labels themselves go before it does: it waits
 * until they are gone.
 */
export const opensMatter = (story: Story, block: Block): boolean =>
  opensList(story, block) ||
  isHalf(story, block) ||
  headsBox(story, block) ||
  standsAbovePicture(story, block) ||
  headsPaidMatter(story, block);

/**
 * The labels that stand or fall with this one, itself among them: a row of buttons, "Share", "Tweet", "Email", one to a line, and the
 * label above that says what they are for. One left behind would read as a word of the story.
 */
export function barOf({ blocks }: Story, block: Block): readonly Block[] {
  const at = indexAt(blocks, block.start);
  const isButton = (index: number): boolean => isLabel(blocks[index]) && isOfABar(blocks[index] as Block);
  let first = at;
  let last = at;
  if (!isButton(at)) {
    if (!isButton(at + 1) || !opensBar(block, blocks[at + 1] as Block)) return [block];
  } else while (at - first < LONGEST_RUN && isButton(first - 1)) first--;
  while (last - at < LONGEST_RUN && isButton(last + 1)) last++;
  const above = blocks[first - 1];
  if (above && isLabel(above) && opensBar(above, blocks[first] as Block)) first--;
  return blocks.slice(first, last + 1);
}

/** "Share", "Tweet", "Facebook": one word each. */
const isOfABar = ({ facts: { text, words } }: Block): boolean =>
  isListed(text) || (/^\p{L}{2,16}$/u.test(text) && isControl(text, words));

/** "Follow us on:", "Share" above points. */
const opensBar = ({ facts, data }: Block, first: Block): boolean =>
  facts.text.endsWith(':') || (first.data?.point === true && !data?.point);

/** "Share this:", and points or a table below it. A label that is a point itself is one among them. */
function opensList({ blocks }: Story, block: Block): boolean {
  if (block.data?.point) return false;
  const at = indexAt(blocks, block.start);
  const behind = blocks[endOfRun(blocks, at, 1, (other) => !other.data?.point)];
  if (QUOTED.test(block.facts.text) && blocks[at + 1]?.facts.text.startsWith('>')) return true;
  return behind !== undefined && (behind.role === 'item' || behind.role === 'table' || isPointAlone(behind));
}

/** A point that is a label of more than a word: a button below another goes with that, see {@link barOf}. */
const isPointAlone = (block: Block): boolean => isLabel(block) && !isOfABar(block);

/** "> Advertisement" where nobody reads Markdown, above the rest of what is quoted. */
const QUOTED = /^> ?\S/;

/**
 * "Related coverage" above another story's headline, "Autoplay" beside a label nobody knows: without it the rest would stand in the
 * story as a line of its own. A headline at the story's top is that story's.
 */
function isHalf({ blocks }: Story, block: Block): boolean {
  const at = indexAt(blocks, block.start);
  const before = blocks[endOfRun(blocks, at, -1)];
  const behind = blocks[endOfRun(blocks, at, 1)];
  return (
    (behind !== undefined && isTitle(behind, LONGEST_TITLE)) ||
    (before !== undefined && isTitle(before, LONGEST_LABEL) && !/\d/.test(before.facts.text))
  );
}

/** Labels that stand together stay or go together. @returns the index of the first block that is none. */
function endOfRun(
  blocks: readonly Block[],
  from: number,
  step: 1 | -1,
  goesOn: (block: Block) => boolean = () => true,
): number {
  let at = from + step;
  while (Math.abs(at - from) < LONGEST_RUN && isLabel(blocks[at]) && goesOn(blocks[at] as Block)) at += step;
  return at;
}

const isLabel = (block: Block | undefined): boolean => block?.role === 'remnant';

const LONGEST_RUN = 40;
const LONGEST_TITLE = 160;
const LONGEST_LABEL = 24;

/** No sentence, and nothing that a story has at its head. */
const isTitle = ({ role, facts: { text } }: Block, longest: number): boolean =>
  (role === 'paragraph' || role === 'subhead') && text.length <= longest && !/[.!?…:;,]["”’)\]]*$/.test(text);

/** `> **Advertisement**` above the rest of its quote; the first line of a part of a page that stands below copy. */
function headsBox({ blocks, markup }: Story, block: Block): boolean {
  if (block.data?.point) return false;
  const own = ownNode(markup?.texts ?? [], block);
  const box = own?.parent;
  if (!own || !box?.parent) return false;
  const isFirst = box.prose.start >= block.start - MOST_SPACE;
  const hasMore = Math.max(box.prose.end, own.prose.end) > block.end + MOST_SPACE;
  return isFirst && hasMore && blocks.some(({ role, end }) => isProse(role) && end <= block.start);
}

/** What parts two blocks in the prose. */
const MOST_SPACE = 1;

/** An advertisement's picture below its label: a paragraph, or a block, of nothing else. A line drawn across the page is none. */
function standsAbovePicture({ markup }: Story, block: Block): boolean {
  const own = ownNode(markup?.texts ?? [], block);
  const all = own?.parent?.children ?? [];
  let next = own ? all.indexOf(own) + 1 : 0;
  while (all[next]?.kind === 'space') next++;
  const node = all[next];
  return own !== undefined && node !== undefined && (node.alone === true || (node.kind === 'block' && isObject(node)));
}

const isObject = ({ kind, children }: MarkupNode): boolean =>
  kind === 'object' || (children.length > 0 && children.every((one) => one.kind === 'space' || isObject(one)));

/** The outermost node that holds nothing but the block, or the block of the file that it is a part of. */
function ownNode(texts: readonly MarkupNode[], { start, end }: Block): MarkupNode | undefined {
  const text = texts[firstWhere(texts, ({ prose }) => prose.end > start)];
  if (!text || text.prose.start >= end) return undefined;
  let own: MarkupNode = text;
  const holdsNoMore = ({ prose }: MarkupNode): boolean =>
    prose.start >= start - MOST_SPACE && prose.end <= end + MOST_SPACE;
  while (own.parent?.parent && (own.kind === 'text' || own.kind === 'inline' || holdsNoMore(own.parent)))
    own = own.parent;
  return own;
}
