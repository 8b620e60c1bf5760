// Plain text: paragraphs in whichever layout the desk's system left them.
import { proseBuilder } from '../../text/source-map';
import type { Chunk, Draft, Parsed } from '../draft';

export function parsePlainText({ text, layout }: Draft): Parsed {
  const prose = proseBuilder(text);
  const chunks: Chunk[] = [];
  let blankBefore = 0;
  for (const line of text.matchAll(/[^\n]*\n?/g)) {
    const body = line[0].trim();
    if (!body) {
      blankBefore++;
      continue;
    }
    const indent = line[0].length - line[0].trimStart().length;
    if (prose.length) prose.insert('\n');
    const start = prose.length;
    prose.copy(line.index + indent, line.index + indent + body.length);
    chunks.push({ kind: 'paragraph', start, end: prose.length, indent, blankBefore });
    blankBefore = 0;
  }
  return { ...prose.build(), chunks, layout: layout ?? 'line-a-paragraph', cleared: [], problems: [] };
}
