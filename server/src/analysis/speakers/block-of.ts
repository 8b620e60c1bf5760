// The block in which a source stands: mostly that of its attribution, but "he said" may be read from the next paragraph.
import type { Block } from '../../document/story';
import { firstWhere, type Span } from '../../text/span';

/** The block where the source stands: of a turn or a quotation set apart, another one than that of its words. */
export function blockOf(source: Span, index: number, blocks: readonly Block[]): Block {
  const own = blocks[index] as Block;
  if (source.start >= own.start && source.end <= own.start + own.facts.text.length) return own;
  return blockAt(blocks, source.start) as Block;
}

/** The last block that begins at or before the offset; the first one where none does. */
export const blockAt = (blocks: readonly Block[], offset: number): Block | undefined =>
  blocks[Math.max(0, firstWhere(blocks, ({ start }) => start > offset) - 1)];
