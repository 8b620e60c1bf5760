// The words of a field that is plain text, in paragraphs or in one line, as chunks and markup, in offsets of its own value.
import { identity, proseBuilder, type SourceMap, toFile } from '../../../text/source-map';
import type { Span } from '../../../text/span';
import type { Chunk } from '../../draft';
import { grow } from '../../markup';
import type { Parser } from '../../read';
import { isPage, type ReadField, type ReadWords } from './field';

/** @param parse reads plain text; it is given, for it reads files that hold fields too. */
export const plainReader =
  (parse: Parser): ReadWords =>
  (words, content) =>
    content === 'line' ? readLine(words) : readCopy(words, parse);

function readCopy(words: string, parse: Parser): ReadField {
  const { prose, map, chunks, cleared, doubtful } = parse({ text: words, format: 'text' });
  return { ...plain(words, prose, map, chunks), cleared, doubtful };
}

function readLine(words: string): ReadField {
  const prose = proseBuilder(words);
  for (const { 0: run, index } of words.matchAll(/[^\s\u0085]+(?: [^\s\u0085]+)*|[\s\u0085]+/g)) {
    // U+0085 ends a line, and JavaScript's white space lacks it
    if (/[^\s\u0085]/.test(run)) prose.copy(index, index + run.length);
    else if (prose.length && index + run.length < words.length) prose.insert(' ');
  }
  const built = prose.build();
  const end = built.prose.length;
  const chunks = end ? [{ kind: 'paragraph', start: 0, end, indent: 0, blankBefore: 1 } as const] : [];
  return { ...plain(words, built.prose, built.map, chunks), cleared: [], doubtful: [] };
}

/** Each chunk a block that may go with the white space before it; the value itself stays. */
function plain(
  words: string,
  prose: string,
  map: SourceMap,
  chunks: readonly Chunk[],
): Omit<ReadField, 'cleared' | 'doubtful'> {
  const root = grow(undefined, 'fixed', { start: 0, end: words.length }, 0);
  root.prose = { start: 0, end: prose.length };
  const texts = chunks.map(({ start, end }) => {
    const at = toFile(map, { start, end });
    const block = grow(root, 'block', at, start);
    const text = grow(block, 'text', at, start);
    text.prose = block.prose = { start, end };
    return text;
  });
  const isTold = isPage(words);
  return {
    ...{ prose, map, chunks, root, texts, fault: undefined },
    judge: () => ({
      isTired: false,
      // what lies between the words of copy, a comment or rows of figures, stays; and text stays text
      holds: (edits) => edits.every((edit) => takesCopyOnly(words, texts, edit) && (isTold || !isPage(edit.text))),
    }),
  };
}

function takesCopyOnly(words: string, texts: readonly Span[], { start, end }: Span): boolean {
  let from = start;
  for (const text of texts) {
    if (text.end <= from) continue;
    if (text.start >= end) break;
    if (words.slice(from, Math.max(from, text.start)).trim()) return false;
    from = text.end;
  }
  return from >= end || !words.slice(from, end).trim();
}

/** Words that stand in the file as they are. */
export const asTheyStand = (at: Span): SourceMap => ({
  runs: identity(at.end - at.start).runs.map((run) => ({ ...run, file: at.start })),
});
