// Paragraphs that hold so many marks that the Markdown library would take a time out of all proportion: it is never given them.
//
// Its cost within one paragraph grows with the square of the marks in it (`*a* *a*`, `[a] [a]`, `a* a*`, entities). Their number is
// bounded, so the cost of a file grows with its length and no more.
import { endsLine } from './lines';
import { flowOf } from './markdown-tree';
import { hidden } from './hidden';
import type { Nodes } from 'mdast';
import type { Problem } from '../story';
import { lineIndex, positionAt } from '../../text/line-index';
import type { Span } from '../../text/span';

/** Marks in one paragraph, heading or cell. A paragraph with 200 links and 200 words in italics has 1,200. */
const MOST_MARKS = 2000;

/** The words of paragraphs that hold more. Offsets into the text, from which templates are hidden. */
export function heapsOfMarks(text: string): readonly Span[] {
  if (!mayHoldHeap(text)) return [];
  const found: Span[] = [];
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child);
    else if (node.type === 'text') {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? 0;
      if (marksIn(text, start, end) > MOST_MARKS) found.push({ start, end });
    }
  };
  visit(flowOf(text));
  return found;
}

/** The text with these places hidden, as long as before. */
export function withoutHeaps(text: string, heaps: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of heaps) {
    out += text.slice(at, start) + hidden(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}

/** One for each. @param file the whole file, into which the offsets lead. */
export function heapsTold(file: string, heaps: readonly Span[]): Problem[] {
  if (!heaps.length) return [];
  const lines = lineIndex(file);
  return heaps.map(({ start }) => {
    const line = positionAt(lines, start).line;
    const message = `The paragraph on line ${line} holds more than ${MOST_MARKS / 1000},000 marks of Markdown (stars, brackets and the like), so it was not read. Break it into its paragraphs, or take it out.`;
    return { code: 'too-many-marks', message, line };
  });
}

/** What the library stops at in a line, by its code: "[]*_~&<`\!@:", and the "w" of an address. */
const STOPS = new Set([...'[]*_~&<`\\!@:'].map((mark) => mark.charCodeAt(0)));

function marksIn(text: string, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) if (isMark(text, at)) marks++;
  return marks;
}

const isMark = (text: string, at: number): boolean =>
  STOPS.has(text.charCodeAt(at)) || (text.charCodeAt(at) === 119 && text.startsWith('www.', at));

/** True where lines without a blank one between them hold so many: most files have none. */
function mayHoldHeap(text: string): boolean {
  let marks = 0;
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (endsLine(unit)) {
      if (blank) marks = 0;
      if (unit !== 13 || text.charCodeAt(at + 1) !== 10) blank = true;
    } else if (unit > 32 && unit !== QUOTE) {
      blank = false;
      if (isMark(text, at) && ++marks > MOST_MARKS) return true;
    }
  }
  return false;
}

/** ">": a line that holds no more is blank within its quote. */
const QUOTE = 62;
