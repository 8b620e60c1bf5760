// Furniture where it stands, and the edit that takes it out with the white space it leaves.
import { isCopy } from '../document/role';
import type { Block, Story } from '../document/story';
import { perStory } from '../document/memo';
import type { TextEdit } from '../text/edit';
import { indexAt } from '../text/span';

/**
 * Takes the block out: behind copy together with the space or line break before it, above the first copy with what follows.
 * Removals of several blocks never overlap. Offsets into the prose.
 */
export function removal(story: Story, block: Block): TextEdit {
  const { blocks } = story;
  const at = indexAt(blocks, block.start);
  const before = blocks[at - 1];
  const next = blocks[at + 1];
  // what stands behind it on its line keeps the line
  if (next?.line === block.line && before?.line !== block.line)
    return { start: block.start, end: next.start, text: '' };
  if (before && (firstCopy(story) < at || !next)) return { start: before.end, end: block.end, text: '' };
  return { start: block.start, end: next?.start ?? block.end, text: '' };
}

/** Index of the first block that is copy; behind them all where there is none. */
const firstCopy = perStory(({ blocks }: Story): number => {
  const first = blocks.findIndex(({ role }) => isCopy(role));
  return first < 0 ? blocks.length : first;
});
