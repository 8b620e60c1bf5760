// The text of a Word file, a line a paragraph, as prose: what each line is, its first characters say. Nothing in it is changed by a fix.
import { linesOf } from '../lines';
import { proseBuilder } from '../../../text/source-map';
import type { Chunk, Draft, Parsed } from '../../draft';

/** What stands before a paragraph's words in the text of a Word file. */
export const MARKS = { headline: '# ', heading: '## ', quote: '> ', item: '- ', row: '| ' } as const;

const kinds: readonly (readonly [string, Chunk['kind']])[] = [
  [MARKS.headline, 'heading'],
  [MARKS.heading, 'heading'],
  [MARKS.quote, 'block-quote'],
  [MARKS.item, 'item'],
  [MARKS.row, 'table'],
];

export function parseWordLines({ text }: Draft): Parsed {
  const prose = proseBuilder(text);
  const chunks: Chunk[] = [];
  for (const { start, end, indent, blankBefore } of linesOf(text)) {
    const [mark, kind] = kinds.find(([one]) => text.startsWith(one, start)) ?? ['', 'paragraph' as const];
    if (chunks.length) prose.insert('\n');
    const from = prose.length;
    prose.copy(start + mark.length, end);
    chunks.push({ kind, start: from, end: prose.length, indent, blankBefore: Math.max(1, blankBefore) });
  }
  return {
    ...prose.build(),
    ...{ chunks, layout: 'line-a-paragraph', doubtful: [], cleared: [], problems: [] },
    // words are put right in Word, where the file is
    markup: { texts: [], named: [], judge: () => ({ isTired: false, holds: () => false }) },
  };
}
