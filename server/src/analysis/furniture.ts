// Furniture where it stands, and the edit that takes it out with the white space it leaves.
import { isCopy } from '../document/role';
import type { Block, Story } from '../document/story';
import type { TextEdit } from '../text/edit';

/**
 * Takes the block out: behind copy together with the space or line break before it, above the first copy with what follows.
 * Removals of several blocks never overlap. Offsets into the prose.
 */
export function removal({ blocks }: Story, block: Block): TextEdit {
  const at = blocks.indexOf(block);
  const before = blocks[at - 1];
  const next = blocks[at + 1];
  const behindCopy = blocks.slice(0, at).some(({ role }) => isCopy(role));
  if (before && (behindCopy || !next)) return { start: before.end, end: block.end, text: '' };
  return { start: block.start, end: next?.start ?? block.end, text: '' };
}
