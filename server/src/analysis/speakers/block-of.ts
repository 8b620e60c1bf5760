// The block in which a source stands: mostly that of its attribution, but "he said" may be read from the next paragraph.
import type { Block } from '../../document/story';
import type { Span } from '../../text/span';

/** The block where the source stands: of a turn or a quotation set apart, another one than that of its words. */
export function blockOf(source: Span, index: number, blocks: readonly Block[]): Block {
  const own = blocks[index] as Block;
  if (source.start >= own.start && source.end <= own.start + own.facts.text.length) return own;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle] as Block).start <= source.start) low = middle;
    else high = middle - 1;
  }
  return blocks[low] as Block;
}
